using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Collaboration;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Refusals;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Collaboration;

/// <summary>What an editor reads and writes about a record with the others, and for themselves. It knows no page.</summary>
internal sealed class ThreadDesk : IAsyncDisposable
{
    private readonly ThreadEdits _edits;
    private readonly ThreadQueries _queries;
    private readonly PrivateNotes _notes;
    private readonly ThreadEvents _events;
    private readonly ThreadDeskRequest _request;
    private readonly HashSet<Guid> _shown = [];
    private readonly PageLanguage _language = new();
    private int _isWaiting;
    private volatile bool _isGone;

    public ThreadDesk(
        ThreadEdits edits,
        ThreadQueries queries,
        PrivateNotes notes,
        Drafts drafts,
        ThreadEvents events,
        ThreadDeskRequest request
    )
    {
        (_edits, _queries, _notes, _events, _request) = (edits, queries, notes, events, request);
        Attempt = new(request.Who);
        Draft = new(drafts, request.Who, request.Tab, $"threads/{WireNames.Of(request.Kind)}/{request.Record}", () => Form);
        _events.Changed += OnChanged;
    }

    /// <summary>Raised when something else is to be shown.</summary>
    public event Action? Changed;

    /// <summary>What was asked for last, and what came of it.</summary>
    public EditAttempt Attempt { get; }

    /// <summary>Keeps what is typed.</summary>
    public DraftKeeper<ThreadForm> Draft { get; }

    /// <summary>Whether all of it was read.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>What is typed.</summary>
    public ThreadForm Form { get; private set; } = new();

    /// <summary>The threads, and how many there are.</summary>
    public Part<ThreadItem> Threads { get; private set; } = new([], 0);

    /// <summary>The private note as it is stored.</summary>
    public string Note { get; private set; } = "";

    /// <summary>The names by which others can be mentioned.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>Reads all of it, with what was typed before.</summary>
    public async Task OpenAsync()
    {
        var by = await _request.Who();
        Names = await _queries.NamesAsync(by);
        Note = (await _notes.FindAsync(by, _request.Kind, _request.Record))?.Text ?? "";
        await ReadAsync();
        Form = await Draft.FindAsync() ?? new();
        IsOpen = true;
    }

    /// <summary>What stands in a field.</summary>
    public string TypedIn(string field, string otherwise = "") => Form.Typed.GetValueOrDefault(field, otherwise);

    /// <summary>Something was typed into a field.</summary>
    public void Type(string field, string text)
    {
        Form.Typed[field] = text;
        Draft.Touch();
    }

    /// <summary>A field is given up.</summary>
    public async Task DropAsync(string field)
    {
        Form.Typed.Remove(field);
        Attempt.Clear();
        await KeepAsync();
        Changed?.Invoke();
    }

    /// <summary>A new thread is to be about these words; null for the record as a whole.</summary>
    public void Choose(Guid? words)
    {
        Form.About = words;
        Draft.Touch();
    }

    /// <summary>Begins a thread with what is typed.</summary>
    public Task BeginAsync() =>
        DoAsync(
            ThreadForm.New,
            async by =>
            {
                var (kind, record) = Form.About is { } words ? (RecordKind.Annotation, words) : (_request.Kind, _request.Record);
                await _edits.OpenAsync(by, kind, record, TypedIn(ThreadForm.New));
                Form.About = null;
            }
        );

    /// <summary>Answers in a thread with what is typed there.</summary>
    public Task ReplyAsync(Guid thread) => DoAsync(thread.ToString(), by => _edits.ReplyAsync(by, thread, TypedIn(thread.ToString())));

    /// <summary>Changes a message to what is typed for it.</summary>
    public Task RewordAsync(Guid message) =>
        DoAsync(message.ToString(), by => _edits.RewordAsync(by, message, TypedIn(message.ToString())));

    /// <summary>Withdraws a message.</summary>
    public Task WithdrawAsync(Guid message) => DoAsync(message.ToString(), by => _edits.WithdrawAsync(by, message));

    /// <summary>Settles a thread.</summary>
    public Task SettleAsync(Guid thread) => DoAsync(null, by => _edits.SettleAsync(by, thread));

    /// <summary>Opens a thread again.</summary>
    public Task ReopenAsync(Guid thread) => DoAsync(null, by => _edits.ReopenAsync(by, thread));

    /// <summary>Stores the private note as it is typed.</summary>
    public Task SaveNoteAsync() =>
        DoAsync(
            ThreadForm.Note,
            async by =>
            {
                var text = TypedIn(ThreadForm.Note, Note);
                await _notes.SaveAsync(by, _request.Kind, _request.Record, text);
                Note = text.Trim();
                Attempt.Tell(CollaborationTexts.Texts["NoteSaved"]);
            }
        );

    /// <summary>Notes that whoever reads has seen what is shown.</summary>
    public async Task SeenAsync()
    {
        List<Guid> unread = [.. Threads.Items.SelectMany(t => t.Messages).Where(m => m.IsUnread).Select(m => m.Id).Where(_shown.Add)];
        if (unread.Count > 0)
        {
            await _edits.ReadAsync(await _request.Who(), unread);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _isGone = true;
        _events.Changed -= OnChanged;
        await Draft.DisposeAsync();
    }

    // What was typed into the field is stored then; where it is refused it stays.
    private async Task DoAsync(string? field, Func<Editor, Task> act)
    {
        await Attempt.MakeAsync(
            async (by, _) =>
            {
                await act(by);
                if (field is not null)
                {
                    Form.Typed.Remove(field);
                    await KeepAsync();
                }
            }
        );
        await ReadAsync();
        Changed?.Invoke();
    }

    private async Task KeepAsync()
    {
        if (Form.IsEmpty)
        {
            await Draft.ForgetAsync();
        }
        else
        {
            Draft.Touch();
            await Draft.KeepAsync();
        }
    }

    private async Task ReadAsync() => Threads = await _queries.AboutAsync(await _request.Who(), _request.Kind, _request.Record);

    private void OnChanged(ThreadEvent change)
    {
        var isConcerned = change.RecordId == _request.Record || change.AnnouncementId == _request.Record;
        if (isConcerned && Interlocked.Exchange(ref _isWaiting, 1) == 0)
        {
            _ = _request.Dispatch(() => _language.DoAsync(LookAsync));
        }
    }

    private async Task LookAsync()
    {
        _isWaiting = 0;
        if (_isGone)
        {
            return;
        }

        try
        {
            await ReadAsync();
            Changed?.Invoke();
        }
        catch (Refusal refused) // no editor any more
        {
            Attempt.Refuse(refused.Message);
        }
    }
}
