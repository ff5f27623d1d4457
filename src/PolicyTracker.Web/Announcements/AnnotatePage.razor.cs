using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Text.Anchoring;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Announcements;

/// <summary>Where an editor marks words of an announcement and says what they support.</summary>
public sealed partial class AnnotatePage
{
    private AnnouncementDetail? _text;
    private Workbench? _bench;
    private CodePointMap? _map;
    private AnnotationForm _form = new();
    private DraftKeeper<AnnotationForm> _keeper = null!;
    private ElementReference _box;
    private IJSObjectReference? _module;
    private IJSObjectReference? _page;
    private DotNetObjectReference<AnnotatePage>? _self;
    private string? _fault;
    private string? _told;
    private Guid? _removing;
    private bool _busy;
    private bool _missing;

    private ReanchoredQuotation? _carried;

    [Parameter] public required string Slug { get; set; }

    /// <summary>A quotation of an older version for which words of the newest are to be marked.</summary>
    [SupplyParameterFromQuery] public Guid? Carry { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _keeper = new(Drafts, Who, Js, RendererInfo.IsInteractive, Carry is { } id ? $"annotate/{Slug}/{id}" : $"annotate/{Slug}", () => _form);
        await LoadAsync();
        _missing = _text is null;
        _form = await _keeper.FindAsync() ?? Fresh();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && _text is not null)
        {
            _self = DotNetObjectReference.Create(this);
            _module = await Js.InvokeAsync<IJSObjectReference>("import", "/annotate.js");
            _page = await _module.InvokeAsync<IJSObjectReference>("mount", _box, _self, Annotation.MostCharacters);
            News.Edited += OnEdited;
            await PaintAsync();
            StateHasChanged();
            try
            {
                await LoadSuggestionsAsync(); // a long text takes seconds to read; marking words need not wait for it
                await PaintAsync();
                StateHasChanged();
                await AskLanguageModelAsync();
                await PaintAsync();
                StateHasChanged();
            }
            catch (OperationCanceledException)
            {
                // the page was left meanwhile
            }
        }
    }

    /// <summary>The browser says which words are marked; whether they stand there is checked when they are attached.</summary>
    [JSInvokable]
    public async Task Mark(int start, int end, string exact)
    {
        (_form.Start, _form.End, _form.Exact, _form.Origin, _told) = (start, end, exact, AnnotationOrigin.HandMade, null);
        Touch();
        StateHasChanged();
        await PaintAsync();
    }

    /// <summary>More is marked than a quotation may have.</summary>
    [JSInvokable]
    public void MarkTooMuch(int characters)
    {
        _fault = $"{Words.Count(characters)} characters are marked; a quotation has {Words.Count(Annotation.MostCharacters)} at most. Mark the sentence that says it.";
        StateHasChanged();
    }

    private void Touch() => _keeper.Touch();

    private async Task LoadAsync()
    {
        _bench = await Benches.FindAsync(Slug);
        _text = _bench is null ? null : await Queries.FindAsync(Slug);
        _map = _text is null ? null : _map ?? new CodePointMap(_text.Text);
        _carried = _text is null || Carry is null ? null : (await Reanchored.ListAsync(Slug)).FirstOrDefault(q => q.Id == Carry);
    }

    private AnnotationForm Fresh() => _carried is { } c
        ? new() { Annotation = c.Id, BasedOn = c.BasedOn, Supports = c.Supports is null ? "comment" : "words", Note = c.Comment ?? "" }
        : new() { Supports = _form.Supports == "words" ? "commitment" : _form.Supports, Goal = _form.Goal };

    private async Task PaintAsync()
    {
        if (_page is not null)
        {
            var isInText = 0 <= _form.Start && _form.Start < _form.End && _form.End <= _map!.Length;
            object? marked = isInText ? new { start = _map!.ToUtf16(_form.Start), end = _map.ToUtf16(_form.End) } : null;
            await _page.InvokeVoidAsync("paint", _text!.Passages.Select(p => (object)new { p.Start, p.End, accent = Kebab.Of(p.Supports?.Accent ?? Accent.Slate) }).Concat(SuggestedPlaces()), marked);
        }
    }

    private async Task SaveAsync() => await TryAsync(async by =>
    {
        var words = new MarkedWords(_bench!.SourceVersionId, _text!.Version.Sha256, _form.Start, _form.End, _form.Exact);
        if (_form.Annotation is { } id)
        {
            await Edits.ChangeAsync(by, id, _form.BasedOn, words, _form.Supports == "comment" ? _form.Note : _carried?.Comment);
            _told = "The annotation was changed.";
            if (_carried is not null)
            {
                await _keeper.ForgetAsync();
                Navigation.NavigateTo(Addresses.Reanchor(Slug));
                return;
            }
        }
        else
        {
            await Edits.AttachAsync(by, words, _form.ToStatement(), _form.Origin);
            _told = "The words were attached.";
        }

        await ClearFormAsync();
    });

    private async Task RemoveAsync(Passage passage) => await TryAsync(async by =>
    {
        await Edits.RemoveAsync(by, passage.Id, _bench!.Versions.GetValueOrDefault(passage.Id), withStatement: true);
        _told = "The annotation was removed; its history stays.";
    });

    private async Task ChangeAsync(Passage passage)
    {
        _form = new AnnotationForm
        {
            Annotation = passage.Id,
            BasedOn = _bench!.Versions.GetValueOrDefault(passage.Id),
            Start = passage.StartCodePoint,
            End = passage.EndCodePoint,
            Exact = passage.Exact,
            Supports = passage.Supports is null ? "comment" : "words",
            Note = passage.Comment ?? "",
        };
        Touch();
        await PaintAsync();
    }

    private async Task ShowAsync(Passage passage) => await _page!.InvokeVoidAsync("show", passage.Start, passage.End);

    private async Task TryAsync(Func<Editor, Task> edit)
    {
        (_fault, _told, _busy, _removing) = (null, null, true, null);
        try
        {
            await edit(await Who.EditorAsync());
        }
        catch (RefusedException refused)
        {
            _fault = refused.Message; // what was typed stays in the form and in the draft
        }
        finally
        {
            _busy = false;
        }

        await LoadAsync();
        await LoadSuggestionsAsync();
        await PaintAsync();
    }

    private async Task ClearAsync()
    {
        (_fault, _told) = (null, null);
        await ClearFormAsync();
    }

    private async Task ClearFormAsync()
    {
        _form = Fresh();
        await _keeper.ForgetAsync();
        await _page!.InvokeVoidAsync("forget");
        await PaintAsync();
    }

    private void OnEdited(Edit edit) => _ = InvokeAsync(async () =>
    {
        if (!_busy)
        {
            await LoadAsync();
            await LoadSuggestionsAsync();
            await PaintAsync();
            StateHasChanged();
        }
    });

    public async ValueTask DisposeAsync()
    {
        News.Edited -= OnEdited;
        await _left.CancelAsync();
        await _keeper.DisposeAsync();
        _self?.Dispose();
        try
        {
            if (_page is not null)
            {
                await _page.InvokeVoidAsync("dispose");
                await _page.DisposeAsync();
                await _module!.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // the browser has gone, and its listeners with it
        }
    }
}
