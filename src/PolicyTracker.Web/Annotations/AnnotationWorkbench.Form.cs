using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Web.Records;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Annotations;

// What the editor does with words of the text: marking, saving, removing, undoing.
internal sealed partial class AnnotationWorkbench
{
    private static string WaitsForAnother => AnnotationTexts.Texts["WaitsForAnother"];

    /// <summary>Where work goes on; taken by the page that moves the focus.</summary>
    public WorkFocus Focus { get; set; }

    /// <summary>Where the caret is, in UTF-16; -1 where it is nowhere.</summary>
    public int Caret { get; private set; } = -1;

    /// <summary>What is quoted at the caret.</summary>
    public string Said { get; private set; } = "";

    /// <summary>Words are marked, in code points; whether they stand there is checked when they are attached.</summary>
    public void Mark(int start, int end, string exact)
    {
        if (IsLeft || !Text!.Has(new(start, end)) || !(exact?.Length <= Annotation.MaxCharacters))
        {
            return;
        }

        SetWords(start, end, exact);
        Form.Fields.Origin = AnnotationOrigin.HandMade;
        Attempt.Tell(null);
        if (Form.Fields.IsTyped)
        {
            Form.Touch(); // words that were marked and nothing more are marked again as quickly as a draft is taken up
        }
    }

    /// <summary>
    /// Fills in what the marked words say of what they are to support; what the editor typed stays. Where they can't be read, the fields
    /// are filled in by hand.
    /// </summary>
    public async Task PrefillAsync()
    {
        if (IsLeft || Form.Fields is not { Annotation: null, Exact.Length: > 0 } fields)
        {
            return;
        }

        try
        {
            fields.Fill(await _reader.ReadAsync(Text!, fields, _left.Token));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _log.LogError(e, "Marked words of text {Source} could not be read.", Text!.Source.Id);
        }
    }

    /// <summary>More is marked than a quotation may have.</summary>
    public void MarkTooMuch(int characters) => Attempt.Refuse(AnnotationTexts.Texts["MarkedTooMuch", characters, Annotation.MaxCharacters]);

    /// <summary>Takes the negation in that the marked words were cut off from.</summary>
    public void Widen()
    {
        if (!IsLeft && Form.CutOff is { } cut)
        {
            TakeWider(Text!.Words(cut.Wider));
        }
    }

    /// <summary>Marks wider words, which leave no doubt.</summary>
    public void TakeWider(MarkedWords wider)
    {
        SetWords(wider.Place.Start, wider.Place.End, wider.Exact);
        Form.Touch();
    }

    /// <summary>What the marked words are to support; a kind that is not offered is not heard.</summary>
    public async Task ChooseAsync(string kind)
    {
        Choose(kind);
        await PrefillAsync();
        Focus = Form.Fields.Exact.Length > 0 ? WorkFocus.Form : WorkFocus.Stay;
    }

    /// <summary>The same, without reading the words.</summary>
    public void Choose(string kind)
    {
        if (!IsLeft && Form.Fields.Annotation is null && AnnotationForm.Kinds.Contains(kind))
        {
            (Form.Fields.Supports, Form.Fields.Existing) = (kind, null);
            Form.Touch();
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
        if (Form.Fields is { Annotation: null, Title.Length: 0, Note.Length: 0 })
        {
            await ClearAsync();
        }
        else
        {
            Attempt.Refuse(AnnotationTexts.Texts["TypedAboutWords"]);
        }
    }

    /// <summary>Gives up what is typed.</summary>
    public async Task ClearAsync()
    {
        Attempt.Clear();
        await Form.EmptyAsync();
        Focus = WorkFocus.Text;
    }

    /// <summary>
    /// Attaches the marked words, or changes the annotation that was opened. Where no words are marked, as after a second press of the
    /// same key, nothing is done.
    /// </summary>
    /// <param name="confirmed">The messages of doubts that the editor was told: words that are doubtful are attached only then.</param>
    public async Task SaveAsync(IReadOnlyList<string>? confirmed = null)
    {
        await MakeAsync(
            async (by, told) =>
            {
                var isSuggested = Form.Fields.Origin is AnnotationOrigin.Suggested;
                if (Form.Fields.Annotation is { } id)
                {
                    await ChangeAsync(by, id, told);
                }
                else if (Form is { Fields: { Exact.Length: > 0, IsEverywhere: true }, OtherPlaces: { Count: > 0 } others })
                {
                    var count = await _edits.AttachAllAsync(by, [Form.Words, .. others], Form.Fields.ToStatement(), told);
                    Tell(AnnotationTexts.Texts["AttachedEverywhere", count]);
                    await Form.EmptyAsync();
                }
                else if (Form.Fields.Exact.Length > 0)
                {
                    await _edits.AttachAsync(by, Form.Words, Form.Fields.ToStatement(), Form.Fields.Origin, told);
                    Tell(await _edits.WaitsAsync(Form.Fields.ToStatement()) ? WaitsForAnother : AnnotationTexts.Texts["Attached"]);
                    await Form.EmptyAsync();
                }

                Focus = isSuggested ? WorkFocus.Queue : WorkFocus.Text;
            },
            confirmed
        );
        Focus = Attempt.Doubts.Count > 0 ? WorkFocus.Doubts : Focus;
    }

    /// <summary>Takes a quotation or comment out of view, with the statement that it alone supports.</summary>
    public Task RemoveAsync(Highlight highlight) =>
        MakeAsync(
            async (by, _) =>
            {
                await _edits.RemoveAsync(by, highlight.Id, highlight.Version, withStatement: true);
                Tell(AnnotationTexts.Texts["AnnotationRemoved"]);
                Focus = WorkFocus.List;
            }
        );

    /// <summary>Opens a quotation or comment in the form, with the record that it supports.</summary>
    /// <returns>Whether it was opened: what is being typed is never overwritten.</returns>
    public async Task<bool> OpenQuotationAsync(Highlight highlight)
    {
        if (!Form.Fields.IsEmpty && Form.Fields.Annotation != highlight.Id)
        {
            Attempt.Clear();
            Attempt.Refuse(AnnotationTexts.Texts["FormHoldsWords"]);
            return false;
        }

        var record =
            highlight.Supports is { } supported && RecordQueries.Typed.Contains(supported.Kind)
                ? await _records.FindToEditAsync(supported.Kind, supported.Id)
                : null;
        Form.Open(highlight);
        Form.Fields.Record = record is null ? null : new(record.Kind, record.Id, RecordForm.Of(record));
        Attempt.Clear();
        Focus = WorkFocus.Form;
        return true;
    }

    /// <summary>Decides a field that another editor changed too.</summary>
    public void Decide(FieldConflict row, bool takeTheirs)
    {
        Form.Decide(row, takeTheirs);
        if (!Form.Merge.IsOpen)
        {
            Attempt.Refuse(null);
        }
    }

    /// <summary>Takes the newest edit of this page back.</summary>
    public Task UndoAsync() => TakeBackAsync(() => Own.CanUndo, Own.UndoAsync, AnnotationTexts.Texts["Undone"]);

    /// <summary>Makes an edit again that was taken back.</summary>
    public Task RedoAsync() => TakeBackAsync(() => Own.CanRedo, Own.RedoAsync, AnnotationTexts.Texts["DoneAgain"]);

    private async Task TakeBackAsync(Func<bool> can, Func<Func<long, Task>, Task> takeBack, string told)
    {
        await InTurnAsync(async () =>
        {
            if (can())
            {
                await Attempt.MakeAsync(
                    async (by, _) =>
                    {
                        await takeBack(edit => _history.RevertAsync(by, edit));
                        Tell(told);
                    },
                    MergeAsync
                );
            }
        });
        if (_waiting == 0 && !IsLeft)
        {
            await ReloadAsync();
        }
    }

    // The record first, then the words: each is an edit of its own, and one undo takes both back.
    private async Task ChangeAsync(Editor by, Guid id, IReadOnlyList<string> told)
    {
        var carried = Text!.Recorded.Carried;
        var comment = Form.Fields.Supports == "comment" ? Form.Fields.Note : carried?.Highlight.Comment;
        var isRecordChanged = Form.Fields.Record is { Changed.Count: > 0 };
        if (Form.Fields.Record is { } record && isRecordChanged)
        {
            await _recordEdits.SaveAsync(by, record.Kind, record.Id, record.Form.BasedOn, record.Changed, "", told);
        }

        if (!isRecordChanged || Form.Fields.Opened is not { } was || was != was with { Start = Form.Fields.Start, End = Form.Fields.End })
        {
            await _edits.ChangeAsync(by, id, Form.Fields.BasedOn, Form.Words, comment, told);
        }

        Tell(AnnotationTexts.Texts["AnnotationChanged"]);
        if (carried is null)
        {
            await Form.EmptyAsync();
            return;
        }

        IsCarriedOver = true;
        await Form.Draft.ForgetAsync();
    }

    private async Task MergeAsync(VersionConflict conflict)
    {
        await RefreshAsync();
        var isMerged =
            Form.Fields.Record is { } record
            && await _records.FindToEditAsync(record.Kind, record.Id) is { } stands
            && stands.Version != record.Form.BasedOn
                ? Form.MergeWith(record, stands, await _names.NamesAsync(record.Form.References(stands)))
                : Form.MergeWith(conflict.By);
        Attempt.Refuse(isMerged && !Form.Merge.IsOpen ? AnnotationTexts.Texts["ChangedMeanwhile", conflict.By] : conflict.Message);
    }

    private void SetWords(int start, int end, string exact)
    {
        Form.Mark(start, end, exact);
        Attempt.DropDoubts();
    }
}
