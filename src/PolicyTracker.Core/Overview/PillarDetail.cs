using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Overview;

/// <summary>A pillar's page. Goals and commitments are those that pass the filter; counts are of all.</summary>
public sealed record PillarDetail(
    Guid Id,
    string Slug,
    string Name,
    string? NameZh,
    Accent Accent,
    string Summary,
    DateTime ChangedAt,
    IReadOnlyList<Quotation> Quotations,
    Page<GoalItem> Goals,
    Page<AchievementItem> Achievements,
    Part<IndicatorItem> Indicators,
    IReadOnlyList<StatusCount> Statuses
);
