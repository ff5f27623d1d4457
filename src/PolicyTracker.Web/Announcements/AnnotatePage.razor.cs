using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Text.Anchoring;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Announcements;

/// <summary>Where an editor marks words of an announcement and says what they support.</summary>
public sealed partial class AnnotatePage
{
    private AnnouncementDetail? _text;
    private WorkbenchChoices? _choices;
    private IReadOnlyDictionary<Guid, int> _versions = new Dictionary<Guid, int>();
    private Guid _sourceVersion;
    private CodePointMap? _map;
    private AnnotationForm _form = new();
    private DraftKeeper<AnnotationForm> _keeper = null!;
    private ReanchoredQuotation? _carried;
    private Editor _me = Editor.Anonymous;
    private string? _fault;
    private string? _faultField;
    private string? _message;
    private int? _newer;
    private bool _busy;
    private bool _missing;
    private bool _approval;
    private int _waiting;

    [Parameter]
    public required string Slug { get; set; }

    /// <summary>A quotation of an older version for which words of the newest are to be marked.</summary>
    [SupplyParameterFromQuery(Name = "carry")]
    public string? CarryText { get; set; }

    private Guid? Carry => Guid.TryParse(CarryText, out var id) ? id : null;

    protected override async Task OnInitializedAsync()
    {
        _keeper = new(
            Drafts,
            Who,
            Js,
            RendererInfo.IsInteractive,
            Carry is { } id ? $"annotate/{Slug}/{id}" : $"annotate/{Slug}",
            () => _form
        );
        _me = await Who.EditorAsync();
        await LoadAsync();
        _missing = _text is null;
        _form = Known(await _keeper.FindAsync()) ?? Fresh();
    }

    private void Touch() => _keeper.Touch();

    private async Task TakeOverAsync(DraftItem other)
    {
        _form = Known(await _keeper.TakeOverAsync(other)) ?? _form;
        await PaintMarkedAsync();
    }

    // A draft of a change to an annotation that was removed meanwhile goes on as one of new words.
    private AnnotationForm? Known(AnnotationForm? draft)
    {
        if (draft?.Annotation is { } id && _text is not null && _text.Passages.All(p => p.Id != id) && _carried?.Id != id)
        {
            (draft.Annotation, draft.BasedOn, draft.Supports) = (null, 0, "comment");
            _fault =
                "The annotation that you were changing was removed meanwhile. What you typed is here: attach it to the words anew, or choose Clear.";
        }

        return draft;
    }

    private async Task LoadAsync()
    {
        if (await Benches.FindAsync(Slug) is not { } bench || await Queries.FindAsync(Slug, number: _text?.Version.Number) is not { } text)
        {
            _missing = _text is null;
            _fault = _text is null
                ? null
                : "This announcement was removed meanwhile, so nothing can be attached to it. What you typed is kept as a draft.";
            return;
        }

        // Another version does not take the place of the text that somebody is reading.
        _newer = _text is null || text.Versions[0].Number == _text.Version.Number ? null : text.Versions[0].Number;
        (_text, _choices, _map) = (text, bench.Choices, _map ?? new CodePointMap(text.Text));
        (_sourceVersion, _versions) = _newer is null ? (bench.SourceVersionId, bench.Versions) : (_sourceVersion, _versions);
        _carried = Carry is null ? null : (await Reanchored.ListAsync(Slug)).FirstOrDefault(q => q.Id == Carry);
        (_approval, _waiting) = (await Approvals.AreRequiredAsync(), await Approvals.CountAsync());
    }

    private AnnotationForm Fresh() =>
        _carried is { } c
            ? new()
            {
                Annotation = c.Id,
                BasedOn = c.BasedOn,
                Supports = c.Supports is null ? "comment" : "words",
                Note = c.Comment ?? "",
            }
            : new() { Supports = _form.Supports == "words" ? "commitment" : _form.Supports, Goal = _form.Goal };

    private Task SaveAsync() => SaveConfirmedAsync([]);

    // Words that are doubtful are attached only after the editor was told, and said so once more.
    private async Task SaveConfirmedAsync(IReadOnlyList<string> confirmed) =>
        await TryAsync(async by =>
        {
            var words = new MarkedWords(_sourceVersion, _text!.Version.Sha256, _form.Place, _form.Exact);
            if (_form.Annotation is { } id)
            {
                await Edits.ChangeAsync(
                    by,
                    id,
                    _form.BasedOn,
                    words,
                    _form.Supports == "comment" ? _form.Note : _carried?.Comment,
                    confirmed
                );
                _message = Told("The annotation was changed.");
                if (_carried is not null)
                {
                    await _keeper.ForgetAsync();
                    Navigation.NavigateTo(Addresses.Reanchor(Slug));
                    return;
                }
            }
            else
            {
                var statement = _form.ToStatement();
                await Edits.AttachAsync(by, words, statement, _form.Origin, confirmed);
                _message = Told("The words were attached.");
                if (!_approval)
                {
                    await DrawAsync(_form);
                }
            }

            await ClearFormAsync();
        });

    private string Told(string done) =>
        _approval ? "It waits for another editor, who sees it under “edits wait”; readers see it when it is approved." : done;

    private async Task RemoveAsync(Passage passage) =>
        await TryAsync(async by =>
        {
            await Edits.RemoveAsync(by, passage.Id, _versions.GetValueOrDefault(passage.Id), withStatement: true);
            _message = Told("The annotation was removed; its history stays.");
        });

    private async Task ChangeAsync(Passage passage)
    {
        if (!_form.IsEmpty && _form.Annotation != passage.Id)
        {
            (_fault, _message) = (
                "The form holds words that are not attached yet. Attach them or choose Clear, then change this quotation.",
                null
            );
            return;
        }

        _form = new AnnotationForm
        {
            Annotation = passage.Id,
            BasedOn = _versions.GetValueOrDefault(passage.Id),
            Start = passage.CodePoints.Start,
            End = passage.CodePoints.End,
            Exact = passage.Exact,
            Supports = passage.Supports is null ? "comment" : "words",
            Note = passage.Comment ?? "",
            Opened = new(passage.CodePoints.Start, passage.CodePoints.End, passage.Exact, passage.Comment ?? ""),
        };
        (_fault, _message, _both, _doubts) = (null, null, [], []);
        Touch();
        await PaintMarkedAsync();
        await ShowAsync(passage);
    }

    private async Task TryAsync(Func<Editor, Task> edit)
    {
        if (_busy)
        {
            return;
        }

        (_fault, _message, _busy, _doubts) = (null, null, true, []);
        try
        {
            await edit(_me = await Who.EditorAsync());
            if (_made.Count > 0)
            {
                _made.ForEach(_done.Push);
                _made.Clear();
                _undone.Clear(); // what was undone before does not fit any more
            }
        }
        catch (VersionConflict conflict)
        {
            await LoadAsync();
            Merge(conflict);
        }
        catch (DoubtfulWords doubtful)
        {
            _doubts = doubtful.Doubts;
        }
        catch (Refusal refused)
        {
            (_fault, _faultField) = (refused.Message, refused.Field); // what was typed stays in the form and in the draft
        }
        finally
        {
            _busy = false;
        }

        await ReloadAsync();
    }

    private async Task ReloadAsync()
    {
        _isStale = false;
        await LoadAsync();
        await PaintAsync();
        await LoadQueueAsync();
    }

    private async Task ClearAsync()
    {
        (_fault, _message, _both, _doubts) = (null, null, [], []);
        await ClearFormAsync();
    }

    private async Task ClearFormAsync()
    {
        _form = Fresh();
        await _keeper.ForgetAsync();
        await PaintMarkedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Events.Edited -= OnEdited;
        await _left.CancelAsync();
        await _keeper.DisposeAsync();
        if (_keeper.Tab.Length > 0)
        {
            await Presences.LeaveAsync(_keeper.Tab);
        }

        try
        {
            if (_page is { } page)
            {
                _page = null; // an edit that is still under way paints nothing any more
                await page.InvokeVoidAsync("dispose"); // before what it calls goes
                await page.DisposeAsync();
                await _module!.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // the browser has gone, and its listeners with it
        }

        _self?.Dispose();
    }
}
