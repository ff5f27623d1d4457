using System.Globalization;

namespace PolicyTracker.Text;

/// <summary>The rules for what is typed: names, titles, notes, comments. Sources have their own, in <see cref="SourceText"/>.</summary>
public static class PlainText
{
    /// <summary>What is wrong with a typed text: "has the control character U+0000 at its character 5"; null where nothing is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hasLines">Whether tabs and line ends belong in it.</param>
    public static string? Fault(string text, bool hasLines)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(c))
            {
                return string.Create(CultureInfo.InvariantCulture, $"has half a character (a lone surrogate, U+{(int)c:X4}) at its character {i + 1}");
            }
            else if (char.IsControl(c) && !(hasLines && c is ('\t' or '\n' or '\r')))
            {
                return string.Create(CultureInfo.InvariantCulture, $"has the control character U+{(int)c:X4} at its character {i + 1}");
            }
            else if (SourceText.BidiControls.Contains(c))
            {
                return string.Create(CultureInfo.InvariantCulture, $"has a hidden control that changes the order in which it is shown (U+{(int)c:X4}) at its character {i + 1}");
            }
            else if (!hasLines && c is ('\u2028' or '\u2029'))
            {
                return string.Create(CultureInfo.InvariantCulture, $"has a line end (U+{(int)c:X4}) at its character {i + 1}");
            }
        }

        return null;
    }

    /// <summary>Whether a store can't hold the text, or a query can't ask for it: it has a NUL or half a surrogate pair.</summary>
    public static bool IsUnstorable(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            return true;
        }

        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }
}
