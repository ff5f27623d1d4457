namespace PolicyTracker.Text.Comparison;

/// <summary>How alike two whole texts are, and where to look for one that is like another.</summary>
public static class TextLikeness
{
    private const int Run = 5,
        MaxRuns = 200_000,
        MaxPiece = 32;

    /// <summary>
    /// The share of runs of five letters or digits that two texts have in common: 0 (nothing) to 1 (the same letters in the same
    /// order, whatever the spaces, marks and capitals). Linear in both lengths; of long texts a sample is compared.
    /// </summary>
    public static double Of(string one, string other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var every = Math.Max(1, Math.Max(one.Length, other.Length) / MaxRuns);
        var (left, right) = (Runs(one, every), Runs(other, every));
        var (leftTotal, rightTotal) = (left.Values.Sum(), right.Values.Sum());
        if (leftTotal + rightTotal == 0)
        {
            return string.Equals(one, other, StringComparison.Ordinal) ? 1 : 0;
        }

        var common = left.Sum(run => Math.Min(run.Value, right.GetValueOrDefault(run.Key)));
        return 2.0 * common / (leftTotal + rightTotal);
    }

    /// <summary>
    /// Pieces of a text, spread over it, of which a copy has some to the letter even where words were changed or lines broken
    /// otherwise. None spans a line end.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<string> Pieces(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        var length = Math.Clamp(text.Length / most, Run, MaxPiece);
        var pieces = new List<string>();
        for (var i = 0; i < most; i++)
        {
            var at = (int)((long)Math.Max(0, text.Length - length) * i / Math.Max(1, most - 1));
            var piece = text.AsSpan(at, Math.Min(length, text.Length - at)).ToString().Split('\n').MaxBy(line => line.Length)!.Trim();
            if (piece.Length > 0 && char.IsLowSurrogate(piece[0]))
            {
                piece = piece[1..];
            }

            if (piece.Length > 0 && char.IsHighSurrogate(piece[^1]))
            {
                piece = piece[..^1];
            }

            if (piece.Length >= Run || piece.Length == text.Trim().Length)
            {
                pieces.Add(piece);
            }
        }

        return [.. pieces.Distinct(StringComparer.Ordinal)];
    }

    private static Dictionary<int, int> Runs(string text, int every)
    {
        var letters = new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                letters[length++] = char.ToLowerInvariant(c);
            }
        }

        var counts = new Dictionary<int, int>();
        var run = Math.Min(Run, length);
        for (var i = 0; run > 0 && i + run <= length; i++)
        {
            var hash = 17;
            foreach (var c in letters.AsSpan(i, run))
            {
                hash = unchecked((hash * 16_777_619) ^ c);
            }

            if (every == 1 || (uint)hash % every == 0)
            {
                counts[hash] = counts.GetValueOrDefault(hash) + 1;
            }
        }

        return counts;
    }
}
