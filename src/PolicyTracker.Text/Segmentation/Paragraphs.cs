namespace PolicyTracker.Text.Segmentation;

/// <summary>Splits a text into paragraphs: its lines, less the empty ones and the white space around them.</summary>
public static class Paragraphs
{
    /// <summary>The paragraphs of <paramref name="text"/> in order; they never overlap, and only white space lies between them.</summary>
    public static IEnumerable<CharRange> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (int start = 0; start < text.Length; )
        {
            var lineEnd = text.IndexOf('\n', start);
            var next = lineEnd < 0 ? text.Length : lineEnd + 1;
            int from = start,
                to = lineEnd < 0 ? text.Length : lineEnd;
            while (from < to && char.IsWhiteSpace(text[from]))
            {
                from++;
            }

            while (to > from && char.IsWhiteSpace(text[to - 1]))
            {
                to--;
            }

            if (from < to)
            {
                yield return new CharRange(from, to);
            }

            start = next;
        }
    }
}
