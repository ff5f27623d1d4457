using System.Globalization;

namespace PolicyTracker.Core.Data;

/// <summary>Which queries are slow, so that the log has them.</summary>
/// <param name="From">Those that take so long or longer.</param>
public sealed record SlowQueryOptions(TimeSpan From)
{
    /// <summary>What holds where nothing is set.</summary>
    public static SlowQueryOptions Default { get; } = new(TimeSpan.FromMilliseconds(500));

    /// <summary>What the setting <c>slow-query-ms</c> says.</summary>
    /// <exception cref="Refusal">It is no number of milliseconds.</exception>
    public static SlowQueryOptions Of(OperatorSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings["slow-query-ms"] is not { } given ? Default
            : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
                ? new(TimeSpan.FromMilliseconds(milliseconds))
            : throw Refusal.SlowQuery(given);
    }
}
