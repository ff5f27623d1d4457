using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using PolicyTracker.Core;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.History;

namespace PolicyTracker.Web.Announcements;

// The review queue: what the program suggests, and what the editor says to it.
public sealed partial class AnnotatePage
{
    private IReadOnlyList<SuggestedWords>? _suggestions; // null until the text is read
    private SuggestionLinks _links = new();
    private readonly CancellationTokenSource _left = new();
    private int _suggestion;
    private string _model = "";
    private bool _isAsking;
    private string? _modelFault;

    [Inject] public required SuggestionQueries Suggesting { get; set; }

    [Inject] public required SuggestionLinkQueries Linking { get; set; }

    private async Task LoadSuggestionsAsync()
    {
        _suggestions = Carry is null ? await Suggesting.ListAsync(Slug, _left.Token) : [];
        _suggestion = Math.Clamp(_suggestion, 0, Math.Max(0, _suggestions.Count - 1));
        _model = (await Suggesting.ModelAsync(_left.Token)).Version;
        await LinkAsync();
    }

    // Slow, and not needed: what the rules say stands on the page meanwhile.
    private async Task AskLanguageModelAsync()
    {
        if (!Suggesting.HasLanguageModel || Carry is not null)
        {
            return;
        }

        try
        {
            (_isAsking, _modelFault) = (true, null);
            StateHasChanged();
            if (await Suggesting.AskLanguageModelAsync(Slug, _left.Token))
            {
                await LoadSuggestionsAsync();
            }
        }
        catch (RefusedException refused)
        {
            _modelFault = refused.Message;
        }
        finally
        {
            _isAsking = false;
        }
    }

    private async Task LinkAsync() => _links = _suggestions is { Count: > 0 } list ? await Linking.FindAsync(list[_suggestion], _left.Token) : new();

    // Accepting is filling the form and sending it: what is still missing is told, and the form stays as it is.
    private async Task AcceptAsync(SuggestedWords suggested)
    {
        if (await FillAsync(suggested))
        {
            await SaveAsync();
        }
    }

    private async Task ChangeAsync(SuggestedWords suggested) => await FillAsync(suggested);

    // What an editor is typing is never overwritten.
    private async Task<bool> FillAsync(SuggestedWords suggested)
    {
        if (!_form.IsEmpty && _form.Exact != suggested.Words.Exact)
        {
            (_fault, _told) = ("The form below holds words that are not attached yet. Attach them or choose Clear, then accept the suggestion.", null);
            return false;
        }

        _form = AnnotationForm.Of(suggested, _links);
        (_fault, _told) = (null, null);
        Touch();
        await PaintMarkedAsync();
        return true;
    }

    // What is typed in the form stays as it is; each becomes a commitment of its own, with a revision of its own.
    private async Task AcceptAllAsync(IReadOnlyList<SuggestedWords> sure) => await TryAsync(async by =>
    {
        foreach (var suggested in sure)
        {
            await Edits.AttachAsync(by, suggested.Words, AnnotationForm.Of(suggested, await Linking.FindAsync(suggested, _left.Token)).ToStatement(), AnnotationOrigin.Suggested);
        }

        _told = Told($"{sure.Count} commitments were attached.");
    });

    private async Task RejectAsync(SuggestedWords suggested) => await TryAsync(async by =>
    {
        await Edits.RejectAsync(by, suggested.Words, suggested.Kind);
        _told = "Rejected; these words are not suggested as such again.";
    });

    private async Task GoToAsync(int at)
    {
        _suggestion = Math.Clamp(at, 0, Math.Max(0, (_suggestions?.Count ?? 0) - 1));
        await LinkAsync();
        await ShowSuggestionAsync();
    }

    private async Task ShowSuggestionAsync()
    {
        if (_page is not null && _suggestions is { Count: > 0 })
        {
            var words = _suggestions[_suggestion].Words;
            await PaintHintsAsync();
            await _page.InvokeVoidAsync("show", _map!.ToUtf16(words.StartCodePoint), _map.ToUtf16(words.EndCodePoint));
        }
    }
}
