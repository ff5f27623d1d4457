namespace PolicyTracker.Text.Suggestions;

// What editors decided speaks for a pillar too.
public sealed partial class PillarModel
{
    // A word counts once it stood in two quotations and four of five of those were of one pillar; it weighs less than a given term.
    private const int MinExamples = 2;
    private const double MinShare = 0.8,
        MaxLearnt = 0.7;

    /// <summary>
    /// This model with words that examples add: in English words of four letters or more, in Chinese pairs of characters.
    /// </summary>
    /// <param name="examples">Quotations and titles with the slug of the pillar that editors put them under.</param>
    public PillarModel Learn(IEnumerable<(string Pillar, string Words)> examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        var counts = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (var (pillar, words) in examples)
        {
            foreach (var feature in Features(words).Distinct())
            {
                if (!counts.TryGetValue(feature, out var of))
                {
                    counts[feature] = of = [];
                }

                of[pillar] = of.GetValueOrDefault(pillar) + 1;
            }
        }

        var given = _all.Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        var learnt =
            from feature in counts
            where !given.Contains(feature.Key)
            let best = feature.Value.MaxBy(v => v.Value)
            let share = (double)best.Value / feature.Value.Values.Sum()
            where best.Value >= MinExamples && share >= MinShare
            select new PillarTerm(best.Key, feature.Key, Math.Min(MaxLearnt, 0.2 * best.Value));
        return new PillarModel(_all.Concat(learnt.OrderBy(t => t.Term, StringComparer.Ordinal)));
    }

    private static IEnumerable<string> Features(string words)
    {
        var lower = words.ToLowerInvariant();
        for (var i = 0; i < lower.Length; )
        {
            var from = i;
            while (i < lower.Length && char.IsAsciiLetter(lower[i]))
            {
                i++;
            }

            if (i - from >= 4 && !Common.Contains(lower[from..i]))
            {
                yield return lower[from..i];
            }

            if (from == i)
            {
                if (
                    i + 1 < lower.Length
                    && lower[i] is >= '\u4E00' and <= '\u9FFF'
                    && lower[i + 1] is >= '\u4E00' and <= '\u9FFF'
                    && !Common.Contains(lower[i..(i + 2)])
                )
                {
                    yield return lower[i..(i + 2)];
                }

                i++;
            }
        }
    }

    // Words of any commitment.
    private static readonly HashSet<string> Common =
    [
        .. "will shall with that this from their have been more than they into such which also other number level high quality build develop development promote improve support establish create strengthen increase implement accelerate formulate research action plan plans national local public year years 推动 推进 加快 加强 建设 发展 支持 完善 提升 实施 开展 促进 制定 建立 形成 一批 到二 我们 体系 能力 水平 工作 重点 国家 高质 质量".Split(
            ' '
        ),
    ];
}
