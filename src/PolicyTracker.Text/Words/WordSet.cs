namespace PolicyTracker.Text.Words;

/// <summary>Sets of words that are written out in the program.</summary>
internal static class WordSet
{
    /// <summary>The words of a list, parted by spaces or ends of lines.</summary>
    /// <param name="words">The list.</param>
    /// <param name="comparer">When two words are the same; null where every letter counts.</param>
    public static HashSet<string> Of(string words, StringComparer? comparer = null) =>
        new(words.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries), comparer);
}
