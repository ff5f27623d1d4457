using System.Text.RegularExpressions;

namespace PolicyTracker.Text.Suggestions;

/// <summary>Finds the ends of ranges: "22 to 30 per cent". One of them is no figure: the value lies between the two.</summary>
internal static partial class NumberRanges
{
    private const int MaxBetweenEnds = 28,
        MaxBefore = 100,
        MaxBeforeEnd = 40;

    /// <summary>Whether two numbers that follow each other are the ends of a range.</summary>
    /// <param name="sentence">Their sentence.</param>
    /// <param name="first">The first, as <see cref="FigureReader"/> finds it.</param>
    /// <param name="second">The second.</param>
    public static bool IsRange(SentenceText sentence, Match first, Match second)
    {
        var (at, behind) = (first.Index, first.Index + first.Length);
        if (second.Index - behind > MaxBetweenEnds)
        {
            return false;
        }

        var gap = sentence.Text[behind..second.Index];
        var (mark, between) = (RangeMark().Match(gap), BetweenMark().IsMatch(gap));
        if (!mark.Success && !between)
        {
            return false;
        }

        var before = FigureComparators.WithoutBefore(sentence.Before(at, MaxBefore));
        var after = sentence.Behind(second.Index + second.Length, MaxBetweenEnds);
        if (between && (BetweenBefore().IsMatch(before) || BetweenBehind().IsMatch(after)))
        {
            return true;
        }

        // "in 2024 to 12 per cent": the year is no end.
        var isYear = first.Length == 4 && first.Value[0] is '1' or '2' && second.Groups["num"].Length != 4;
        if (!mark.Success || mark.Groups["dash"].Success || isYear)
        {
            return mark.Success && mark.Groups["dash"].Success;
        }

        var (unit, currency) = (mark.Groups["unit"].Value, first.Groups["cur"].Value.Trim());
        var isWhole = unit.Length > 0 || currency.Length > 0 || first.Groups["scale"].Success || first.Groups["zscale"].Success;
        var isChange = Change().IsMatch(before);
        if (FromBefore().IsMatch(before))
        {
            return Ranging().IsMatch(before) || (!isWhole && !isChange); // "from 6 million to 60 million": what was, and what will be
        }

        var isSame =
            unit.Length > 0
                ? after.TrimStart().StartsWith(unit, StringComparison.OrdinalIgnoreCase)
                : currency == second.Groups["cur"].Value.Trim();
        return !isWhole || (isSame && (!isChange || ByBefore().IsMatch(before)));
    }

    /// <summary>Whether what stands right before a number makes it an end of a range, or a whole of which a part is told.</summary>
    public static bool IsEndOrWhole(SentenceText sentence, int at) => EndOfRange().IsMatch(sentence.Before(at, MaxBeforeEnd));

    // Between the two ends of a range: "(22) to (30 per cent)", "(35)–(40%)", "(5万元)至(10万元)".
    [GeneratedRegex(
        @"^\s?(?<unit>%|per\s?cent|percentage\s+points?|个百分点|美元|欧元|[元人吨个家户名项座台套辆件所处]|公里|公顷|tonnes|(?:k|M|G|T)?(?:t|W|Wh)|km|kg|ha)?\s?(?:(?<dash>[-‐‑–—~～]{1,2})|(?:up\s)?to|or|至|到|或)\s?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex RangeMark();

    // "between (£3.1) and (£3.6 billion)"
    [GeneratedRegex(@"\bbetween\s*$|介于$", RegexOptions.IgnoreCase)]
    private static partial Regex BetweenBefore();

    [GeneratedRegex(@"^[^,.;:，。；：]{0,20}(?:\band|和|与|及|至|到)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex BetweenMark();

    [GeneratedRegex(@"^[^,.;:，。；：]{0,6}之间")]
    private static partial Regex BetweenBehind();

    // "(two) to (three million)", 七(八成), "one in (20 firms)", 每(100人): what stands right before a number makes it an end of a
    // range, or a whole.
    [GeneratedRegex(
        @"(?:\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty)\s(?:to|or)\s+|\bbetween\s+(?:one|two|three|four|five|six|seven|eight|nine|ten)\s+and\s+"
            + @"|\b(?:one|two|three|[1-9])\s+in\s+|\bout\s+of\s+(?:the\s+|every\s+)?|[每±]|[一二三四五六七八九][成万亿]?[至到]?)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex EndOfRange();

    [GeneratedRegex(@"(?:\bfrom|[由从])\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex FromBefore();

    [GeneratedRegex(@"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|anything)\s+from\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Ranging();

    [GeneratedRegex(@"\bby\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex ByBefore();

    // "rise from 22 to 30 per cent", "up 5% to 40%": a change, not a range.
    [GeneratedRegex(
        @"\b(?:ris|rose|grow|grew|increas|fall|fell|cut|reduc|lower|rais|lift|drop|declin|decreas|expand|climb|improv|boost|extend|bring|mov|slid|shr[aiu]nk|chang|up\b|down\b)\w*[^.;:]*$|[增升降减][^，。；：]*$|提高[^，。；：]*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Change();
}
