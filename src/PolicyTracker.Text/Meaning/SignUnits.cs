using System.Globalization;
using PolicyTracker.Text.Folding;

namespace PolicyTracker.Text.Meaning;

/// <summary>Tells marks that say something from punctuation.</summary>
internal static class SignUnits
{
    /// <summary>Whether a character is a mark that says something wherever it stands.</summary>
    public static bool IsMeaningful(char c) =>
        c is '%' or '‰' or '‱' or '°' or '§' or '#' or '№' or '×'
        || (c is not ('|' or '~') && char.GetUnicodeCategory(c) is UnicodeCategory.CurrencySymbol or UnicodeCategory.MathSymbol)
        || (
            char.GetUnicodeCategory(c) is UnicodeCategory.OtherNumber
            && SuperscriptDigit(c) is null
            && c is not (>= '\u2460' and <= '\u24FF')
        );

    /// <summary>The digit that a superscript stands for; null for any other character.</summary>
    public static char? SuperscriptDigit(char c) =>
        "⁰¹²³⁴⁵⁶⁷⁸⁹".IndexOf(c, StringComparison.Ordinal) is var at && at >= 0 ? (char)('0' + at) : null;

    /// <summary>What the mark at a place says; null for punctuation.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="at">The position of the mark.</param>
    /// <param name="start">Where the stretch begins that is read.</param>
    /// <param name="end">Behind it.</param>
    public static string? At(string text, int at, int start, int end)
    {
        var c = text[at];
        char Left(int n) => at - n >= start ? text[at - n] : '\0';
        char Right(int n) => at + n < end ? text[at + n] : '\0';
        var isBeforeNumber = char.IsAsciiDigit(Right(1)) || (Right(1) == ' ' && char.IsAsciiDigit(Right(2)));
        var left = Left(1) == ' ' ? Left(2) : Left(1);
        switch (c)
        {
            case '%':
                return "percent";
            case '‰':
                return "permille";
            case '&':
                return "and";
            case '×':
                return "x";
            case '?':
                return "?";
            case '-' when isBeforeNumber && (char.IsAsciiDigit(left) || left is '%' or '‰' or '°'):
                return "range";
            case '-' when isBeforeNumber && (!char.IsLetterOrDigit(Left(1)) || CharacterFolding.IsWide(Left(1))):
                return "minus";
            case '~' when isBeforeNumber:
                return char.IsAsciiDigit(left) || left == '%' ? "range" : "about";
            case '≈':
                return "about";
            case '′' or '″' when char.IsAsciiDigit(left):
                return c.ToString();
            case '/' when char.IsLetterOrDigit(Left(1)) && char.IsLetterOrDigit(Right(1)):
                return "/";
            case ':' or '·' or '.' or ',' or '\'' when char.IsAsciiDigit(Left(1)) && char.IsAsciiDigit(Right(1)):
                return c.ToString();
        }

        // A small figure behind a unit is its power; behind a word or a full stop it is a footnote's.
        if (SuperscriptDigit(c) is { } digit)
        {
            var before = 1;
            while (SuperscriptDigit(Left(before)) is not null)
            {
                before++;
            }

            var letters = 0;
            while (letters < 4 && char.IsLetter(Left(before + letters)))
            {
                letters++;
            }

            return letters is 1 or 2 or 3 || char.IsAsciiDigit(Left(before)) ? "^" + digit : null;
        }

        return IsMeaningful(c) ? c.ToString() : null;
    }
}
