using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Suggestions;
using PolicyTracker.Text;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Announcements;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Annotations;

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
    private IReadOnlyList<WaitingQuotation>? _waiting;
    private CharRange? _marked;

    // The number of the newest call that was heard.
    private int _heard;

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
        if (_self is not null || _bench.Text is null || _bench.IsSecondReader || !_bench.Form.Draft.IsOpen)
        {
            await UnlessLeftAsync(PaintAsync);
            await UnlessLeftAsync(MoveFocusAsync);
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

    private async Task MoveFocusAsync()
    {
        var focus = _bench?.Focus ?? WorkFocus.Stay;
        if (focus is not WorkFocus.Stay && _page is { } page)
        {
            _bench!.Focus = WorkFocus.Stay;
            await page.InvokeVoidAsync("focus", focus.ToString().ToLowerInvariant());
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

        if (_waiting != _bench.Waiting)
        {
            _waiting = _bench.Waiting;
            await page.InvokeVoidAsync("waiting", _waiting.SelectMany(q => new[] { q.Chars.Start, q.Chars.End }));
        }

        if (_marked != _bench.Form.Marked)
        {
            _marked = _bench.Form.Marked;
            await page.InvokeVoidAsync("marked", _marked?.Start ?? -1, _marked?.End ?? -1);
        }

        if (_hinted != _bench.Queue.Items || _offered != _bench.Queue.Position)
        {
            (_hinted, _offered) = (_bench.Queue.Items, _bench.Queue.Position);
            await page.InvokeVoidAsync("hints", (_hinted ?? []).SelectMany(s => InUtf16(text, s.Words.Place)), _offered);
        }
    }

    private static int[] InUtf16(OpenText text, CodePointRange place) => text.InUtf16(place) is var (start, end) ? [start, end] : [0, 0];

    /// <summary>The browser says which words are marked, in code points.</summary>
    /// <param name="number">The number of the call: one that comes again after the line was lost is not heard twice.</param>
    /// <param name="start">Where they begin.</param>
    /// <param name="end">Behind the last.</param>
    /// <param name="exact">The words.</param>
    [JSInvokable]
    public async Task Mark(int number, int start, int end, string exact)
    {
        if (IsNew(number))
        {
            await _bench.InTurnAsync(async () =>
            {
                _bench.Mark(start, end, exact);
                _marked = _bench.Form.Marked; // the browser has painted it
                StateHasChanged();
                await _bench.PrefillAsync();
            });
            StateHasChanged();
        }
    }

    /// <summary>A key was pressed, or a button beside the marked words.</summary>
    /// <param name="number">The number of the call: one that comes again after the line was lost is not heard twice.</param>
    /// <param name="act">What it stands for.</param>
    [JSInvokable]
    public async Task Act(int number, string act)
    {
        if (IsNew(number))
        {
            await (act == "save" ? SaveAsync([]) : _bench.ActAsync(act));
            StateHasChanged(); // also after a save
        }
    }

    private bool IsNew(int number)
    {
        var isNew = number > _heard;
        _heard = Math.Max(_heard, number);
        return isNew;
    }

    /// <summary>More is marked than a quotation may have.</summary>
    [JSInvokable]
    public void MarkTooMuch(int characters)
    {
        _bench.MarkTooMuch(characters);
        StateHasChanged();
    }

    /// <summary>The caret stands there, in code points.</summary>
    [JSInvokable]
    public void At(int offset)
    {
        _bench.MoveCaret(offset);
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
        if (await _bench.OpenQuotationAsync(highlight))
        {
            await PaintAsync();
            await ShowAsync(highlight);
        }
    }

    private async Task ShowSuggestionAsync(SuggestionItem suggested)
    {
        if (_bench.Text is { } text && _page is not null)
        {
            await _page.InvokeVoidAsync("show", [.. InUtf16(text, suggested.Words.Place)]);
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
            ? AnnotationTexts.Texts.Sentence(
                "CarryWordsFor",
                text.Source.Number,
                version,
                highlight.Exact,
                quoted,
                list,
                supported.Kind,
                supported.Label
            )
            : AnnotationTexts.Texts.Sentence("CarryWords", text.Source.Number, version, highlight.Exact, quoted, list);
    }
}
