namespace PolicyTracker.Text.Folding;

/// <summary>
/// Where each few characters (grams) stand in a text, whatever their capitals: tells where words stand, and which stretches share
/// enough with a quotation to be compared with it. An error spoils at most g of the m - g + 1 grams of g characters of a quotation of m
/// characters, the others stay as they were (P. Jokinen and E. Ukkonen, "Two algorithms for approximate string matching in static
/// texts", MFCS 1991). Safe to use from several threads.
/// </summary>
internal sealed class GramIndex
{
    /// <summary>
    /// The fewest characters that can be looked up, and the length of a gram of letters; of Chinese characters three tell as
    /// much.
    /// </summary>
    public const int Letters = 4;

    private const int Characters = 3;

    private readonly string _text; // in small letters
    private readonly int _gram;
    private readonly ulong _mask;
    private readonly int _shift;
    private readonly int[] _starts; // of the places of each hash value, in _places
    private readonly int[] _places;

    /// <summary>Reads a folded text; cost linear in its length, 4 bytes a character are kept.</summary>
    /// <param name="text">The text in small letters.</param>
    public GramIndex(string text)
    {
        _text = text;
        _gram = IsMostlyWide(text) ? Characters : Letters;
        _mask = ulong.MaxValue << (16 * (Letters - _gram)); // of three characters that count, the first of four
        var bits = Math.Clamp(32 - int.LeadingZeroCount(text.Length), 8, 18);
        _shift = 64 - bits;
        _starts = new int[(1 << bits) + 1];
        _places = new int[Math.Max(0, text.Length - Letters + 1)]; // each is read as four characters, also where only three of them count
        var gram = Before(text, 0);
        for (var i = 0; i < _places.Length; i++)
        {
            gram = (gram << 16) | text[i + Letters - 1];
            _starts[Hash(gram)]++;
        }

        var end = 0;
        for (var h = 0; h < _starts.Length; h++)
        {
            (_starts[h], end) = (end, end + _starts[h]);
        }

        gram = Before(text, 0);
        for (var i = 0; i < _places.Length; i++)
        {
            gram = (gram << 16) | text[i + Letters - 1];
            _places[_starts[Hash(gram)]++] = i;
        }

        Array.Copy(_starts, 0, _starts, 1, _starts.Length - 1); // each has come to where the next one starts
        _starts[0] = 0;
    }

    /// <summary>Where words stand in the text, in order.</summary>
    /// <param name="words">In small letters, four characters or more.</param>
    /// <param name="from">The first position.</param>
    /// <param name="to">Behind the last one.</param>
    /// <param name="max">How many at most.</param>
    public List<int> Places(string words, int from, int to, int max)
    {
        var rarest = 0;
        for (var i = 1; i <= words.Length - Letters; i++)
        {
            rarest = Of(words, i).Length < Of(words, rarest).Length ? i : rarest;
        }

        var places = Of(words, rarest);
        var first = places.BinarySearch(from + rarest);
        var found = new List<int>();
        foreach (var place in places[(first < 0 ? ~first : first)..])
        {
            if (place - rarest + words.Length > to || found.Count == max)
            {
                break;
            }

            if (_text.AsSpan(place - rarest).StartsWith(words))
            {
                found.Add(place - rarest);
            }
        }

        return found;
    }

    /// <summary>
    /// Where the grams of a quotation stand; null where they stand so often that counting them costs as much as comparing.
    /// </summary>
    /// <param name="quote">In small letters, shorter than 1,000 characters.</param>
    public GramCounts? Count(string quote)
    {
        // Of letters every other gram tells as much: an error spoils two of them.
        var step = _gram == Letters ? 2 : 1;
        var (grams, hits) = (0, 0);
        for (var i = 0; i <= quote.Length - Letters; i += step)
        {
            grams++;
            hits += Of(quote, i).Length;
        }

        if (hits > _text.Length / 2)
        {
            return null;
        }

        var counts = new ushort[((_text.Length + quote.Length) >> GramCounts.WidthBits) + 1]; // a bucket of 32 has no more than 32,000
        for (var i = 0; i <= quote.Length - Letters; i += step)
        {
            var diagonal = quote.Length - i; // never negative
            foreach (var place in Of(quote, i))
            {
                counts[(place + diagonal) >> GramCounts.WidthBits]++;
            }
        }

        return new(counts, _text.Length, quote.Length, grams, _gram / step);
    }

    private ReadOnlySpan<int> Of(string words, int at)
    {
        var hash = Hash(words, at);
        return _places.AsSpan(_starts[hash], _starts[hash + 1] - _starts[hash]);
    }

    // All but the last character of the gram at a place; the next one shifts the first of four out.
    private static ulong Before(string text, int at)
    {
        var gram = 0UL;
        for (var i = at; i < Math.Min(text.Length, at + Letters - 1); i++)
        {
            gram = (gram << 16) | text[i];
        }

        return gram;
    }

    private int Hash(string text, int at) => Hash((Before(text, at) << 16) | text[at + Letters - 1]);

    private int Hash(ulong gram) => (int)(((gram & _mask) * 0x9E3779B97F4A7C15) >> _shift);

    private static bool IsMostlyWide(string text)
    {
        const int Every = 16;
        var wide = 0;
        for (var i = 0; i < text.Length; i += Every)
        {
            wide += CharacterFolding.IsWide(text[i]) ? 1 : 0;
        }

        return wide > text.Length / Every / 2;
    }
}
