using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyTracker.Core.Indicators;

/// <summary>
/// The time that a value is of, from its first day to its last: a year (2022), half (2022-H1), quarter (2025-Q1), month (2023-03),
/// day (2023-03-15), or a range of years (2023–24, 2021–2025). What is later ends later; of two that end on one day, the one that
/// began later.
/// </summary>
/// <param name="FirstDay">Its first day.</param>
/// <param name="LastDay">Its last day. A range ends with the last year that it names: a fiscal year's own end is not in its name.</param>
public readonly partial record struct Period(DateOnly FirstDay, DateOnly LastDay) : IComparable<Period>
{
    /// <summary>How periods are written, for messages.</summary>
    public const string Forms =
        "a year (2022), a half (2022-H1), a quarter (2025-Q1), a month (2023-03), a day (2023-03-15)"
        + " or a range of years (2023–24, 2021–2025)";

    /// <summary>The period that <paramref name="text"/> names; null where it names none.</summary>
    public static Period? Parse(string? text)
    {
        if (Form().Match(text ?? "") is not { Success: true } match)
        {
            return null;
        }

        var year = Number(match, "year");
        if (match.Groups["until"] is { Success: true, Value: var until })
        {
            var last = Number(match, "until");
            last = until.Length == 4 ? last : (year / 100 * 100) + last;
            last += last <= year && until.Length == 2 ? 100 : 0; // 1999–00
            return last > year && last - year < 100 ? new(new(year, 1, 1), new(last, 12, 31)) : null;
        }

        var (first, months) =
            match.Groups["half"].Success ? ((6 * Number(match, "half")) - 5, 6)
            : match.Groups["quarter"].Success ? ((3 * Number(match, "quarter")) - 2, 3)
            : match.Groups["month"].Success ? (Number(match, "month"), 1)
            : (1, 12);
        var start = new DateOnly(year, first, 1);
        return !match.Groups["day"].Success ? new(start, start.AddMonths(months).AddDays(-1))
            : Number(match, "day") is var day && day <= DateTime.DaysInMonth(year, first)
                ? new(new(year, first, day), new(year, first, day))
            : null;
    }

    /// <summary>The same; what names no period stands before all that do.</summary>
    public static Period Of(string? text) => Parse(text) ?? default;

    /// <inheritdoc/>
    public int CompareTo(Period other) => (LastDay, FirstDay).CompareTo((other.LastDay, other.FirstDay));

    /// <summary>Whether one is earlier.</summary>
    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    /// <summary>Whether one is later.</summary>
    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    /// <summary>Whether one is not later.</summary>
    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one is not earlier.</summary>
    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    // A hyphen before two digits is that of a month where they can be one.
    [GeneratedRegex(
        "^(?<year>(?:19|20|21)[0-9]{2})(?:-H(?<half>[12])|-Q(?<quarter>[1-4])"
            + "|-(?<month>0[1-9]|1[0-2])(?:-(?<day>0[1-9]|[12][0-9]|3[01]))?|[-–/](?<until>(?:19|20|21)[0-9]{2}|[0-9]{2}))?$"
    )]
    private static partial Regex Form();
}
