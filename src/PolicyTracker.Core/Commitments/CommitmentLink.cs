using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Commitments;

/// <summary>A commitment in the line of those that follow each other.</summary>
/// <param name="Commitment">The commitment.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Since">The day on which it was first said; null where no quotation stands.</param>
/// <param name="How">How it stands to the one before it; null for the first.</param>
public sealed record CommitmentLink(RecordName Commitment, Status Status, DateOnly? Since, Succession? How);
