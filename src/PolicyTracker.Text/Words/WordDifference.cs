using PolicyTracker.Text.Folding;

namespace PolicyTracker.Text.Words;

/// <summary>
/// The difference of two stretches of folded text by words, Chinese by characters: a longest common subsequence in which
/// words and numbers weigh more than marks. Capital letters make no difference.
/// </summary>
internal sealed class WordDifference
{
    // Above this many cells the middle that differs is taken as replaced: sentences stay far below.
    private const long MaxCells = 4_000_000;

    /// <summary>What a mark weighs, and what any other token does.</summary>
    public const int WeightOfMark = 1,
        WeightOfWord = 3;

    private readonly List<Token> _first,
        _second;

    private WordDifference(List<TokenChange> tokens, List<Token> first, List<Token> second, int kept) =>
        (Tokens, _first, _second, Kept, First, Second) = (tokens, first, second, kept, first.Sum(Weight), second.Sum(Weight));

    /// <summary>Each token with its kind, in reading order; a kept one as the second text has it.</summary>
    public List<TokenChange> Tokens { get; }

    /// <summary>The weight of what both have.</summary>
    public int Kept { get; }

    /// <summary>The weight of the first.</summary>
    public int First { get; }

    /// <summary>The weight of the second.</summary>
    public int Second { get; }

    /// <summary>1 where all is kept, 0 where nothing is (Dice's coefficient of weights).</summary>
    public double Similarity => First + Second == 0 ? 1 : 2.0 * Kept / (First + Second);

    /// <summary>The difference of two stretches, their tokens given.</summary>
    public static WordDifference Of(string a, List<Token> first, string b, List<Token> second)
    {
        bool Same(int i, int j) =>
            a.AsSpan(first[i].Start, first[i].End - first[i].Start)
                .Equals(b.AsSpan(second[j].Start, second[j].End - second[j].Start), StringComparison.OrdinalIgnoreCase);
        var tokens = new List<TokenChange>();
        var kept = 0;
        void Keep(int j)
        {
            tokens.Add(new(DiffKind.Kept, second[j]));
            kept += Weight(second[j]);
        }

        int head = 0,
            tailA = first.Count,
            tailB = second.Count;
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
        if ((long)n * m <= MaxCells)
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

            for (int i = 0, j = 0; i < n || j < m; )
            {
                if (i < n && j < m && Same(head + i, head + j) && best[i, j] == best[i + 1, j + 1] + Weight(second[head + j]))
                {
                    Keep(head + j);
                    i++;
                    j++;
                }
                else if (i < n && (j == m || best[i + 1, j] >= best[i, j + 1]))
                {
                    tokens.Add(new(DiffKind.Removed, first[head + i++]));
                }
                else
                {
                    tokens.Add(new(DiffKind.Added, second[head + j++]));
                }
            }
        }
        else
        {
            tokens.AddRange(first.Skip(head).Take(n).Select(t => new TokenChange(DiffKind.Removed, t)));
            tokens.AddRange(second.Skip(head).Take(m).Select(t => new TokenChange(DiffKind.Added, t)));
        }

        for (var j = tailB; j < second.Count; j++)
        {
            Keep(j);
        }

        return new(tokens, first, second, kept);
    }

    /// <summary>The difference as runs of words, as a reader sees it.</summary>
    public List<WordRun> Runs(FoldedText first, FoldedText second)
    {
        var runs = new List<WordRun>();
        var (old, now) = (0, 0); // kept and removed tokens are the first text's in turn, kept and added ones the second's
        for (var i = 0; i < Tokens.Count; )
        {
            var (begin, kind) = (i, Tokens[i].Kind);
            while (i < Tokens.Count && Tokens[i].Kind == kind)
            {
                i++;
            }

            var was = kind == DiffKind.Added ? "" : Words(first, _first, old, old += i - begin);
            runs.Add(
                kind == DiffKind.Removed
                    ? new(kind, was)
                    : new(kind, Words(second, _second, now, now += i - begin), kind == DiffKind.Kept ? was : null)
            );
        }

        return runs;
    }

    // From one token to where the next begins that is not of the run.
    private static string Words(FoldedText text, List<Token> tokens, int from, int to)
    {
        (int Start, int End) Source(Token token) => text.ToSource(token.Start, token.End);
        return text.Source[Source(tokens[from]).Start..(to < tokens.Count ? Source(tokens[to]).Start : Source(tokens[to - 1]).End)];
    }

    private static int Weight(Token token) => token.Kind is TokenKind.Mark ? WeightOfMark : WeightOfWord;
}
