namespace PolicyTracker.Text.Words;

/// <summary>Sets of words that are written out in the program.</summary>
internal static class WordSet
{
    /// <summary>The words of a list, parted by spaces or ends of lines.</summary>
    public static HashSet<string> Of(string words) => [.. words.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)];
}
