using System.Text.RegularExpressions;

namespace PolicyTracker.Text;

/// <content>Dates as people write them.</content>
public readonly partial record struct Period
{
    /// <summary>No announcement is older: a year such as 0202 is one that was not typed to its end.</summary>
    public const int EarliestYear = 1000;

    /// <summary>
    /// Reads a date of which the day, or the day and the month, may not be known: ISO 8601 (also with 00 for what is not known, or
    /// slashes), "5 November 2007", "November 2007", 2007年11月.
    /// </summary>
    /// <returns>The day, month or year, written as ISO 8601 does (2007-11-05, 2007-11, 2007); null where the text is no date.</returns>
    public static Period? ParseDate(string? text)
    {
        var match =
            Iso().Match(text ?? "") is { Success: true } iso ? iso
            : Chinese().Match(text ?? "") is { Success: true } zh ? zh
            : Worded().Match(text ?? "");
        if (!match.Success)
        {
            return null;
        }

        var isNamed = match.Groups["name"].Success;
        var month = isNamed ? EnglishMonths.NumberOf(m => Is(match.Groups["name"].Value, m)) : Number(match.Groups["month"]);
        var (year, day) = (Number(match.Groups["year"]), Number(match.Groups["day"]));
        return month == 0 && (day > 0 || isNamed)
            ? null
            : One(
                day > 0 ? $"{year:0000}-{month:00}-{day:00}"
                : month > 0 ? $"{year:0000}-{month:00}"
                : $"{year:0000}"
            );
    }

    private static bool Is(string name, string month) =>
        name.Length >= 3 && month.StartsWith(name.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\s*(?<year>[0-9]{4})(?:[-/.](?<month>[0-9]{1,2})(?:[-/.](?<day>[0-9]{1,2}))?)?\s*$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"^\s*(?<year>[0-9]{4})\s*年\s*(?:(?<month>[0-9]{1,2})\s*月\s*(?:(?<day>[0-9]{1,2})\s*[日号號]\s*)?)?$")]
    private static partial Regex Chinese();

    [GeneratedRegex(
        @"^\s*(?:(?<day>[0-9]{1,2})(?:st|nd|rd|th)?\s+)?(?<name>[A-Za-z]+\.?)(?:\s+(?<day>[0-9]{1,2})(?:st|nd|rd|th)?)?,?\s+(?<year>[0-9]{4})\s*$"
    )]
    private static partial Regex Worded();
}
