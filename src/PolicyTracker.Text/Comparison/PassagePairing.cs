using PolicyTracker.Text.Meaning;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Comparison;

/// <summary>Pairs the passages of two texts; used once.</summary>
internal sealed class PassagePairing
{
    // Two sentences are one reworded where they share at least half the weight of their words.
    private const double MinLikeness = 0.5;

    // How many passages of the other text are looked at closely for each: those that share the rarest words.
    private const int MaxCandidates = 12;

    private readonly ComparedText _a,
        _b;
    private readonly int[] _partner; // of each passage of the first text; -1 where it has none
    private readonly bool[] _taken; // whether a passage of the second text has one

    /// <summary>Takes the two texts.</summary>
    public PassagePairing(ComparedText a, ComparedText b)
    {
        (_a, _b) = (a, b);
        _partner = new int[a.Count];
        Array.Fill(_partner, -1);
        _taken = new bool[b.Count];
    }

    /// <summary>Every passage of both texts once, in the order of the second.</summary>
    public List<PassagePair> Pairs(CancellationToken cancel)
    {
        PairSame();
        PairAlike(cancel);
        return InReadingOrder(LongestInOrder());
    }

    // The same words. Of passages that say the same, first those that stand between the same neighbours, then those with one
    // neighbour the same, then the first with the first.
    private void PairSame()
    {
        PairSame((text, i) => (Near(text, i - 1), text.Folded(i), Near(text, i + 1)));
        PairSame((text, i) => (Near(text, i - 1), text.Folded(i), null));
        PairSame((text, i) => (null, text.Folded(i), Near(text, i + 1)));
        PairSame((text, i) => (null, text.Folded(i), null));
    }

    private void PairSame(Func<ComparedText, int, (string?, string, string?)> key)
    {
        var places = new Dictionary<(string?, string, string?), Queue<int>>();
        for (var j = 0; j < _b.Count; j++)
        {
            if (_taken[j])
            {
                continue;
            }

            if (!places.TryGetValue(key(_b, j), out var queue))
            {
                places[key(_b, j)] = queue = new();
            }

            queue.Enqueue(j);
        }

        for (var i = 0; i < _a.Count; i++)
        {
            if (_partner[i] < 0 && places.TryGetValue(key(_a, i), out var queue) && queue.TryDequeue(out var j))
            {
                (_partner[i], _taken[j]) = (j, true);
            }
        }
    }

    private static string? Near(ComparedText text, int i) => i < 0 || i >= text.Count ? null : text.Folded(i);

    // Like words: the best pairs first, each passage once.
    private void PairAlike(CancellationToken cancel)
    {
        var free = (
            A: Enumerable.Range(0, _a.Count).Where(i => _partner[i] < 0).ToList(),
            B: Enumerable.Range(0, _b.Count).Where(j => !_taken[j]).ToList()
        );
        var pairs = new HashSet<(int I, int J)>();
        foreach (var (i, j) in Candidates(_a, free.A, _b, free.B))
        {
            pairs.Add((i, j));
        }

        foreach (var (j, i) in Candidates(_b, free.B, _a, free.A))
        {
            pairs.Add((i, j));
        }

        cancel.ThrowIfCancellationRequested();
        var scored = pairs
            .Select(p => (p.I, p.J, Likeness: WordDifference.Of(_a.Text, _a.Tokens(p.I), _b.Text, _b.Tokens(p.J)).Similarity))
            .Where(p => p.Likeness >= MinLikeness)
            .OrderByDescending(p => p.Likeness)
            .ThenBy(p => Math.Abs(((double)p.I / _a.Count) - ((double)p.J / _b.Count)))
            .ThenBy(p => p.I + p.J)
            .ThenBy(p => _a.Stamp(p.I) + _b.Stamp(p.J)); // the same in both directions
        foreach (var (i, j, _) in scored)
        {
            if (_partner[i] < 0 && !_taken[j])
            {
                (_partner[i], _taken[j]) = (j, true);
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
    private HashSet<int> LongestInOrder()
    {
        var paired = Enumerable.Range(0, _a.Count).Where(i => _partner[i] >= 0).ToList();
        var best = new SortedList<int, (long Weight, int Last)>(); // by place in b: the heaviest chain that ends there, weights rising
        var before = new int[_a.Count];
        foreach (var i in paired)
        {
            var j = _partner[i];
            var at = Below(best.Keys, j);
            before[i] = at < 0 ? -1 : best.Values[at].Last;
            // The passage's own length; of chains as long, the one whose passages stand nearest to where they stood, and then a
            // number of the words. All three are the same in both directions.
            var near = 1 - Math.Abs(((double)i / _a.Count) - ((double)j / _b.Count));
            var weight =
                (at < 0 ? 0 : best.Values[at].Weight)
                + ((long)(_a.Folded(i).Length + _b.Folded(j).Length) << 32)
                + ((long)(near * 0xFFFFF) << 8)
                + ((_a.Stamp(i) + _b.Stamp(j)) & 0xFF);
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

    private List<PassagePair> InReadingOrder(HashSet<int> inOrder)
    {
        var of = new int[_b.Count];
        Array.Fill(of, -1);
        for (var i = 0; i < _a.Count; i++)
        {
            if (_partner[i] >= 0)
            {
                of[_partner[i]] = i;
            }
        }

        var pairs = new List<PassagePair>();
        var next = 0; // of the first text, whose dropped passages are told where they would have stood
        void Dropped(int until)
        {
            for (; next < until; next++)
            {
                if (_partner[next] < 0)
                {
                    pairs.Add(new(PassageChange.Dropped, next, -1, false, 0, ChangeSeverity.None, []));
                }
            }
        }

        for (var j = 0; j < _b.Count; j++)
        {
            var i = of[j];
            if (!_taken[j])
            {
                pairs.Add(new(PassageChange.New, -1, j, false, 0, ChangeSeverity.None, []));
                continue;
            }

            if (inOrder.Contains(i))
            {
                Dropped(i);
            }

            pairs.Add(Pair(i, j, !inOrder.Contains(i)));
        }

        Dropped(_a.Count);
        return pairs;
    }

    private PassagePair Pair(int i, int j, bool isMoved)
    {
        if (_a.Folded(i) == _b.Folded(j))
        {
            return new(isMoved ? PassageChange.Moved : PassageChange.Kept, i, j, isMoved, 1, ChangeSeverity.None, []);
        }

        var difference = WordDifference.Of(_a.Text, _a.Tokens(i), _b.Text, _b.Tokens(j));
        return new(
            PassageChange.Reworded,
            i,
            j,
            isMoved,
            Math.Round(difference.Similarity, 3),
            ChangeClassifier.MostSevere(_a.Whole, _a.Place(i), _b.Whole, _b.Place(j)),
            difference.Runs(_a.Whole, _b.Whole)
        );
    }
}
