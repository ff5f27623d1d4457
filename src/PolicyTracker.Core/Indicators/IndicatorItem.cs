using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Indicators;

/// <summary>An indicator with its values in the order of their periods.</summary>
public sealed record IndicatorItem(
    Guid Id,
    string Slug,
    string Name,
    string Definition,
    string Unit,
    decimal Scale,
    string? Frequency,
    Direction Direction,
    RecordName? Pillar,
    Accent Accent,
    IReadOnlyList<ValueItem> Observations,
    IReadOnlyList<ValueItem> Targets,
    IReadOnlyList<Quotation> Quotations
);
