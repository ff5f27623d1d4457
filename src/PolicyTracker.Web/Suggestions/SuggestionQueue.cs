using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Suggestions;

namespace PolicyTracker.Web.Suggestions;

/// <summary>
/// What the program suggests for a text. What an editor decides leaves it at once, before the store has taken it; what the store
/// refuses comes back and says why. Words are marked without it: where it can't be read, it alone says so.
/// </summary>
/// <param name="suggestions">Reads the suggestions.</param>
/// <param name="links">Finds what the tracker knows that is like one.</param>
/// <param name="names">Finds what chosen records are called.</param>
/// <param name="log">Is told why they can't be read.</param>
internal sealed class SuggestionQueue(SuggestionQueries suggestions, SuggestionMatchQueries links, SelectOptionQueries names, ILogger log)
{
    // How many cards are made ready ahead of the one that is shown, so that the next is there as quickly as keys are typed.
    private const int Ahead = 8;

    private readonly Dictionary<SuggestionKey, SuggestionCard> _cards = [];
    private readonly Dictionary<SuggestionKey, bool> _decided = []; // whether the store has taken it
    private readonly Dictionary<Guid, string> _names = [];
    private readonly List<ReturnedSuggestion> _returned = [];
    private SuggestionList? _list;

    /// <summary>The suggestions that are not decided; null until the text was read.</summary>
    public IReadOnlyList<SuggestionItem>? Items { get; private set; }

    /// <summary>Whether there are more than those.</summary>
    public bool IsCut => _list?.IsCut is true;

    /// <summary>The version of the terms by which pillars were told.</summary>
    public string PillarModel => _list?.PillarModel ?? "";

    /// <summary>Those that are not suggested because the same words were rejected, the first of them.</summary>
    public IReadOnlyList<HeldBackSuggestion> HeldBack => _list?.HeldBack ?? [];

    /// <summary>How many those are.</summary>
    public int HeldBackTotal => _list?.HeldBackTotal ?? 0;

    /// <summary>Decisions that the store refused, with why.</summary>
    public IReadOnlyList<ReturnedSuggestion> Returned => _returned;

    /// <summary>Which of them is shown, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>The card that is shown; null where there is none, or while it is made ready.</summary>
    public SuggestionCard? Shown => Items is { Count: > 0 } items ? _cards.GetValueOrDefault(SuggestionKey.Of(items[Position])) : null;

    /// <summary>The commitments of its sentence that are sure.</summary>
    public IReadOnlyList<SuggestionCard> Sentence =>
        Shown is { } shown
            ? [.. CardsOf(Items!.Where(s => s.Passage == shown.Suggested.Passage && s.Kind is RecordKind.Commitment)).Where(c => c.IsSure)]
            : [];

    /// <summary>Whether the operator's language model is being asked.</summary>
    public bool IsAsking { get; private set; }

    /// <summary>Why the language model gave no answer.</summary>
    public string? ModelFault { get; private set; }

    /// <summary>Why the suggestions could not be read.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Reads the suggestions; the place in them, and what was changed on cards, stays as far as it can.</summary>
    public async Task LoadAsync(SourceVersion source, CancellationToken cancel)
    {
        var taken = _decided.Where(d => d.Value).Select(d => d.Key).ToList();
        await UnlessFailingAsync(async () =>
        {
            var list = await suggestions.ListAsync(source, cancel);
            taken.ForEach(key => _decided.Remove(key)); // the list knows of them
            var listed = list.Items.DistinctBy(SuggestionKey.Of).ToDictionary(SuggestionKey.Of);
            foreach (
                var (key, card) in _cards.Where(c => c.Value is { IsChanged: false, Open: null } || !listed.ContainsKey(c.Key)).ToList()
            )
            {
                _cards.Remove(key); // what is known of it may be something else now
            }

            _list = list;
            await PrepareAsync([.. listed.Values.Where(s => !_decided.ContainsKey(SuggestionKey.Of(s)))], Position, cancel);
        });
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
        Items is null ? Task.CompletedTask : UnlessFailingAsync(() => PrepareAsync(Items, position, cancel));

    /// <summary>Goes on with what was changed on a card before the page was left.</summary>
    public async Task RestoreAsync(CardDraft draft, CancellationToken cancel)
    {
        var position = Items?.Index().FirstOrDefault(s => SuggestionKey.Of(s.Item) == draft.Key, (-1, null!)).Index ?? -1;
        if (position >= 0)
        {
            await GoToAsync(position, cancel);
            if (Shown is { } shown)
            {
                shown.Restore(draft);
                await NameAsync([shown], cancel);
            }
        }
    }

    /// <summary>Those of some suggestions, with what is known of them.</summary>
    public async Task<IReadOnlyList<SuggestionCard>> ReadCardsAsync(IEnumerable<SuggestionItem> items, CancellationToken cancel)
    {
        var asked = items.ToList();
        var unread = asked.Where(s => !_cards.ContainsKey(SuggestionKey.Of(s))).ToList();
        if (unread.Count > 0)
        {
            var found = await links.FindAsync(unread, cancel);
            var read = unread.Select((s, i) => new SuggestionCard(s, found[i])).ToList();
            await NameAsync(read, cancel);
            read.ForEach(card => _cards.TryAdd(card.Key, card));
        }

        return [.. CardsOf(asked)];
    }

    /// <summary>An editor decided it: it leaves the queue, and the next is shown.</summary>
    public void Take(SuggestionCard card)
    {
        _decided[card.Key] = false;
        _returned.RemoveAll(r => r.Card.Key == card.Key);
        Items = [.. Items!.Where(s => SuggestionKey.Of(s) != card.Key)];
        Position = Math.Clamp(Position, 0, Math.Max(0, Items.Count - 1));
    }

    /// <summary>The store has taken the decision.</summary>
    public void Confirm(SuggestionCard card) => _decided[card.Key] = true;

    /// <summary>The store refused the decision: it is suggested again, with why.</summary>
    public void Return(SuggestionCard card, string why)
    {
        _decided.Remove(card.Key);
        _cards[card.Key] = card;
        _returned.Add(new(card, why));
        Items = [.. _list!.Items.Where(s => !_decided.ContainsKey(SuggestionKey.Of(s)))];
    }

    /// <summary>Whoever decided was told why decisions came back.</summary>
    public void ForgetReturned() => _returned.Clear();

    /// <summary>What a chosen record is called; null for none.</summary>
    public string? NameOf(Guid? id) => id is { } chosen ? _names.GetValueOrDefault(chosen) : null;

    /// <summary>Looks up what the records are called that are chosen on cards.</summary>
    public async Task NameAsync(IEnumerable<SuggestionCard> cards, CancellationToken cancel)
    {
        var chosen = cards
            .SelectMany(c =>
                new (RecordKind Kind, Guid? Id)[]
                {
                    (RecordKind.Goal, c.Fields.Goal),
                    (RecordKind.Actor, c.Fields.Responsible),
                    (RecordKind.Indicator, c.Fields.Indicator),
                    (RecordKind.Commitment, c.Fields.FollowsId),
                    (RecordKind.Commitment, c.Fields.Existing),
                }
            )
            .Where(c => c.Id is { } id && !_names.ContainsKey(id))
            .Select(c => (c.Kind, c.Id!.Value))
            .Distinct()
            .ToList();
        if (chosen.Count > 0)
        {
            foreach (var (id, name) in await names.NamesAsync(chosen, cancel))
            {
                _names[id] = name;
            }
        }
    }

    private async Task UnlessFailingAsync(Func<Task> read)
    {
        Fault = null;
        try
        {
            await read();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Fault = e;
            log.LogError(e, "The suggestions could not be read.");
        }
    }

    private IEnumerable<SuggestionCard> CardsOf(IEnumerable<SuggestionItem> items) =>
        items.Select(s => _cards.GetValueOrDefault(SuggestionKey.Of(s))).OfType<SuggestionCard>();

    // All at once, so that a page never shows a card of one list in another.
    private async Task PrepareAsync(IReadOnlyList<SuggestionItem> items, int position, CancellationToken cancel)
    {
        position = Math.Clamp(position, 0, Math.Max(0, items.Count - 1));
        if (items.Count > 0)
        {
            var shown = items[position];
            await ReadCardsAsync(items.Skip(position).Take(Ahead).Concat(items.Where(s => s.Passage == shown.Passage)).Distinct(), cancel);
        }

        // What was decided while the store was asked is not shown again.
        var open = items.Where(s => !_decided.ContainsKey(SuggestionKey.Of(s))).ToList();
        (Items, Position) = (open, Math.Clamp(position, 0, Math.Max(0, open.Count - 1)));
    }
}
