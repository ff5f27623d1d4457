using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using PolicyTracker.Text;
using static PolicyTracker.Core.Announcements.AnnouncementTexts;

namespace PolicyTracker.Core.Announcements;

/// <summary>How much of a date is known.</summary>
public enum DatePrecision
{
    /// <summary>The day.</summary>
    [JsonStringEnumMemberName("day")]
    Day,

    /// <summary>The month and the year.</summary>
    [JsonStringEnumMemberName("month")]
    Month,

    /// <summary>The year alone.</summary>
    [JsonStringEnumMemberName("year")]
    Year,
}

/// <summary>
/// A date of which the day, or the day and the month, may not be known. It is written as ISO 8601 does (2007-11-05, 2007-11,
/// 2007) and sorted at its beginning.
/// </summary>
[JsonConverter(typeof(Json))]
public readonly partial record struct PartialDate : IComparable<PartialDate>
{
    /// <summary>The date that begins on <paramref name="start"/>; what <paramref name="precision"/> leaves open is set to the first.</summary>
    public PartialDate(DateOnly start, DatePrecision precision = DatePrecision.Day)
    {
        Precision = precision;
        Start = precision switch
        {
            DatePrecision.Year => new(start.Year, 1, 1),
            DatePrecision.Month => new(start.Year, start.Month, 1),
            _ => start,
        };
    }

    /// <summary>A day.</summary>
    public PartialDate(int year, int month, int day)
        : this(new DateOnly(year, month, day)) { }

    /// <summary>No announcement is older: a year such as 0202 is one that was not typed to its end.</summary>
    public const int EarliestYear = 1000;

    /// <summary>The first day that it may mean.</summary>
    public DateOnly Start { get; }

    /// <summary>How much of it is known.</summary>
    public DatePrecision Precision { get; }

    /// <summary>What to write, for whoever wrote something else.</summary>
    public static string Form => Texts["DateForm"];

    /// <summary>A day is a date that is known whole.</summary>
    public static implicit operator PartialDate(DateOnly day) => new(day);

    /// <summary>Whether one begins before another.</summary>
    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    /// <summary>Whether one begins after another.</summary>
    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    /// <summary>Whether one does not begin after another.</summary>
    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one does not begin before another.</summary>
    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    /// <summary>
    /// Reads a date: ISO 8601 (also with 00 for what is not known, or slashes), "5 November 2007", "November 2007", 2007年11月.
    /// </summary>
    /// <returns>The date; null where the text is none.</returns>
    public static PartialDate? Parse(string? text)
    {
        var match =
            Iso().Match(text ?? "") is { Success: true } iso ? iso
            : Chinese().Match(text ?? "") is { Success: true } zh ? zh
            : Worded().Match(text ?? "");
        if (!match.Success)
        {
            return null;
        }

        var month = match.Groups["name"].Success
            ? EnglishMonths.NumberOf(m => Is(match.Groups["name"].Value, m))
            : Number(match.Groups["month"]);
        var (year, day) = (Number(match.Groups["year"]), Number(match.Groups["day"]));
        if (
            year < EarliestYear
            || month > 12
            || (month == 0 && (day > 0 || match.Groups["name"].Success))
            || (month > 0 && day > DateTime.DaysInMonth(year, month))
        )
        {
            return null;
        }

        var precision =
            day > 0 ? DatePrecision.Day
            : month > 0 ? DatePrecision.Month
            : DatePrecision.Year;
        return new(new DateOnly(year, Math.Max(1, month), Math.Max(1, day)), precision);
    }

    /// <inheritdoc/>
    public int CompareTo(PartialDate other) => Start.CompareTo(other.Start);

    /// <summary>The date as ISO 8601 writes it.</summary>
    public override string ToString() => Write("yyyy-MM-dd", "yyyy-MM", "yyyy");

    /// <summary>The date in words: 5 November 2007, November 2007, 2007.</summary>
    public string InWords() => Write(Texts["DayPattern"], Texts["MonthPattern"], Texts["YearPattern"]);

    private string Write(string day, string month, string year) =>
        Start.ToString(
            Precision switch
            {
                DatePrecision.Year => year,
                DatePrecision.Month => month,
                _ => day,
            },
            CultureInfo.InvariantCulture
        );

    private static bool Is(string name, string month) =>
        name.Length >= 3 && month.StartsWith(name.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);

    private static int Number(Group group) =>
        group.Success && group.Length > 0 ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^\s*(?<year>[0-9]{4})(?:[-/.](?<month>[0-9]{1,2})(?:[-/.](?<day>[0-9]{1,2}))?)?\s*$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"^\s*(?<year>[0-9]{4})\s*年\s*(?:(?<month>[0-9]{1,2})\s*月\s*(?:(?<day>[0-9]{1,2})\s*[日号號]\s*)?)?$")]
    private static partial Regex Chinese();

    [GeneratedRegex(
        @"^\s*(?:(?<day>[0-9]{1,2})(?:st|nd|rd|th)?\s+)?(?<name>[A-Za-z]+\.?)(?:\s+(?<day>[0-9]{1,2})(?:st|nd|rd|th)?)?,?\s+(?<year>[0-9]{4})\s*$"
    )]
    private static partial Regex Worded();

    private sealed class Json : JsonConverter<PartialDate>
    {
        public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.TokenType is JsonTokenType.String ? reader.GetString() : null;
            return Parse(text) ?? throw new JsonException(text is null ? Texts["NoDate", Form] : Texts["NoDateTyped", text, Form]);
        }

        public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
