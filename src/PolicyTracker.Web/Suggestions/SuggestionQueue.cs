using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Suggestions;

namespace PolicyTracker.Web.Suggestions;

/// <summary>
/// What the program suggests for a text, one at a time. Words are marked without it: where it can't be read, it alone says so.
/// </summary>
/// <param name="suggestions">Reads the suggestions.</param>
/// <param name="links">Finds what the tracker knows that is like one.</param>
/// <param name="log">Is told why they can't be read.</param>
internal sealed class SuggestionQueue(SuggestionQueries suggestions, SuggestionMatchQueries links, ILogger log)
{
    private SuggestionList? _list;

    /// <summary>The suggestions; null until the text was read.</summary>
    public IReadOnlyList<SuggestionItem>? Items => _list?.Items;

    /// <summary>Whether there are more than those.</summary>
    public bool IsCut => _list?.IsCut is true;

    /// <summary>The version of the terms by which pillars were told.</summary>
    public string PillarModel => _list?.PillarModel ?? "";

    /// <summary>Which of them is shown, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>The one that is shown, with what is known of it; null where there is none.</summary>
    public LinkedSuggestion? Shown { get; private set; }

    /// <summary>All of its sentence that can be accepted at once.</summary>
    public IReadOnlyList<LinkedSuggestion> Sentence { get; private set; } = [];

    /// <summary>Whether the operator's language model is being asked.</summary>
    public bool IsAsking { get; private set; }

    /// <summary>Why the language model gave no answer.</summary>
    public string? ModelFault { get; private set; }

    /// <summary>Why the suggestions could not be read.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Reads the suggestions; the place in them stays as far as it can.</summary>
    public async Task LoadAsync(SourceVersion source, CancellationToken cancel)
    {
        Fault = null;
        try
        {
            await ShowAsync(await suggestions.ListAsync(source, cancel), Position, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Fault = e;
            log.LogError(e, "The suggestions for text {Source} could not be read.", source.Id);
        }
    }

    /// <summary>Asks the language model where one is set. It is slow, and what the rules say can be worked through meanwhile.</summary>
    public async Task AskLanguageModelAsync(SourceVersion source, Action changed, CancellationToken cancel)
    {
        if (!suggestions.HasLanguageModel)
        {
            return;
        }

        try
        {
            (IsAsking, ModelFault) = (true, null);
            changed();
            if (await suggestions.AskLanguageModelAsync(source, cancel))
            {
                await LoadAsync(source, cancel);
            }
        }
        catch (Refusal refused)
        {
            ModelFault = refused.Message;
        }
        finally
        {
            IsAsking = false;
        }
    }

    /// <summary>Shows another one, the nearest where there is none at that place.</summary>
    public Task GoToAsync(int position, CancellationToken cancel) =>
        _list is null ? Task.CompletedTask : ShowAsync(_list, position, cancel);

    // All at once, so that a page never shows a card of one list in another.
    private async Task ShowAsync(SuggestionList list, int position, CancellationToken cancel)
    {
        if (list.Items.Count == 0)
        {
            (_list, Position, Shown, Sentence) = (list, 0, null, []);
            return;
        }

        position = Math.Clamp(position, 0, list.Items.Count - 1);
        var shown = list.Items[position];
        var asked = list.Items.Where(s => s == shown || (s.Passage == shown.Passage && s.Kind is RecordKind.Commitment)).ToList();
        var found = await links.FindAsync(asked, cancel);
        var linked = asked.Select((s, i) => new LinkedSuggestion(s, found[i])).ToList();
        (_list, Position, Shown) = (list, position, linked[asked.IndexOf(shown)]);
        Sentence = [.. linked.Where(s => s.Suggested.Kind is RecordKind.Commitment && s.WhyForm is null)];
    }
}
