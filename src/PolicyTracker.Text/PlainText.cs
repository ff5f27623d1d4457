namespace PolicyTracker.Text;

/// <summary>Why a character has no place in a typed text.</summary>
public enum TypedFaultKind
{
    /// <summary>Half a surrogate pair.</summary>
    HalfCharacter,

    /// <summary>A control character.</summary>
    ControlCharacter,

    /// <summary>A hidden control that changes the order in which words are shown.</summary>
    HiddenControl,

    /// <summary>A line end in a text of one line.</summary>
    LineEnd,
}

/// <summary>A character that has no place in a typed text.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Character">The UTF-16 unit.</param>
/// <param name="Position">Which of the text's UTF-16 units it is, from 1.</param>
public sealed record TypedFault(TypedFaultKind Kind, char Character, int Position)
{
    /// <summary>Its name: U+0007.</summary>
    public string CodePoint => $"U+{(int)Character:X4}";
}

/// <summary>The rules for what is typed: names, titles, notes, comments. Sources have their own, in <see cref="SourceText"/>.</summary>
public static class PlainText
{
    /// <summary>The first character of a typed text that no text has; null where all are right.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hasLines">Whether tabs and line ends belong in it.</param>
    public static TypedFault? Fault(string text, bool hasLines)
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
                return new(TypedFaultKind.HalfCharacter, c, i + 1);
            }
            else if (char.IsControl(c) && !(hasLines && c is ('\t' or '\n' or '\r')))
            {
                return new(TypedFaultKind.ControlCharacter, c, i + 1);
            }
            else if (SourceText.BidiControls.Contains(c))
            {
                return new(TypedFaultKind.HiddenControl, c, i + 1);
            }
            else if (!hasLines && c is ('\u2028' or '\u2029'))
            {
                return new(TypedFaultKind.LineEnd, c, i + 1);
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
