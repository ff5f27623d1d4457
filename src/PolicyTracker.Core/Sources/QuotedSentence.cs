using PolicyTracker.Text.Segmentation;

namespace PolicyTracker.Core.Sources;

/// <summary>The rest of the sentence in which quoted words stand, so that nobody takes a part of it for the whole.</summary>
internal static class QuotedSentence
{
    /// <summary>How much of a text is looked at on either side of the words, in code points; a longer sentence is cut there.</summary>
    public const int MaxAround = 300;

    /// <summary>
    /// What the sentence says before the words and behind them, with the white space between; "…" where it goes on beyond what is
    /// known. Words that span several sentences have the beginning of the first and the end of the last.
    /// </summary>
    /// <param name="before">The text before the words, up to <see cref="MaxAround"/> code points of it.</param>
    /// <param name="exact">The words.</param>
    /// <param name="after">The text behind them, likewise.</param>
    /// <param name="isFromStart">Whether <paramref name="before"/> begins where the text does.</param>
    public static (string Before, string After) Around(string before, string exact, string after, bool isFromStart)
    {
        var text = before + exact + after;
        var (start, end) = (before.Length, before.Length + exact.Length);
        var spoken = Passages.Of(text).Where(p => p.ContentStart < p.ContentEnd).ToList();
        var (first, last) = (spoken.FindIndex(p => p.ContentEnd > start), spoken.FindLastIndex(p => p.ContentStart < end));
        if (first < 0 || last < 0)
        {
            return ("", "");
        }

        var from = Math.Min(spoken[first].ContentStart, start);
        var to = Math.Max(spoken[last].ContentEnd, end);
        var isCutBefore = !isFromStart && first == 0 && from < start;
        var isCutAfter = to == text.Length && to > end && after.EnumerateRunes().Count() >= MaxAround;
        return (
            isCutBefore ? "…" + FromWord(text[from..start]) : text[from..start],
            isCutAfter ? UntilWord(text[end..to]) + "…" : text[end..to]
        );
    }

    // A piece that begins within a word is shown from the next; Chinese has no spaces and begins anywhere.
    private static string FromWord(string piece)
    {
        var space = piece.IndexOf(' ', StringComparison.Ordinal);
        return space is >= 0 and < 30 ? piece[(space + 1)..] : piece;
    }

    private static string UntilWord(string piece)
    {
        var space = piece.LastIndexOf(' ');
        return space > piece.Length - 30 && space > 0 ? piece[..space] : piece;
    }
}
