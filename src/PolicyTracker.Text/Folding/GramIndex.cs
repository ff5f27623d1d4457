using System.Runtime.InteropServices;

namespace PolicyTracker.Text.Folding;

/// <summary>
/// Where each few characters (grams) stand in a text, whatever their capitals: tells where words stand, and which stretches share
/// enough with a quotation to be compared with it. With k errors at least m - g + 1 - gk of the m - g + 1 grams of g characters of a
/// quotation of m characters stay as they were (P. Jokinen and E. Ukkonen, "Two algorithms for approximate string matching in static
/// texts", MFCS 1991). Safe to use from several threads.
/// </summary>
internal sealed class GramIndex
{
    /// <summary>The fewest characters that can be looked up, and the length of a gram of letters; of Chinese characters three tell as much.</summary>
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
        _mask = ulong.MaxValue >> (64 - (16 * _gram));
        var bits = Math.Clamp(32 - int.LeadingZeroCount(text.Length), 8, 18);
        _shift = 64 - bits;
        _starts = new int[(1 << bits) + 1];
        _places = new int[Math.Max(0, text.Length - Letters + 1)]; // each is read as four characters, also where only three of them count
        for (var i = 0; i < _places.Length; i++)
        {
            _starts[Hash(text, i)]++;
        }

        var end = 0;
        for (var h = 0; h < _starts.Length; h++)
        {
            end += _starts[h];
            _starts[h] = end;
        }

        for (var i = _places.Length - 1; i >= 0; i--)
        {
            _places[--_starts[Hash(text, i)]] = i;
        }
    }

    /// <summary>Where words stand in the text from a position on, in order.</summary>
    /// <param name="words">In small letters, four characters or more.</param>
    /// <param name="from">The first position.</param>
    public IEnumerable<int> Places(string words, int from)
    {
        var rarest = Enumerable.Range(0, words.Length - Letters + 1).MinBy(i => Of(words, i).Length);
        var hash = Hash(words, rarest);
        var first = Array.BinarySearch(_places, _starts[hash], _starts[hash + 1] - _starts[hash], from + rarest);
        for (var i = first < 0 ? ~first : first; i < _starts[hash + 1]; i++)
        {
            var place = _places[i] - rarest;
            if (_text.AsSpan(place).StartsWith(words))
            {
                yield return place;
            }
        }
    }

    /// <summary>Where the grams of a quotation stand; null where they stand so often that counting them costs as much as comparing.</summary>
    /// <param name="quote">In small letters.</param>
    public GramCounts? Count(string quote)
    {
        var hits = 0;
        for (var i = 0; i <= quote.Length - Letters; i++)
        {
            hits += Of(quote, i).Length;
        }

        if (hits > _text.Length / 2)
        {
            return null;
        }

        var counts = new int[((_text.Length + quote.Length) >> GramCounts.WidthBits) + 1];
        for (var i = 0; i <= quote.Length - Letters; i++)
        {
            var diagonal = quote.Length - i; // never negative
            foreach (var place in Of(quote, i))
            {
                counts[(place + diagonal) >> GramCounts.WidthBits]++;
            }
        }

        return new(counts, _text.Length, quote.Length, _gram, quote.Length - Letters + 1);
    }

    private ReadOnlySpan<int> Of(string words, int at)
    {
        var hash = Hash(words, at);
        return _places.AsSpan(_starts[hash], _starts[hash + 1] - _starts[hash]);
    }

    private int Hash(string text, int at)
    {
        var gram = MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text.AsSpan(at, Letters)));
        return (int)(((gram & _mask) * 0x9E3779B97F4A7C15) >> _shift);
    }

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
