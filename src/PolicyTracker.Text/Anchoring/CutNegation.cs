namespace PolicyTracker.Text.Anchoring;

/// <summary>
/// A negation that words of a text were cut off from: it stands before them in their sentence and governs them, so that they
/// say the opposite alone ("allowed to close an office" of "is not allowed to close an office").
/// </summary>
/// <param name="Word">The negation, as the text has it: "not", "no longer", "refuses to", 不得.</param>
/// <param name="Start">UTF-16 position of the first character of the wider words, which hold the negation.</param>
/// <param name="End">UTF-16 position behind the last character of the wider words: the end of the words themselves.</param>
public readonly record struct CutNegation(string Word, int Start, int End)
{
    /// <summary>
    /// The negation that the words at a place were cut off from; null where there is none or the words hold it themselves. Looks at
    /// the sentence before the words alone, and at the head of the list that they are an item of: its cost does not grow with the text.
    /// </summary>
    /// <param name="text">The text, in English or Chinese.</param>
    /// <param name="start">UTF-16 position of the first character of the words.</param>
    /// <param name="end">UTF-16 position behind the last.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie in the text, or is empty.</exception>
    public static CutNegation? Before(string text, int start, int end)
    {
        ArgumentNullException.ThrowIfNull(text);
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

        var found = IsHan(text[start]) || (!char.IsLetter(text[start]) && IsHan(LastBefore(text, start))) ? ChineseNegation.Before(text, start) : EnglishNegation.Before(text, start, end);
        return found is { } place ? new(text[place.Start..place.End], place.From, end) : null;
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

/// <summary>Where a negation stands.</summary>
/// <param name="Start">UTF-16 position of its first character.</param>
/// <param name="End">Behind its last.</param>
/// <param name="From">Where words that hold it begin: at its auxiliary, if one stands before it.</param>
internal readonly record struct NegationPlace(int Start, int End, int From);
