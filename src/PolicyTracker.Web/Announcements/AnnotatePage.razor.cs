using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Suggestions;
using PolicyTracker.Text;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Announcements;

/// <summary>Shows an <see cref="AnnotationWorkbench"/>, passes on what its editor does, and has painted what changes in it.</summary>
public sealed partial class AnnotatePage
{
    private AnnotationWorkbench _bench = null!;
    private ElementReference _frame;
    private IJSObjectReference? _module;
    private IJSObjectReference? _page;
    private DotNetObjectReference<AnnotatePage>? _self;

    // What the browser has been told to paint.
    private IReadOnlyList<Highlight>? _painted;
    private IReadOnlyList<SuggestionItem>? _hinted;
    private int _offered = -1;
    private CharRange? _marked;

    [Parameter]
    public required string Slug { get; set; }

    /// <summary>A quotation of an older version for which words of the newest are to be marked.</summary>
    [SupplyParameterFromQuery(Name = "carry")]
    public string? CarryText { get; set; }

    private Guid? Carry => Guid.TryParse(CarryText, out var id) ? id : null;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var request = new WorkbenchRequest(Slug, Carry, Who.EditorAsync, BrowserTab.Of(Js, RendererInfo), InvokeAsync);
        _bench = ActivatorUtilities.CreateInstance<AnnotationWorkbench>(Services, request);
        _bench.Changed += OnChanged;
        await _bench.OpenAsync();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_self is not null || _bench.Text is null || !_bench.Form.Draft.IsOpen)
        {
            await UnlessLeftAsync(PaintAsync);
            return;
        }

        await UnlessLeftAsync(async () =>
        {
            await MountAsync(_bench.Text);
            await PaintAsync();
            StateHasChanged();
            await _bench.StartAsync();
        });
    }

    // Highlights are there before the list that names them.
    private void OnChanged()
    {
        _ = UnlessLeftAsync(PaintAsync);
        StateHasChanged();
    }

    private static async Task UnlessLeftAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (e is OperationCanceledException or JSDisconnectedException)
        {
            // the page was left meanwhile
        }
    }

    private async Task MountAsync(OpenText text)
    {
        _self = DotNetObjectReference.Create(this);
        _module = await Js.InvokeAsync<IJSObjectReference>("import", "/annotate.js");
        _page = await _module.InvokeAsync<IJSObjectReference>(
            "mount",
            _frame,
            _self,
            new
            {
                address = TextEndpoint.Address(Slug, text.Source.Number),
                language = text.Recorded.Language,
                most = Annotation.MaxCharacters,
                sentences = text.Sentences(),
            }
        );
    }

    private async Task PaintAsync()
    {
        if (_page is not { } page || _bench.Text is not { } text)
        {
            return;
        }

        if (_painted != text.Recorded.Highlights)
        {
            _painted = text.Recorded.Highlights;
            await page.InvokeVoidAsync(
                "places",
                _painted.SelectMany(p => new[] { p.Chars.Start, p.Chars.End, (int)(p.Supports?.Accent ?? Accent.Slate) })
            );
        }

        if (_marked != _bench.Form.Marked)
        {
            _marked = _bench.Form.Marked;
            await page.InvokeVoidAsync("marked", _marked?.Start ?? -1, _marked?.End ?? -1);
        }

        if (_hinted != _bench.Queue.Items || _offered != _bench.Queue.Position)
        {
            (_hinted, _offered) = (_bench.Queue.Items, _bench.Queue.Position);
            await page.InvokeVoidAsync("hints", (_hinted ?? []).SelectMany(s => InUtf16(text, s.Words)), _offered);
        }
    }

    private static int[] InUtf16(OpenText text, MarkedWords words) => text.InUtf16(words.Place) is var (start, end) ? [start, end] : [0, 0];

    /// <summary>The browser says which words are marked, in code points.</summary>
    [JSInvokable]
    public void Mark(int start, int end, string exact)
    {
        _bench.Mark(start, end, exact);
        _marked = _bench.Form.Marked; // the browser has painted it
        StateHasChanged();
    }

    /// <summary>More is marked than a quotation may have.</summary>
    [JSInvokable]
    public void MarkTooMuch(int characters)
    {
        _bench.MarkTooMuch(characters);
        StateHasChanged();
    }

    /// <summary>Takes the negation in that the marked words were cut off from.</summary>
    [JSInvokable]
    public void Widen()
    {
        _bench.Widen();
        StateHasChanged();
    }

    /// <summary>What the marked words are to support, by a key or a button beside them.</summary>
    [JSInvokable]
    public void Choose(string kind)
    {
        _bench.Choose(kind);
        StateHasChanged();
    }

    /// <summary>The caret stands there, in code points.</summary>
    [JSInvokable]
    public void At(int offset)
    {
        _bench.MoveCaret(offset);
        StateHasChanged();
    }

    /// <summary>Unmarks the words, where nothing was typed about them.</summary>
    [JSInvokable]
    public async Task Drop()
    {
        await _bench.DropAsync();
        StateHasChanged();
    }

    /// <summary>Takes the newest edit of this page back.</summary>
    [JSInvokable]
    public async Task Undo()
    {
        await _bench.UndoAsync();
        StateHasChanged();
    }

    /// <summary>Makes an edit again that was taken back.</summary>
    [JSInvokable]
    public async Task Redo()
    {
        await _bench.RedoAsync();
        StateHasChanged();
    }

    /// <summary>A sign of life of the browser.</summary>
    [JSInvokable]
    public Task Here() => _bench.HeartbeatAsync();

    private async Task SaveAsync(IReadOnlyList<string> confirmed)
    {
        await _bench.SaveAsync(confirmed);
        if (_bench.IsCarriedOver)
        {
            Navigation.NavigateTo(Addresses.Reanchor(Slug));
        }
    }

    private async Task ChangeAsync(Highlight highlight)
    {
        if (_bench.Open(highlight))
        {
            await PaintAsync();
            await ShowAsync(highlight);
        }
    }

    private async Task GoToAsync(int position)
    {
        await _bench.GoToAsync(position);
        if (_bench is { Text: { } text, Queue.Shown: { } shown } && _page is not null)
        {
            await PaintAsync();
            await _page.InvokeVoidAsync("show", [.. InUtf16(text, shown.Suggested.Words)]);
        }
    }

    private async Task ShowAsync(Highlight highlight)
    {
        if (_page is not null)
        {
            await _page.InvokeVoidAsync("show", highlight.Chars.Start, highlight.Chars.End);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_bench is not null)
        {
            _bench.Changed -= OnChanged;
            await _bench.DisposeAsync();
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

    // What is to be marked for a quotation of an older version.
    private RenderFragment Carried(OpenText text, int version, Highlight highlight)
    {
        var quoted = Inline.Element("q", ("lang", text.Recorded.Language));
        var list = Addresses.Reanchor(Slug);
        return highlight.Supports is { } supported
            ? AnnouncementTexts.Texts.Sentence(
                "CarryWordsFor",
                text.Source.Number,
                version,
                highlight.Exact,
                quoted,
                list,
                supported.Kind,
                supported.Label
            )
            : AnnouncementTexts.Texts.Sentence("CarryWords", text.Source.Number, version, highlight.Exact, quoted, list);
    }
}
