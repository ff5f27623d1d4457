using System.Text;

namespace PolicyTracker.Text;

/// <summary>
/// The part of an address by which a browser finds words in a page and shows them: https://wicg.github.io/scroll-to-text-fragment/.
/// </summary>
public static class TextFragment
{
    // Longer words are named by their beginning and their end: what stands between may be set otherwise in the page.
    private const int MaxExact = 100;

    private const int MaxEdge = 40;

    // Shorter words may stand in a page more than once, and need those around them.
    private const int SureFrom = 40;

    private const int MaxAround = 30;

    /// <summary>The directive for some words: <c>:~:text=…</c>; null where they are none.</summary>
    /// <param name="exact">The words.</param>
    /// <param name="prefix">What stands before them, perhaps from the middle of a word; empty where that is not known.</param>
    /// <param name="suffix">What stands behind them, perhaps to the middle of a word.</param>
    public static string? Of(string exact, string prefix = "", string suffix = "")
    {
        ArgumentNullException.ThrowIfNull(exact);
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentNullException.ThrowIfNull(suffix);
        var lines = exact.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length == 0)
        {
            return null;
        }

        if (lines.Length > 1 || lines[0].Length > MaxExact)
        {
            return $":~:text={Encode(Beginning(lines[0], MaxEdge))},{Encode(End(lines[^1], MaxEdge))}";
        }

        var (before, after) = lines[0].Length < SureFrom ? (Before(prefix), After(suffix)) : ("", "");
        return ":~:text="
            + (before.Length > 0 ? $"{Encode(before)}-," : "")
            + Encode(lines[0])
            + (after.Length > 0 ? $",-{Encode(after)}" : "");
    }

    /// <summary>Words as they stand in a directive: what means something there (comma, dash, ampersand) is escaped as well.</summary>
    public static string Encode(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var spaced = new StringBuilder(words.Length);
        foreach (var part in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            spaced.Append(spaced.Length > 0 ? " " : "").Append(part);
        }

        return Uri.EscapeDataString(spaced.ToString()).Replace("-", "%2D", StringComparison.Ordinal);
    }

    // The last words before, on the same line: a browser takes whole words only.
    private static string Before(string prefix)
    {
        var line = prefix[(prefix.AsSpan().LastIndexOfAny('\n', '\r') + 1)..];
        var whole = line.Length == prefix.Length && line.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var cut ? line[cut..] : line;
        return End(whole.Trim(), MaxAround);
    }

    private static string After(string suffix)
    {
        var end = suffix.AsSpan().IndexOfAny('\n', '\r');
        var line = end < 0 ? suffix : suffix[..end];
        var whole = end < 0 && line.LastIndexOf(' ') is >= 0 and var cut ? line[..cut] : line;
        return Beginning(whole.Trim(), MaxAround);
    }

    private static string Beginning(string line, int max)
    {
        if (line.Length <= max)
        {
            return line;
        }

        var space = line.LastIndexOf(' ', max);
        return space > 0 ? line[..space]
            : char.IsLowSurrogate(line[max / 2]) ? line[..(max / 2 + 1)]
            : line[..(max / 2)];
    }

    private static string End(string line, int max)
    {
        if (line.Length <= max)
        {
            return line;
        }

        var space = line.IndexOf(' ', line.Length - max);
        var cut = line.Length - max / 2;
        return space >= 0 ? line[(space + 1)..]
            : char.IsLowSurrogate(line[cut]) ? line[(cut - 1)..]
            : line[cut..];
    }
}
