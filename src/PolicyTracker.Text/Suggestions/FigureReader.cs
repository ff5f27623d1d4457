using System.Globalization;
using System.Text.RegularExpressions;
using PolicyTracker.Text.Meaning;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Suggestions;

/// <summary>
/// Finds the numbers of a text that measure something: not dates, ordinals, sections, telephone numbers or names such as 5G.
/// </summary>
internal static partial class FigureReader
{
    private const int MaxBefore = 40,
        MaxBehind = 60,
        MinWritten = 10;

    /// <summary>The figures of a stretch of the text, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the stretch begins.</param>
    /// <param name="end">Behind it.</param>
    /// <param name="undertakings">What is undertaken in it: there a small number counts too ("buy 3 pumps").</param>
    public static List<FoundFigure> In(string text, int start, int end, List<Undertaking>? undertakings = null)
    {
        var sentence = new SentenceText(text, start, end);
        var found = new List<FoundFigure>();
        var behindRange = -1; // the last number that is the second end of a range
        for (Match m = Number().Match(text, start, end - start), next; m.Success; m = next)
        {
            next = m.NextMatch();
            var isRange = next.Success && m.Index != behindRange && NumberRanges.IsRange(sentence, m, next);
            if (
                !isRange
                && m.Index != behindRange
                && Read(sentence, m, undertakings ?? []) is { } figure
                && (found.Count == 0 || figure.Start >= found[^1].End)
            )
            {
                found.Add(figure);
            }

            behindRange = isRange ? next.Index : behindRange;
        }

        return found;
    }

    private static FoundFigure? Read(SentenceText sentence, Match m, List<Undertaking> undertakings)
    {
        var (text, end) = (sentence.Text, sentence.End);
        var (at, behind) = (m.Index, m.Index + m.Length);
        var isSetOtherwise = behind + 1 < end && text[behind] is '.' or ',' && char.IsAsciiDigit(text[behind + 1]);
        if (isSetOtherwise || NumberRanges.IsEndOrWhole(sentence, at))
        {
            return null;
        }

        if (m.Groups["hundredths"].Success)
        {
            return Hundredths(sentence, m);
        }

        if (m.Groups["tenths"].Success)
        {
            return Tenths(sentence, m);
        }

        var currency = m.Groups["cur"].Success ? m.Groups["cur"].Value.Trim() : "";
        (var scale, behind) = Scale(sentence, m, currency);
        if (Value(m) is not { } number || IsConversion(sentence, at, behind, currency))
        {
            return null;
        }

        var value = Scaled(m, number, scale);
        var unit = currency.Length > 0 ? FigureUnits.Units.GetValueOrDefault(currency, "USD") : null;
        if (
            UnitBehind().Match(sentence.Behind(behind, MaxBehind)) is { Success: true } u
            && FigureUnits.Of(u.Groups["unit"].Value) is { } named
            && (unit is null || named == unit)
        )
        {
            (unit, behind) = (named, behind + u.Length);
        }

        if (unit == "percent" && OtherNumbers.IsTitle(text, at, behind))
        {
            return null;
        }

        var noun = 0; // characters behind the number that name what is counted
        if (unit is null)
        {
            if (Count(sentence, m, behind, value, scale, undertakings) is not { } count)
            {
                return null;
            }

            (unit, behind, noun) = ("count", count.Behind, count.Noun);
        }

        if (unit == "count" && scale.Length == 0 && TwoWays().IsMatch(m.Groups["num"].Value))
        {
            return null; // "1.200 homes": twelve hundred to some, one to others
        }

        var comparator = m.Groups["more"].Success
            ? FigureComparator.MoreThan
            : FigureComparators.Of(sentence, at, m.Index + m.Length, behind);
        behind += IsChinese(sentence, m) ? 0 : MeasuredLength(sentence.Behind(behind, MaxBehind), unit, scale);
        behind += noun > 0 ? noun : FigureComparators.LengthBehind(sentence, behind);
        var isNegative = IsNegative(sentence, at);
        var first = FigureComparators.StartBefore(sentence, isNegative ? at - 1 : at);
        behind += ClosesBracket(sentence, first, behind) ? 1 : 0;
        return new(first, behind, isNegative ? -value : value, unit, comparator);
    }

    // 百分之七十
    private static FoundFigure? Hundredths(SentenceText sentence, Match m)
    {
        var behind = m.Index + m.Length;
        return Plain(m.Groups["hundredths"].Value) is { } share
            ? new(
                FigureComparators.StartBefore(sentence, m.Index),
                behind + FigureComparators.LengthBehind(sentence, behind),
                share,
                "percent",
                FigureComparators.Of(sentence, m.Index, behind, behind)
            )
            : null;
    }

    // 七成; of 七成以上(70%) the figure in digits says it.
    private static FoundFigure? Tenths(SentenceText sentence, Match m)
    {
        var behind = m.Index + m.Length;
        return BracketedDigits().IsMatch(sentence.Behind(behind, 8))
            ? null
            : new(
                m.Index,
                behind,
                10 * "零一二三四五六七八九".IndexOf(m.Groups["tenths"].Value[0], StringComparison.Ordinal),
                "percent",
                FigureComparators.Of(sentence, m.Index, behind, behind)
            );
    }

    private static bool IsChinese(SentenceText sentence, Match m) =>
        m.Groups["han"].Success
        || (m.Groups["num"].Success && (sentence.IsHan(m.Index + m.Length) || m.Groups["zscale"].Success || sentence.IsHan(m.Index - 1)));

    // The scale of a number, and the position behind both. "1.2m tonnes" is a million; "a wall of 5 m", "5m wide" is not.
    private static (string Scale, int Behind) Scale(SentenceText sentence, Match m, string currency)
    {
        var behind = m.Index + m.Length;
        var (digits, letters) = (m.Groups["num"], m.Groups["scale"]);
        var scale = letters.Success ? letters.Value : m.Groups["zscale"].Value;
        var isMillion =
            scale is "m"
            && letters.Index == digits.Index + digits.Length
            && CountedNouns.FollowAtOnce(sentence.Text.AsSpan(behind, Math.Min(sentence.End, behind + 40) - behind));
        if (scale is not ("m" or "b" or "k" or "cr" or "B") || currency.Length > 0 || isMillion)
        {
            return (scale, behind);
        }

        behind = letters.Index;
        while (sentence.Text[behind - 1] == ' ')
        {
            behind--;
        }

        return ("", behind);
    }

    // With its scale, and what follows a Chinese one: 2万5千, 1万2千亿.
    private static decimal Scaled(Match m, decimal number, string scale)
    {
        var value = scale.Length > 0 ? number * FigureUnits.Scale(scale) : number;
        if (m.Groups["rest"].Success)
        {
            value +=
                decimal.Parse(m.Groups["rest"].ValueSpan, CultureInfo.InvariantCulture) * FigureUnits.Scale(m.Groups["restscale"].Value);
        }

        return m.Groups["over"].Success ? value * FigureUnits.Scale(m.Groups["over"].Value) : value;
    }

    // "8.5 trillion yuan (about 1.18 trillion dollars)": the same once more.
    private static bool IsConversion(SentenceText sentence, int at, int behind, string currency)
    {
        var (text, start, end) = sentence;
        if (currency.Length == 0 && !Bracketed().IsMatch(sentence.Before(at, MaxBefore)))
        {
            return false;
        }

        var open = text.LastIndexOf('(', at, Math.Min(at - start + 1, 12));
        var close = open < 0 ? -1 : text.IndexOf(')', behind, Math.Min(end - behind, 24));
        return close >= 0 && Converted().IsMatch(text[start..open]) && (currency.Length > 0 || Money().IsMatch(text[behind..close]));
    }

    // Where a number without a unit counts something: the position behind it, a classifier and the words that English counts
    // by, and how many characters behind that name in Chinese what is counted. Null where it counts nothing.
    private static (int Behind, int Noun)? Count(
        SentenceText sentence,
        Match m,
        int behind,
        decimal value,
        string scale,
        List<Undertaking> undertakings
    )
    {
        var at = m.Index;
        var before = LastWord().Match(sentence.Before(at, MaxBefore)).Groups[1].Value.ToLowerInvariant().TrimEnd('.');
        var isWritten = m.Groups["spelled"].Success || m.Groups["han"].Success;
        if (
            // "three outcomes": style, not a figure.
            OtherNumbers.IsOther(sentence, at, behind, m.Groups["num"], before, scale) || (isWritten && value < MinWritten)
        )
        {
            return null;
        }

        if (IsChinese(sentence, m))
        {
            return ChineseCount(sentence, at, behind, value, scale);
        }

        if (scale.Length > 0)
        {
            return (behind, 0);
        }

        var rest = sentence.Behind(behind, MaxBehind);
        var comparator = FigureComparators.LengthAtStart(rest);
        if (
            CountedNouns.Length(rest[comparator..]) is > 0 and var length
            && (
                value >= 10
                || before is "least" or "than" or "over"
                || (value >= 2 && undertakings.Exists(u => u.Start <= at && at < u.End))
            )
        )
        {
            return (behind + length + comparator, 0);
        }

        return m.Groups["num"].Value.Contains(',', StringComparison.Ordinal) ? (behind, 0) : null;
    }

    private static (int Behind, int Noun)? ChineseCount(SentenceText sentence, int at, int behind, decimal value, string scale)
    {
        var (before, rest) = (sentence.Before(at, MaxBefore), sentence.Behind(behind, MaxBehind));
        var classifier = CountedNouns.ClassifierLength(rest);
        var isStressed =
            FigureComparators.LengthAtStart(rest[classifier..]) > 0
            || FigureComparators.StandBefore(sentence, at)
            || CountedNouns.AreMade(before);
        if (CountedNouns.IsOfStructure(rest, before) || (scale.Length == 0 && (classifier == 0 || (value < 10 && !isStressed))))
        {
            return null;
        }

        behind += classifier;
        return (behind, classifier > 0 ? CountedNouns.ChineseLength(sentence.Behind(behind, 30)) : 0);
    }

    // What an English figure measures stands beside it: "1.2 million (homes)", "90 % (of all schools)".
    private static int MeasuredLength(string rest, string unit, string scale) =>
        unit != "count" ? CountedNouns.LengthOfWhole(rest)
        : scale.Length > 0 ? CountedNouns.Length(rest)
        : 0;

    private static bool IsNegative(SentenceText sentence, int at)
    {
        var (text, start, _) = sentence;
        if (at <= start || text[at - 1] is not ('-' or '−' or '–'))
        {
            return at > start && text[at - 1] is '负';
        }

        return at - 1 == start
            || char.IsWhiteSpace(text[at - 2])
            || text[at - 2] is '(' or '（'
            || (text[at - 1] != '–' && sentence.IsHan(at - 2));
    }

    // 七成以上(70%): the bracket behind a figure was opened within it.
    private static bool ClosesBracket(SentenceText sentence, int first, int behind)
    {
        if (behind >= sentence.End || sentence.Text[behind] is not (')' or '）'))
        {
            return false;
        }

        var figure = sentence.Text.AsSpan(first, behind - first);
        return figure.LastIndexOfAny('(', '（') > figure.LastIndexOfAny(')', '）');
    }

    private static decimal? Value(Match m)
    {
        if (m.Groups["spelled"].Success || m.Groups["han"].Success)
        {
            return Plain(m.Groups["spelled"].Value + m.Groups["han"].Value);
        }

        if (m.Groups["word"].Success)
        {
            return Array.IndexOf(
                    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
                    m.Groups["word"].Value.ToLowerInvariant()
                )
                    is > 0
                        and var n
                    ? n
                : m.Groups["word"].Value.Equals("half a", StringComparison.OrdinalIgnoreCase) ? 0.5m
                : 1;
        }

        return
            decimal.TryParse(
                string.Concat(m.Groups["num"].Value.Where(c => !char.IsWhiteSpace(c)))
                    .Replace(",", "", StringComparison.Ordinal)
                    .Replace("，", "", StringComparison.Ordinal),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var value
            )
            && value < 1_000_000_000_000_000
            ? value
            : null;
    }

    // A number in words, the whole of them: 十四五 is none.
    private static decimal? Plain(string words)
    {
        var tokens = Token.Of(words, 0, words.Length);
        return
            NumberPhrase.Read(words, tokens, 0) is { } read
            && read.Tokens == tokens.Count
            && decimal.TryParse(read.Key, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    [GeneratedRegex(
        @"(?<cur>(?:US|AU|CA|NZ|HK|NT|[ACSR])?\$\s?|[€£¥₹]\s?|\b(?:Rs\.?|INR|EUR|GBP|USD|CNY|RMB)\s?)?(?<![\d.,])"
            + @"(?<num>\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|[1-9]\d{0,2}(?:[ \u00A0\u2007-\u200A\u202F]\d{3})+(?:\.\d+)?(?![\d \u00A0\u2007-\u200A\u202F]?\d)|\d+(?:\.\d+)?)"
            + @"(?:(?:\s|-)?(?<scale>(?:lakh|thousand)\s+crores?|hundred\s+(?:thousand|million)|trillion|billion|million|thousand|hundred|lakhs?|crores?|tn|bn|mn|cr|[mbk])\b"
            + @"|(?:(?<more>余|多)?(?<zscale>万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百))(?:(?<rest>\d{1,4})(?<restscale>[万千百])(?<over>[万亿])?)?)?(?<more>余|多)?"
            + @"|\b(?<word>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half\s+a)\s+(?<scale>lakh\s+crores?|trillion|billion|million|lakhs?|crores?)\b"
            + @"|\b(?<spelled>(?:"
            + UnderHundred
            + @"|one(?=\s+(?:hundred|thousand)\b))(?:(?:-|\s+)(?:and\s+)?(?:"
            + UnderHundred
            + @"|one|hundred|thousand|million|billion))*)\b(?!-)"
            + @"|百分之(?<hundredths>[一二三四五六七八九十]{1,4})(?![点百千万亿])|(?<tenths>[一二三四五六七八九])成"
            + @"|(?<![第分之\d.点零一二两三四五六七八九十百千万亿])(?<han>[一二两三四五六七八九十][零一二两三四五六七八九十百千万亿]*)(?<more>余|多)?(?![成分点\d])",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Number();

    private const string UnderHundred =
        "(?:two|three|four(?:teen)?|five|six(?:teen)?|seven(?:teen)?|eight(?:een)?|nine(?:teen)?|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)";

    [GeneratedRegex(
        @"^[\s-]?(?<unit>%|％|per\s?cent\b|percentage\s+points?\b|pc\b|个百分点|U\.S\.\s+dollars?|US\s?dollars?|exaflops\b|petaflops\b|dollars?\b|euros?\b|pounds?\b|rupees?\b|yuan\b|renminbi\b|RMB\b|yen\b|元人民币|美元|欧元|英镑|日元|卢比|元|毫秒|平方公里|公里|千米|吨|千瓦时|千瓦|兆瓦|吉瓦|公顷|纳米|milliseconds?\b|kilomet(?:re|er)s\b|metres\b|tonnes\b|tons\b|megawatts\b|gigawatts\b|hectares\b|nanometres\b|[A-Za-z][A-Za-z0-9]*(?:/s)?)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex UnitBehind();

    [GeneratedRegex(@"([\p{L}.']+)[\s(“""]*$")]
    private static partial Regex LastWord();

    [GeneratedRegex(@"^(?:以上|左右)?\s*[(（]\s*\d")]
    private static partial Regex BracketedDigits();

    // Words of a sum of money, then a bracket; what may stand between the bracket and a conversion; and the name of its currency.
    [GeneratedRegex(
        @"(?:[$€£¥₹]|\b(?:Rs\.?|yuan|euros?|rupees|dollars|pounds|RMB|USD|EUR|GBP|INR|CNY)\b|元)[^;。；(]{0,20}$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Converted();

    [GeneratedRegex(@"\((?:about|around|approximately|roughly|some|or|i\.e\.,?|US|nearly)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^\s*(?:U\.?S\.?\s*)?(?:dollars?|euros?|pounds?|yuan|rupees?)", RegexOptions.IgnoreCase)]
    private static partial Regex Money();

    [GeneratedRegex(@"^\d{1,3}\.\d{3}$")]
    private static partial Regex TwoWays();
}
