using System.Text;

namespace PolicyTracker.Text.Meaning;

/// <summary>
/// English words, to tell a slip ("goverment") from another word ("flood", "food"): those of SCOWL up to size 70, American and
/// British, and its names, which begin with a capital. See docs/decisions/0023.
/// </summary>
internal static class EnglishWords
{
    // A sorted list of lines, searched as it lies: reading it costs a copy of 1.5 MB, once.
    private static readonly Lazy<byte[]> Lines = new(() =>
    {
        using var stream = typeof(EnglishWords).Assembly.GetManifestResourceStream("english-words.txt")!;
        var lines = new byte[stream.Length];
        stream.ReadExactly(lines);
        return lines;
    });

    /// <summary>Whether it is a word that is no name.</summary>
    /// <param name="lower">In small letters.</param>
    public static bool IsCommon(string lower) => lower.Length >= 3 && Has(lower);

    /// <summary>Whether it is a name.</summary>
    /// <param name="lower">In small letters.</param>
    public static bool IsName(string lower) => lower.Length >= 3 && Has(char.ToUpperInvariant(lower[0]) + lower[1..]);

    private static bool Has(string word)
    {
        if (word.Length > 40 || !Ascii.IsValid(word))
        {
            return false;
        }

        var lines = Lines.Value.AsSpan();
        Span<byte> wanted = stackalloc byte[word.Length];
        Encoding.ASCII.GetBytes(word, wanted);
        var (low, high) = (0, lines.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var start = lines[..middle].LastIndexOf((byte)'\n') + 1;
            var end = start + lines[start..].IndexOf((byte)'\n');
            var order = lines[start..end].SequenceCompareTo(wanted);
            if (order == 0)
            {
                return true;
            }

            (low, high) = order < 0 ? (end + 1, high) : (low, start);
        }

        return false;
    }
}
