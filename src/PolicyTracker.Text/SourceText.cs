using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace PolicyTracker.Text;

/// <summary>What keeps a text from becoming a source, in words for the person who brought it.</summary>
public sealed class UnusableTextException(TextFault fault) : Exception(fault?.ToString())
{
    /// <summary>What is wrong, and where.</summary>
    public TextFault Fault { get; } = fault;
}

/// <summary>Why a text can't be kept as a source.</summary>
public enum TextFaultKind
{
    /// <summary>It has no words.</summary>
    Empty,

    /// <summary>It has half a surrogate pair.</summary>
    HalfCharacter,

    /// <summary>It has a control character, as binary files do.</summary>
    ControlCharacter,

    /// <summary>
    /// It has a hidden control that changes the order in which words are shown; <see cref="SourceText.WithoutHidden"/> mends
    /// it.
    /// </summary>
    HiddenControl,

    /// <summary>It is over <see cref="SourceText.MaxBytes"/>.</summary>
    TooLong,
}

/// <summary>What is wrong with a text, and where.</summary>
/// <param name="Kind">What.</param>
/// <param name="Character">The UTF-16 unit that is wrong; 0 where it is none.</param>
/// <param name="Line">Its line, from 1; 0 where it is no character.</param>
/// <param name="Column">Which UTF-16 unit of its line it is, from 1.</param>
/// <param name="Bytes">The text's length in bytes of UTF-8, where it is too long.</param>
public sealed record TextFault(TextFaultKind Kind, char Character = '\0', int Line = 0, int Column = 0, long Bytes = 0);

/// <summary>The rules that a text must meet before it is kept as the source of quotations.</summary>
public static class SourceText
{
    /// <summary>The longest text kept, in bytes of UTF-8: 5 MiB.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    // Embeddings, overrides and isolates (Unicode UAX #9): they make a text read otherwise than it is stored.
    internal static readonly SearchValues<char> BidiControls = SearchValues.Create(
        "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"
    );

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
            throw new UnusableTextException(new(TextFaultKind.Empty));
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
                throw At(TextFaultKind.HalfCharacter, text, i);
            }
            else if (char.IsControl(c) && c is not ('\n' or '\t' or '\f' or '\u0085'))
            {
                throw At(TextFaultKind.ControlCharacter, text, i);
            }
        }

        var hidden = text.AsSpan().IndexOfAny(BidiControls);
        if (hidden >= 0)
        {
            throw At(TextFaultKind.HiddenControl, text, hidden);
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
            throw new UnusableTextException(new(TextFaultKind.TooLong, Bytes: bytes));
        }
    }

    /// <summary>
    /// A text as <see cref="Prepare"/> makes it, whether it may be kept or not: positions in what is kept are positions in
    /// this.
    /// </summary>
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

    private static UnusableTextException At(TextFaultKind kind, string text, int at)
    {
        var before = text.AsSpan(0, at);
        return new(new(kind, text[at], before.Count('\n') + 1, at - before.LastIndexOf('\n')));
    }
}
