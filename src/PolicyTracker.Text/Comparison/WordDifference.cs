namespace PolicyTracker.Text.Comparison;

/// <summary>What became of a run of words.</summary>
public enum Fate
{
    /// <summary>It stands in both texts.</summary>
    Kept,

    /// <summary>It stands in the first only.</summary>
    Removed,

    /// <summary>It stands in the second only.</summary>
    Added,
}

/// <summary>A run of words with one fate, in the words of the text that has it (for a kept run, the second's).</summary>
public readonly record struct WordRun(Fate Fate, string Text);

/// <summary>
/// The difference of two stretches of folded text by words, Chinese by characters: a longest common subsequence in which
/// words and numbers weigh more than marks. Capital letters make no difference.
/// </summary>
internal sealed class WordDifference
{
    // Above this many cells the middle that differs is taken as replaced: sentences stay far below.
    private const long MostCells = 4_000_000;

    private WordDifference(List<(Fate Fate, Token Token)> tokens, int kept, int first, int second) =>
        (Tokens, Kept, First, Second) = (tokens, kept, first, second);

    /// <summary>Each token with its fate, in reading order; a kept one as the second text has it.</summary>
    public List<(Fate Fate, Token Token)> Tokens { get; }

    /// <summary>The weight of what both have, of the first, and of the second.</summary>
    public int Kept { get; }

    public int First { get; }

    public int Second { get; }

    /// <summary>1 where all is kept, 0 where nothing is (Dice's coefficient of weights).</summary>
    public double Similarity => First + Second == 0 ? 1 : 2.0 * Kept / (First + Second);

    public static WordDifference Of(string a, List<Token> first, string b, List<Token> second)
    {
        bool Same(int i, int j) => a.AsSpan(first[i].Start, first[i].End - first[i].Start).Equals(b.AsSpan(second[j].Start, second[j].End - second[j].Start), StringComparison.OrdinalIgnoreCase);
        var tokens = new List<(Fate, Token)>();
        var kept = 0;
        void Keep(int j)
        {
            tokens.Add((Fate.Kept, second[j]));
            kept += Weight(second[j]);
        }

        int head = 0, tailA = first.Count, tailB = second.Count;
        for (; head < tailA && head < tailB && Same(head, head); head++)
        {
            Keep(head);
        }

        while (tailA > head && tailB > head && Same(tailA - 1, tailB - 1))
        {
            tailA--;
            tailB--;
        }

        var (n, m) = (tailA - head, tailB - head);
        if ((long)n * m <= MostCells)
        {
            // best[i, j]: the heaviest common subsequence of what is left from i and j on.
            var best = new int[n + 1, m + 1];
            for (var i = n - 1; i >= 0; i--)
            {
                for (var j = m - 1; j >= 0; j--)
                {
                    var skip = Math.Max(best[i + 1, j], best[i, j + 1]);
                    best[i, j] = Same(head + i, head + j) ? Math.Max(skip, best[i + 1, j + 1] + Weight(second[head + j])) : skip;
                }
            }

            for (int i = 0, j = 0; i < n || j < m;)
            {
                if (i < n && j < m && Same(head + i, head + j) && best[i, j] == best[i + 1, j + 1] + Weight(second[head + j]))
                {
                    Keep(head + j);
                    i++;
                    j++;
                }
                else if (i < n && (j == m || best[i + 1, j] >= best[i, j + 1]))
                {
                    tokens.Add((Fate.Removed, first[head + i++]));
                }
                else
                {
                    tokens.Add((Fate.Added, second[head + j++]));
                }
            }
        }
        else
        {
            tokens.AddRange(first.Skip(head).Take(n).Select(t => (Fate.Removed, t)));
            tokens.AddRange(second.Skip(head).Take(m).Select(t => (Fate.Added, t)));
        }

        for (var j = tailB; j < second.Count; j++)
        {
            Keep(j);
        }

        return new(tokens, kept, first.Sum(Weight), second.Sum(Weight));
    }

    /// <summary>The difference as runs of words, as a reader sees it; the texts are given as they stand in their sources.</summary>
    public List<WordRun> Runs(Func<int, int, string> firstText, Func<int, int, string> secondText)
    {
        var runs = new List<WordRun>();
        for (var i = 0; i < Tokens.Count;)
        {
            var (fate, from) = Tokens[i];
            var to = from;
            for (i++; i < Tokens.Count && Tokens[i].Fate == fate; i++)
            {
                to = Tokens[i].Token;
            }

            runs.Add(new(fate, (fate == Fate.Removed ? firstText : secondText)(from.Start, to.End)));
        }

        return runs;
    }

    private static int Weight(Token token) => token.Kind is TokenKind.Mark ? 1 : 3;
}
