namespace PolicyTracker.Text.Suggestions;

/// <summary>Lists of words built into the program.</summary>
internal static class WordLists
{
    /// <summary>The lines of a list.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(typeof(WordLists).Assembly.GetManifestResourceStream(name)!);
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            yield return line;
        }
    }
}
