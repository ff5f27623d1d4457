namespace PolicyTracker.Text.Words;

/// <summary>Levenshtein's distance, in UTF-16 units, by the bit-parallel algorithm of G. Myers (J. ACM 46(3), 1999).</summary>
internal static class EditDistance
{
    /// <summary>The least number of characters to put in, leave out or change.</summary>
    public static int Of(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => ToPrefixes(a, b)[^1];

    /// <summary>1 for equal texts, 0 for texts that share nothing; two empty ones are equal.</summary>
    public static double Similarity(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.SequenceEqual(b) ? 1 : 1 - ((double)Of(a, b) / Math.Max(a.Length, b.Length));

    /// <summary>The distance of <paramref name="pattern"/> to the first 0, 1, 2 … characters of <paramref name="text"/>.</summary>
    public static int[] ToPrefixes(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var distances = new int[text.Length + 1];
        distances[0] = pattern.Length;
        if (pattern.Length == 0)
        {
            for (var j = 0; j < distances.Length; j++)
            {
                distances[j] = j;
            }

            return distances;
        }

        var blocks = (pattern.Length + 63) / 64;
        var rows = new Dictionary<char, ulong[]>();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (!rows.TryGetValue(pattern[i], out var row))
            {
                rows[pattern[i]] = row = new ulong[blocks];
            }

            row[i / 64] |= 1UL << (i % 64);
        }

        var nowhere = new ulong[blocks];
        var pvs = new ulong[blocks];
        Array.Fill(pvs, ulong.MaxValue);
        var mvs = new ulong[blocks];
        for (var j = 0; j < text.Length; j++)
        {
            var peq = rows.GetValueOrDefault(text[j], nowhere);
            var carry = 1; // the first row rises by one in each column
            for (var b = 0; b < blocks; b++)
            {
                carry = Advance(ref pvs[b], ref mvs[b], peq[b], carry, b < blocks - 1 ? 63 : (pattern.Length - 1) & 63);
            }

            distances[j + 1] = distances[j] + carry;
        }

        return distances;
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
