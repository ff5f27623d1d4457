namespace PolicyTracker.Core.Indicators;

/// <summary>
/// How far an indicator has come towards its last target: the one place where a number is computed from those that sources state.
/// </summary>
/// <param name="Baseline">The first value that was reported.</param>
/// <param name="Newest">The last that was reported for a period which the target's does not end before.</param>
/// <param name="Target">The target.</param>
/// <param name="IsMet">Whether the newest value meets the target.</param>
/// <param name="Share">
/// What part of the way from the baseline to the target is made, below 1; negative where it leads away. Null where the target is met.
/// </param>
public sealed record Progress(ValueItem Baseline, ValueItem Newest, ValueItem Target, bool IsMet, decimal? Share)
{
    /// <summary>
    /// What can be told for certain; null where nothing can. A share takes a baseline that misses the target, a later value and a
    /// target, and the two values stated as they are: "more than 40" is no place on the way. A value near another ("about") tells
    /// nothing, and a target that asks for more where less is wanted is no target to be measured by.
    /// </summary>
    public static Progress? Of(IndicatorItem indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        if (indicator.Targets is not [.., var target])
        {
            return null;
        }

        var reported = indicator.Observations.Where(o => o.Period.LastDay <= target.Period.LastDay).ToList();
        if (reported.Count == 0)
        {
            return null;
        }

        var (first, newest) = (reported[0], reported[^1]);
        var baseline = first.Period < newest.Period ? first : null;
        if (Sense(indicator.Direction, baseline, target) is not { } wanted)
        {
            return null;
        }

        if (IsMetBy(newest, target, wanted))
        {
            return new(first, newest, target, true, null);
        }

        // Where more than the target's value is asked for, that value itself is at no place of the way.
        var isAtTarget = first.Value == target.Value || newest.Value == target.Value;
        return
            baseline is { Comparator: Comparator.Equal }
            && newest.Comparator is Comparator.Equal
            && !isAtTarget
            && !IsMetBy(baseline, target, wanted)
            ? new(baseline, newest, target, false, (newest.Value - baseline.Value) / (target.Value - baseline.Value))
            : null;
    }

    // Which way leads to the target: as its comparator says, else as the indicator is wanted to go, else from the baseline to it.
    private static Direction? Sense(Direction direction, ValueItem? baseline, ValueItem target)
    {
        Direction? stated = target.Comparator switch
        {
            Comparator.AtLeast or Comparator.MoreThan => Direction.Up,
            Comparator.AtMost or Comparator.LessThan => Direction.Down,
            Comparator.Equal when direction is not Direction.None => direction,
            Comparator.Equal when baseline?.Value < target.Value => Direction.Up,
            Comparator.Equal when baseline?.Value > target.Value => Direction.Down,
            _ => null,
        };
        return direction is Direction.None || stated == direction ? stated : null;
    }

    // Certain only where the whole range that the value allows lies on the right side; "more than 40" is met by what is above 40.
    private static bool IsMetBy(ValueItem value, ValueItem target, Direction wanted) =>
        (wanted, value.Comparator) switch
        {
            (Direction.Up, Comparator.Equal or Comparator.AtLeast) when target.Comparator is Comparator.MoreThan => value.Value
                > target.Value,
            (Direction.Up, Comparator.Equal or Comparator.AtLeast or Comparator.MoreThan) => value.Value >= target.Value,
            (Direction.Down, Comparator.Equal or Comparator.AtMost) when target.Comparator is Comparator.LessThan => value.Value
                < target.Value,
            (Direction.Down, Comparator.Equal or Comparator.AtMost) => value.Value <= target.Value,
            (Direction.Down, Comparator.LessThan or Comparator.Nearly) => value.Value <= target.Value,
            _ => false,
        };
}
