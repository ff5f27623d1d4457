using PolicyTracker.Text.Anchoring;

namespace PolicyTracker.Benchmarks;

/// <summary>A quotation, and where it stands in the text as it is now; -1 where it was deleted.</summary>
internal sealed record AnchoringCase(TextQuote Quote, int Hint, int Start, int End);

/// <summary>
/// Texts in the manner of policy documents, full of sentences that differ in a name or a number only, and quotations from
/// them that were edited or deleted since. The same seed gives the same cases.
/// </summary>
internal sealed class AnchoringCases(int seed, bool chinese)
{
    private static readonly string[][] English =
    [
        ["The ministry will ", "The council shall ", "The provinces will ", "The commission plans to ", "Local governments will "],
        [
            "build {0} smart factories",
            "train {0} engineers",
            "support {0} software firms",
            "open {0} data sets",
            "set up {0} testing centres",
            "renew {0} industrial parks",
        ],
        [" in Anhui", " in Hebei", " in Guangdong", " in the western regions", " in rural areas", " along the coast", " in Sichuan"],
        [
            " and promote the use of industrial software",
            " and deepen the application of 5G networks",
            " and improve the skills of workers",
            " and lower the cost of energy",
            " and protect the rights of users",
        ],
        [" by 2025. ", " by 2027. ", " before the end of the plan. ", " within three years. ", ", as the report says. "],
    ];

    private static readonly string[][] Chinese =
    [
        ["工业和信息化部将", "国务院要求", "各省要", "委员会计划", "地方政府将"],
        ["建设{0}个智能工厂", "培养{0}名工程师", "支持{0}家软件企业", "开放{0}个数据集", "设立{0}个检测中心", "改造{0}个产业园区"],
        ["，覆盖安徽", "，覆盖河北", "，覆盖广东", "，覆盖西部地区", "，覆盖农村", "，覆盖沿海城市", "，覆盖四川"],
        ["，推动工业软件应用", "，深化5G网络应用", "，提高劳动者技能", "，降低能源成本", "，保护用户权益"],
        ["，到2025年完成。", "，到2027年完成。", "，在规划期内完成。", "，三年内见效。", "，报告指出。"],
    ];

    private readonly Random _random = new(seed);

    /// <summary>A text of about so many characters with quotations of about <paramref name="length"/> characters, each with so many slips in the text.</summary>
    public (string Text, List<AnchoringCase> Cases) Edited(int size, int count, int length, int slips) =>
        Make(
            size,
            count,
            length,
            (words, _) =>
            {
                var edited = words.ToCharArray().ToList();
                for (var i = 0; i < slips; i++)
                {
                    var at = _random.Next(edited.Count - 1);
                    switch (_random.Next(3))
                    {
                        case 0:
                            edited.Insert(at, Letter());
                            break;
                        case 1:
                            edited.RemoveAt(at);
                            break;
                        default:
                            edited[at] = Letter();
                            break;
                    }
                }

                return new string([.. edited]);
            }
        );

    /// <summary>The same, with the quoted words deleted; like sentences stand all over the text.</summary>
    public (string Text, List<AnchoringCase> Cases) Deleted(int size, int count, int length) => Make(size, count, length, (_, _) => "");

    /// <summary>The sentences of a text of about so many characters.</summary>
    public List<string> Sentences(int size)
    {
        var sentences = new List<string>();
        for (var total = 0; total < size; total += sentences[^1].Length)
        {
            sentences.Add(Sentence());
        }

        return sentences;
    }

    private (string, List<AnchoringCase>) Make(int size, int count, int length, Func<string, int, string> change)
    {
        var sentences = Sentences(size);
        var before = string.Concat(sentences);
        var starts = new List<int> { 0 };
        sentences.ForEach(s => starts.Add(starts[^1] + s.Length));
        var text = new System.Text.StringBuilder();
        var cases = new List<AnchoringCase>();
        var done = 0;
        for (var n = 0; n < count; n++)
        {
            var first = ((n + 1) * sentences.Count / (count + 1)) - 2;
            var (from, to) = (starts[first], first);
            while (starts[to] - from < length)
            {
                to++;
            }

            var end = starts[to];
            while (char.IsWhiteSpace(before[end - 1]))
            {
                end--;
            }

            var quote = TextQuote.Describe(before, new(from, end));
            text.Append(before, done, from - done);
            var now = change(quote.Exact, n);
            cases.Add(now.Length == 0 ? new(quote, from, -1, -1) : new(quote, from, text.Length, text.Length + now.Length));
            text.Append(now);
            done = end;
        }

        text.Append(before, done, before.Length - done);
        return (text.ToString(), cases);
    }

    private string Sentence() =>
        string.Concat((chinese ? Chinese : English).Select(part => part[_random.Next(part.Length)]))
            .Replace("{0}", _random.Next(2, 999).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private char Letter() => chinese ? "新进展技术质量管理服务"[_random.Next(11)] : (char)('a' + _random.Next(26));
}
