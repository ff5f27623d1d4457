namespace PolicyTracker.Core.Sources;

/// <summary>What stands in a text around a place, within the same line, for whoever looks at the words there.</summary>
internal static class WordsAround
{
    /// <summary>The words before a place, in UTF-16, no more than so many units of them.</summary>
    public static string Before(string text, int start, int max)
    {
        var from = Math.Max(0, start - max);
        from += from < start && char.IsLowSurrogate(text[from]) ? 1 : 0;
        var line = text.AsSpan(from, start - from).LastIndexOf('\n');
        return line >= 0 ? text[(from + line + 1)..start]
            : from == 0 ? text[..start]
            : $"…{text.AsSpan(from, start - from)}";
    }

    /// <summary>The words behind it.</summary>
    public static string After(string text, int end, int max)
    {
        var to = Math.Min(text.Length, end + max);
        to -= to > end && char.IsHighSurrogate(text[to - 1]) ? 1 : 0;
        var line = text.AsSpan(end, to - end).IndexOf('\n');
        return line >= 0 ? text[end..(end + line)]
            : to == text.Length ? text[end..]
            : $"{text.AsSpan(end, to - end)}…";
    }
}
