namespace PolicyTracker.Core.Commitments;

/// <summary>A commitment from the first words to today.</summary>
/// <param name="Chain">The line from the first commitment to this one and those that follow it, oldest first.</param>
/// <param name="Events">What happened, oldest first.</param>
public sealed record CommitmentTimeline(IReadOnlyList<CommitmentLink> Chain, IReadOnlyList<TimelineEvent> Events);
