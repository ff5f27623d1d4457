using PolicyTracker.Text.Segmentation;

namespace PolicyTracker.Text.Comparison;

/// <summary>
/// Sets two texts beside each other, passage by passage. Comparing b with a gives the same pairs the other way round.
/// </summary>
public sealed class TextComparison
{
    // Fewer letters, Chinese characters among them, tell no language; a text with more in another one is in both.
    private const int MinLetters = 12;
    private const double MinShare = 0.8;

    private TextComparison(ComparedText first, ComparedText second, IReadOnlyList<PassagePair> pairs) =>
        (First, Second, Pairs) = (first, second, pairs);

    /// <summary>The passages of the first text.</summary>
    public IReadOnlyList<TextPassage> From => First.Passages;

    /// <summary>The passages of the second text.</summary>
    public IReadOnlyList<TextPassage> To => Second.Passages;

    /// <summary>Every passage of both texts once, in the order of the second; a dropped one behind what it followed in the first.</summary>
    public IReadOnlyList<PassagePair> Pairs { get; }

    /// <summary>The first text, folded.</summary>
    internal ComparedText First { get; }

    /// <summary>The second text, folded.</summary>
    internal ComparedText Second { get; }

    /// <summary>
    /// The languages of the two texts where they differ; null where they don't, where one of them can't be told, and where half
    /// the passages of a text are in the other too. Passages are paired by their words: a translation looks dropped and new.
    /// </summary>
    public (string From, string To)? DifferentLanguages() =>
        2 * (Count(PassageChange.Kept) + Count(PassageChange.Moved) + Count(PassageChange.Reworded)) < Math.Min(From.Count, To.Count)
        && Language(First) is { } from
        && Language(Second) is { } to
        && from != to
            ? (from, to)
            : null;

    // Of a text that is in one language almost throughout.
    private static string? Language(ComparedText text)
    {
        var source = text.Whole.Source;
        var passages = text
            .Passages.Select(p => source[p.ContentStart..p.ContentEnd])
            .Select(words => (Language: TextLanguage.Of(words), Letters: words.Count(char.IsLetter)))
            .Where(p => p.Language is not null)
            .ToList();
        return
            TextLanguage.Of(source) is { } language
            && passages.Where(p => p.Language == language).Sum(p => p.Letters) is var letters
            && letters >= MinLetters
            && letters >= MinShare * passages.Sum(p => p.Letters)
            ? language
            : null;
    }

    /// <summary>How many passages became of one kind.</summary>
    public int Count(PassageChange kind) => Pairs.Count(p => p.Kind == kind);

    /// <summary>Compares two texts.</summary>
    public static TextComparison Of(string from, string to, CancellationToken cancel = default)
    {
        var (a, b) = (new ComparedText(from), new ComparedText(to));
        return new(a, b, new PassagePairing(a, b).Pairs(cancel));
    }
}
