using System.Text.Json.Serialization;
using PolicyTracker.Core.Records;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Indicators;

/// <summary>How a stated value stands to the true one.</summary>
public enum Comparator
{
    /// <summary>Stated as the value.</summary>
    [JsonStringEnumMemberName("equal")]
    Equal,

    /// <summary>Stated as this or more.</summary>
    [JsonStringEnumMemberName("at-least")]
    AtLeast,

    /// <summary>Stated as this or less.</summary>
    [JsonStringEnumMemberName("at-most")]
    AtMost,

    /// <summary>Stated as near this.</summary>
    [JsonStringEnumMemberName("about")]
    About,

    /// <summary>Stated as more than this.</summary>
    [JsonStringEnumMemberName("more-than")]
    MoreThan,

    /// <summary>Stated as less than this.</summary>
    [JsonStringEnumMemberName("less-than")]
    LessThan,

    /// <summary>Stated as a little less than this.</summary>
    [JsonStringEnumMemberName("nearly")]
    Nearly,
}

/// <summary>What an observation and a target share: a value of an indicator for a period, quoted.</summary>
public abstract class IndicatorValue : Record
{
    /// <summary>The indicator.</summary>
    public required Guid IndicatorId { get; init; }

    /// <summary>The time that it is of, as it was said: 2022, 2022-H1, 2025-Q1, 2023-03, 2023–24.</summary>
    public required Period Period { get; set; }

    /// <summary>The value in the indicator's unit and scale.</summary>
    public required decimal Value { get; set; }

    /// <summary>How the stated value stands to the true one.</summary>
    public Comparator Comparator { get; set; }

    /// <summary>The editors' note.</summary>
    public string? Note { get; set; }

    /// <inheritdoc/>
    public override string Label => $"{Value} for {Period}";

    /// <inheritdoc/>
    public override void Check()
    {
        if (!Period.IsKnown)
        {
            throw Refusal.NoPeriod(Period.ToString());
        }

        Limit(Note, RuleTexts.Texts["Note"], 2000);
    }
}

/// <summary>A reported value of an indicator.</summary>
public sealed class Observation : IndicatorValue;

/// <summary>A value that an indicator is to reach by the end of a period.</summary>
public sealed class Target : IndicatorValue;
