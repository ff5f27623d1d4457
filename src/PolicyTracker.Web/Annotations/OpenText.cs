using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Localization;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;
using PolicyTracker.Text.Anchoring;
using PolicyTracker.Text.Segmentation;

namespace PolicyTracker.Web.Annotations;

/// <summary>
/// A text that is being annotated: the text, read once, and what is recorded about it, read again after edits. Positions that come
/// from a browser are code points; those that are painted are UTF-16.
/// </summary>
/// <param name="source">The text.</param>
/// <param name="recorded">What is recorded about it.</param>
internal sealed class OpenText(SourceVersion source, Workbench recorded)
{
    /// <summary>At how many places the same words are quoted by one act at most.</summary>
    public const int MaxPlaces = 200;

    private const int MaxSaid = 5;

    /// <summary>The text.</summary>
    public SourceVersion Source => source;

    /// <summary>What is recorded about it.</summary>
    public Workbench Recorded { get; set; } = recorded;

    /// <summary>The number of a version that came in while this one was open; null where there is none.</summary>
    public int? Newer => Recorded.Newest > source.Number ? Recorded.Newest : null;

    /// <summary>Where its sentences begin and end, in turn, in UTF-16.</summary>
    public IEnumerable<int> Sentences() =>
        Passages.Of(source.Text).Where(p => p.ContentEnd > p.ContentStart).SelectMany(p => new[] { p.ContentStart, p.ContentEnd });

    /// <summary>The quotation or comment with that identity; null where it is not there any more.</summary>
    public Highlight? Find(Guid? id) => Recorded.Highlights.FirstOrDefault(p => p.Id == id);

    /// <summary>Whether the text has such a stretch of at least one character.</summary>
    public bool Has(CodePointRange place) => source.Map.Holds(place);

    /// <summary>A stretch in UTF-16; null where the text has no such stretch.</summary>
    public CharRange? InUtf16(CodePointRange place) => Has(place) ? source.Map.ToChars(place) : null;

    /// <summary>A caret in UTF-16, at the nearest place that the text has.</summary>
    public int CaretInUtf16(int offset) => source.Map.ToUtf16(Math.Clamp(offset, 0, source.Map.Length));

    /// <summary>The negation that a stretch was cut off from; null where it was not.</summary>
    public CutNegation? CutOff(CodePointRange place) => InUtf16(place) is { } words ? CutNegation.Before(source.Text, words) : null;

    /// <summary>A stretch of the text as words to attach.</summary>
    public MarkedWords Words(CharRange place) =>
        new(source.Id, source.Sha256, source.Map.ToCodePoints(place), source.Text[place.Start..place.End]);

    /// <summary>The other places at which the same words stand in the text, as whole words: the first of them.</summary>
    public IReadOnlyList<MarkedWords> OtherPlaces(CodePointRange place)
    {
        if (InUtf16(place) is not { Length: > 0 } words)
        {
            return [];
        }

        var (text, exact) = (source.Text, source.Text[words.Start..words.End]);
        var found = new List<MarkedWords>();
        for (
            var at = text.IndexOf(exact, StringComparison.Ordinal);
            at >= 0 && found.Count < MaxPlaces;
            at = text.IndexOf(exact, at + exact.Length, StringComparison.Ordinal)
        )
        {
            if (at != words.Start && !IsInWord(text, at) && !IsInWord(text, at + exact.Length))
            {
                found.Add(Words(new(at, at + exact.Length)));
            }
        }

        return found;
    }

    // Chinese is written without spaces, so that only letters and digits of other scripts tell.
    private static bool IsInWord(string text, int at) => at > 0 && at < text.Length && IsWordPart(text[at - 1]) && IsWordPart(text[at]);

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) && c is not (>= '\u3400' and <= '\u9FFF');

    /// <summary>What is quoted at a caret (UTF-16), in a sentence; empty where nothing is.</summary>
    public string QuotedAt(int caret)
    {
        var here = Recorded
            .Highlights.Where(p => p.Chars.Start <= caret && caret <= p.Chars.End)
            .Select(p =>
                p.Supports is { } r
                    ? AnnotationTexts.Texts["QuotedFor", r.Kind, r.Label]
                    : AnnotationTexts.Texts["QuotedComment", p.Comment]
            )
            .ToList();
        var said = string.Join(Worded.PartSeparator, here.Take(MaxSaid));
        return here.Count switch
        {
            0 => "",
            > MaxSaid => AnnotationTexts.Texts["QuotedHereAndMore", said, here.Count - MaxSaid],
            _ => AnnotationTexts.Texts["QuotedHere", said],
        };
    }
}
