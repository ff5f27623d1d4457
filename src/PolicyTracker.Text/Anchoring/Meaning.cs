using PolicyTracker.Text.Comparison;

namespace PolicyTracker.Text.Anchoring;

/// <summary>What a change of words touches, from what can be overlooked to what turns a statement into another.</summary>
public enum QuoteChange
{
    /// <summary>The words are the same, to the letter.</summary>
    None,

    /// <summary>Only white space, width, quotation marks, dashes or other punctuation differ.</summary>
    Reformatted,

    /// <summary>Simplified Chinese characters stand for traditional ones, or the other way round.</summary>
    Script,

    /// <summary>Words are spelt or chosen otherwise.</summary>
    Wording,

    /// <summary>The name of a place, body or person differs.</summary>
    Name,

    /// <summary>A unit or the scale of a number differs.</summary>
    Unit,

    /// <summary>A month or day differs.</summary>
    Date,

    /// <summary>A number differs.</summary>
    Number,

    /// <summary>A "not" was put in or left out, or a word turned into its opposite.</summary>
    Negation,
}

/// <summary>
/// Finds out whether two wordings can mean the same: their numbers, units, dates, negations and names are compared one by
/// one, whatever else differs.
/// </summary>
internal static class Meaning
{
    private static readonly Dictionary<string, QuoteChange> Words = Lexicon(
        (QuoteChange.Number, "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety half third quarter double triple dozen first second once twice"),
        (QuoteChange.Unit, "hundred thousand million billion trillion lakh crore percent yuan rmb renminbi cny usd eur gbp inr dollar dollars euro euros pound pounds rupee rupees km kilometre kilometres kilometer kilometers mile miles gw mw kw gwh mwh twh eflops exaflops tonne tonnes ton tons kg hectare hectares mu hours days weeks months years"),
        (QuoteChange.Date, "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday"),
        (QuoteChange.Negation, "not no never neither nor without none nobody nothing cannot can't won't don't doesn't didn't isn't aren't wasn't weren't shan't shouldn't wouldn't couldn't mustn't hasn't haven't hadn't unless except less fewer more most least increase decrease increases decreases increased decreased increasing decreasing reduce reduces reduced reducing raise raises raised raising lower lowers lowered cut cuts ban bans banned allow allows allowed permit permits permitted prohibit prohibits prohibited mandatory voluntary above below minimum maximum might could should must shall optional stop stops halt halts"));

    private static readonly Dictionary<char, QuoteChange> Characters = new Dictionary<QuoteChange, string>
    {
        [QuoteChange.Number] = "零〇一二两三四五六七八九十",
        [QuoteChange.Unit] = "百千万亿元吨倍%‰",
        [QuoteChange.Date] = "年月日",
        [QuoteChange.Negation] = "不未无没非勿禁减降停",
    }.SelectMany(g => g.Value.Select(c => (c, g.Key))).ToDictionary(p => p.c, p => p.Key);

    // Names of places at the level of a province, with the countries and unions that announcements speak of.
    private static readonly string[] Places =
    [
        "北京", "天津", "上海", "重庆", "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东",
        "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海", "台湾", "内蒙古", "广西", "西藏", "宁夏", "新疆", "香港", "澳门", "中国", "美国", "欧盟", "英国", "印度", "日本", "韩国", "德国", "法国",
    ];

    private static readonly HashSet<string> LatinPlaces = [.. "anhui beijing chongqing fujian gansu guangdong guangxi guizhou hainan hebei heilongjiang henan hubei hunan jiangsu jiangxi jilin liaoning ningxia qinghai shaanxi shandong shanghai shanxi sichuan tianjin tibet xinjiang yunnan zhejiang mongolia macao taiwan china india japan korea germany france england scotland wales ireland austria australia".Split(' ')];

    /// <summary>The gravest difference of two wordings that are not the same.</summary>
    public static QuoteChange Gravest(string a, List<Token> first, string b, List<Token> second, WordDifference difference) =>
        Change(a, first, b, second, difference) is var change and not QuoteChange.None ? change
        : difference.Tokens.TrueForAll(t => t.Fate == Fate.Kept || t.Token.Kind == TokenKind.Mark) ? QuoteChange.Reformatted
        : QuoteChange.Wording;

    // What turns the first wording into another statement; None where nothing does.
    private static QuoteChange Change(string a, List<Token> first, string b, List<Token> second, WordDifference difference)
    {
        foreach (var kind in new[] { QuoteChange.Negation, QuoteChange.Number, QuoteChange.Date, QuoteChange.Unit })
        {
            if (!Marks(a, first, kind).SequenceEqual(Marks(b, second, kind)))
            {
                return kind;
            }
        }

        return Named(a, first).SequenceEqual(Named(b, second)) && !NameReplaced(a, b, second.Count > 0 ? second[0].Start : 0, difference) ? QuoteChange.None : QuoteChange.Name;
    }

    private static IEnumerable<string> Marks(string text, List<Token> tokens, QuoteChange kind)
    {
        foreach (var token in tokens)
        {
            var span = text.AsSpan(token.Start, token.End - token.Start);
            if (token.Kind is TokenKind.Number)
            {
                if (kind == QuoteChange.Number)
                {
                    yield return span.ToString().Replace(",", "", StringComparison.Ordinal);
                }
            }
            else if (token.Kind is TokenKind.Word)
            {
                var word = Lower(span);
                // In small letters "may" is no month: "will" was weakened to it.
                var of = word == "may" && char.IsAsciiLetterLower(span[0]) ? QuoteChange.Negation : Words.GetValueOrDefault(word);
                if (of == kind)
                {
                    yield return word;
                }
            }
            else if (Characters.GetValueOrDefault(span[0]) == kind && span.Length == 1)
            {
                yield return span[0] == '%' ? "percent" : span.ToString();
            }
        }
    }

    // Chinese names of places, in order.
    private static List<string> Named(string text, List<Token> tokens)
    {
        var found = new List<string>();
        foreach (var token in tokens)
        {
            if (token.Kind is TokenKind.Han && Array.Find(Places, p => string.CompareOrdinal(text, token.Start, p, 0, p.Length) == 0) is { } place)
            {
                found.Add(place);
            }
        }

        return found;
    }

    // A name that went and another that came in its place. A slip in a long name is spelling; another province is not.
    private static bool NameReplaced(string a, string b, int start, WordDifference difference)
    {
        for (var i = 0; i < difference.Tokens.Count;)
        {
            var (removed, added) = (new List<(string Word, bool IsName)>(), new List<(string Word, bool IsName)>());
            for (; i < difference.Tokens.Count && difference.Tokens[i].Fate != Fate.Kept; i++)
            {
                var (fate, token) = difference.Tokens[i];
                if (token.Kind is TokenKind.Word)
                {
                    var text = fate == Fate.Removed ? a : b;
                    (fate == Fate.Removed ? removed : added).Add((Lower(text.AsSpan(token.Start, token.End - token.Start)), IsName(text, token, fate == Fate.Removed ? 0 : start)));
                }
            }

            // A slip can take the capital of a name: its other form may be any word.
            if (removed.Exists(r => r.IsName && added.TrueForAll(x => !IsSlip(r.Word, x.Word))) || added.Exists(x => x.IsName && removed.TrueForAll(r => !IsSlip(r.Word, x.Word))))
            {
                return true;
            }

            i++;
        }

        return false;
    }

    private static bool IsSlip(string name, string other) => !LatinPlaces.Contains(other) && EditDistance.Similarity(name, other) >= 0.6;

    private static bool IsName(string text, Token token, int start)
    {
        if (!char.IsUpper(text[token.Start]))
        {
            return LatinPlaces.Contains(Lower(text.AsSpan(token.Start, token.End - token.Start)));
        }

        if (token.End - token.Start > 1 && char.IsUpper(text[token.Start + 1]))
        {
            return true; // an acronym, wherever it stands
        }

        // A capital at the beginning of a sentence says nothing.
        var before = token.Start - 1;
        while (before >= start && text[before] is ' ' or '"' or '\'' or '(')
        {
            before--;
        }

        return before >= start && text[before] is not ('.' or '!' or '?' or ':' or ';' or '[' or ']');
    }

    private static string Lower(ReadOnlySpan<char> word)
    {
        var lower = new char[word.Length];
        word.ToLowerInvariant(lower);
        return new string(lower);
    }

    private static Dictionary<string, QuoteChange> Lexicon(params (QuoteChange Kind, string Words)[] groups) =>
        groups.SelectMany(g => g.Words.Split(' ').Select(w => (w, g.Kind))).ToDictionary(p => p.w, p => p.Kind);
}
