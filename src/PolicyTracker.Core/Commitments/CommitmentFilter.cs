namespace PolicyTracker.Core.Commitments;

/// <summary>Which commitments to list; null stands for any.</summary>
public sealed record CommitmentFilter(
    Status? Status = null,
    string? Topic = null,
    string? Pillar = null,
    string? Responsible = null,
    string? Goal = null
);
