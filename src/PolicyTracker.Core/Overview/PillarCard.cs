using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Overview;

/// <summary>A pillar on the overview: what it is, and how much stands under it; the first of its indicators.</summary>
public sealed record PillarCard(
    Guid Id,
    string Slug,
    string Name,
    string? NameZh,
    Accent Accent,
    string Summary,
    int Goals,
    int Commitments,
    int Achievements,
    int Overdue,
    IReadOnlyList<StatusCount> Statuses,
    Part<IndicatorItem> Indicators
);
