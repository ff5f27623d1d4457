using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Overview;

/// <summary>Something that was recorded: an announcement, or what one of them says.</summary>
/// <param name="At">When it was recorded, UTC.</param>
/// <param name="Record">The record; of a step of a status its commitment.</param>
/// <param name="Status">The status that a step leads to; null for all else.</param>
/// <param name="On">The day of a step; null for all else.</param>
/// <param name="Source">The announcement that says it; null where none is quoted.</param>
public sealed record NewsItem(DateTime At, RecordLink Record, Status? Status, DateOnly? On, NewsSource? Source);

/// <summary>The announcement that news come from.</summary>
public sealed record NewsSource(string Slug, string Title, Period Date, DateBasis DateBasis);

/// <summary>What was recorded on one day from one announcement.</summary>
/// <param name="Day">The day on which it was recorded.</param>
/// <param name="Source">The announcement; null where none is quoted.</param>
/// <param name="Counts">How many records of which kind were made, without the steps.</param>
/// <param name="Steps">The steps of statuses, newest first.</param>
public sealed record NewsGroup(DateOnly Day, NewsSource? Source, IReadOnlyList<KindCount> Counts, IReadOnlyList<NewsItem> Steps);

/// <summary>How many records of a kind.</summary>
public sealed record KindCount(RecordKind Kind, int Count);

/// <summary>What was recorded last.</summary>
/// <param name="Groups">By day and announcement, newest first.</param>
/// <param name="Moves">The newest of each pillar, by its slug.</param>
public sealed record News(IReadOnlyList<NewsGroup> Groups, ILookup<string, NewsItem> Moves)
{
    /// <summary>Nothing.</summary>
    public static News None { get; } = new([], Array.Empty<NewsItem>().ToLookup(_ => ""));
}
