using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PolicyTracker.Text;

/// <summary>What keeps a text from becoming a source, in words for the person who brought it.</summary>
public sealed class UnusableTextException(string message, bool hiddenCharacters = false) : Exception(message)
{
    /// <summary>Whether <see cref="SourceText.WithoutHidden"/> would mend it.</summary>
    public bool HiddenCharacters { get; } = hiddenCharacters;
}

/// <summary>The rules that a text must meet before it is kept as the source of quotations.</summary>
public static class SourceText
{
    /// <summary>The longest text kept, in bytes of UTF-8: 5 MiB.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    // Embeddings, overrides and isolates (Unicode UAX #9): they make a text read otherwise than it is stored.
    internal static readonly SearchValues<char> BidiControls = SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>
    /// Returns the text as it will be kept: line ends made LF, a leading byte-order mark dropped, nothing else touched.
    /// </summary>
    /// <exception cref="UnusableTextException">
    /// It is empty, over <see cref="MaxBytes"/>, binary, has half a surrogate pair, or has bidirectional controls.
    /// </exception>
    public static string Prepare(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        if (string.IsNullOrWhiteSpace(raw))
        {
            throw new UnusableTextException("The text is empty. Paste the words of the announcement.");
        }

        // Three bytes a UTF-16 unit is the most UTF-8 takes: count exactly only where it matters.
        if (raw.Length > MaxBytes / 3)
        {
            CheckSize(Encoding.UTF8.GetByteCount(raw));
        }

        var text = Normalize(raw);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(c))
            {
                throw new UnusableTextException($"The text has half a character (a lone surrogate, U+{(int)c:X4}) at {Place(text, i)}. It was cut or decoded wrongly: copy it from the source again.");
            }
            else if (char.IsControl(c) && c is not ('\n' or '\t' or '\f' or '\u0085'))
            {
                throw new UnusableTextException($"This looks like a binary file, not text: it has the control character U+{(int)c:X4} at {Place(text, i)}. Open the document and copy its text.");
            }
        }

        var hidden = text.AsSpan().IndexOfAny(BidiControls);
        if (hidden >= 0)
        {
            throw new UnusableTextException($"The text has a hidden control that changes the order in which words are shown (U+{(int)text[hidden]:X4}) at {Place(text, hidden)}, so that a quotation could read otherwise than it is stored. Remove the hidden controls, then save again.", hiddenCharacters: true);
        }

        return text;
    }

    /// <summary>Refuses a text by its size alone, which can be told before the text itself is at hand.</summary>
    /// <param name="bytes">Its length in bytes of UTF-8.</param>
    /// <exception cref="UnusableTextException">It is over <see cref="MaxBytes"/>.</exception>
    public static void CheckSize(long bytes)
    {
        if (bytes > MaxBytes)
        {
            throw new UnusableTextException(string.Create(CultureInfo.InvariantCulture,
                $"The text is {Math.Ceiling(bytes / 104857.6) / 10:0.0} MB; the most is {MaxBytes / 1048576} MB. Split it into several announcements, or leave out its annexes."));
        }
    }

    /// <summary>A text as <see cref="Prepare"/> makes it, whether it may be kept or not: positions in what is kept are positions in this.</summary>
    public static string Normalize(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        return raw.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
    }

    /// <summary>The text without bidirectional embeddings, overrides and isolates.</summary>
    public static string WithoutHidden(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(text.Where(c => !BidiControls.Contains(c)));
    }

    /// <summary>SHA-256 of the text's UTF-8 bytes, in 64 lower-case hexadecimal digits.</summary>
    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Place(string text, int at)
    {
        var before = text.AsSpan(0, at);
        return $"line {before.Count('\n') + 1}, character {at - before.LastIndexOf('\n')}";
    }
}
