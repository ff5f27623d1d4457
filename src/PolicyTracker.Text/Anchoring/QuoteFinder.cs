using PolicyTracker.Text.Folding;

namespace PolicyTracker.Text.Anchoring;

/// <summary>
/// Finds quotations in one text. The text is folded once; each search then costs time linear in its length at most.
/// Safe to use from several threads.
/// </summary>
public sealed class QuoteFinder
{
    private readonly FoldedText _text;
    private readonly Lazy<FoldedText> _simplified;

    /// <summary>Folds <paramref name="text"/>.</summary>
    public QuoteFinder(string text)
        : this(FoldedText.Of(text))
    {
    }

    internal QuoteFinder(FoldedText text)
    {
        _text = text;
        _simplified = new(() => FoldedText.Of(text.Source, simplify: true));
    }

    /// <summary>The number of errors looked for in a quotation of so many characters, where none is given: 30 in 100.</summary>
    public static int ErrorLimit(int length) => length <= 8 ? Math.Min(length / 3, 2) : (int)Math.Ceiling(length * 0.3);

    /// <summary>Finds the place of a quotation.</summary>
    /// <param name="quote">The words with what stood around them; an empty quotation is lost.</param>
    /// <param name="hint">The UTF-16 position where it stood, if known; may lie outside the text.</param>
    /// <param name="errorLimit">The most errors looked for; <see cref="ErrorLimit"/> of the length where null. A limit above the quotation's length counts as one below it.</param>
    /// <param name="cancel">Stops the search.</param>
    public QuoteAnchor Find(TextQuote quote, int? hint = null, int? errorLimit = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(quote);
        var found = new QuoteSearch(_text, FoldedQuote.Of(quote), hint, errorLimit, cancel).Run();
        if (found.IsSure || !quote.Exact.AsSpan().ContainsAnyInRange('\u3400', '\u9FFF'))
        {
            return found;
        }

        var simplified = FoldedQuote.Of(quote, simplify: true);
        if (simplified.Exact.Text == FoldedText.Of(quote.Exact).Text && _simplified.Value.Text == _text.Text)
        {
            return found; // all of it was simplified before
        }

        var otherScript = new QuoteSearch(_simplified.Value, simplified, hint, errorLimit, cancel).Run();
        return !otherScript.IsSure ? found
            : otherScript.State is AnchorState.Edited ? otherScript
            : otherScript with { State = AnchorState.Edited, Change = QuoteChange.Script };
    }
}

/// <summary>A quotation as it is looked for.</summary>
/// <param name="Exact">Its words.</param>
/// <param name="Prefix">What stood before, less the space between.</param>
/// <param name="Suffix">What stood behind, less the space between.</param>
/// <param name="BeginsInWord">Whether its first letter is not the first of a word.</param>
/// <param name="EndsInWord">Whether its last letter is not the last of a word.</param>
internal sealed record FoldedQuote(FoldedText Exact, string Prefix, string Suffix, bool BeginsInWord, bool EndsInWord)
{
    public static FoldedQuote Of(TextQuote quote, bool simplify = false)
    {
        static bool Touch(string left, string right) => left.Length > 0 && right.Length > 0 && char.IsLetterOrDigit(left[^1]) && char.IsLetterOrDigit(right[0]);
        return new(FoldedText.Of(quote.Exact, simplify), FoldedText.Of(quote.Prefix, simplify).Text, FoldedText.Of(quote.Suffix, simplify).Text,
            Touch(quote.Prefix, quote.Exact), Touch(quote.Exact, quote.Suffix));
    }
}
