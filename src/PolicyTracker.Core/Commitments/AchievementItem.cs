using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Commitments;

/// <summary>
/// A result stated as reached, as pages show it; <paramref name="IsOfCommitment"/> says whether it bears on a commitment of its
/// own, not only on a goal.
/// </summary>
public sealed record AchievementItem(
    Guid Id,
    string Slug,
    string Title,
    bool IsOfCommitment,
    RecordName? Indicator,
    IReadOnlyList<Quotation> Quotations
);
