using System.Text.RegularExpressions;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Suggestions;

/// <summary>Reads what a number counts or is a share of, in the words behind it.</summary>
internal static partial class CountedNouns
{
    private static readonly HashSet<string> Durations = WordSet.Of(
        """
        year years month months week weeks day days hour hours minute minutes second seconds decade decades century am pm
        o'clock years' months' year-old
        """
    );

    private static readonly HashSet<string> NotCounted = WordSet.Of(
        """
        of in on at by to from and or the a an is are was were will has have had which that as for with than its their times
        per key main areas points parts pillars steps priorities measures principles aspects stages themes chapters objectives
        ways reasons questions sections departments ministries sides
        """
    );

    /// <summary>The length of "(two adjectives) stations" behind a number; 0 where no noun in the plural is there.</summary>
    public static int Length(string rest)
    {
        var m = Noun().Match(rest);
        return
            m.Success
            && !m.Groups["word"]
                .Captures.Any(c => NotCounted.Contains(c.Value.ToLowerInvariant()) || Durations.Contains(c.Value.ToLowerInvariant()))
            ? m.Length
            : 0;
    }

    /// <summary>Whether a word, in small letters, is a unit of time.</summary>
    public static bool IsDuration(string word) => Durations.Contains(word);

    /// <summary>The length of "of all schools" behind a share; 0 where nothing of the kind is there.</summary>
    public static int LengthOfWhole(string rest) => OfWhat().Match(rest).Length;

    /// <summary>Whether a noun in the plural follows, so that "m" before it means million.</summary>
    public static bool FollowAtOnce(ReadOnlySpan<char> rest) => Millions().IsMatch(rest);

    /// <summary>Whether a Chinese classifier stands behind a number.</summary>
    public static bool HasClassifier(string rest) => Classifier().IsMatch(rest);

    /// <summary>The length of the Chinese classifier behind a number; 0 where none is there.</summary>
    public static int ClassifierLength(string rest) => Classifier().Match(rest).Length;

    /// <summary>The length of the Chinese noun behind a classifier; 0 where none is there.</summary>
    public static int ChineseLength(string rest) => CountedBehind().Match(rest).Length;

    /// <summary>Whether a Chinese number counts what a document, a list or a sample consists of.</summary>
    /// <param name="rest">What stands behind it.</param>
    /// <param name="before">What stands before it.</param>
    public static bool IsOfStructure(string rest, string before) => Structure().IsMatch(rest) || AmidWhat().IsMatch(before);

    /// <summary>Whether what stands before a Chinese number makes what it counts, so that a small one counts too.</summary>
    public static bool AreMade(string before) => Made().IsMatch(before);

    [GeneratedRegex(
        @"^\s+(?:[a-z]+-[a-z]+\s+and\s+)?(?:(?<word>[a-z][a-z-]*)\s+){0,4}?(?<word>[a-z][a-z-]*s)\b(?<!ss|us|is)|^\s+(?:(?<word>[a-z][a-z-]*)\s+){0,2}?(?<word>people|households|children|women|men|staff|personnel|equipment)\b"
    )]
    private static partial Regex Noun();

    [GeneratedRegex(@"^\s+(?:[a-z]+\s+)?(?:people|children|women|men|staff|tonnes|tons|[a-z]{3,}s)\b(?<!ss|us|is)")]
    private static partial Regex Millions();

    // "(90 per cent) of all anchor institutions": up to a noun in the plural, or to the next small word.
    [GeneratedRegex(
        @"^\s+of\s+(?:(?:the|all|its|our|their|every)\s+)*(?:(?:(?!(?:in|on|by|to|from|with|for|at|and|or|that|which|is|are|was|were|will|would|has|have|had|up|down|as|than|over|under|per)\b)[A-Za-z][A-Za-z’'-]*\s+){0,4}?[A-Za-z][A-Za-z-]*[^s\s\d\W]s\b|(?:(?!(?:in|on|by|to|from|with|for|at|and|or|that|which|is|are|was|were|will|would|has|have|had|up|down|as|than|over|under|per)\b)[A-Za-z][A-Za-z’'-]*(?:\s+|(?=[.,;:)])|$)){1,4})(?<=\S)"
    )]
    private static partial Regex OfWhat();

    [GeneratedRegex(@"^\s*(?:个|家|户|人|名|位|项|座|台|套|辆|件|所|处|组|次|种|张|片|亩|架|条|款|对|株|支|艘|门|间|份|例|倍|余家|多个)")]
    private static partial Regex Classifier();

    // 打造20家(标杆性智能工厂): what is counted stands behind where it is made; where it is told how many there are, before.
    [GeneratedRegex(
        @"^(?:以上|左右|以下|余|多)?(?:(?!实施|开展|实现|参与|完成|获得|入选|建成|上云|转型|投入|用于|达到|同比|增长|授牌|在|被|将|已|中|(?<!规模)以上|左右|和|与|及)[\u4E00-\u9FFF“”""A-Za-z+]){2,20}"
    )]
    private static partial Regex CountedBehind();

    // 围绕(100个细分行业), 2家至(3家): what something is about, and the end of a range.
    [GeneratedRegex(@"(?:围绕|\d[个家项条台套所座]至)$")]
    private static partial Regex AmidWhat();

    // A verb after which a small number counts too.
    [GeneratedRegex(@"(?:培育|打造|建设|建成|新建|创建|组建|制定|形成|引进|培养|设立|遴选|选树|支持|推动|新增|实施|发布)\s*$")]
    private static partial Regex Made();

    // Counts of what a document or a list consists of, of a sample, and of a whole of which a part is told.
    [GeneratedRegex(
        @"^\s*(?:(?:个|项|条|大|类)(?:方面|内容|任务|举措|措施|重点|部分|领域|要求|建议|问题|原则|环节|步骤|要点|章节)|个[^，。,;；\d]{1,10}中(?=[，,\d有])|[^，。,;；]{1,14}(?:调查|问卷|抽样)|[个家项条台套所座]至\d)"
    )]
    private static partial Regex Structure();
}
