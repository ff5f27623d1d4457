using PolicyTracker.Core.Initiatives;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Glossary;

/// <summary>An initiative, with the first of the commitments that belong to it.</summary>
public sealed record InitiativeItem(
    string Slug,
    string Name,
    string? NameZh,
    InitiativeKind Kind,
    string? Summary,
    RecordName? Pillar,
    bool ChineseInSource,
    Part<RecordName> Commitments,
    IReadOnlyList<Quotation> Quotations
);
