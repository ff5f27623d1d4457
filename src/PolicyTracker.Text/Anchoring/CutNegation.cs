namespace PolicyTracker.Text.Anchoring;

/// <summary>
/// A negation that words of a text were cut off from: it stands before them in their sentence and governs them, so that they
/// say the opposite alone ("allowed to close an office" of "is not allowed to close an office").
/// </summary>
/// <param name="Word">The negation, as the text has it: "not", "no longer", "refuses to", 不得.</param>
/// <param name="Wider">The wider words, which hold the negation and end where the words themselves do.</param>
public readonly record struct CutNegation(string Word, CharRange Wider)
{
    /// <summary>
    /// The negation that the words at a place were cut off from; null where there is none or the words hold it themselves. Looks at
    /// the sentence before the words alone, and at the head of the list that they are an item of: its cost does not grow with the text.
    /// </summary>
    /// <param name="text">The text, in English or Chinese.</param>
    /// <param name="words">The words.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie in the text, or is empty.</exception>
    public static CutNegation? Before(string text, CharRange words)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (start, end) = words;
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, text.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(start, end);
        while (start < end && !char.IsLetterOrDigit(text[start]))
        {
            start++; // a quotation mark or a bracket before the first word
        }

        if (start == end)
        {
            return null;
        }

        var isChinese = IsHan(text[start]) || (!char.IsLetter(text[start]) && IsHan(LastBefore(text, start)));
        var found = isChinese ? ChineseNegation.Before(text, start) : EnglishNegation.Before(text, start, end);
        return found is { } place ? new(text[place.Start..place.End], new(place.From, end)) : null;
    }

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF';

    private static char LastBefore(string text, int at)
    {
        while (at > 0 && char.IsWhiteSpace(text[at - 1]))
        {
            at--;
        }

        return at > 0 ? text[at - 1] : ' ';
    }
}
