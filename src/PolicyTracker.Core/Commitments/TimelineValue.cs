using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Records;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Commitments;

/// <summary>A value of an indicator in a story.</summary>
public sealed record TimelineValue(RecordName Indicator, string Unit, decimal Scale, decimal Value, Comparator Comparator, Period Period);
