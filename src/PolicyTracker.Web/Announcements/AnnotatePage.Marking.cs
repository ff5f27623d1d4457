using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using PolicyTracker.Core;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Text.Anchoring;
using PolicyTracker.Text.Segmentation;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Announcements;

// What the browser tells of the text, and what is painted over it. A browser may send anything: numbers are held against
// the text, words are cut out of it again when they are attached, and kinds that the page does not offer are not heard.
public sealed partial class AnnotatePage
{
    private IReadOnlyList<string> _others = [];
    private ElementReference _bench;
    private ElementReference _frame;
    private IJSObjectReference? _module;
    private IJSObjectReference? _page;
    private DotNetObjectReference<AnnotatePage>? _self;
    private IReadOnlyList<WordDoubt> _doubts = [];
    private string _said = "";
    private int _caret = -1;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_page is not null || _self is not null || _text is null || !_keeper.IsOpen)
        {
            return;
        }

        _self = DotNetObjectReference.Create(this);
        _module = await Js.InvokeAsync<IJSObjectReference>("import", "/annotate.js");
        var sentences = Passages
            .Of(_text.Text)
            .Where(p => p.ContentEnd > p.ContentStart)
            .SelectMany(p => new[] { p.ContentStart, p.ContentEnd });
        _page = await _module.InvokeAsync<IJSObjectReference>(
            "mount",
            _frame,
            _self,
            new
            {
                address = TextEndpoint.Address(Slug, _text.Version.Number),
                language = _text.Announcement.Language,
                most = Annotation.MostCharacters,
                sentences,
            }
        );
        Events.Edited += OnEdited;
        await PaintAsync();
        await PaintMarkedAsync();
        StateHasChanged();
        try
        {
            await LoadQueueAsync(); // a long text takes seconds to read; marking words need not wait for it
            StateHasChanged();
            await AskLanguageModelAsync();
            await PaintHintsAsync();
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // the page was left meanwhile
        }
    }

    // A call that comes when the page has gone is not heard.
    private bool IsGone => _left.IsCancellationRequested;

    /// <summary>The browser says which words are marked, in code points; whether they stand there is checked when they are attached.</summary>
    [JSInvokable]
    public void Mark(int start, int end, string exact)
    {
        if (!IsGone && 0 <= start && start < end && end <= _map!.Length && exact?.Length <= Annotation.MostCharacters)
        {
            (_form.Start, _form.End, _form.Exact, _form.Origin, _message) = (start, end, exact, AnnotationOrigin.HandMade, null);
            _doubts = [];
            if (_form.IsTyped)
            {
                Touch(); // words that were marked and nothing more are marked again as quickly as a draft is taken up
            }

            StateHasChanged();
        }
    }

    /// <summary>Takes the negation in that the marked words were cut off from.</summary>
    [JSInvokable]
    public async Task Widen()
    {
        if (!IsGone && CutOff is { } cut)
        {
            await TakeWiderAsync(
                new(_sourceVersion, _text!.Version.Sha256, _map!.ToCodePoints(cut.Wider), _text.Text[cut.Wider.Start..cut.Wider.End])
            );
        }
    }

    private async Task TakeWiderAsync(MarkedWords wider)
    {
        (_form.Place, _form.Exact) = (wider.Place, wider.Exact);
        _doubts = [];
        Touch();
        await PaintMarkedAsync();
        StateHasChanged();
    }

    // The negation that the marked words were cut off from: said as soon as they are marked.
    private CutNegation? CutOff =>
        _text is not null && _map!.Holds(_form.Place) ? CutNegation.Before(_text.Text, _map.ToChars(_form.Place)) : null;

    /// <summary>More is marked than a quotation may have.</summary>
    [JSInvokable]
    public void MarkTooMuch(int characters)
    {
        _fault =
            $"{Words.Count(characters)} characters are marked; a quotation has {Words.Count(Annotation.MostCharacters)} at most. Mark the sentence that says it.";
        StateHasChanged();
    }

    /// <summary>What the marked words are to support, by a key or a button beside them.</summary>
    [JSInvokable]
    public void Choose(string kind)
    {
        if (!IsGone && _form.Annotation is null && AnnotationForm.Kinds.Contains(kind))
        {
            (_form.Supports, _form.Existing) = (kind, null);
            Touch();
            StateHasChanged();
        }
    }

    /// <summary>The caret stands there, in code points: what lies under it is said and can be listed.</summary>
    [JSInvokable]
    public void At(int offset)
    {
        _caret = _map!.ToUtf16(Math.Clamp(offset, 0, _map.Length));
        var here = _text!
            .Passages.Where(p => p.Chars.Start <= _caret && _caret <= p.Chars.End)
            .Select(p => p.Supports is { } r ? $"{Words.Of(r.Kind)} “{r.Label}”" : $"comment “{p.Comment}”")
            .ToList();
        _said =
            here.Count == 0
                ? ""
                : $"Quoted here: {string.Join("; ", here.Take(5))}{(here.Count > 5 ? $"; and {Words.Count(here.Count - 5)} more" : "")}.";
        StateHasChanged();
    }

    /// <summary>A sign of life of the browser; who else has the announcement open is shown.</summary>
    [JSInvokable]
    public async Task Here()
    {
        if (IsGone)
        {
            return;
        }

        var others = await Presences.HereAsync(await Who.EditorAsync(), _keeper.Tab, Slug);
        if (!IsGone && !others.SequenceEqual(_others))
        {
            _others = others;
            StateHasChanged();
        }
    }

    /// <summary>Unmarks the words, where nothing was typed about them.</summary>
    [JSInvokable]
    public async Task Drop()
    {
        if (_form is { Annotation: null, Title.Length: 0, Note.Length: 0 })
        {
            await ClearAsync();
        }
        else
        {
            _fault = "Something is typed about these words. Attach them, or choose Clear to give it up.";
        }

        StateHasChanged();
    }

    private async Task PaintAsync()
    {
        if (_page is not null)
        {
            await _page.InvokeVoidAsync(
                "places",
                _text!.Passages.SelectMany(p => new[] { p.Chars.Start, p.Chars.End, (int)(p.Supports?.Accent ?? Accent.Slate) })
            );
        }
    }

    // The new highlight is there before everything else is read again.
    private async Task DrawAsync(AnnotationForm form)
    {
        (RecordKind, Guid?)[] places =
        [
            (RecordKind.Goal, form.Goal),
            (RecordKind.Commitment, form.Existing),
            (RecordKind.Goal, form.Existing),
            (RecordKind.Pillar, form.Pillar),
        ];
        var accent =
            (await Choosing.FirstAsync([.. places.Where(p => p.Item2 is not null).Select(p => (p.Item1, p.Item2!.Value))]))?.Accent
            ?? Accent.Slate;
        await (_page?.InvokeVoidAsync("add", _map!.ToUtf16(form.Start), _map.ToUtf16(form.End), (int)accent) ?? ValueTask.CompletedTask);
    }

    private async Task PaintMarkedAsync()
    {
        if (_page is not null)
        {
            var isInText = 0 <= _form.Start && _form.Start < _form.End && _form.End <= _map!.Length && _form.Exact.Length > 0;
            await _page.InvokeVoidAsync("marked", isInText ? _map!.ToUtf16(_form.Start) : -1, isInText ? _map!.ToUtf16(_form.End) : -1);
        }
    }

    private async Task PaintHintsAsync()
    {
        if (_page is not null)
        {
            await _page.InvokeVoidAsync(
                "hints",
                (_suggestions ?? []).SelectMany(s => new[] { _map!.ToUtf16(s.Words.Place.Start), _map.ToUtf16(s.Words.Place.End) }),
                _suggestion
            );
        }
    }

    private async Task ShowAsync(Passage passage)
    {
        if (_page is not null)
        {
            await _page.InvokeVoidAsync("show", passage.Chars.Start, passage.Chars.End);
        }
    }
}
