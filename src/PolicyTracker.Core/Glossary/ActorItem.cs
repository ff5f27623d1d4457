using PolicyTracker.Core.Actors;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Glossary;

/// <summary>A body or person.</summary>
public sealed record ActorItem(
    string Slug,
    string Name,
    string? NameZh,
    ActorKind Kind,
    string? Role,
    RecordName? PartOf,
    bool ChineseInSource,
    int Commitments,
    IReadOnlyList<Quotation> Quotations
);
