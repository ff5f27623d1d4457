using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Collaboration;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;
using PolicyTracker.Text.Anchoring;
using PolicyTracker.Web.Collaboration;
using PolicyTracker.Web.Records;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Annotations;

/// <summary>What is typed about marked words of a text: the fields, their draft, and what another editor changed meanwhile.</summary>
internal sealed class OpenForm
{
    private readonly OpenText _text;

    /// <summary>An empty form about a text; <see cref="OpenAsync"/> looks for its draft.</summary>
    public OpenForm(OpenText text, Drafts drafts, WorkbenchRequest request)
    {
        _text = text;
        var key = request.Carry is { } id ? $"annotate/{request.Slug}/{id}" : $"annotate/{request.Slug}";
        Draft = new(drafts, request.Who, request.Tab, key, () => Fields);
    }

    /// <summary>The fields.</summary>
    public AnnotationForm Fields { get; private set; } = new();

    /// <summary>Keeps them while they are typed.</summary>
    public DraftKeeper<AnnotationForm> Draft { get; }

    /// <summary>What another editor changed in the annotation that is being changed.</summary>
    public FieldMerge Merge { get; } = new();

    /// <summary>The marked words in UTF-16; null where none are marked.</summary>
    public CharRange? Marked => Fields.Exact.Length > 0 ? _text.InUtf16(Fields.Place) : null;

    /// <summary>The negation that the marked words were cut off from: said as soon as they are marked.</summary>
    public CutNegation? CutOff => _text.CutOff(Fields.Place);

    /// <summary>
    /// The other places at which the marked words stand, where they can be quoted there for the same: a record that exists, a term or a
    /// comment. A new commitment or value is said at one place.
    /// </summary>
    public IReadOnlyList<MarkedWords> OtherPlaces =>
        Fields
            is {
                Annotation: null,
                Exact.Length: > 0,
                Supports: "comment" or "term" or "existing-term" or "existing-goal" or "existing-commitment"
            }
            ? _text.OtherPlaces(Fields.Place)
            : [];

    /// <summary>The marked words, as they are attached.</summary>
    public MarkedWords Words => new(_text.Source.Id, _text.Source.Sha256, Fields.Place, Fields.Exact);

    /// <summary>Looks for the draft of this tab.</summary>
    /// <returns>Whether the annotation that it is about, if it is about one, is still there.</returns>
    public async Task<bool> OpenAsync() => Take(await Draft.FindAsync() ?? Fresh());

    /// <summary>Goes on with the draft of another tab.</summary>
    /// <returns>Whether the annotation that it is about, if it is about one, is still there.</returns>
    public async Task<bool> TakeOverAsync(DraftItem other) => Take(await Draft.TakeOverAsync(other) ?? Fields);

    /// <summary>Something was typed.</summary>
    public void Touch() => Draft.Touch();

    /// <summary>Other words are marked, in code points.</summary>
    public void Mark(int start, int end, string exact) => (Fields.Start, Fields.End, Fields.Exact) = (start, end, exact);

    /// <summary>Opens an annotation to change it.</summary>
    public void Open(Highlight highlight)
    {
        Fill(new() { Annotation = highlight.Id, Supports = highlight.Supports is null ? "comment" : "words" });
        Mark(highlight);
        Fields.Note = highlight.Comment ?? "";
        Settle(highlight);
    }

    /// <summary>Holds these fields from now on.</summary>
    public void Fill(AnnotationForm fields)
    {
        Fields = fields;
        Merge.Forget();
        Touch();
    }

    /// <summary>Empties it and forgets the draft.</summary>
    public async Task EmptyAsync()
    {
        Fields = Fresh();
        Merge.Forget();
        await Draft.ForgetAsync();
    }

    /// <summary>Merges it with what somebody made of the same annotation: what stands, what is typed, and where both began.</summary>
    /// <returns>Whether it could be: the annotation may have been removed.</returns>
    public bool MergeWith(string by)
    {
        if (Fields.Opened is not { } was || _text.Find(Fields.Annotation) is not { } stands)
        {
            return false;
        }

        var (before, theirs, mine) = (
            Place(was.Start, was.End),
            Place(stands.CodePoints.Start, stands.CodePoints.End),
            Place(Fields.Start, Fields.End)
        );
        var comment = stands.Comment ?? "";
        Merge.Begin(
            by,
            [
                new("words", AnnotationTexts.Texts["QuotedWords"], before, theirs, mine, () => Mark(stands))
                {
                    InWords = (was.Exact, stands.Exact, Fields.Exact),
                },
                new("note", AnnotationTexts.Texts["CommentName"], was.Comment, comment, Fields.Note, () => Fields.Note = comment),
            ],
            () => Settle(stands)
        );
        Touch();
        return true;
    }

    /// <summary>Merges what is typed about the record that the words support with what somebody made of it meanwhile.</summary>
    /// <param name="record">What is typed.</param>
    /// <param name="stands">The record as it stands.</param>
    /// <param name="names">What the records are called to which it refers.</param>
    /// <returns>That it could be.</returns>
    public bool MergeWith(SupportedRecord record, RecordToEdit stands, IReadOnlyDictionary<Guid, string> names)
    {
        Merge.Begin(
            stands.ChangedBy,
            record.Form.Against(stands, (field, value) => RecordForm.InWords(field, value, names)),
            () => record.Form.Settle(stands)
        );
        Touch();
        return true;
    }

    /// <summary>Decides a field that both changed.</summary>
    public void Decide(FieldConflict row, bool takeTheirs)
    {
        Merge.Decide(row, takeTheirs);
        Touch();
    }

    // The same words at another place are a change too.
    private static string Place(int start, int end) => $"{start}-{end}";

    private void Mark(Highlight highlight) => Mark(highlight.CodePoints.Start, highlight.CodePoints.End, highlight.Exact);

    // From now on it is based on this version of the annotation.
    private void Settle(Highlight stands)
    {
        Fields.BasedOn = stands.Version;
        Fields.Opened = new(stands.CodePoints.Start, stands.CodePoints.End, stands.Exact, stands.Comment ?? "");
    }

    // A draft about an annotation that was removed meanwhile goes on as one about new words.
    private bool Take(AnnotationForm fields)
    {
        Fields = fields;
        Merge.Forget();
        var isGone = fields.Annotation is { } id && _text.Find(id) is null && _text.Recorded.Carried?.Highlight.Id != id;
        if (isGone)
        {
            (fields.Annotation, fields.BasedOn, fields.Supports) = (null, 0, "comment");
        }

        return !isGone;
    }

    private AnnotationForm Fresh() =>
        _text.Recorded.Carried is { Highlight: var carried }
            ? new()
            {
                Annotation = carried.Id,
                BasedOn = carried.Version,
                Supports = carried.Supports is null ? "comment" : "words",
                Note = carried.Comment ?? "",
            }
            : new()
            {
                Supports = Fields.Supports == "words" ? "commitment" : Fields.Supports,
                Goal = Fields.Goal,
                Pillar = Fields.Pillar,
            };
}
