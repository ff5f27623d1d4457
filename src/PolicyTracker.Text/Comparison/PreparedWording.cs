using PolicyTracker.Text.Folding;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Comparison;

/// <summary>
/// A wording made ready to be held against many others: how alike two can be at most is told by the words that they share,
/// whatever the order, in a hundredth of the time that <see cref="Wording.Likeness"/> takes.
/// </summary>
public sealed class PreparedWording
{
    private readonly int[] _tokens; // a hash of each without regard to capitals, sorted; its lowest bit is set for marks
    private readonly int _weight;

    /// <summary>Makes a wording ready.</summary>
    /// <param name="words">The wording.</param>
    public PreparedWording(string words)
    {
        var folded = FoldedText.Of(words).Text;
        _tokens = [.. Token.Of(folded, 0, folded.Length).Select(t => HashOf(folded, t)).Order()];
        _weight = _tokens.Sum(Weight);
        Words = words;
    }

    /// <summary>The wording.</summary>
    public string Words { get; }

    /// <summary>What <see cref="Wording.Likeness"/> of the two is at most: 0 to 1.</summary>
    public double LikenessAtMost(PreparedWording other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (_weight + other._weight == 0)
        {
            return 1;
        }

        var (shared, i, j) = (0, 0, 0);
        while (i < _tokens.Length && j < other._tokens.Length)
        {
            var (a, b) = (_tokens[i], other._tokens[j]);
            shared += a == b ? Weight(a) : 0;
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }

        return 2.0 * shared / (_weight + other._weight);
    }

    /// <summary>The one of many that is most like this wording, and how like it is.</summary>
    /// <param name="many">Those to choose from.</param>
    /// <param name="wording">The wording of one.</param>
    /// <param name="least">How like it must be.</param>
    /// <returns>Null and <paramref name="least"/> where none is.</returns>
    public (T? Item, double Likeness) Best<T>(IEnumerable<T> many, Func<T, PreparedWording> wording, double least = 0)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(many);
        ArgumentNullException.ThrowIfNull(wording);
        var (best, likeness) = ((T?)null, least);
        var bounded = many.Select(m => (Item: m, AtMost: LikenessAtMost(wording(m))));
        foreach (var (item, atMost) in bounded.Where(m => m.AtMost >= least).OrderByDescending(m => m.AtMost))
        {
            if (best is not null && atMost <= likeness)
            {
                break;
            }

            var found = Wording.Likeness(Words, wording(item).Words);
            if (best is null ? found >= likeness : found > likeness)
            {
                (best, likeness) = (item, found);
            }
        }

        return (best, likeness);
    }

    private static int HashOf(string folded, Token token)
    {
        var hash = string.GetHashCode(folded.AsSpan(token.Start, token.End - token.Start), StringComparison.OrdinalIgnoreCase);
        return token.Kind is TokenKind.Mark ? hash | 1 : hash & ~1;
    }

    private static int Weight(int token) => (token & 1) == 1 ? WordDifference.WeightOfMark : WordDifference.WeightOfWord;
}
