using System.Buffers;
using System.Text.RegularExpressions;

namespace PolicyTracker.Text.Anchoring;

/// <summary>Finds the negation that Chinese words were cut off from.</summary>
internal static partial class ChineseNegation
{
    private const int MaxCharacters = 40,
        MaxBetween = 20;

    // At these a clause ends, or what stands before them describes a noun (未达标的企业).
    private static readonly SearchValues<char> Ends = SearchValues.Create("，,；：:的将而但就则\n");

    /// <summary>The negation that governs the words at <paramref name="start"/>; null where there is none.</summary>
    public static NegationPlace? Before(string text, int start)
    {
        var (from, to) = NegationWindow.Of(text, start);
        from = Math.Max(from, to - MaxCharacters);
        var before = text[from..to].TrimEnd();
        var isListHead = to < start || before.EndsWith('：') || before.EndsWith(':');
        before = isListHead ? before.TrimEnd('：', ':') : before;
        foreach (var m in Negation().Matches(before).Reverse())
        {
            var between = before[(m.Index + m.Length)..];
            if (between.Length > MaxBetween || (!Reaches(between) && !(isListHead && !between.AsSpan().ContainsAny(Ends))))
            {
                continue;
            }

            return Cancels().IsMatch(before[..m.Index]) ? null : new(from + m.Index, from + m.Index + m.Length, from + m.Index);
        }

        return null;
    }

    // Whether a negation governs the verb behind these words: there are none, or such as stand between the two; things that are done
    // it with (以任何方式, 向企业); or verbs that share it (新建、扩建).
    private static bool Reaches(string between)
    {
        var rest = between[Auxiliaries().Match(between).Length..].Trim();
        return rest.Length == 0
            || (
                !rest.AsSpan().ContainsAny(Ends)
                && (Preposition().IsMatch(rest) || rest[^1] is '、' or '或' or '者' or '和' or '及' or '与' or '并')
            );
    }

    // Words of their own that begin with 不, 未 or 非 (不断, 未来, 非常) negate nothing.
    [GeneratedRegex(
        "(?:坚决|绝对|决|绝|并|从来|从|尚|切|请|一律)?(?:不再(?![次度])|不得(?![不已])|不可(?!或缺|分割|避免|不)|不是|不(?![仅但断久少锈足良管论光只然可得]|同(?!意)|单(?!独)|安(?!排)|动产)|未(?![来必知成]|雨)|没有|没|勿|莫(?!不)|毋|并非|非(?=要)|严格禁止|严禁|禁止|禁|杜绝|避免|防止|拒绝|拒不|反对|停止|暂停|中止|终止|叫停|放弃|无意|无法|无权|无须|无需|免于|谢绝|制止|抵制|取消|废止|撤销|免除|免征|别再|(?<=请)别)"
    )]
    private static partial Regex Negation();

    [GeneratedRegex(
        "^(?>[会能应可再要予准许让宜敢肯被]|打算|计划|准备|考虑|决定|同意|允许|希望|愿意?|应当|可以|能够|主动|擅自|随意|任意|违规|违法|继续|进一步|另行|额外|一律|自行|私自|盲目|简单|片面|直接|单独|必要?|需要?|急于|急着|得到|任何|单位|个人|企业|机构|地方|部门|各地|[和或、])*"
    )]
    private static partial Regex Auxiliaries();

    [GeneratedRegex("^[以向对把在为给因从与就用由按借][^、]")]
    private static partial Regex Preposition();

    // 不得不, 不能不: two that cancel each other.
    [GeneratedRegex("(?:不得|不能|不可|不会|并非|从不|绝不|无不|莫不)$")]
    private static partial Regex Cancels();
}
