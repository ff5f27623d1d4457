using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyTracker.Text.Suggestions;

/// <summary>Finds the periods of a text in English and Chinese, and the year in which it was written.</summary>
internal static partial class PeriodReader
{
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth"];

    public static List<PeriodMention> In(string text)
    {
        var found = new List<PeriodMention>();
        foreach (Match m in English().Matches(text))
        {
            var year = m.Groups["near"].Success ? Near(m.Groups["near"].Value) : Number(m, "year");
            var part =
                m.Groups["quarter"].Success ? $"-Q{Array.IndexOf(Ordinals, m.Groups["quarter"].Value.ToLowerInvariant()) + 1}"
                : m.Groups["q"].Success ? $"-Q{m.Groups["q"].Value}"
                : m.Groups["half"].Success
                    ? m.Groups["half"].Value.Equals("first", StringComparison.OrdinalIgnoreCase) ? "-H1"
                        : "-H2"
                : m.Groups["month"].Success
                    ? $"-{EnglishMonths.NumberOf(n => n.StartsWith(m.Groups["month"].Value[..3], StringComparison.OrdinalIgnoreCase)):00}"
                : "";
            found.Add(InYears(new(m.Index, m.Index + m.Length, year, part, m.Groups["until"].Success), m, "through"));
        }

        foreach (Match m in Chinese().Matches(text))
        {
            var part =
                m.Groups["quarter"].Success
                    ? $"-Q{(("一二三四1234".IndexOf(m.Groups["quarter"].Value[0], StringComparison.Ordinal) % 4) + 1)}"
                : m.Groups["half"].Success
                    ? m.Groups["half"].Value == "上" ? "-H1"
                        : "-H2"
                : m.Groups["month"].Success ? $"-{Number(m, "month"):00}"
                : "";
            found.Add(
                InYears(
                    new(
                        m.Index,
                        m.Index + m.Length,
                        m.Groups["near"].Success ? Near(m.Groups["near"].Value) : Number(m, "year"),
                        part,
                        m.Groups["until"].Success || m.Groups["end"].Success
                    ),
                    m,
                    "year"
                )
            );
        }

        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    /// <summary>
    /// The year of a document: of its latest full date, else the latest year that it does not look forward to; 0 where it names
    /// none.
    /// </summary>
    public static int DocumentYear(string text, List<PeriodMention> periods)
    {
        var dated = Dated().Matches(text).Select(m => Number(m, "year")).Where(y => y is > 1980 and < 2100).DefaultIfEmpty(0).Max();
        return dated > 0 ? dated
            : periods.Where(p => !p.IsUntil && p.Range is null).Select(p => p.Year).DefaultIfEmpty(0).Max() is > 1 and var latest ? latest
            : periods.Where(p => !p.IsUntil).Select(p => p.EndYear).DefaultIfEmpty(0).Max();
    }

    // "2023–24", "2021 to 2025", 2021—2025年: a range of years; "2024-03" is a month.
    private static PeriodMention InYears(PeriodMention period, Match match, string last)
    {
        var (first, second) = (match.Groups["first"].Success ? match.Groups["first"] : match.Groups["year"], match.Groups[last]);
        if (!second.Success || first == second || first.Length != 4 || period.Part.Length > 0)
        {
            return period;
        }

        var from = int.Parse(first.ValueSpan, CultureInfo.InvariantCulture);
        var to = int.Parse(second.ValueSpan, CultureInfo.InvariantCulture);
        to = second.Length == 4 ? to : (from / 100 * 100) + to + (to == 0 ? 100 : 0);
        return to > from
                ? period with
                {
                    Year = from,
                    LastYear = to,
                    Range = $"{first.Value}{(match.Groups["stroke"].Success ? '/' : '–')}{second.Value}",
                }
            : to % 100 is >= 1 and <= 12 && second.Length == 2 ? period with { Part = "-" + second.Value }
            : period;
    }

    private static int Near(string word) =>
        word.ToLowerInvariant() switch
        {
            "last" or "去年" or "上年" => -1,
            "next" or "明年" => 1,
            _ => 0,
        };

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"\b(?:(?<until>by|until|till|before|through|to|towards)\s+)?(?:(?:the\s+)?end\s+of\s+|end-|in\s+|during\s+|for\s+|of\s+|since\s+|from\s+|between\s+)?(?:the\s+)?(?:(?<quarter>first|second|third|fourth)\s+quarter(?:\s+of)?(?:\s+(?<year>20\d\d|19\d\d))?|Q(?<q>[1-4])(?:\s+(?<year>20\d\d))?|(?<half>first|second)\s+half(?:\s+of)?(?:\s+(?:the\s+year|(?<year>20\d\d)))?|(?<month>January|February|March|April|May|June|July|August|September|October|November|December)\s+(?<year>20\d\d|19\d\d)|(?<near>this|last|next)\s+year\b|(?<=end\s+of\s+)(?:the|this)\s+year\b|(?:FY\s?)?(?<year>20\d\d|19\d\d)(?:(?:[-–—]|(?<stroke>/)|(?<=\bfrom\s+20\d\d)\s+to\s+|(?<=\bbetween\s+20\d\d)\s+and\s+)(?<through>(?:20|19)\d\d|\d\d)(?!\d))?)(?![\d,.]*\d|\s*%|\s+(?:percent|per cent|million|billion|villages|people|cities|schools)|\s*年)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex English();

    [GeneratedRegex(
        @"(?:(?<until>到|(?<![截年月])至|力争到|争取到)\s*)?(?:(?:(?<first>20\d\d)\s*年?\s*[至到—–-]{1,2}\s*)?(?<year>20\d\d|19\d\d)\s*年(?<end>底|末)?)?(?:(?<=年|^|[,，。；;、\s截至])(?:第?(?<quarter>[一二三四1-4])季度|(?<half>[上下])半年|(?<month>1[0-2]|[1-9])月(?:份|末|底)?))|(?:(?<until>到|(?<![截年月])至)\s*)?(?:(?<first>20\d\d)\s*年?\s*[至到—–-]{1,2}\s*)?(?<year>20\d\d|19\d\d)\s*年(?<end>底|末)?|(?:(?<until>到|(?<![截年月])至)\s*)?(?<near>今年|去年|上年|明年)(?!同期|以来)(?<end>底|末)?"
    )]
    private static partial Regex Chinese();

    [GeneratedRegex(
        @"(?:\b\d{1,2}(?:st|nd|rd|th)?\s+(?:January|February|March|April|May|June|July|August|September|October|November|December),?\s+(?<year>20\d\d)|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2},?\s+(?<year>20\d\d)|\b(?<year>20\d\d)-\d\d-\d\d\b|(?<year>20\d\d)年\d{1,2}月\d{1,2}日)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Dated();
}
