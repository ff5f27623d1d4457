using System.Text.RegularExpressions;
using PolicyTracker.Core.History;

namespace PolicyTracker.Core.Indicators;

/// <summary>How a stated value stands to the true one.</summary>
public enum Comparator
{
    /// <summary>Stated as the value.</summary>
    Equal,
    /// <summary>Stated as this or more.</summary>
    AtLeast,
    /// <summary>Stated as this or less.</summary>
    AtMost,
    /// <summary>Stated as near this.</summary>
    About,
    /// <summary>Stated as more than this.</summary>
    MoreThan,
    /// <summary>Stated as less than this.</summary>
    LessThan,
    /// <summary>Stated as a little less than this.</summary>
    Nearly,
}

/// <summary>What an observation and a target share: a value of an indicator for a period, quoted.</summary>
public abstract partial class IndicatorValue : Record
{
    /// <summary>The indicator.</summary>
    public required Guid IndicatorId { get; init; }

    /// <summary>A year, half, quarter or month: 2022, 2022-H1, 2025-Q1, 2023-03.</summary>
    public required string Period { get; set; }

    /// <summary>The value in the indicator's unit and scale.</summary>
    public required decimal Value { get; set; }

    /// <summary>How the stated value stands to the true one.</summary>
    public Comparator Comparator { get; set; }

    /// <summary>The editors' note.</summary>
    public string? Note { get; set; }

    /// <inheritdoc/>
    public override string Label => $"{Value} for {Period}";

    /// <inheritdoc/>
    public override bool NeedsQuotation => true;

    /// <inheritdoc/>
    public override void Check()
    {
        if (!PeriodForm().IsMatch(Period ?? ""))
        {
            throw new RefusedException($"“{Period}” is not a period. Write a year (2022), a half (2022-H1), a quarter (2025-Q1) or a month (2023-03).");
        }

        Limit(Note, "The note", 2000);
    }

    [GeneratedRegex("^(19|20|21)[0-9]{2}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$")]
    private static partial Regex PeriodForm();
}

/// <summary>A reported value of an indicator.</summary>
public sealed class Observation : IndicatorValue
{
    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Observation;
}

/// <summary>A value that an indicator is to reach by the end of a period.</summary>
public sealed class Target : IndicatorValue
{
    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Target;
}
