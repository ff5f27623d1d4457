using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Commitments;

/// <summary>A commitment's own page: the commitment, how its status came about, the results that bear on it.</summary>
/// <param name="Commitment">The commitment.</param>
/// <param name="Steps">How its status came about.</param>
/// <param name="Disputes">The disputes over where it stands, oldest first.</param>
/// <param name="Achievements">The results that bear on it.</param>
/// <param name="OfGoal">The first of those that are stated for its goal alone.</param>
/// <param name="Siblings">The first of the others under its goal.</param>
/// <param name="ChangedAt">When it was last edited.</param>
public sealed record CommitmentDetail(
    CommitmentItem Commitment,
    IReadOnlyList<StatusStep> Steps,
    IReadOnlyList<DisputeItem> Disputes,
    IReadOnlyList<AchievementItem> Achievements,
    Part<AchievementItem> OfGoal,
    Part<RecordName> Siblings,
    DateTime ChangedAt
);
