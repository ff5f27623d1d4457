using System.Text.RegularExpressions;

namespace PolicyTracker.Text.Suggestions;

/// <summary>Tells what a figure measures, in the words around it: a first name for an indicator, which an editor makes better.</summary>
internal static partial class MeasureNames
{
    private const int MaxCharacters = 120;

    /// <summary>What a figure measures; null where the words do not tell.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where its sentence begins.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="isChinese">Whether the sentence is Chinese.</param>
    public static string? Of(string text, int start, FoundFigure figure, bool isChinese)
    {
        var before = text[start..figure.Start];
        if (isChinese)
        {
            before = Bracketed().Replace(before, "");
            var clause = before[(before.LastIndexOfAny(['，', ',', '；', ';', '：', ':', '。']) + 1)..];
            var subject = ChineseLead().Replace(ChineseVerb().Replace(clause, ""), "");
            return Trimmed(ChineseCounted().Match(text[figure.Start..figure.End]).Groups["noun"].Value)
                ?? (FromTo().IsMatch(subject) ? null : Trimmed(subject));
        }

        // "at least 90 % of schools", "1.2 million homes": what stands behind the number and its unit.
        var behind = Counted().Match(text[figure.Start..figure.End]) is { Success: true } counts
            ? OrMore().Replace(counts.Groups["noun"].Value, "")
            : "";
        var ofWhat =
            behind.StartsWith("of ", StringComparison.Ordinal) ? behind[3..]
            : behind.IndexOf(" of ", StringComparison.Ordinal) is > 0 and var at && figure.Unit != "count" ? behind[(at + 4)..]
            : null;
        if (figure.Unit == "percent" && ofWhat is not null)
        {
            return Trimmed("share of " + ofWhat);
        }

        if (figure.Unit == "count" && Trimmed(behind) is { } noun)
        {
            return noun;
        }

        // "revenue reached 15 trillion yuan", "raise total capacity to 300 EFLOPS": what stands before the verb or behind it.
        return
            Subject().Match(before) is { Success: true } m
            && Trimmed(Articles().Replace(Future().Replace(m.Groups["noun"].Value, ""), "")) is { } words
            ? words
            : Trimmed(Articles().Replace(ofWhat ?? "", ""));
    }

    private static string? Trimmed(string words)
    {
        var trimmed = Spaces().Replace(words, " ").Trim(' ', ',', '“', '”', '"', '(', '、');
        return
            trimmed.Length is < 2 or > MaxCharacters
            || trimmed is "which" or "that" or "has" or "have" or "it" or "this" or "they" or "of which" or "the"
            ? null
            : trimmed;
    }

    [GeneratedRegex(
        @"^[^\d]*[\d.,\s]*\d(?:[\s-]*(?:%|per\s?cent\b|percentage\s+points?|(?:lakh|thousand)\s+crores?|trillion|billion|million|thousand|lakhs?|crores?|[a-z]{1,2}n\b))*\s*(?<noun>\p{L}.*)?$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline
    )]
    private static partial Regex Counted();

    [GeneratedRegex(
        @"(?:^|[,;:]\s+|\b(?:and|while|that|with|by|of\s+which)\s+|\b(?:raise|raising|increase|increasing|bring|bringing|take|taking|lift|keep|cut|reduce|improve|lower|decrease|expand|double)\s+)(?<noun>(?:(?!\b(?:and|while|that|with|said|says)\b)[^,;:.\d]){3,100}?)\s+(?:(?:has|have|had|will|would|should|is|are|to)\s+(?:now\s+|also\s+)?)?(?:been\s+)?(?:reached|reach|hit|was|were|is|are|stood\s+at|stands\s+at|stand\s+at|totall?ed|exceeded?|exceeds|amounted\s+to|accounted?\s+for|accounts\s+for|rose|rise|risen|grew|grow|grown|increased?|fell|fall|climbed|expanded|from|to|at|of|past|came\s+to|numbered|worth|surpassed?)\s+(?:(?:from|to|by|at|of)\s+)?$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.RightToLeft
    )]
    private static partial Regex Subject();

    // "we aim to achieve (a minimum speed)", "(the network) will be extended".
    [GeneratedRegex(
        @"^.*\b(?:to|will|shall)\s+(?!be\b)\w+\s+|\s+(?:will|shall|is\s+to|are\s+to)\s+be(?:\s+\w+)?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Future();

    [GeneratedRegex(@"[(（][^)）]*[)）]")]
    private static partial Regex Bracketed();

    // 由20万亿元增至…, 31个省份中…: what is measured stands further before.
    [GeneratedRegex(@"^[由从]|\d+个|[增升降]至$")]
    private static partial Regex FromTo();

    [GeneratedRegex(@"^(?:the|a|an|its|their|our|of|additional)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Articles();

    // 421家(国家级示范工厂)
    [GeneratedRegex(
        @"\d[\d.,]*(?:万|亿|千|百)?(?:个|家|户|名|位|项|座|台|套|辆|件|所|处|组|种|条|款|支|艘|间|份)(?:以上|左右)?(?<noun>[\u4E00-\u9FFF“”""A-Za-z+]{2,})$"
    )]
    private static partial Regex ChineseCounted();

    [GeneratedRegex(
        @"(?:已经|已|将|约|近|超|逾|共|合计|累计|总计|预计|基本)*(?:达到了?|达|为|有|是|过|增至|升至|降至|由|从|突破|超过|实现|增长|提高|提升|下降|降低|扩大|缩短|建成|培育|打造|新增|完成|形成|加快|较去年全年|年均|同比|环比|比上年同期|比上年|较去年|了|到|至|约)*(?:以上|左右)?$"
    )]
    private static partial Regex ChineseVerb();

    [GeneratedRegex(
        @"^(?:(?:截至|到|力争到|至)?(?:20\d\d年|今年|去年|目前|\d{1,2}月)?(?:底|末|上半年|下半年|[一二三四]季度)?|其中|全年|累计|共|已|的|建成|培育了?|打造|新增|发布)+"
    )]
    private static partial Regex ChineseLead();

    [GeneratedRegex(@"^or\s+(?:more|fewer|less|so)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex OrMore();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
