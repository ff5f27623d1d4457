namespace PolicyTracker.Text.Folding;

/// <summary>How many grams of a quotation stand on each diagonal of a text: position in the text less position in the quotation.</summary>
/// <param name="counts">For each bucket of 32 diagonals, from that on which the quotation ends where the text begins.</param>
/// <param name="text">The text's length.</param>
/// <param name="quote">The quotation's length.</param>
/// <param name="grams">How many grams of the quotation were counted.</param>
/// <param name="spoiled">How many of those an error can spoil.</param>
internal sealed class GramCounts(ushort[] counts, int text, int quote, int grams, int spoiled)
{
    /// <summary>A bucket has 2 to the power of this many diagonals.</summary>
    public const int WidthBits = 5;

    private const int Width = 1 << WidthBits;

    /// <summary>
    /// The stretches of the text in which every place of the quotation with at most <paramref name="limit"/> errors lies, in order and
    /// apart; null where they can't be told from the rest, because the limit is too high or they are too much of the text.
    /// </summary>
    public List<Stretch>? Stretches(int limit)
    {
        var least = grams - (spoiled * limit);
        if (least <= 0)
        {
            return null;
        }

        // The grams that a place shares lie on diagonals no further apart than the limit, so in so many buckets at most.
        var together = 1 + ((limit + Width - 1) >> WidthBits);
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
