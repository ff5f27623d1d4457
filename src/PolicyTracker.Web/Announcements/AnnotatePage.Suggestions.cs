using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using PolicyTracker.Core;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Web.Announcements;

// The review queue: what the program suggests, and what the editor says to it.
public sealed partial class AnnotatePage
{
    private IReadOnlyList<SuggestedWords>? _suggestions; // null until the text is read
    private SuggestionLinks _links = new();
    private IReadOnlyList<LinkedSuggestion> _sentence = []; // all of it that can be accepted at once, as it is shown
    private readonly CancellationTokenSource _left = new();
    private int _suggestion;
    private string _model = "";
    private bool _isAsking;
    private string? _modelFault;
    private Exception? _queueFault;

    [Inject]
    public required SuggestionQueries Suggesting { get; set; }

    [Inject]
    public required SuggestionLinkQueries Linking { get; set; }

    [Inject]
    public required ILogger<AnnotatePage> Log { get; set; }

    // Words are marked and attached without the queue: where it can't be read, it alone says so.
    private async Task LoadQueueAsync()
    {
        _queueFault = null;
        try
        {
            await LoadSuggestionsAsync();
            await PaintHintsAsync();
        }
        catch (Exception e) when (e is not (OperationCanceledException or JSDisconnectedException))
        {
            _queueFault = e;
            Log.LogError(e, "The suggestions for {Announcement} could not be read.", Slug);
        }
    }

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
        catch (Refusal refused)
        {
            _modelFault = refused.Message;
        }
        finally
        {
            _isAsking = false;
        }
    }

    private async Task LinkAsync()
    {
        (_links, _sentence) = (new(), []);
        if (_suggestions is { Count: > 0 } list)
        {
            var shown = list[_suggestion];
            var asked = list.Where(s => s == shown || (s.Passage == shown.Passage && s.Kind is RecordKind.Commitment)).ToList();
            var links = await Linking.FindAsync(asked, _left.Token);
            _links = links[asked.IndexOf(shown)];
            _sentence =
            [
                .. asked
                    .Select((s, i) => new LinkedSuggestion(s, links[i]))
                    .Where(s => s.Suggested.Kind is RecordKind.Commitment && s.WhyForm is null),
            ];
        }
    }

    // What is sure is attached as it is shown; all else fills the form and waits, saying why. So does what is doubtful.
    private async Task AcceptAsync(LinkedSuggestion shown)
    {
        if (!await FillAsync(shown.Suggested, shown.Links))
        {
            return;
        }

        if (shown.WhyForm is { } why)
        {
            _fault = $"Look the form over and attach the words there: {why}.";
            return;
        }

        await TryAsync(async by =>
        {
            await Edits.AcceptAsync(by, shown.Suggested, _form.ToStatement());
            _message = Told("The words were attached.");
            if (!_approval)
            {
                await DrawAsync(_form);
            }

            await ClearFormAsync();
        });
    }

    private async Task ChangeAsync(LinkedSuggestion shown) => await FillAsync(shown.Suggested, shown.Links);

    // What an editor is typing is never overwritten.
    private async Task<bool> FillAsync(SuggestedWords suggested, SuggestionLinks links)
    {
        if (!_form.IsEmpty && _form.Exact != suggested.Words.Exact)
        {
            (_fault, _message) = (
                "The form below holds words that are not attached yet. Attach them or choose Clear, then accept the suggestion.",
                null
            );
            return false;
        }

        _form = AnnotationForm.Of(suggested, links);
        (_fault, _message, _doubts) = (null, null, []);
        Touch();
        await PaintMarkedAsync();
        return true;
    }

    // What is typed in the form stays as it is; each becomes a commitment of its own, with a revision of its own.
    private async Task AcceptAllAsync(IReadOnlyList<LinkedSuggestion> sure) =>
        await TryAsync(async by =>
        {
            var left = new List<string>();
            foreach (var shown in sure)
            {
                try
                {
                    await Edits.AcceptAsync(by, shown.Suggested, AnnotationForm.Of(shown.Suggested, shown.Links).ToStatement());
                }
                catch (DoubtfulWords doubtful)
                {
                    left.Add($"“{shown.Suggested.Words.Exact}” was left. {doubtful.Message}");
                }
            }

            _fault = left.Count > 0 ? string.Join("\n", left) : null;
            _message = sure.Count > left.Count ? Told($"{sure.Count - left.Count} commitments were attached.") : null;
        });

    private async Task RejectAsync(SuggestedWords suggested) =>
        await TryAsync(async by =>
        {
            await Edits.RejectAsync(by, suggested.Words, suggested.Kind);
            _message = "Rejected; these words are not suggested as such again.";
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
            await _page.InvokeVoidAsync("show", _map!.ToUtf16(words.Place.Start), _map.ToUtf16(words.Place.End));
        }
    }
}
