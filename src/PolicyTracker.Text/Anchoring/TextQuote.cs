namespace PolicyTracker.Text.Anchoring;

/// <summary>
/// A quotation described by its words: the TextQuoteSelector of the W3C Web Annotation Data Model
/// (https://www.w3.org/TR/annotation-model/#text-quote-selector).
/// </summary>
/// <param name="Exact">The quoted words, as they stand in the source.</param>
/// <param name="Prefix">The words right before them; empty where none are needed or none exist.</param>
/// <param name="Suffix">The words right after them; empty where none are needed or none exist.</param>
public sealed record TextQuote(string Exact, string Prefix = "", string Suffix = "")
{
    /// <summary>How much context a described quotation carries on each side, in UTF-16 units, before it must grow.</summary>
    public const int ContextLength = 32;

    /// <summary>
    /// Describes the words of a range of the text, with context that grows until the description fits one place only (or the text ends).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is empty, outside the text, or cuts a surrogate pair.</exception>
    public static TextQuote Describe(string text, CharRange range)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (start, end) = range;
        if (start < 0 || end > text.Length || start >= end || Cuts(text, start) || Cuts(text, end))
        {
            throw new ArgumentOutOfRangeException(
                nameof(range),
                $"{start}-{end} is not a range of whole characters in a text of {text.Length}."
            );
        }

        var exact = text[start..end];
        for (var context = ContextLength; ; context *= 2)
        {
            var from = Math.Max(0, start - context);
            var to = Math.Min(text.Length, end + context);
            var quote = new TextQuote(exact, text[(Cuts(text, from) ? from + 1 : from)..start], text[end..(Cuts(text, to) ? to - 1 : to)]);
            if ((from == 0 && to == text.Length) || quote.FindIn(text).IsUnique)
            {
                return quote;
            }
        }
    }

    /// <summary>Finds the places in <paramref name="text"/> where prefix, exact words and suffix stand together, to the letter.</summary>
    public QuotePlaces FindIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Exact.Length == 0)
        {
            return new QuotePlaces(0, -1);
        }

        int count = 0,
            first = -1;
        var whole = Prefix + Exact + Suffix;
        for (var at = text.IndexOf(whole, StringComparison.Ordinal); at >= 0; at = text.IndexOf(whole, at + 1, StringComparison.Ordinal))
        {
            first = count++ == 0 ? at + Prefix.Length : first;
            if (count == 2)
            {
                break; // two are as good as many: the quotation is not settled
            }
        }

        return new QuotePlaces(count, first);
    }

    private static bool Cuts(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);
}

/// <summary>Where a quotation was found.</summary>
/// <param name="Count">0, 1, or 2 for "two or more".</param>
/// <param name="Start">UTF-16 position of the first place's exact words; -1 where there is none.</param>
public readonly record struct QuotePlaces(int Count, int Start)
{
    /// <summary>Whether there is one place and no other.</summary>
    public bool IsUnique => Count == 1;
}
