using System.Text.RegularExpressions;

namespace PolicyTracker.Text.Suggestions;

/// <summary>
/// Tells which words of a paragraph are those of firms, unions, critics and other people who hold no public office: what stands in
/// quotation marks that one of them is named with, and what a sentence reports of one. Nothing in them is an undertaking of a public body.
/// </summary>
internal static partial class OthersWords
{
    private const int MaxBefore = 120,
        MaxBehind = 160;

    /// <summary>The stretches of a paragraph that others say, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the paragraph begins.</param>
    /// <param name="end">Behind it.</param>
    public static List<Range> In(string text, int start, int end)
    {
        var found = new List<Range>();
        var paragraph = text.AsSpan(start, end - start);
        if (!Says().IsMatch(paragraph))
        {
            return found;
        }

        var isOther = false; // whether the speaker of the words before is one of them
        foreach (var (from, to) in Quotes(text, start, end))
        {
            isOther = Speaker(text, start, end, from, to) is { Length: > 0 } speaker ? IsOther(speaker) ?? isOther : isOther;
            if (isOther)
            {
                found.Add(from..to);
            }
        }

        return found;
    }

    /// <summary>Whether a sentence reports what others say, at the place where words of it begin.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the sentence begins.</param>
    /// <param name="at">Where the words begin.</param>
    /// <param name="end">Behind the sentence.</param>
    public static bool IsReported(string text, int start, int at, int end)
    {
        var before = text[Math.Max(start, at - MaxBehind)..at];
        var behind = text[at..Math.Min(end, at + (2 * MaxBehind))];
        return (ReportedBy().Match(before) is { Success: true } m && IsOther(m.Groups["who"].Value) is true)
            || (AttributedTo().Match(behind) is { Success: true } b && IsOther(b.Groups["who"].Value) is true);
    }

    /// <summary>
    /// Whether somebody is named as saying the words of whom nobody can tell whether it is a public body: "Greenpeace said it will",
    /// “…,” said Nordwind. English only.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the sentence begins.</param>
    /// <param name="at">Where the words begin.</param>
    /// <param name="end">Behind the sentence.</param>
    public static bool IsOfUnknown(string text, int start, int at, int end)
    {
        var before = ReportedBy().Match(text[Math.Max(start, at - MaxBehind)..at]);
        var behind = AttributedTo().Match(text[at..Math.Min(end, at + (2 * MaxBehind))]);
        var who =
            before.Success ? before.Groups["who"].Value
            : behind.Success ? behind.Groups["who"].Value
            : text.AsSpan(start, at - start).ContainsAny('“', '"')
                ? SaidBehind().Match(text[at..end][(text[at..end].LastIndexOfAny(['”', '"']) + 1)..]).Groups["who"].Value
            : "";
        return UnknownName().IsMatch(who) && IsOther(who) is null && !EnglishUndertakings.IsPublic(who);
    }

    // The words around a quotation that tell who says it; empty where none do.
    private static string Speaker(string text, int start, int end, int from, int to)
    {
        var behind = text[to..Math.Min(end, to + MaxBehind)];
        if (SaidBehind().Match(behind) is { Success: true } b)
        {
            var who = b.Groups["who"].Value;
            return Pronoun().IsMatch(who) ? text[Math.Max(start, from - (3 * MaxBefore))..from] : who;
        }

        return SaidBefore().Match(text[Math.Max(start, from - MaxBefore)..from]) is { Success: true } a ? a.Groups["who"].Value : "";
    }

    // Null where the words tell neither.
    private static bool? IsOther(string who) =>
        Others().IsMatch(who) && !Official().IsMatch(who) ? true
        : Official().IsMatch(who) || OfPublicBody().IsMatch(who) ? false
        : Named().IsMatch(who) ? true
        : null;

    private static IEnumerable<(int From, int To)> Quotes(string text, int start, int end)
    {
        for (var at = start; at < end; )
        {
            var open = text.AsSpan(at, end - at).IndexOfAny('“', '"', '「');
            if (open < 0)
            {
                yield break;
            }

            var from = at + open + 1;
            var close = text.AsSpan(from, end - from)
                .IndexOf(
                    text[from - 1] switch
                    {
                        '“' => '”',
                        '「' => '」',
                        _ => '"',
                    }
                );
            var to = close < 0 ? end : from + close;
            yield return (from, Math.Min(end, to + 1));
            at = to + 1;
        }
    }

    [GeneratedRegex(
        @"\b(?:said|says|say|told|added|adds|argued|argues|warned|warns|claimed|claims|promised|promises|pledged|stated|states|insisted|insists|vowed|announced|declared|explained|confirmed|noted|commented|remarked|wrote|according)\b|表示|说|称|宣布|透露|指出|强调|认为|承诺|介绍|坦言",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Says();

    // “…,” said (the firm's chair). “…,” (the firm's chair) said. “…”，(某公司负责人)表示。
    [GeneratedRegex(
        @"^[,，。.!]?\s*(?:(?:said|says|added|adds|argued|argues|warned|warns|claimed|claims|promised|insisted|vowed|announced|declared|explained|confirmed|noted|commented|remarked|wrote)\s+(?<who>[^.;“""]{2,120})|(?<who>[^.;:“""]{1,100}?),?\s+(?:said|says|added|adds|argued|argues|warned|warns|claimed|claims|told|promised|insisted|vowed|announced|declared|explained|confirmed|noted|commented|remarked|wrote)\b|(?<who>[^，。；：“”]{1,30})(?:表示|说|称|宣布|透露|指出|强调|认为|承诺|介绍|坦言))",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SaidBehind();

    // (The firm's chair) said: “…
    [GeneratedRegex(
        @"(?:(?<who>[^.;“”""]{1,100}?)\s+(?:said|says|say|told\s[^.;“”""]{1,40}|added|adds|argued|argues|warned|warns|claimed|claims|promised|pledged|stated|states|insisted|insists|vowed)(?:\s+[^.;“”""]{1,40})?[:,]?\s*|(?<who>[^，。；：“”]{1,40})(?:表示|说|称|宣布|透露|指出|强调|认为|承诺|介绍|坦言)[，,：:]?\s*)[“""「]$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SaidBefore();

    // (Unions) say that they will …; (the steel group) said: We will …
    [GeneratedRegex(
        @"^\s*according\s+to\s+(?<who>[^,.;]{2,80}),|^\s*(?:but\s+|and\s+|yet\s+|while\s+)?(?<who>[^.;:“”""]{2,90}?)\s+(?:said|says|say|told\s[^.;:“”""]{1,30}?|added|argued|argues|argue|warned|warns|warn|claimed|claims|claim|promised|pledged|stated|insisted|insists|vowed|believes?|thinks?|expects?|hopes?|predicts?|predicted|forecasts?|fears?)(?:\s+(?:that|on|in|last|this|yesterday|today|it|they|the|he|she|we|i)\b|:|,|\s+\w+\s)|^(?<who>[^，。；：“”]{1,30})(?:表示|说|称|宣布|透露|指出|强调|认为|承诺|坦言|预计|呼吁|介绍|分析|建议|估计|预测)[，,：:“]?",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ReportedBy();

    // …, (the steel group) said. …, according to (analysts).
    [GeneratedRegex(
        @",\s*(?:(?:said|says|according\s+to|added|claimed)\s+(?<who>[^.;“”""]{2,100})|(?<who>[^.,;“”""]{2,80}?)\s+(?:said|says|say|added|claimed|argued|warned|told\s[^.;]{1,40}?))(?:\s+(?:on|in|last|this|yesterday|today)\b[^.;]{0,40})?\s*[.!]?\s*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AttributedTo();

    [GeneratedRegex(@"^(?:he|she|they|it|他|她|其|该负责人|他们)(?:还|也)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();

    [GeneratedRegex(
        @"\b(?:firms?|company|companies|corporation|groups?|makers?|manufacturers?|producers?|retailers?|operators?|chief\s+executive|CEO|CFO|chairman|chairwoman|chair|founder|(?<!European\s|African\s)(?-i:unions?)|workers|staff|employees|analysts?|critics?|campaigners?|activists?|associations?|federation|chamber|lobby|lobbyists|industry|business(?:es)?|bank|banks|bankers?|lenders|investors?|shareholders?|economists?|experts?|professor|academics?|researchers?|scientists?|charity|charities|NGOs?|opposition|residents?|farmers?|fishermen|patients?|parents|teachers|doctors|nurses|students?|tenants?|landlords?|drivers?|owners?|traders?|protesters?|locals|neighbours|observers?|commentators?|think\s+tank|newspapers?|plc|ltd|inc|airlines?|developers?|builders?|brewers?|suppliers?)\b|企业|公司|集团|董事长|总经理|总裁|创始人|协会|商会|工会|专家|分析师|学者|教授|人士|律师|村民|居民|网友|市民|农户|工人|股东|投资者|银行(?!业监督)|反对党|批评者|厂长|店主|司机|家长",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Others();

    // Whoever holds one of these speaks for a public body, whatever else stands beside it.
    [GeneratedRegex(
        @"\b(?:ministers?|ministry|government|minister’s|commissioners?|mayors?|president\s+of\s+the\s+(?:republic|commission|council)|premier|chancellor|governor|secretary\s+of\s+state|officials?|cabinet|treasury|department|council(?:lors?)?|state\s+council|regulator|commission)\b|部长|政府|国务院|市长|省长|总理|主席|司长|局长|发言人|委员会|国资委|发改委|[\u4E00-\u9FFF]{2,}部(?!分|门)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Official();

    [GeneratedRegex(
        @"\b(?:authority|agency|office|parliament|president|secretary|state|city|county|union|administration|bureau|board|committee|we|i|plan|act|law|bill|order|strategy)\b|局|委|厅|办公室|市|省",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OfPublicBody();

    [GeneratedRegex(
        @"^\s*(?:the\s+)?\p{Lu}\p{L}+(?:\s+\p{Lu}\p{L}+)*\s*$|\b(?:director|manager|head|leader|boss|executive|spokes\w+|foundation|trust|club|party|network|alliance|coalition)\b"
    )]
    private static partial Regex UnknownName();

    // A person without a public office.
    [GeneratedRegex(@"^\s*(?:Mr|Mrs|Ms|Dr|Prof|Sir|Dame)\.?\s+\p{Lu}|^\s*\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+\s*,?\s*$")]
    private static partial Regex Named();
}
