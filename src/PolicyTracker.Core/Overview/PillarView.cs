using PolicyTracker.Core.Commitments;

namespace PolicyTracker.Core.Overview;

/// <summary>Which part of a pillar's page is asked for: the pages of its goals and results, or those that hold one of them.</summary>
/// <param name="Status">Only commitments that stand so.</param>
/// <param name="Topic">Only commitments with this topic, by its slug.</param>
/// <param name="Page">The page of the goals, from 1.</param>
/// <param name="Goal">The slug of a goal whose page is shown, whatever <paramref name="Page"/> says.</param>
/// <param name="Results">The page of the results, from 1.</param>
/// <param name="Achievement">The slug of a result whose page is shown, whatever <paramref name="Results"/> says.</param>
public sealed record PillarView(
    Status? Status = null,
    string? Topic = null,
    int Page = 1,
    string? Goal = null,
    int Results = 1,
    string? Achievement = null
);
