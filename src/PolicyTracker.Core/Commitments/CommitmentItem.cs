using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Commitments;

/// <summary>A commitment as lists and pages show it.</summary>
public sealed record CommitmentItem(
    Guid Id,
    string Slug,
    string Title,
    Status Status,
    DateOnly? Due,
    bool IsOverdue,
    bool IsDisputed,
    string? Timeframe,
    RecordName Goal,
    RecordName? Pillar,
    Accent Accent,
    RecordName? Responsible,
    RecordName? Initiative,
    IReadOnlyList<RecordName> Topics,
    IReadOnlyList<Quotation> Quotations
);
