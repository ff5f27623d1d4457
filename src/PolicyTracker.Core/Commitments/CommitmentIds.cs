namespace PolicyTracker.Core.Commitments;

/// <summary>The same with the records that are named; no record is <see cref="Guid.Empty"/>.</summary>
internal sealed record CommitmentIds(
    Status? Status = null,
    Guid? Topic = null,
    Guid? Pillar = null,
    Guid? Responsible = null,
    Guid? Goal = null,
    Guid? Jurisdiction = null
);
