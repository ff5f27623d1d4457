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
    private const int Gram = 3,
        MinBucket = 64;

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

    /// <summary>
    /// The stretches of the text in which every place of a quotation with at most <paramref name="limit"/> errors lies, in order and
    /// apart; null where they can't be told from the rest, because the limit is too high or the grams stand everywhere.
    /// </summary>
    public List<Stretch>? Stretches(string quote, int limit)
    {
        var least = quote.Length - Gram + 1 - (Gram * limit);
        if (least <= 0)
        {
            return null;
        }

        var hits = 0;
        for (var i = 0; i <= quote.Length - Gram; i++)
        {
            var hash = Hash(quote, i);
            hits += _starts[hash + 1] - _starts[hash];
        }

        if (hits > _length / 2)
        {
            return null; // counting them would cost as much as comparing the whole text
        }

        // The grams that a place shares lie on diagonals no further apart than the limit to both sides, so in two buckets at most.
        var width = MinBucket;
        while (width < (2 * limit) + 1)
        {
            width *= 2;
        }

        var widthBits = int.TrailingZeroCount(width);
        var counts = new int[((_length + quote.Length) >> widthBits) + 2];
        for (var i = 0; i <= quote.Length - Gram; i++)
        {
            var hash = Hash(quote, i);
            var diagonal = quote.Length - i; // never negative
            foreach (var place in _places.AsSpan(_starts[hash], _starts[hash + 1] - _starts[hash]))
            {
                counts[(place + diagonal) >> widthBits]++;
            }
        }

        var stretches = new List<Stretch>();
        var total = 0;
        var slack = quote.Length + (2 * limit); // before and behind, so that errors are counted as in the whole text
        for (var b = 0; b < counts.Length - 1; b++)
        {
            if (counts[b] + counts[b + 1] < least)
            {
                continue;
            }

            var from = Math.Max(0, (b * width) - quote.Length - slack);
            var to = Math.Min(_length, ((b + 2) * width) + slack);
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

            if (total > _length / 8)
            {
                return null; // so many are compared as fast in one go
            }
        }

        return stretches;
    }

    private int Hash(string text, int at) =>
        (int)((((ulong)text[at] << 32 | (ulong)text[at + 1] << 16 | text[at + 2]) * 0x9E3779B97F4A7C15) >> _shift);
}
