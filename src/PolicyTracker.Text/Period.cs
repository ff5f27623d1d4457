using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace PolicyTracker.Text;

/// <summary>
/// A time from its first day to its last, kept as it was said: a year (2022), half (2022-H1), quarter (2025-Q1), month (2023-03),
/// day (2023-03-15), fiscal year (2023–24), or a range of these (2021–2025, 2024-Q1–2024-Q3). A date of which the day is not known
/// is its month or its year. What is later ends later; of two that end on one day, the one that began later. Two are equal where
/// they are also said in the same way.
/// </summary>
[JsonConverter(typeof(Json))]
public readonly partial record struct Period : IComparable<Period>
{
    private readonly string? _said;

    private Period(string said, DateOnly firstDay, DateOnly lastDay) => (_said, FirstDay, LastDay) = (said, firstDay, lastDay);

    /// <summary>Its first day; the first day of all where it is not known.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>
    /// Its last day, inclusive; the first day of all where it is not known. A fiscal year ends here with the last year that it names:
    /// its own end is not in its name.
    /// </summary>
    public DateOnly LastDay { get; }

    /// <summary>Whether the words name a time. Those that name none stand before all that do.</summary>
    public bool IsKnown => LastDay != default;

    /// <summary>Whether it is a fiscal year (2023–24), whose name does not tell on which day it ends.</summary>
    public bool IsFiscalYear => _said is { Length: 7 } && IsKnown && LastDay.Year > FirstDay.Year;

    /// <summary>The day.</summary>
    public static Period Of(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day, day);

    /// <summary>A day is a date that is known whole.</summary>
    public static implicit operator Period(DateOnly day) => Of(day);

    /// <summary>
    /// What is said by <paramref name="text"/>, which stays as it is also where it names no time (<see cref="IsKnown"/>).
    /// </summary>
    public static Period Of(string? text) => Parse(text) ?? new(text ?? "", default, default);

    /// <summary>The period that <paramref name="text"/> names; null where it names none.</summary>
    public static Period? Parse(string? text)
    {
        if (One(text ?? "") is { } one)
        {
            return one;
        }

        if (Range().Match(text ?? "") is not { Success: true } match || One(match.Groups["first"].Value) is not { } first)
        {
            return null;
        }

        if (match.Groups["years"] is { Success: true, Value: var digits })
        {
            return FiscalYear(text!, first, int.Parse(digits, CultureInfo.InvariantCulture));
        }

        return One(match.Groups["last"].Value) is { } last && last > first && last.LastDay.Year - first.FirstDay.Year < 100
            ? new(text!, first.FirstDay, last.LastDay)
            : null;
    }

    /// <summary>Whether a day lies in it.</summary>
    public bool Contains(DateOnly day) => IsKnown && day >= FirstDay && day <= LastDay;

    /// <summary>Whether every day of another period lies in it.</summary>
    public bool Contains(Period other) => other.IsKnown && Contains(other.FirstDay) && Contains(other.LastDay);

    /// <inheritdoc/>
    public int CompareTo(Period other) => (LastDay, FirstDay).CompareTo((other.LastDay, other.FirstDay));

    /// <summary>As it was said.</summary>
    public override string ToString() => _said ?? "";

    /// <summary>Whether one is earlier.</summary>
    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    /// <summary>Whether one is later.</summary>
    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    /// <summary>Whether one is not later.</summary>
    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one is not earlier.</summary>
    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    // A period that is no range.
    private static Period? One(string text)
    {
        if (Form().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var year = Number(match.Groups["year"]);
        var (month, months) =
            match.Groups["half"].Success ? ((6 * Number(match.Groups["half"])) - 5, 6)
            : match.Groups["quarter"].Success ? ((3 * Number(match.Groups["quarter"])) - 2, 3)
            : match.Groups["month"].Success ? (Number(match.Groups["month"]), 1)
            : (1, 12);
        var start = new DateOnly(year, month, 1);
        if (!match.Groups["day"].Success)
        {
            return new(text, start, new(year, month + months - 1, DateTime.DaysInMonth(year, month + months - 1)));
        }

        var day = Number(match.Groups["day"]);
        return day <= DateTime.DaysInMonth(year, month) ? new(text, new(year, month, day), new(year, month, day)) : null;
    }

    // "2023–24"; "1999–00" ends in 2000.
    private static Period? FiscalYear(string text, Period first, int digits)
    {
        var year = first.FirstDay.Year;
        var last = (year / 100 * 100) + digits;
        last += last <= year ? 100 : 0;
        return last - year <= MaxYearsOfTwoDigits && last <= DateOnly.MaxValue.Year ? new(text, first.FirstDay, new(last, 12, 31)) : null;
    }

    // Two digits that would name a later year are rather a month that was typed wrong (2022-13).
    private const int MaxYearsOfTwoDigits = 50;

    private static int Number(Group group) =>
        group.Success && group.Length > 0 ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    // No year before 1000: one such as 0202 was not typed to its end.
    [GeneratedRegex(
        "^(?<year>[1-9][0-9]{3})(?:-H(?<half>[12])|-Q(?<quarter>[1-4])|-(?<month>0[1-9]|1[0-2])(?:-(?<day>0[1-9]|[12][0-9]|3[01]))?)?$"
    )]
    private static partial Regex Form();

    [GeneratedRegex("^(?:(?<first>[0-9]{4})[-–/](?<years>[0-9]{2})|(?<first>[0-9]{4}[-0-9HQ]*?)[-–/](?<last>[0-9]{4}[-0-9HQ]*))$")]
    private static partial Regex Range();

    // As it was said; words that name no time come back as they were.
    private sealed class Json : JsonConverter<Period>
    {
        public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.String
                ? Of(reader.GetString())
                : throw new JsonException("A period is written as text, such as \"2022\".");

        public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
