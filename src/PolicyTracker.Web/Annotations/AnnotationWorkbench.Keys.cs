using PolicyTracker.Web.Suggestions;

namespace PolicyTracker.Web.Annotations;

// What an editor does by keys, by name. Each counts, in the order in which they were pressed, however quickly.
internal sealed partial class AnnotationWorkbench
{
    /// <summary>Does what a key or a button in the browser stands for; a name that there is not does nothing.</summary>
    public async Task ActAsync(string act)
    {
        await ActOf(act);
        Raise();
    }

    private Task ActOf(string act) =>
        act switch
        {
            "undo" => UndoAsync(),
            "redo" => RedoAsync(),
            "widen" => InTurnAsync(() => Do(Widen)),
            "drop" => InTurnAsync(DropAsync),
            "accept" => WithShownAsync(AcceptAsync),
            "reject" => WithShownAsync(RejectAsync),
            "sentence" => WithShownAsync(_ => AcceptAllAsync(Queue.Sentence)),
            "next" => WithShownAsync(_ => GoToAsync(Queue.Position + 1)),
            "previous" => WithShownAsync(_ => GoToAsync(Queue.Position - 1)),
            "form" => WithShownAsync(card => Do(() => Fill(card))),
            "goal-1" => WithShownAsync(card => ChooseGoalAsync(card, 0)),
            "goal-2" => WithShownAsync(card => ChooseGoalAsync(card, 1)),
            "goal-3" => WithShownAsync(card => ChooseGoalAsync(card, 2)),
            "open-title" => OpenOnCardAsync(CardField.Title),
            "open-filed" => OpenOnCardAsync(CardField.Filed),
            "open-responsible" => OpenOnCardAsync(CardField.Responsible),
            "open-when" => OpenOnCardAsync(CardField.When),
            "open-follows" => OpenOnCardAsync(CardField.Follows),
            "open-value" => OpenOnCardAsync(CardField.Value),
            "close" => OpenOnCardAsync(null),
            _ when AnnotationForm.Kinds.Contains(act) => InTurnAsync(() => ChooseAsync(act)),
            _ => Task.CompletedTask,
        };

    private Task OpenOnCardAsync(CardField? field) => WithShownAsync(card => Do(() => OpenField(card, field)));

    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
