using PolicyTracker.Core.Commitments;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Overview;

/// <summary>What is followed, in figures: how many commitments and how they stand, from which announcements.</summary>
/// <param name="Commitments">How many commitments.</param>
/// <param name="Overdue">Of how many of them the day has passed by which they were due, and they are not settled.</param>
/// <param name="Statuses">How they stand.</param>
/// <param name="Announcements">How many announcements.</param>
/// <param name="First">The date of the oldest announcement; null where there is none.</param>
/// <param name="Last">The date of the newest.</param>
/// <param name="EditedAt">When the newest edit was made, UTC; null before the first.</param>
public sealed record OverviewFigures(
    int Commitments,
    int Overdue,
    IReadOnlyList<StatusCount> Statuses,
    int Announcements,
    Period? First,
    Period? Last,
    DateTime? EditedAt
)
{
    /// <summary>Nothing is followed yet.</summary>
    public static OverviewFigures None { get; } = new(0, 0, [], 0, null, null, null);
}
