using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
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
        var said = string.Join("; ", here.Take(MaxSaid));
        return here.Count switch
        {
            0 => "",
            > MaxSaid => AnnotationTexts.Texts["QuotedHereAndMore", said, here.Count - MaxSaid],
            _ => AnnotationTexts.Texts["QuotedHere", said],
        };
    }
}
