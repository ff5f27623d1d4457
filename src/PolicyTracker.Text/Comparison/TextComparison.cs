using PolicyTracker.Text.Meaning;
using PolicyTracker.Text.Segmentation;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Comparison;

/// <summary>
/// Sets two texts beside each other, passage by passage. Comparing b with a gives the same pairs the other way round.
/// </summary>
public sealed class TextComparison
{
    // Two sentences are one reworded where they share at least half the weight of their words.
    private const double MinLikeness = 0.5;

    // Fewer letters, Chinese characters among them, tell no language; a text with more in another one is in both.
    private const int MinLetters = 12;
    private const double MinShare = 0.8;

    // How many passages of the other text are looked at closely for each: those that share the rarest words.
    private const int MaxCandidates = 12;

    private TextComparison(ComparedText first, ComparedText second, IReadOnlyList<PassagePair> pairs) =>
        (First, Second, Pairs) = (first, second, pairs);

    /// <summary>The passages of the first text.</summary>
    public IReadOnlyList<TextPassage> From => First.Passages;

    /// <summary>The passages of the second text.</summary>
    public IReadOnlyList<TextPassage> To => Second.Passages;

    /// <summary>Every passage of both texts once, in the order of the second; a dropped one behind what it followed in the first.</summary>
    public IReadOnlyList<PassagePair> Pairs { get; }

    /// <summary>The first text, folded.</summary>
    internal ComparedText First { get; }

    /// <summary>The second text, folded.</summary>
    internal ComparedText Second { get; }

    /// <summary>
    /// The languages of the two texts where they differ; null where they don't, where one of them can't be told, and where half
    /// the passages of a text are in the other too. Passages are paired by their words: a translation looks dropped and new.
    /// </summary>
    public (string From, string To)? DifferentLanguages() =>
        2 * (Count(PassageChange.Kept) + Count(PassageChange.Moved) + Count(PassageChange.Reworded)) < Math.Min(From.Count, To.Count)
        && Language(First) is { } from
        && Language(Second) is { } to
        && from != to
            ? (from, to)
            : null;

    // Of a text that is in one language almost throughout.
    private static string? Language(ComparedText text)
    {
        var source = text.Whole.Source;
        var passages = text
            .Passages.Select(p => source[p.ContentStart..p.ContentEnd])
            .Select(words => (Language: TextLanguage.Of(words), Letters: words.Count(char.IsLetter)))
            .Where(p => p.Language is not null)
            .ToList();
        return
            TextLanguage.Of(source) is { } language
            && passages.Where(p => p.Language == language).Sum(p => p.Letters) is var letters
            && letters >= MinLetters
            && letters >= MinShare * passages.Sum(p => p.Letters)
            ? language
            : null;
    }

    /// <summary>How many passages became of one kind.</summary>
    public int Count(PassageChange kind) => Pairs.Count(p => p.Kind == kind);

    /// <summary>Compares two texts.</summary>
    public static TextComparison Of(string from, string to, CancellationToken cancel = default)
    {
        var (a, b) = (new ComparedText(from), new ComparedText(to));
        var partner = new int[a.Count];
        Array.Fill(partner, -1);
        var taken = new bool[b.Count];
        PairSame(a, b, partner, taken);
        PairAlike(a, b, partner, taken, cancel);
        var inOrder = LongestInOrder(a, b, partner);
        return new(a, b, InReadingOrder(a, b, partner, taken, inOrder));
    }

    // The same words. Of passages that say the same, first those that stand between the same neighbours, then those with one
    // neighbour the same, then the first with the first.
    private static void PairSame(ComparedText a, ComparedText b, int[] partner, bool[] taken)
    {
        PairSame(a, b, partner, taken, (text, i) => (Near(text, i - 1), text.Folded(i), Near(text, i + 1)));
        PairSame(a, b, partner, taken, (text, i) => (Near(text, i - 1), text.Folded(i), null));
        PairSame(a, b, partner, taken, (text, i) => (null, text.Folded(i), Near(text, i + 1)));
        PairSame(a, b, partner, taken, (text, i) => (null, text.Folded(i), null));
    }

    private static void PairSame(
        ComparedText a,
        ComparedText b,
        int[] partner,
        bool[] taken,
        Func<ComparedText, int, (string?, string, string?)> key
    )
    {
        var places = new Dictionary<(string?, string, string?), Queue<int>>();
        for (var j = 0; j < b.Count; j++)
        {
            if (taken[j])
            {
                continue;
            }

            if (!places.TryGetValue(key(b, j), out var queue))
            {
                places[key(b, j)] = queue = new();
            }

            queue.Enqueue(j);
        }

        for (var i = 0; i < a.Count; i++)
        {
            if (partner[i] < 0 && places.TryGetValue(key(a, i), out var queue) && queue.TryDequeue(out var j))
            {
                (partner[i], taken[j]) = (j, true);
            }
        }
    }

    private static string? Near(ComparedText text, int i) => i < 0 || i >= text.Count ? null : text.Folded(i);

    // Like words: the best pairs first, each passage once.
    private static void PairAlike(ComparedText a, ComparedText b, int[] partner, bool[] taken, CancellationToken cancel)
    {
        var free = (
            A: Enumerable.Range(0, a.Count).Where(i => partner[i] < 0).ToList(),
            B: Enumerable.Range(0, b.Count).Where(j => !taken[j]).ToList()
        );
        var pairs = new HashSet<(int I, int J)>();
        foreach (var (i, j) in Candidates(a, free.A, b, free.B))
        {
            pairs.Add((i, j));
        }

        foreach (var (j, i) in Candidates(b, free.B, a, free.A))
        {
            pairs.Add((i, j));
        }

        cancel.ThrowIfCancellationRequested();
        var scored = pairs
            .Select(p => (p.I, p.J, Likeness: WordDifference.Of(a.Text, a.Tokens(p.I), b.Text, b.Tokens(p.J)).Similarity))
            .Where(p => p.Likeness >= MinLikeness)
            .OrderByDescending(p => p.Likeness)
            .ThenBy(p => Math.Abs(((double)p.I / a.Count) - ((double)p.J / b.Count)))
            .ThenBy(p => p.I + p.J)
            .ThenBy(p => a.Stamp(p.I) + b.Stamp(p.J)); // the same in both directions
        foreach (var (i, j, _) in scored)
        {
            if (partner[i] < 0 && !taken[j])
            {
                (partner[i], taken[j]) = (j, true);
            }
        }
    }

    // For each passage those of the other text that share its rarest words.
    private static IEnumerable<(int Mine, int Other)> Candidates(ComparedText mine, List<int> free, ComparedText other, List<int> otherFree)
    {
        var index = otherFree.SelectMany(j => other.Keys(j).Select(key => (key, j))).ToLookup(p => p.key, p => p.j);
        foreach (var i in free)
        {
            var weights = new Dictionary<int, double>();
            foreach (var key in mine.Keys(i))
            {
                var places = index[key];
                var weight = 1.0 / Math.Max(1, places.Count());
                foreach (var j in places.Take(400)) // a word in more passages tells nothing
                {
                    weights[j] = weights.GetValueOrDefault(j) + weight;
                }
            }

            foreach (var (j, _) in weights.OrderByDescending(w => w.Value).ThenBy(w => w.Key).Take(MaxCandidates))
            {
                yield return (i, j);
            }
        }
    }

    // The heaviest chain of pairs that keeps its order in both texts; what is not in it has moved.
    private static HashSet<int> LongestInOrder(ComparedText a, ComparedText b, int[] partner)
    {
        var paired = Enumerable.Range(0, a.Count).Where(i => partner[i] >= 0).ToList();
        var best = new SortedList<int, (long Weight, int Last)>(); // by place in b: the heaviest chain that ends there, weights rising
        var before = new int[a.Count];
        foreach (var i in paired)
        {
            var j = partner[i];
            var at = Below(best.Keys, j);
            before[i] = at < 0 ? -1 : best.Values[at].Last;
            // The passage's own length; of chains as long, the one whose passages stand nearest to where they stood, and then a
            // number of the words. All three are the same in both directions.
            var near = 1 - Math.Abs(((double)i / a.Count) - ((double)j / b.Count));
            var weight =
                (at < 0 ? 0 : best.Values[at].Weight)
                + ((long)(a.Folded(i).Length + b.Folded(j).Length) << 32)
                + ((long)(near * 0xFFFFF) << 8)
                + ((a.Stamp(i) + b.Stamp(j)) & 0xFF);
            for (var above = at + 1; above < best.Count && best.Values[above].Weight <= weight; )
            {
                best.RemoveAt(above);
            }

            if (at + 1 >= best.Count || best.Keys[at + 1] != j)
            {
                best[j] = (weight, i);
            }
        }

        var chain = new HashSet<int>();
        for (var i = best.Count == 0 ? -1 : best.Values[^1].Last; i >= 0; i = before[i])
        {
            chain.Add(i);
        }

        return chain;
    }

    private static int Below(IList<int> keys, int key)
    {
        var (low, high) = (0, keys.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = keys[middle] < key ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    private static List<PassagePair> InReadingOrder(ComparedText a, ComparedText b, int[] partner, bool[] taken, HashSet<int> inOrder)
    {
        var of = new int[b.Count];
        Array.Fill(of, -1);
        for (var i = 0; i < a.Count; i++)
        {
            if (partner[i] >= 0)
            {
                of[partner[i]] = i;
            }
        }

        var pairs = new List<PassagePair>();
        var next = 0; // of the first text, whose dropped passages are told where they would have stood
        void Dropped(int until)
        {
            for (; next < until; next++)
            {
                if (partner[next] < 0)
                {
                    pairs.Add(new(PassageChange.Dropped, next, -1, false, 0, ChangeSeverity.None, []));
                }
            }
        }

        for (var j = 0; j < b.Count; j++)
        {
            var i = of[j];
            if (!taken[j])
            {
                pairs.Add(new(PassageChange.New, -1, j, false, 0, ChangeSeverity.None, []));
                continue;
            }

            if (inOrder.Contains(i))
            {
                Dropped(i);
            }

            pairs.Add(Pair(a, b, i, j, !inOrder.Contains(i)));
        }

        Dropped(a.Count);
        return pairs;
    }

    private static PassagePair Pair(ComparedText a, ComparedText b, int i, int j, bool moved)
    {
        if (a.Folded(i) == b.Folded(j))
        {
            return new(moved ? PassageChange.Moved : PassageChange.Kept, i, j, moved, 1, ChangeSeverity.None, []);
        }

        var difference = WordDifference.Of(a.Text, a.Tokens(i), b.Text, b.Tokens(j));
        return new(
            PassageChange.Reworded,
            i,
            j,
            moved,
            Math.Round(difference.Similarity, 3),
            ChangeClassifier.Gravest(a.Whole, a.Place(i), b.Whole, b.Place(j)),
            difference.Runs(a.Whole, b.Whole)
        );
    }
}
