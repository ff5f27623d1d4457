using System.Text.Json.Serialization;
using PolicyTracker.Core.Records;
using PolicyTracker.Text;
using PolicyTracker.Text.Anchoring;

namespace PolicyTracker.Core.Sources;

/// <summary>Whether an annotation counts.</summary>
public enum AnnotationState
{
    /// <summary>Offered, not yet decided; supports nothing.</summary>
    [JsonStringEnumMemberName("proposed")]
    Proposed,

    /// <summary>It stands.</summary>
    [JsonStringEnumMemberName("accepted")]
    Accepted,

    /// <summary>Decided against.</summary>
    [JsonStringEnumMemberName("rejected")]
    Rejected,
}

/// <summary>Where an annotation came from.</summary>
public enum AnnotationOrigin
{
    /// <summary>An editor marked the words.</summary>
    [JsonStringEnumMemberName("hand-made")]
    HandMade,

    /// <summary>The program suggested them and an editor decided.</summary>
    [JsonStringEnumMemberName("suggested")]
    Suggested,

    /// <summary>Another program's file held it.</summary>
    [JsonStringEnumMemberName("imported")]
    Imported,

    /// <summary>It came with the seed.</summary>
    [JsonStringEnumMemberName("seeded")]
    Seeded,
}

/// <summary>
/// Words of a source version, and what they support (or a comment on them): a Web Annotation with a
/// TextQuoteSelector and a TextPositionSelector (https://www.w3.org/TR/annotation-model/).
/// </summary>
public sealed class Annotation : Record
{
    /// <summary>The longest quotation or comment, in UTF-16 units: a few pages. More is a text.</summary>
    public const int MaxCharacters = 10_000;

    private Annotation() { }

    /// <summary>The text that it quotes.</summary>
    public Guid SourceVersionId { get; private set; }

    /// <summary>UTF-16 position of the first quoted character.</summary>
    public int Start { get; private set; }

    /// <summary>UTF-16 position behind the last quoted character.</summary>
    public int End { get; private set; }

    /// <summary><see cref="Start"/> in code points, kept so that pages need not read the whole text.</summary>
    public int StartCodePoint { get; private set; }

    /// <summary><see cref="End"/> in code points.</summary>
    public int EndCodePoint { get; private set; }

    /// <summary>Where the quoted words stand in the text as .NET holds it.</summary>
    public CharRange Chars => new(Start, End);

    /// <summary>Where they stand for everybody else.</summary>
    public CodePointRange CodePoints => new(StartCodePoint, EndCodePoint);

    /// <summary>The quoted words.</summary>
    public string Exact { get; private set; } = "";

    /// <summary>The words before them.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>The words after them.</summary>
    public string Suffix { get; private set; } = "";

    /// <summary>
    /// The kind of record that the words support; null for a comment. Of a rejected suggestion, what they do not support.
    /// </summary>
    public RecordKind? SupportsKind { get; internal set; }

    /// <summary>The record that the words support; null for a comment.</summary>
    public Guid? SupportsId { get; internal set; }

    /// <summary>An editor's comment on the words.</summary>
    public string? Comment { get; internal set; }

    /// <summary>Whether it counts.</summary>
    public AnnotationState State { get; internal set; }

    /// <summary>Where it came from.</summary>
    public AnnotationOrigin Origin { get; internal set; }

    /// <summary>
    /// The number of a later version of the announcement of which an editor found that it does not say these words any more;
    /// null where there is none. They stay a quotation of the older text.
    /// </summary>
    public int? NotInVersion { get; internal set; }

    /// <summary>
    /// Under which identity another program's file held it, so that it is known when it comes again; null where it was made
    /// here.
    /// </summary>
    public string? ForeignId { get; internal set; }

    /// <summary>The digest of what that file said, so that a change of it there is told from one that was made here.</summary>
    public string? ForeignDigest { get; internal set; }

    /// <inheritdoc/>
    public override string Label =>
        Exact.Length <= 80 ? Exact : string.Concat(Exact.AsSpan(0, char.IsHighSurrogate(Exact[78]) ? 78 : 79), "…");

    /// <summary>Quotes a range of a source version; under an identity of its own where none is given.</summary>
    /// <exception cref="Refusal">The range is no range of whole characters of the text.</exception>
    public static Annotation At(SourceVersion source, CharRange range, Guid? id = null)
    {
        var annotation = new Annotation { Id = id ?? Guid.CreateVersion7(), State = AnnotationState.Accepted };
        annotation.MoveTo(source, range);
        return annotation;
    }

    /// <summary>The same, as a comment on the words.</summary>
    public Annotation WithComment(string comment)
    {
        Comment = comment;
        return this;
    }

    /// <summary>Quotes another range, of the same source version or of a later one of its announcement.</summary>
    /// <exception cref="Refusal">The range is no range of whole characters of the text.</exception>
    internal void MoveTo(SourceVersion source, CharRange range)
    {
        try
        {
            var quote = TextQuote.Describe(source.Text, range);
            (SourceVersionId, NotInVersion) = (source.Id, null);
            (Start, End) = range;
            (StartCodePoint, EndCodePoint) = source.Map.ToCodePoints(range);
            (Exact, Prefix, Suffix) = (quote.Exact, quote.Prefix, quote.Suffix);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw Refusal.NoPlace(range);
        }
    }

    /// <summary>Checks that the quoted words stand at their place.</summary>
    /// <exception cref="Refusal">They don't; the message shows both texts.</exception>
    public void CheckAgainst(SourceVersion source)
    {
        var text = source.Text;
        var there = Chars.In(text) ?? "";
        if (
            there != Exact
            || !text.AsSpan(0, Math.Max(0, Math.Min(Start, text.Length))).EndsWith(Prefix)
            || !text.AsSpan(Math.Clamp(End, 0, text.Length)).StartsWith(Suffix)
        )
        {
            throw Refusal.QuotationNotInSource(Chars, Exact, there);
        }

        if (source.Map.ToCodePoints(Chars) is var found && found != CodePoints)
        {
            throw Refusal.WrongPositions(Exact, CodePoints, found);
        }
    }

    /// <inheritdoc/>
    public override void Check()
    {
        Limit(Exact, RuleTexts.Texts["Quotation"], MaxCharacters);
        Limit(Comment, RuleTexts.Texts["Comment"], MaxCharacters);
        if (State is AnnotationState.Rejected)
        {
            return;
        }

        if (SupportsId is null && string.IsNullOrWhiteSpace(Comment))
        {
            throw Refusal.NothingSupported();
        }

        if ((SupportsKind is null) != (SupportsId is null))
        {
            throw Refusal.HalfSupported();
        }
    }
}
