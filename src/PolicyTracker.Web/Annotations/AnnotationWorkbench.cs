using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Collaboration;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Suggestions;
using PolicyTracker.Web.Collaboration;
using PolicyTracker.Web.Shared;
using PolicyTracker.Web.Suggestions;

namespace PolicyTracker.Web.Annotations;

/// <summary>
/// Where an editor marks words of a text and says what they support: the text, the form with its draft, the edits and their undoing,
/// the suggestions. A page shows it and passes on what its editor does; what a browser sends is held against the text here.
/// </summary>
internal sealed partial class AnnotationWorkbench : IAsyncDisposable
{
    private readonly WorkbenchRequest _request;
    private readonly AnnouncementQueries _announcements;
    private readonly WorkbenchQueries _queries;
    private readonly AnnotationEdits _edits;
    private readonly SuggestionEdits _suggestions;
    private readonly RecordQueries _records;
    private readonly RecordEdits _recordEdits;
    private readonly SelectOptionQueries _names;
    private readonly HistoryEdits _history;
    private readonly EditEvents _events;
    private readonly Drafts _drafts;
    private readonly PresenceTracker _presences;
    private readonly CancellationTokenSource _left = new();
    private readonly MarkedWordsReader _reader;
    private readonly ILogger _log;
    private readonly SemaphoreSlim _turn = new(1);
    private int _waiting;
    private EditListener? _listener;

    /// <summary>A workbench for one page; <see cref="OpenAsync"/> reads what it shows.</summary>
    public AnnotationWorkbench(
        WorkbenchRequest request,
        AnnouncementQueries announcements,
        WorkbenchQueries queries,
        AnnotationEdits edits,
        SuggestionEdits decisions,
        HistoryEdits history,
        SuggestionQueries suggestions,
        SuggestionMatchQueries links,
        SelectOptionQueries names,
        RecordQueries records,
        RecordEdits recordEdits,
        EditEvents events,
        Drafts drafts,
        PresenceTracker presences,
        ILogger<AnnotationWorkbench> log
    )
    {
        (_request, _announcements, _queries) = (request, announcements, queries);
        (_edits, _suggestions) = (edits, decisions);
        (_records, _recordEdits, _names) = (records, recordEdits, names);
        (_history, _events, _drafts, _presences) = (history, events, drafts, presences);
        Attempt = new(request.Who);
        Own = new(events);
        Queue = new(suggestions, links, names, log);
        _reader = new(suggestions, links);
        _log = log;
    }

    /// <summary>Raised when something is to be shown that no event of the page itself has changed.</summary>
    public event Action? Changed;

    /// <summary>The text; null until it was read, and where there is none.</summary>
    public OpenText? Text { get; private set; }

    /// <summary>Whether there is no such announcement.</summary>
    public bool IsMissing { get; private set; }

    /// <summary>What is typed about the marked words; null while there is no text.</summary>
    public OpenForm Form { get; private set; } = null!;

    /// <summary>What came of the last edit.</summary>
    public EditAttempt Attempt { get; }

    /// <summary>The edits that can be taken back.</summary>
    public OwnEdits Own { get; }

    /// <summary>The suggestions.</summary>
    public SuggestionQueue Queue { get; }

    /// <summary>Keeps what is changed on the card of a suggestion while it is not decided.</summary>
    public DraftKeeper<CardDraft> CardDraft { get; private set; } = null!;

    /// <summary>The quotations from the text that wait for a second editor.</summary>
    public IReadOnlyList<WaitingQuotation> Waiting { get; private set; } = [];

    /// <summary>Who else has the announcement open, by name.</summary>
    public IReadOnlyList<string> Others { get; private set; } = [];

    /// <summary>Whether the text has yet to be read a second time by who opens it: nothing is shown of what others marked.</summary>
    public bool IsSecondReader => Text?.Recorded.IsSecondReader is true;

    /// <summary>Whether the quotation that was to be carried over was, so that nothing is left to do here.</summary>
    public bool IsCarriedOver { get; private set; }

    /// <summary>Reads the text, what is recorded about it, and the draft of this tab.</summary>
    public async Task OpenAsync()
    {
        if (
            await _announcements.OpenAsync(_request.Slug) is not { } source
            || await _queries.FindAsync(await _request.Who(), source, _request.Carry) is not { } recorded
        )
        {
            IsMissing = true;
            return;
        }

        Text = new(source, recorded);
        await FindWaitingAsync();
        Form = new(Text, _drafts, _request);
        CardDraft = new(
            _drafts,
            _request.Who,
            _request.Tab,
            $"annotate/{_request.Slug}/card",
            () => Suggestions.CardDraft.Of(_changed) ?? throw new InvalidOperationException("Nothing was changed on a card.")
        );
        TellOfDraft(await Form.OpenAsync());
    }

    /// <summary>Hears of others' edits from now on, and reads the suggestions: that takes seconds, and marking need not wait.</summary>
    public async Task StartAsync()
    {
        _listener = new(_events, _ => !Own.IsMaking, _request.Dispatch, () => _waiting > 0 ? Task.CompletedTask : ReloadAsync());
        await LoadQueueAsync();
        if (_request.Carry is null && !IsSecondReader)
        {
            await RestoreCardAsync(await CardDraft.FindAsync());
            await Queue.AskLanguageModelAsync(Text!.Source, Raise, _left.Token);
            Raise();
        }
    }

    /// <summary>Reads the suggestions again.</summary>
    public async Task LoadQueueAsync()
    {
        if (_request.Carry is null && !IsLeft && !IsSecondReader)
        {
            await Queue.LoadAsync(Text!.Source, _left.Token);
            Raise();
        }
    }

    /// <summary>A sign of life of the browser's tab.</summary>
    public async Task HeartbeatAsync()
    {
        if (IsLeft)
        {
            return;
        }

        var others = await _presences.HeartbeatAsync(await _request.Who(), Form.Draft.Tab, _request.Slug);
        if (!IsLeft && !others.SequenceEqual(Others))
        {
            Others = others;
            Raise();
        }
    }

    /// <summary>Goes on with the draft of another tab.</summary>
    public async Task TakeOverAsync(DraftItem other) => TellOfDraft(await Form.TakeOverAsync(other));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _listener?.Dispose();
        Own.Dispose();
        await _left.CancelAsync();
        if (Form is null)
        {
            return;
        }

        await Form.Draft.DisposeAsync();
        await CardDraft.DisposeAsync();
        if (Form.Draft.Tab.Length > 0)
        {
            await _presences.LeaveAsync(Form.Draft.Tab);
        }
    }

    // What comes when the page was left is not heard.
    private bool IsLeft => _left.IsCancellationRequested;

    private void Raise()
    {
        if (!IsLeft)
        {
            Changed?.Invoke();
        }
    }

    /// <summary>
    /// Does something when what was asked for before is done: of several keys, or a key during a save, none is lost, and none acts on
    /// what another has yet to change.
    /// </summary>
    public async Task InTurnAsync(Func<Task> act)
    {
        await _turn.WaitAsync();
        try
        {
            if (!IsLeft)
            {
                await act();
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    // Edits wait for each other; when none waits any more, what they changed is read.
    private async Task MakeAsync(Func<Editor, IReadOnlyList<string>, Task> edit, IReadOnlyList<string>? confirmed = null)
    {
        _waiting++;
        try
        {
            await InTurnAsync(() => Attempt.MakeAsync((by, told) => Own.MakeAsync(() => edit(by, told)), MergeAsync, confirmed));
        }
        finally
        {
            _waiting--;
        }

        if (_waiting == 0 && !IsCarriedOver && !IsLeft)
        {
            await ReloadAsync();
        }
    }

    private async Task ReloadAsync()
    {
        await RefreshAsync();
        Raise();
        await LoadQueueAsync();
    }

    // What is typed, and where, stays. Another version does not take the place of the text that somebody is reading.
    private async Task RefreshAsync()
    {
        try
        {
            if (await _queries.FindAsync(await _request.Who(), Text!.Source, _request.Carry) is { } recorded)
            {
                Text.Recorded = recorded;
                await FindWaitingAsync();
            }
            else
            {
                Attempt.Refuse(AnnotationTexts.Texts["AnnouncementRemoved"]);
            }
        }
        catch (Refusal refused)
        {
            Attempt.Refuse(refused.Message); // no editor any more
        }
    }

    private async Task FindWaitingAsync() =>
        Waiting = Text!.Recorded.Waiting > 0 ? await _queries.WaitingAsync(await _request.Who(), Text.Source.Id, _left.Token) : [];

    private void TellOfDraft(bool isAnnotationThere)
    {
        if (!isAnnotationThere)
        {
            Attempt.Refuse(AnnotationTexts.Texts["AnnotationRemovedMeanwhile"]);
        }
    }

    private void Tell(string done) => Attempt.Tell(Text!.Recorded.NeedsApproval ? WaitsForAnother : done);
}
