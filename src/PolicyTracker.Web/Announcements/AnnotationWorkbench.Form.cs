using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Text.Anchoring;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Announcements;

// The marked words and what is typed about them: marking, saving, merging, removing, undoing.
internal sealed partial class AnnotationWorkbench
{
    private const string WaitsForAnother =
        "It waits for another editor, who sees it under “edits wait”; readers see it when it is approved.";

    /// <summary>The marked words in UTF-16; null where none are marked.</summary>
    public (int Start, int End)? Marked => Form.Exact.Length > 0 ? Text?.InUtf16(Form.Start, Form.End) : null;

    /// <summary>The negation that the marked words were cut off from: said as soon as they are marked.</summary>
    public CutNegation? CutOff => Text?.CutOff(Form.Start, Form.End);

    /// <summary>Where the caret is, in UTF-16; -1 where it is nowhere.</summary>
    public int Caret { get; private set; } = -1;

    /// <summary>What is quoted at the caret.</summary>
    public string Said { get; private set; } = "";

    /// <summary>Something was typed.</summary>
    public void Touch() => Draft.Touch();

    /// <summary>Words are marked, in code points; whether they stand there is checked when they are attached.</summary>
    public void Mark(int start, int end, string exact)
    {
        if (IsLeft || !Text!.Has(start, end) || !(exact?.Length <= Annotation.MostCharacters))
        {
            return;
        }

        SetWords(start, end, exact);
        Form.Origin = AnnotationOrigin.HandMade;
        Attempt.Tell(null);
        if (Form.IsTyped)
        {
            Touch(); // words that were marked and nothing more are marked again as quickly as a draft is taken up
        }
    }

    /// <summary>More is marked than a quotation may have.</summary>
    public void MarkTooMuch(int characters) =>
        Attempt.Refuse(
            $"{Words.Count(characters)} characters are marked; a quotation has {Words.Count(Annotation.MostCharacters)} at most. Mark the sentence that says it."
        );

    /// <summary>Takes the negation in that the marked words were cut off from.</summary>
    public void Widen()
    {
        if (!IsLeft && CutOff is { } cut)
        {
            TakeWider(Text!.Words(cut.Start, cut.End));
        }
    }

    /// <summary>Marks wider words, which leave no doubt.</summary>
    public void TakeWider(MarkedWords wider)
    {
        SetWords(wider.StartCodePoint, wider.EndCodePoint, wider.Exact);
        Touch();
    }

    /// <summary>What the marked words are to support; a kind that is not offered is not heard.</summary>
    public void Choose(string kind)
    {
        if (!IsLeft && Form.Annotation is null && AnnotationForm.Kinds.Contains(kind))
        {
            (Form.Supports, Form.Existing) = (kind, null);
            Touch();
        }
    }

    /// <summary>The caret stands there, in code points: what lies under it is said and can be listed.</summary>
    public void MoveCaret(int offset)
    {
        Caret = Text!.CaretInUtf16(offset);
        Said = Text.QuotedAt(Caret);
    }

    /// <summary>Unmarks the words, where nothing was typed about them.</summary>
    public async Task DropAsync()
    {
        if (Form is { Annotation: null, Title.Length: 0, Note.Length: 0 })
        {
            await ClearAsync();
        }
        else
        {
            Attempt.Refuse("Something is typed about these words. Attach them, or choose Clear to give it up.");
        }
    }

    /// <summary>Gives up what is typed.</summary>
    public async Task ClearAsync()
    {
        Attempt.Clear();
        await EmptyFormAsync();
    }

    /// <summary>Attaches the marked words, or changes the annotation that was opened.</summary>
    /// <param name="confirmed">The messages of doubts that the editor was told: words that are doubtful are attached only then.</param>
    public Task SaveAsync(IReadOnlyList<string>? confirmed = null) =>
        MakeAsync(
            async (by, told) =>
            {
                var source = Text!.Source;
                var words = new MarkedWords(source.Id, source.Sha256, Form.Start, Form.End, Form.Exact);
                if (Form.Annotation is { } id)
                {
                    await ChangeAsync(by, id, words, told);
                }
                else
                {
                    await _edits.AttachAsync(by, words, Form.ToStatement(), Form.Origin, told);
                    Tell("The words were attached.");
                    await EmptyFormAsync();
                }
            },
            confirmed
        );

    /// <summary>Takes a quotation or comment out of view, with the statement that it alone supports.</summary>
    public Task RemoveAsync(Passage passage) =>
        MakeAsync(
            async (by, _) =>
            {
                await _edits.RemoveAsync(by, passage.Id, passage.Version, withStatement: true);
                Tell("The annotation was removed; its history stays.");
            }
        );

    /// <summary>Opens a quotation or comment in the form.</summary>
    /// <returns>Whether it was opened: what is being typed is never overwritten.</returns>
    public bool Open(Passage passage)
    {
        if (!Form.IsEmpty && Form.Annotation != passage.Id)
        {
            Attempt.Clear();
            Attempt.Refuse("The form holds words that are not attached yet. Attach them or choose Clear, then change this quotation.");
            return false;
        }

        Form = new() { Annotation = passage.Id, Supports = passage.Supports is null ? "comment" : "words" };
        TakeWords(passage);
        Form.Note = passage.Comment ?? "";
        Settle(passage);
        Merge.Forget();
        Attempt.Clear();
        Touch();
        return true;
    }

    /// <summary>Decides a field that another editor changed too.</summary>
    public void Decide(FieldConflict row, bool takeTheirs)
    {
        Merge.Decide(row, takeTheirs);
        if (!Merge.IsOpen)
        {
            Attempt.Refuse(null);
        }

        Touch();
    }

    /// <summary>Takes the newest edit of this page back.</summary>
    public Task UndoAsync() => TakeBackAsync(Own.CanUndo, Own.UndoAsync, "Undone.");

    /// <summary>Makes an edit again that was taken back.</summary>
    public Task RedoAsync() => TakeBackAsync(Own.CanRedo, Own.RedoAsync, "Done again.");

    private async Task TakeBackAsync(bool can, Func<Func<long, long, Task>, Task> takeBack, string told)
    {
        if (!can || Attempt.IsBusy || IsLeft)
        {
            return;
        }

        await Attempt.MakeAsync(
            async (by, _) =>
            {
                await takeBack((first, last) => _history.RevertAsync(by, first, last));
                Tell(told);
            },
            MergeAsync
        );
        await ReloadAsync();
    }

    private async Task ChangeAsync(Editor by, Guid id, MarkedWords words, IReadOnlyList<string> told)
    {
        var carried = Text!.Recorded.Carried;
        var comment = Form.Supports == "comment" ? Form.Note : carried?.Passage.Comment;
        await _edits.ChangeAsync(by, id, Form.BasedOn, words, comment, told);
        Tell("The annotation was changed.");
        if (carried is null)
        {
            await EmptyFormAsync();
            return;
        }

        IsCarriedOver = true;
        await Draft.ForgetAsync();
    }

    // An annotation that two changed: what stands, what is typed, and where both began.
    private async Task MergeAsync(VersionConflict conflict)
    {
        await RefreshAsync();
        Attempt.Refuse(conflict.Message);
        if (Form.Opened is not { } was || Text!.Find(Form.Annotation) is not { } stands)
        {
            return;
        }

        Merge.Begin(
            conflict.By,
            [
                new(
                    "words",
                    "Quoted words",
                    Place(was.Start, was.End),
                    PlaceOf(stands),
                    Place(Form.Start, Form.End),
                    () => TakeWords(stands)
                )
                {
                    InWords = (was.Exact, stands.Exact, Form.Exact),
                },
                new("note", "Comment", was.Comment, stands.Comment ?? "", Form.Note, () => Form.Note = stands.Comment ?? ""),
            ],
            () => Settle(stands)
        );
        if (!Merge.IsOpen)
        {
            Attempt.Refuse($"{conflict.By} changed this meanwhile. What you left alone shows the new words now; look it over and save.");
        }

        Touch();
    }

    private static string Place(int start, int end) => $"{start}-{end}";

    private static string PlaceOf(Passage passage) => Place(passage.StartCodePoint, passage.EndCodePoint);

    private void TakeWords(Passage passage) => SetWords(passage.StartCodePoint, passage.EndCodePoint, passage.Exact);

    private void SetWords(int start, int end, string exact)
    {
        (Form.Start, Form.End, Form.Exact) = (start, end, exact);
        Attempt.DropDoubts();
    }

    // From now on the form is based on this version of the annotation.
    private void Settle(Passage stands)
    {
        Form.BasedOn = stands.Version;
        Form.Opened = new(stands.StartCodePoint, stands.EndCodePoint, stands.Exact, stands.Comment ?? "");
    }

    private async Task EmptyFormAsync()
    {
        Form = Fresh();
        Merge.Forget();
        await Draft.ForgetAsync();
    }

    private AnnotationForm Fresh() =>
        Text!.Recorded.Carried is { Passage: var carried }
            ? new()
            {
                Annotation = carried.Id,
                BasedOn = carried.Version,
                Supports = carried.Supports is null ? "comment" : "words",
                Note = carried.Comment ?? "",
            }
            : new() { Supports = Form.Supports == "words" ? "commitment" : Form.Supports, Goal = Form.Goal };

    // A draft of a change to an annotation that was removed meanwhile goes on as one of new words.
    private AnnotationForm? Known(AnnotationForm? draft)
    {
        if (draft?.Annotation is { } id && Text!.Find(id) is null && Text.Recorded.Carried?.Passage.Id != id)
        {
            (draft.Annotation, draft.BasedOn, draft.Supports) = (null, 0, "comment");
            Attempt.Refuse(
                "The annotation that you were changing was removed meanwhile. What you typed is here: attach it to the words anew, or choose Clear."
            );
        }

        return draft;
    }
}
