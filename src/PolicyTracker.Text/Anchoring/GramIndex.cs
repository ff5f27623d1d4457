namespace PolicyTracker.Text.Anchoring;

/// <summary>A stretch of a folded text.</summary>
/// <param name="Start">First folded position.</param>
/// <param name="End">Behind the last.</param>
internal sealed record Stretch(int Start, int End);

/// <summary>
/// Where each three characters stand in a text, so that only those stretches are compared with a quotation that share enough with
/// it: with k errors at least m - 2 - 3k of the m - 2 grams of a quotation of m characters stay as they were (P. Jokinen and
/// E. Ukkonen, "Two algorithms for approximate string matching in static texts", MFCS 1991). Safe to use from several threads.
/// </summary>
internal sealed class GramIndex
{
    private const int Gram = 3;

    private readonly int _length;
    private readonly int _shift;
    private readonly int[] _starts; // of the places of each hash value, in _places
    private readonly int[] _places;

    /// <summary>Reads a folded text; cost linear in its length, 4 bytes a character are kept.</summary>
    public GramIndex(string text)
    {
        _length = text.Length;
        var bits = Math.Clamp(32 - int.LeadingZeroCount(text.Length), 8, 18);
        _shift = 64 - bits;
        _starts = new int[(1 << bits) + 1];
        var last = text.Length - Gram;
        for (var i = 0; i <= last; i++)
        {
            _starts[Hash(text, i) + 1]++;
        }

        for (var h = 1; h < _starts.Length; h++)
        {
            _starts[h] += _starts[h - 1];
        }

        _places = new int[Math.Max(0, last + 1)];
        var next = _starts.AsSpan().ToArray();
        for (var i = 0; i <= last; i++)
        {
            _places[next[Hash(text, i)]++] = i;
        }
    }

    /// <summary>Where the grams of a quotation stand; null where they stand so often that counting them costs as much as comparing.</summary>
    public GramCounts? Count(string quote)
    {
        var hits = 0;
        for (var i = 0; i <= quote.Length - Gram; i++)
        {
            var hash = Hash(quote, i);
            hits += _starts[hash + 1] - _starts[hash];
        }

        if (hits > _length / 2)
        {
            return null;
        }

        var counts = new int[((_length + quote.Length) >> GramCounts.WidthBits) + 1];
        for (var i = 0; i <= quote.Length - Gram; i++)
        {
            var hash = Hash(quote, i);
            var diagonal = quote.Length - i; // never negative
            foreach (var place in _places.AsSpan(_starts[hash], _starts[hash + 1] - _starts[hash]))
            {
                counts[(place + diagonal) >> GramCounts.WidthBits]++;
            }
        }

        return new(counts, _length, quote.Length, Gram);
    }

    private int Hash(string text, int at) =>
        (int)((((ulong)text[at] << 32 | (ulong)text[at + 1] << 16 | text[at + 2]) * 0x9E3779B97F4A7C15) >> _shift);
}

/// <summary>How many grams of a quotation stand on each diagonal of a text: position in the text less position in the quotation.</summary>
/// <param name="counts">For each bucket of 64 diagonals, from that on which the quotation ends where the text begins.</param>
/// <param name="text">The text's length.</param>
/// <param name="quote">The quotation's length.</param>
/// <param name="gram">The length of a gram.</param>
internal sealed class GramCounts(int[] counts, int text, int quote, int gram)
{
    /// <summary>A bucket has 2 to the power of this many diagonals.</summary>
    public const int WidthBits = 6;

    private const int Width = 1 << WidthBits;

    /// <summary>
    /// The stretches of the text in which every place of the quotation with at most <paramref name="limit"/> errors lies, in order and
    /// apart; null where they can't be told from the rest, because the limit is too high or they are too much of the text.
    /// </summary>
    public List<Stretch>? Stretches(int limit)
    {
        var least = quote - gram + 1 - (gram * limit);
        if (least <= 0)
        {
            return null;
        }

        // The grams that a place shares lie on diagonals no further apart than the limit to both sides, so in so many buckets at most.
        var together = 1 + (((2 * limit) + Width) >> WidthBits);
        var slack = quote + (2 * limit); // before and behind, so that errors are counted as in the whole text
        var stretches = new List<Stretch>();
        var (sum, total) = (0, 0);
        for (var last = 0; last < counts.Length + together - 1; last++)
        {
            sum += last < counts.Length ? counts[last] : 0;
            sum -= last >= together ? counts[last - together] : 0;
            if (sum < least)
            {
                continue;
            }

            var from = Math.Max(0, ((last - together + 1) * Width) - quote - slack);
            var to = Math.Min(text, ((last + 1) * Width) + slack);
            if (stretches.Count > 0 && stretches[^1].End >= from)
            {
                total += to - stretches[^1].End;
                stretches[^1] = new(stretches[^1].Start, to);
            }
            else
            {
                total += to - from;
                stretches.Add(new(from, to));
            }

            if (total > text / 8)
            {
                return null; // so many are compared as fast in one go
            }
        }

        return stretches;
    }
}
