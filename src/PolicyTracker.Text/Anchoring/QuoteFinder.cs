using PolicyTracker.Text.Folding;
using PolicyTracker.Text.Meaning;

namespace PolicyTracker.Text.Anchoring;

/// <summary>
/// Finds quotations in one text. The text is folded once; each search then costs time linear in its length at most.
/// Safe to use from several threads.
/// </summary>
public sealed class QuoteFinder
{
    private readonly FoldedText _text;
    private readonly Lazy<FoldedText> _simplified;
    private readonly Lazy<bool> _isTraditional;

    /// <summary>Folds <paramref name="text"/>.</summary>
    public QuoteFinder(string text)
        : this(FoldedText.Of(text)) { }

    internal QuoteFinder(FoldedText text)
    {
        _text = text;
        _simplified = new(() => FoldedText.Of(text.Source, simplify: true));
        _isTraditional = new(() => IsTraditional(text.Text));
    }

    // Whether some stretch of a text is written in traditional characters. A stray one in a simplified text is known by its variant.
    private static bool IsTraditional(string text)
    {
        const int Nearby = 32,
            MinCount = 4;
        Span<int> last = stackalloc int[MinCount]; // where the last ones stand
        last.Fill(-Nearby - 1);
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (CharacterFolding.Simplified[text[i]] == text[i])
            {
                continue;
            }

            last[count++ % MinCount] = i;
            if (text.Length <= Nearby || i - last[count % MinCount] < Nearby)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The number of errors looked for in a quotation of so many characters, where none is given: 30 in 100.</summary>
    public static int ErrorLimit(int length) => length <= 8 ? Math.Min(length / 3, 2) : (int)Math.Ceiling(length * 0.3);

    /// <summary>Finds the place of a quotation.</summary>
    /// <param name="quote">The words with what stood around them; an empty quotation is lost.</param>
    /// <param name="hint">The UTF-16 position where it stood, if known; may lie outside the text.</param>
    /// <param name="errorLimit">
    /// The most errors looked for; <see cref="ErrorLimit"/> of the length where null. A limit above the quotation's length
    /// counts as one below it.
    /// </param>
    /// <param name="cancel">Stops the search.</param>
    public QuoteAnchor Find(TextQuote quote, int? hint = null, int? errorLimit = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(quote);
        var asked = FoldedQuote.Of(quote);
        var found = new QuoteSearch(_text, asked, hint, errorLimit, cancel).Run();
        if (found.IsSure || !quote.Exact.AsSpan().ContainsAnyInRange('\u3400', '\u9FFF'))
        {
            return found;
        }

        if (!IsTraditional(asked.Exact.Text) && !_isTraditional.Value)
        {
            return found; // both are in simplified characters
        }

        var simplified = FoldedQuote.Of(quote, simplify: true);
        var otherScript = new QuoteSearch(_simplified.Value, simplified, hint, errorLimit, cancel).Run();
        return !otherScript.IsSure ? found
            : otherScript.State is AnchorState.Edited ? otherScript
            : otherScript with { State = AnchorState.Edited, Change = ChangeSeverity.Script };
    }
}

/// <summary>A quotation as it is looked for.</summary>
/// <param name="Exact">Its words.</param>
/// <param name="Prefix">What stood before, less the space between.</param>
/// <param name="Suffix">What stood behind, less the space between.</param>
/// <param name="CutBefore">What stood before it of a word or number that it cuts; empty where it cuts none.</param>
/// <param name="CutBehind">The same behind it.</param>
internal sealed record FoldedQuote(FoldedText Exact, string Prefix, string Suffix, string CutBefore, string CutBehind)
{
    public static FoldedQuote Of(TextQuote quote, bool simplify = false)
    {
        var whole = FoldedText.Of(quote.Prefix + quote.Exact + quote.Suffix, simplify);
        var start = whole.FromSource(quote.Prefix.Length + quote.Exact.Length - quote.Exact.TrimStart().Length);
        var end = whole.FromSource(quote.Prefix.Length + quote.Exact.TrimEnd().Length);
        return new(
            FoldedText.Of(quote.Exact, simplify),
            FoldedText.Of(quote.Prefix, simplify).Text,
            FoldedText.Of(quote.Suffix, simplify).Text,
            WordBoundary.Before(whole, start),
            WordBoundary.Behind(whole, end)
        );
    }

    /// <summary>Whether a text cuts a word or number at a place just as the quotation's own source did, or neither does.</summary>
    public bool BeginsAt(FoldedText text, int at)
    {
        var cut = WordBoundary.Before(text, at);
        return cut.Length == 0
            ? CutBefore.Length == 0
            : CutBefore.Length > 0
                && (
                    cut.Equals(CutBefore, StringComparison.OrdinalIgnoreCase)
                    || (CutBefore.Length >= Prefix.Length - 1 && cut.EndsWith(CutBefore, StringComparison.OrdinalIgnoreCase))
                );
    }

    /// <summary>The same of the quotation's end.</summary>
    public bool EndsAt(FoldedText text, int at)
    {
        var cut = WordBoundary.Behind(text, at);
        return cut.Length == 0
            ? CutBehind.Length == 0
            : CutBehind.Length > 0
                && (
                    cut.Equals(CutBehind, StringComparison.OrdinalIgnoreCase)
                    || (CutBehind.Length >= Suffix.Length - 1 && cut.StartsWith(CutBehind, StringComparison.OrdinalIgnoreCase))
                );
    }
}
