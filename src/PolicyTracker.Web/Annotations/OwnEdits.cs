using PolicyTracker.Core.Editing;

namespace PolicyTracker.Web.Annotations;

/// <summary>The edits that were made on one page, so that each can be taken back and made again, the newest first.</summary>
internal sealed class OwnEdits : IDisposable
{
    private readonly EditEvents _events;
    private readonly AsyncLocal<List<long>?> _made = new(); // an edit of another tab is raised elsewhere
    private readonly Stack<long> _done = new();
    private readonly Stack<long> _undone = new();

    /// <summary>Notes the edits of a page until it is disposed.</summary>
    public OwnEdits(EditEvents events)
    {
        _events = events;
        _events.Edited += OnEdited;
    }

    /// <summary>Whether an edit can be taken back.</summary>
    public bool CanUndo => _done.Count > 0;

    /// <summary>Whether one that was taken back can be made again.</summary>
    public bool CanRedo => _undone.Count > 0;

    /// <summary>Whether the edit that is being told of was made on this page.</summary>
    public bool IsMaking => _made.Value is not null;

    /// <summary>Notes what an act edits. What was taken back before it can't be made again.</summary>
    public async Task MakeAsync(Func<Task> act)
    {
        List<long> made = [];
        _made.Value = made;
        try
        {
            await act();
        }
        finally
        {
            if (made.Count > 0)
            {
                made.ForEach(_done.Push);
                _undone.Clear();
            }
        }
    }

    /// <summary>Takes the newest edit back.</summary>
    /// <param name="revert">Takes back the edit of that number.</param>
    /// <exception cref="Refusal">It was not taken back.</exception>
    public Task UndoAsync(Func<long, Task> revert) => TakeBackAsync(_done, _undone, revert);

    /// <summary>Makes the newest of those again that were taken back: that is taking the taking back back.</summary>
    /// <param name="revert">Takes back the edit of that number.</param>
    /// <exception cref="Refusal">It was not made again.</exception>
    public Task RedoAsync(Func<long, Task> revert) => TakeBackAsync(_undone, _done, revert);

    /// <inheritdoc/>
    public void Dispose() => _events.Edited -= OnEdited;

    private async Task TakeBackAsync(Stack<long> from, Stack<long> to, Func<long, Task> revert)
    {
        List<long> made = [];
        _made.Value = made;
        try
        {
            await revert(from.Peek());
            from.Pop();
            made.ForEach(to.Push);
        }
        catch (Refusal refused) when (refused.Kind is RefusalKind.Conflict)
        {
            from.Pop(); // others built on it, so it can't be taken back later either
            throw;
        }
    }

    private void OnEdited(EditEvent edit)
    {
        if (edit.Id > 0)
        {
            _made.Value?.Add(edit.Id); // one that waits for a second editor has no number yet
        }
    }
}
