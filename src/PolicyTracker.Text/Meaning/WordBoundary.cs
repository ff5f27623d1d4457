using PolicyTracker.Text.Folding;

namespace PolicyTracker.Text.Meaning;

/// <summary>
/// Where a word or a number ends: "legal" does not begin in "illegal", "40" does not end in "4060", nor "5" in "5.2", "5 million",
/// "5%" or "5 %–9 %", nor "carbon" begin in "low-carbon". Chinese words have no mark of their own, Chinese numbers have.
/// </summary>
internal static class WordBoundary
{
    private const int MaxLength = 60; // of a word or number that is looked at

    /// <summary>
    /// What stands before a folded position that belongs to the words behind it: the rest of a word or number that it cuts, or a
    /// "not" or "only". Empty where nothing does.
    /// </summary>
    public static string Before(FoldedText text, int at)
    {
        var from = at;
        while (from > 0 && at - from < MaxLength && Cuts(text, from))
        {
            from--;
        }

        return text.Text[(from - PrecedingWords.Length(text.Text, from))..at];
    }

    /// <summary>What of a word or number stands behind a folded position that cuts it; empty where the position cuts none.</summary>
    public static string Behind(FoldedText text, int at)
    {
        var to = at;
        while (to < text.Text.Length && to - at < MaxLength && Cuts(text, to))
        {
            to += Math.Max(1, NumberBoundary.MeasureLength(text.Text, to));
        }

        return text.Text[at..to];
    }

    /// <summary>Whether letters or figures stand on both sides.</summary>
    public static bool IsWithinLetters(string text, int at) => at > 0 && at < text.Length && IsPart(text[at - 1]) && IsPart(text[at]);

    /// <summary>Whether a folded position lies within a word or a number.</summary>
    public static bool Cuts(FoldedText folded, int at)
    {
        var text = folded.Text;
        if (at <= 0 || at >= text.Length)
        {
            return false;
        }

        var (left, right) = (text[at - 1], text[at]);
        if (
            (IsPart(left) && (IsPart(right) || CharacterFolding.IsMark(right)))
            || (CharacterFolding.IsMark(left) && IsPart(right))
            || char.IsLowSurrogate(right)
        )
        {
            return true;
        }

        return IsJoiner(folded, at) || IsJoiner(folded, at - 1) || NumberBoundary.Cuts(folded, at);
    }

    /// <summary>Whether a character is a letter or figure that is written together with others.</summary>
    public static bool IsPart(char c) => char.IsLetterOrDigit(c) && !CharacterFolding.IsWide(c);

    // Whether the character at a place holds what stands on both sides of it together.
    private static bool IsJoiner(FoldedText folded, int at)
    {
        var text = folded.Text;
        var c = text[at];
        if (at == 0 || at + 1 >= text.Length || c is not ('-' or '\'' or '/' or '&' or '_' or '@' or ':' or '.' or ',' or '·' or '~'))
        {
            return false;
        }

        var (left, right) = (text[at - 1], text[at + 1]);
        var isBetweenDigits = char.IsAsciiDigit(left) && char.IsAsciiDigit(right);
        return c switch
        {
            '-' => isBetweenDigits || (IsPart(left) && IsPart(right) && folded.SourceAt(at) is '-' or '\u2010' or '\u2011'), // no dash
            '\'' => IsPart(left) && IsPart(right) && !IsPossessive(text, at),
            '/' or '_' or '@' or '&' => IsPart(left) && IsPart(right),
            '.' => isBetweenDigits || (IsPart(left) && char.IsAsciiLetterLower(right) && !char.IsAsciiDigit(left)),
            _ => isBetweenDigits,
        };
    }

    private static bool IsPossessive(string text, int at) => text[at + 1] is 's' or 'S' && (at + 2 >= text.Length || !IsPart(text[at + 2]));
}
