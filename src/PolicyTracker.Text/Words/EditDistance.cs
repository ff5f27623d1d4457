namespace PolicyTracker.Text.Words;

/// <summary>
/// Levenshtein's distance of one text to others, in UTF-16 units, by the bit-parallel algorithm of G. Myers (J. ACM 46(3), 1999).
/// Made once for all that the text is compared with.
/// </summary>
internal sealed class EditDistance
{
    private readonly int _length;
    private readonly int _blocks;

    // For each character of the text the bits of where it stands; the first are those of any other character.
    private readonly ulong[] _rows;
    private readonly char[] _keys; // a table with open addressing: which characters have rows
    private readonly int[] _values; // and where they begin; 0 where the place is free

    /// <summary>Reads the text that others are compared with.</summary>
    public EditDistance(ReadOnlySpan<char> text)
    {
        _length = text.Length;
        _blocks = (text.Length + 63) / 64;
        var size = 16;
        while (size < 2 * text.Length)
        {
            size *= 2;
        }

        _keys = new char[size];
        _values = new int[size];
        _rows = new ulong[(text.Length + 1) * _blocks];
        var used = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var place = Place(text[i]);
            if (_values[place] == 0)
            {
                used += _blocks;
                (_keys[place], _values[place]) = (text[i], used);
            }

            _rows[_values[place] + (i / 64)] |= 1UL << (i % 64);
        }
    }

    /// <summary>The least number of characters to put in, leave out or change.</summary>
    public static int Of(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => new EditDistance(a).To(b);

    /// <summary>The same of this text and another.</summary>
    public int To(ReadOnlySpan<char> other) => Compare(other, null);

    /// <summary>1 for equal texts, 0 for texts that share nothing; two empty ones are equal.</summary>
    public double Similarity(ReadOnlySpan<char> other) =>
        _length + other.Length == 0 ? 1 : 1 - ((double)To(other) / Math.Max(_length, other.Length));

    /// <summary>The distance to the first 0, 1, 2 … characters of another text.</summary>
    public int[] ToPrefixes(ReadOnlySpan<char> other)
    {
        var distances = new int[other.Length + 1];
        Compare(other, distances);
        return distances;
    }

    private int Compare(ReadOnlySpan<char> other, int[]? distances)
    {
        Span<ulong> pvs = _blocks <= 16 ? stackalloc ulong[_blocks] : new ulong[_blocks];
        Span<ulong> mvs = _blocks <= 16 ? stackalloc ulong[_blocks] : new ulong[_blocks];
        pvs.Fill(ulong.MaxValue);
        mvs.Clear();
        var distance = _length;
        for (var j = 0; j <= other.Length; j++)
        {
            if (distances is not null)
            {
                distances[j] = distance;
            }

            if (j == other.Length)
            {
                break;
            }

            var row = _values[Place(other[j])];
            var carry = 1; // the first row rises by one in each column
            for (var b = 0; b < _blocks; b++)
            {
                carry = Advance(ref pvs[b], ref mvs[b], _rows[row + b], carry, b < _blocks - 1 ? 63 : (_length - 1) & 63);
            }

            distance += carry;
        }

        return distance;
    }

    // Where a character stands in the table, or would.
    private int Place(char c)
    {
        var place = (c * 0x9E37) & (_keys.Length - 1);
        while (_values[place] != 0 && _keys[place] != c)
        {
            place = (place + 1) & (_keys.Length - 1);
        }

        return place;
    }

    /// <summary>One column of a block of 64 rows.</summary>
    /// <param name="pv">The rows that are one more than the row above; changed to the new column's.</param>
    /// <param name="mv">The rows that are one less; changed to the new column's.</param>
    /// <param name="eq">The rows whose character is the column's.</param>
    /// <param name="carry">How the row above the block changed from the column before: -1, 0 or 1.</param>
    /// <param name="last">The block's last row, 0 to 63.</param>
    /// <returns>How the last row changed from the column before.</returns>
    public static int Advance(ref ulong pv, ref ulong mv, ulong eq, int carry, int last)
    {
        var negative = carry < 0 ? 1UL : 0;
        var xv = eq | mv;
        eq |= negative;
        var xh = (((eq & pv) + pv) ^ pv) | eq;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        var change = (int)((ph >> last) & 1) - (int)((mh >> last) & 1);
        ph = (ph << 1) | (carry > 0 ? 1UL : 0);
        mh = (mh << 1) | negative;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
        return change;
    }
}
