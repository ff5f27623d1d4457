using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyTracker.Text.Suggestions;

/// <summary>A number of a text with what it counts.</summary>
/// <param name="Start">UTF-16 position where the words that carry it begin: "more than" included.</param>
/// <param name="End">Behind its unit.</param>
/// <param name="Value">As a plain number.</param>
/// <param name="Unit">ISO 4217 code, <c>percent</c>, <c>count</c>, or a symbol.</param>
/// <param name="Comparator">How it stands to the true value.</param>
internal readonly record struct FoundFigure(int Start, int End, decimal Value, string Unit, FigureComparator Comparator);

/// <summary>Finds the numbers of a text that measure something: not dates, ordinals, sections, telephone numbers or names such as 5G.</summary>
internal static partial class Figures
{
    private static readonly Dictionary<string, decimal> Scales = new(StringComparer.OrdinalIgnoreCase)
    {
        ["hundred"] = 100,
        ["thousand"] = 1_000,
        ["k"] = 1_000,
        ["lakh"] = 100_000,
        ["lakhs"] = 100_000,
        ["million"] = 1_000_000,
        ["mn"] = 1_000_000,
        ["m"] = 1_000_000,
        ["crore"] = 10_000_000,
        ["crores"] = 10_000_000,
        ["cr"] = 10_000_000,
        ["billion"] = 1_000_000_000,
        ["bn"] = 1_000_000_000,
        ["b"] = 1_000_000_000,
        ["lakh crore"] = 1_000_000_000_000,
        ["lakh crores"] = 1_000_000_000_000,
        ["trillion"] = 1_000_000_000_000,
        ["tn"] = 1_000_000_000_000,
        ["百"] = 100,
        ["千"] = 1_000,
        ["万"] = 10_000,
        ["十万"] = 100_000,
        ["百万"] = 1_000_000,
        ["千万"] = 10_000_000,
        ["亿"] = 100_000_000,
        ["十亿"] = 1_000_000_000,
        ["百亿"] = 10_000_000_000,
        ["千亿"] = 100_000_000_000,
        ["万亿"] = 1_000_000_000_000,
    };

    private static readonly Dictionary<string, string> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["%"] = "percent",
        ["％"] = "percent",
        ["percent"] = "percent",
        ["per cent"] = "percent",
        ["pc"] = "percent",
        ["percentage point"] = "percent",
        ["percentage points"] = "percent",
        ["个百分点"] = "percent",
        ["$"] = "USD",
        ["us$"] = "USD",
        ["usd"] = "USD",
        ["dollar"] = "USD",
        ["dollars"] = "USD",
        ["美元"] = "USD",
        ["€"] = "EUR",
        ["eur"] = "EUR",
        ["euro"] = "EUR",
        ["euros"] = "EUR",
        ["欧元"] = "EUR",
        ["£"] = "GBP",
        ["gbp"] = "GBP",
        ["pound"] = "GBP",
        ["pounds"] = "GBP",
        ["英镑"] = "GBP",
        ["₹"] = "INR",
        ["rs"] = "INR",
        ["rs."] = "INR",
        ["inr"] = "INR",
        ["rupee"] = "INR",
        ["rupees"] = "INR",
        ["卢比"] = "INR",
        ["yuan"] = "CNY",
        ["renminbi"] = "CNY",
        ["rmb"] = "CNY",
        ["cny"] = "CNY",
        ["元"] = "CNY",
        ["元人民币"] = "CNY",
        ["¥"] = "CNY",
        ["yen"] = "JPY",
        ["日元"] = "JPY",
        ["exaflops"] = "EFLOPS",
        ["petaflops"] = "PFLOPS",
        ["u.s. dollars"] = "USD",
        ["us dollars"] = "USD",
        ["milliseconds"] = "ms",
        ["millisecond"] = "ms",
        ["毫秒"] = "ms",
        ["kilometres"] = "km",
        ["kilometers"] = "km",
        ["公里"] = "km",
        ["千米"] = "km",
        ["metres"] = "m",
        ["tonnes"] = "t",
        ["tons"] = "t",
        ["吨"] = "t",
        ["megawatts"] = "MW",
        ["gigawatts"] = "GW",
        ["兆瓦"] = "MW",
        ["吉瓦"] = "GW",
        ["千瓦"] = "kW",
        ["千瓦时"] = "kWh",
        ["hectares"] = "ha",
        ["公顷"] = "ha",
        ["nanometres"] = "nm",
        ["纳米"] = "nm",
        ["平方公里"] = "km2",
    };

    private static readonly HashSet<string> Symbols = [.. "EFLOPS PFLOPS TFLOPS ZFLOPS MW GW kW TW kWh MWh GWh TWh Gbps Mbps Tbps Gbit/s Mbit/s km km2 ms GB TB PB EB ZB GHz MHz nm Mt MtCO2e Kbps ha kg".Split(' ')];

    private static readonly HashSet<string> Durations = [.. "year years month months week weeks day days hour hours minute minutes second seconds decade decades century am pm o'clock years' months' year-old".Split(' ')];

    private static readonly HashSet<string> Labels = [.. "section sections article articles chapter annex appendix page pages p no number figure table clause paragraph para schedule phase extension ext tel telephone phone fax room version part item step goal sdg act regulation directive decision resolution iso class grade category tier horizon vision agenda industry route line flight covid ipv box question q pillar action recommendation objective priority stage round day week year aged age web volume vol issue model type series group top lot block building floor platform".Split(' ')];

    private static readonly HashSet<string> MonthNames = [.. "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".Split(' ')];

    private static readonly HashSet<string> NotCounted = [.. "of in on at by to from and or the a an is are was were will has have had which that as for with than its their times per key main areas points parts pillars steps priorities measures principles aspects stages themes chapters objectives ways reasons questions sections departments ministries sides".Split(' ')];

    /// <summary>The figures of a stretch of the text, in order.</summary>
    public static List<FoundFigure> In(string text, int start, int end)
    {
        var found = new List<FoundFigure>();
        foreach (Match m in Number().Matches(text[start..end]))
        {
            if (Read(text, start, end, m) is { } figure && (found.Count == 0 || figure.Start >= found[^1].End))
            {
                found.Add(figure);
            }
        }

        return found;
    }

    private static FoundFigure? Read(string text, int start, int end, Match m)
    {
        var (at, behind) = (start + m.Index, start + m.Index + m.Length);
        var digits = m.Groups["num"];
        var isChinese = digits.Success && (IsHan(text, behind) || m.Groups["zscale"].Success || IsHan(text, at - 1));
        if (m.Groups["tenths"].Success)
        {
            // 七成以上(70%): the figure in digits says it.
            return Tenths().IsMatch(text[behind..Math.Min(end, behind + 8)]) ? null : new(at, behind, 10 * "零一二三四五六七八九".IndexOf(m.Groups["tenths"].Value[0], StringComparison.Ordinal), "percent", Comparator(text, start, at, behind, end));
        }

        var currency = m.Groups["cur"].Success ? m.Groups["cur"].Value.Trim() : "";
        var scaleWord = m.Groups["scale"].Success ? Spaces().Replace(m.Groups["scale"].Value, " ") : m.Groups["zscale"].Value;
        if (scaleWord is "m" or "b" or "k" or "cr" or "B" && currency.Length == 0)
        {
            (scaleWord, behind) = ("", m.Groups["scale"].Index + start);
            while (text[behind - 1] == ' ')
            {
                behind--;
            }
        }

        if (!Value(m).HasValue)
        {
            return null;
        }

        var value = Value(m)!.Value * (scaleWord.Length > 0 ? Scales[scaleWord] : 1);
        var rest = text[behind..Math.Min(end, behind + 60)];
        var unit = currency.Length > 0 ? Units.GetValueOrDefault(currency, "USD") : null;
        if (UnitBehind().Match(rest) is { Success: true } u && Named(u.Groups["unit"].Value) is { } named && (unit is null || named == unit))
        {
            (unit, behind) = (named, behind + u.Length);
        }

        var before = Before(text, start, at);
        if (unit is null)
        {
            if (IsNoFigure(text, start, at, behind, end, digits, before, scaleWord, rest))
            {
                return null;
            }

            if (isChinese)
            {
                var classifier = Classifier().Match(rest);
                if (scaleWord.Length == 0 && (!classifier.Success || value < 10))
                {
                    return null;
                }

                (unit, behind) = ("count", behind + classifier.Length);
            }
            else if (scaleWord.Length > 0)
            {
                unit = "count";
            }
            else if (CountedNoun(After().Replace(rest, "", 1)) is > 0 and var length && (value >= 10 || before is "least" or "than" or "over"))
            {
                (unit, behind) = ("count", behind + length + After().Match(rest).Length);
            }
            else if (digits.Value.Contains(',', StringComparison.Ordinal) && before is "to" or "reached" or "at" or "than" or "over" or "was" or "were" or "totalled" or "numbered" or "some" or "about")
            {
                unit = "count";
            }
            else
            {
                return null;
            }
        }
        else if (unit == "percent" && IsName(text, at, behind))
        {
            return null;
        }

        var comparator = Comparator(text, start, at, behind, end);
        var more = After().Match(text[behind..Math.Min(end, behind + 14)]);
        behind += more.Success ? more.Length : 0;
        return new(BeforeWords(text, start, at), behind, value, unit, comparator);
    }

    private static decimal? Value(Match m)
    {
        if (m.Groups["word"].Success)
        {
            return Array.IndexOf(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], m.Groups["word"].Value.ToLowerInvariant()) is > 0 and var n ? n : m.Groups["word"].Value.Equals("half a", StringComparison.OrdinalIgnoreCase) ? 0.5m : 1;
        }

        return decimal.TryParse(m.Groups["num"].Value.Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < 1_000_000_000_000_000 ? value : null;
    }

    private static string? Named(string word) => Units.TryGetValue(Spaces().Replace(word, " "), out var unit) ? unit : Symbols.Contains(word) ? word : null;

    // A year, a date, a section, an ordinal, a time, a part of a name.
    private static bool IsNoFigure(string text, int start, int at, int behind, int end, Group digits, string before, string scale, string rest)
    {
        var (left, right) = (at > start ? text[at - 1] : ' ', behind < end ? text[behind] : ' ');
        if (left is '-' or '/' or '.' or ':' or '#' or '第' or '（' && right is '）' || char.IsLetter(left) && !IsHan(text, at - 1) || right is ':' && behind + 1 < end && char.IsDigit(text[behind + 1])
            || char.IsAsciiLetter(right) || right is '/' or '年' or '月' or '日' or '号' or '时' or '点' or '条' && scale.Length == 0 || rest.StartsWith("世纪", StringComparison.Ordinal) || rest.StartsWith("个月", StringComparison.Ordinal) || rest.StartsWith("小时", StringComparison.Ordinal) || rest.StartsWith("分钟", StringComparison.Ordinal) || (right is '天' or '届' or '章' or '款' or '期'))
        {
            return true;
        }

        if (right is '-' or '–' && behind + 1 < end && (char.IsDigit(text[behind + 1]) || char.IsAsciiLetter(text[behind + 1])))
        {
            return true;
        }

        var next = NextWord().Match(rest).Groups[1].Value.ToLowerInvariant();
        if (before == "the" && text[..at].TrimEnd().EndsWith("of the", StringComparison.OrdinalIgnoreCase))
        {
            return true; // 15 of the 20 projects
        }

        if (Labels.Contains(before) || MonthNames.Contains(before) || MonthNames.Contains(next) || Durations.Contains(next))
        {
            return true;
        }

        // A year is written without a comma; where a noun in the plural follows and no preposition stands before it, it counts.
        return scale.Length == 0 && digits.Length == 4 && digits.Value[0] is '1' or '2' && digits.Value[1] is '9' or '0' && digits.Success && !digits.Value.Contains(',', StringComparison.Ordinal)
            && (before is "in" or "by" or "since" or "of" or "from" or "until" or "before" or "after" or "during" or "for" or "to" or "and" or "the" or "end" || CountedNoun(rest) <= 0 || (before.Length == 0 && Aims().IsMatch(rest)));
    }

    // “Reaching 100%”: a title in quotation marks.
    private static bool IsName(string text, int at, int behind)
    {
        var open = text.LastIndexOfAny(['“', '"', '‘', '《'], at - 1 < 0 ? 0 : at - 1);
        return open >= 0 && at - open < 40 && behind < text.Length && text[behind] is '”' or '"' or '’' or '》' && char.IsUpper(text[open + 1]) && text.IndexOf(' ', open, at - open) >= 0 && !text[open..at].Contains('.', StringComparison.Ordinal);
    }

    // The length of "(two adjectives) stations" behind a number; 0 where no noun in the plural is there.
    private static int CountedNoun(string rest)
    {
        var m = Noun().Match(rest);
        return m.Success && !m.Groups["word"].Captures.Any(c => NotCounted.Contains(c.Value.ToLowerInvariant()) || Durations.Contains(c.Value.ToLowerInvariant())) ? m.Length : 0;
    }

    private static string Before(string text, int start, int at) => LastWord().Match(text[start..at]).Groups[1].Value.ToLowerInvariant().TrimEnd('.');

    private static int BeforeWords(string text, int start, int at) => ComparatorBefore().Match(text[start..at]) is { Success: true } m ? start + m.Index + (m.Length - m.Value.TrimStart().Length) : at;

    private static FigureComparator Comparator(string text, int start, int at, int behind, int end)
    {
        var before = ComparatorBefore().Match(text[start..at]);
        var after = After().Match(text[behind..Math.Min(end, behind + 14)]);
        return before.Groups["least"].Success || after.Groups["least"].Success ? FigureComparator.AtLeast
            : before.Groups["most"].Success || after.Groups["most"].Success ? FigureComparator.AtMost
            : before.Groups["about"].Success || after.Groups["about"].Success ? FigureComparator.About
            : FigureComparator.Equal;
    }

    private static bool IsHan(string text, int at) => at >= 0 && at < text.Length && text[at] is >= '\u4E00' and <= '\u9FFF';

    [GeneratedRegex(@"(?<cur>US\$|[$€£¥₹]\s?|\b(?:Rs\.?|INR|EUR|GBP|USD|CNY|RMB)\s?)?(?<![\d.,])(?<num>\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:(?:\s|-)?(?<scale>lakh\s+crores?|trillion|billion|million|thousand|hundred|lakhs?|crores?|tn|bn|mn|cr|[mbk])\b|(?<zscale>万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百))?(?<more>余|多)?|\b(?<word>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half\s+a)\s+(?<scale>lakh\s+crores?|trillion|billion|million|lakhs?|crores?)\b|(?<tenths>[一二三四五六七八九])成", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"^[\s-]?(?<unit>%|％|per\s?cent\b|percentage\s+points?\b|pc\b|个百分点|U\.S\.\s+dollars?|US\s?dollars?|exaflops\b|petaflops\b|dollars?\b|euros?\b|pounds?\b|rupees?\b|yuan\b|renminbi\b|RMB\b|yen\b|元人民币|美元|欧元|英镑|日元|卢比|元|毫秒|平方公里|公里|千米|吨|千瓦时|千瓦|兆瓦|吉瓦|公顷|纳米|milliseconds?\b|kilomet(?:re|er)s\b|metres\b|tonnes\b|tons\b|megawatts\b|gigawatts\b|hectares\b|nanometres\b|[A-Za-z][A-Za-z0-9]*(?:/s)?)", RegexOptions.IgnoreCase)]
    private static partial Regex UnitBehind();

    [GeneratedRegex(@"^\s*(?:个|家|户|人|名|位|项|座|台|套|辆|件|所|处|组|次|种|张|片|亩|架|条|款|对|株|支|艘|门|间|份|例|倍|余家|多个)")]
    private static partial Regex Classifier();

    [GeneratedRegex(@"(?:\b(?<least>more\s+than|over|above|at\s+least|exceed(?:s|ing|ed)?|no\s+less\s+than|not\s+less\s+than|no\s+fewer\s+than|upwards\s+of|in\s+excess\s+of|past|beyond|surpass(?:es|ing|ed)?)|\b(?<most>less\s+than|under|below|at\s+most|up\s+to|no\s+more\s+than|not\s+more\s+than|fewer\s+than|within|maximum\s+of)|\b(?<about>about|around|some|approximately|nearly|almost|roughly|close\s+to|circa)|(?<least>超过|超|逾|突破|不少于|不低于|高于|大于|过)|(?<most>不超过|低于|少于|小于|不高于)|(?<about>大约|约|近|接近|将近))\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex ComparatorBefore();

    [GeneratedRegex(@"^\s?(?:(?<least>or\s+more|or\s+higher|and\s+above|or\s+above|以上|\+)|(?<most>or\s+less|or\s+lower|以下|以内)|(?<about>左右|上下|or\s+so))", RegexOptions.IgnoreCase)]
    private static partial Regex After();

    [GeneratedRegex(@"^\s+(?:(?<word>[a-z][a-z-]*)\s+){0,3}?(?<word>[a-z][a-z-]*s)\b(?<!ss|us|is)|^\s+(?:(?<word>[a-z][a-z-]*)\s+){0,2}?(?<word>people|households|children|women|men|staff|personnel|equipment)\b")]
    private static partial Regex Noun();

    [GeneratedRegex(@"([\p{L}.']+)[\s(“""]*$")]
    private static partial Regex LastWord();

    [GeneratedRegex(@"^[\s-]*([A-Za-z']+)")]
    private static partial Regex NextWord();

    [GeneratedRegex(@"^(?:以上|左右)?\s*[(（]\s*\d")]
    private static partial Regex Tenths();

    [GeneratedRegex(@"^\s+(?:targets?|goals?|objectives?|plans?|budgets?|elections?|results?|figures?|levels?|prices?|commitments?|priorities|rules|accounts)\b")]
    private static partial Regex Aims();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
