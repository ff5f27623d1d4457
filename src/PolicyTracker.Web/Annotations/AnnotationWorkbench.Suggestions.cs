using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Collaboration;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Suggestions;
using PolicyTracker.Web.Suggestions;

namespace PolicyTracker.Web.Annotations;

// What the editor says to the suggestions.
internal sealed partial class AnnotationWorkbench
{
    private readonly SemaphoreSlim _deciding = new(1);
    private SuggestionCard? _changed;

    /// <summary>Shows another suggestion.</summary>
    public async Task GoToAsync(int position)
    {
        Queue.ForgetReturned();
        await Queue.GoToAsync(position, _left.Token);
    }

    /// <summary>
    /// Does something with the card that is shown, once it is: keys that come faster than cards can be shown wait for theirs.
    /// </summary>
    public async Task WithShownAsync(Func<SuggestionCard, Task> act)
    {
        var done = Task.CompletedTask;
        await _deciding.WaitAsync();
        try
        {
            if (Queue is { Shown: null, Items.Count: > 0 })
            {
                await Queue.GoToAsync(Queue.Position, _left.Token);
            }

            if (!IsLeft && Queue.Shown is { } shown)
            {
                done = act(shown); // the next is shown before the store has taken it
            }
        }
        finally
        {
            _deciding.Release();
        }

        await done;
    }

    /// <summary>Attaches a suggestion as its card shows it; where something is asked, says what, and attaches nothing.</summary>
    public Task AcceptAsync(SuggestionCard card) =>
        card.Asked is [var asked, ..] ? AskAsync(card, asked) : DecideAsync([card], AcceptanceOf, AttachedCounted);

    /// <summary>
    /// Attaches several at once, to be taken back at once; each becomes a record of its own, with a revision of its own. Those of which
    /// something is asked stay.
    /// </summary>
    public async Task AcceptAllAsync(IReadOnlyList<SuggestionCard> cards)
    {
        var ready = cards.Where(c => c.Asked.Count == 0).ToList();
        await DecideAsync(ready, AcceptanceOf, AttachedCounted);
        if (ready.Count < cards.Count)
        {
            Attempt.Refuse(AnnotationTexts.Texts.Count("AskedAndLeft", cards.Count - ready.Count));
        }
    }

    /// <summary>Records that suggested words are no record of their kind; they are not suggested as such again.</summary>
    public Task RejectAsync(SuggestionCard card) => RejectAllAsync([card], null);

    /// <summary>Rejects several at once, to be taken back at once.</summary>
    /// <param name="cards">Those.</param>
    /// <param name="reason">Why, for those who wonder later; null where it goes without saying.</param>
    public Task RejectAllAsync(IReadOnlyList<SuggestionCard> cards, string? reason) =>
        DecideAsync(
            cards,
            card => by => _suggestions.RejectAsync(by, card.Suggested.Words, card.Suggested.Kind, reason),
            count => AnnotationTexts.Texts.Count("SuggestionsRejected", count)
        );

    /// <summary>Suggests words again that were rejected, here or in another text.</summary>
    public Task OfferAgainAsync(HeldBackSuggestion held) =>
        MakeAsync(
            async (by, _) =>
            {
                await _suggestions.OfferAgainAsync(by, held.RejectedId, held.RejectedVersion);
                Attempt.Tell(AnnotationTexts.Texts["OfferedAgain"]);
            }
        );

    /// <summary>Opens a field of a card to be changed; null closes it.</summary>
    public void OpenField(SuggestionCard card, CardField? field)
    {
        card.Open = field;
        Focus = field is null ? WorkFocus.Queue : WorkFocus.CardField;
        Raise();
    }

    /// <summary>Changes what a card would file, and keeps it as a draft.</summary>
    /// <param name="card">The card.</param>
    /// <param name="change">Sets fields.</param>
    /// <param name="answers">The question that this answers; null where it answers none.</param>
    public async Task ChangeCardAsync(SuggestionCard card, Action<AnnotationForm> change, SuggestionQuestion? answers = null)
    {
        card.Set(change, answers);
        Attempt.Clear();
        await KeepAsync(card);
    }

    /// <summary>Files a commitment under one of the goals that its card offers, from 0.</summary>
    public async Task ChooseGoalAsync(SuggestionCard card, int place)
    {
        if (card.ChooseGoal(place))
        {
            OpenField(card, null);
            Attempt.Clear();
            await KeepAsync(card);
        }
    }

    /// <summary>Goes on with what was changed on a card in another tab.</summary>
    public async Task TakeOverCardAsync(DraftItem other) => await RestoreCardAsync(await CardDraft.TakeOverAsync(other));

    /// <summary>Puts a suggestion, as its card shows it, into the form, where there are more fields.</summary>
    /// <returns>Whether it was: what an editor is typing is never overwritten.</returns>
    public bool Fill(SuggestionCard card)
    {
        if (!Form.Fields.IsEmpty && Form.Fields.Exact != card.Suggested.Words.Exact)
        {
            Attempt.Clear();
            Attempt.Refuse(AnnotationTexts.Texts["FormHoldsWordsToAccept"]);
            return false;
        }

        Form.Fill(card.Fields.Copy());
        card.Open = null;
        Attempt.Clear();
        Focus = WorkFocus.Form;
        return true;
    }

    private async Task KeepAsync(SuggestionCard card)
    {
        _changed = card;
        CardDraft.Touch();
        await Queue.NameAsync([card], _left.Token);
    }

    private async Task RestoreCardAsync(CardDraft? draft)
    {
        if (draft is not null)
        {
            await Queue.RestoreAsync(draft, _left.Token);
            _changed = Queue.Shown;
            Raise();
        }
    }

    // The focus stays: what else was typed meanwhile is not to end up in a field.
    private Task AskAsync(SuggestionCard card, SuggestionQuestion asked)
    {
        card.Open = asked switch
        {
            SuggestionQuestion.Period => CardField.When,
            SuggestionQuestion.Supersedes => CardField.Follows,
            _ => CardField.Filed,
        };
        Attempt.Clear();
        Attempt.Refuse(AnnotationTexts.Texts["AnswerFirst", asked]);
        return Task.CompletedTask;
    }

    private Func<Editor, Task> AcceptanceOf(SuggestionCard card)
    {
        var statement = card.ToStatement();
        return by => _suggestions.AcceptAsync(by, card.Suggested, card.Links, statement, card.Answered);
    }

    private async Task DecideAsync(
        IReadOnlyList<SuggestionCard> cards,
        Func<SuggestionCard, Func<Editor, Task>> decision,
        Func<int, string> told
    )
    {
        var decided = new List<(SuggestionCard Card, Func<Editor, Task> Edit)>();
        Attempt.Clear();
        foreach (var card in cards)
        {
            try
            {
                decided.Add((card, decision(card)));
            }
            catch (Refusal missing)
            {
                Attempt.Refuse(missing.Message, missing.Field); // a field that is no number, say: the card stays
            }
        }

        if (decided.Count == 0)
        {
            return;
        }

        decided.ForEach(d => Queue.Take(d.Card));
        Raise();
        if (decided.Exists(d => d.Card == _changed))
        {
            _changed = null;
            await CardDraft.ForgetAsync();
        }

        await MakeAsync(
            async (by, _) =>
            {
                var done = 0;
                foreach (var (card, edit) in decided)
                {
                    try
                    {
                        await edit(by);
                        Queue.Confirm(card);
                        done++;
                    }
                    catch (Refusal refused)
                    {
                        Queue.Return(card, refused.Message);
                    }
                }

                if (done > 0)
                {
                    Tell(told(done));
                }
            }
        );
    }

    private static string AttachedCounted(int count) => AnnotationTexts.Texts.Count("SuggestionsAttached", count);
}
