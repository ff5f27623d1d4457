using PolicyTracker.Core.Sources;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Indicators;

/// <summary>A value of an indicator, reported or to reach, with its quotations.</summary>
public sealed record ValueItem(
    Guid Id,
    Period Period,
    decimal Value,
    Comparator Comparator,
    string? Note,
    IReadOnlyList<Quotation> Quotations
);
