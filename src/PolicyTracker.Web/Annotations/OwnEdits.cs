using PolicyTracker.Core.Editing;

namespace PolicyTracker.Web.Annotations;

/// <summary>
/// The edits that were made on one page, so that they can be taken back and made again, the newest first: all edits of one act at once.
/// </summary>
internal sealed class OwnEdits : IDisposable
{
    private readonly EditEvents _events;
    private readonly AsyncLocal<List<long>?> _made = new(); // an edit of another tab is raised elsewhere
    private readonly Stack<IReadOnlyList<long>> _done = new();
    private readonly Stack<IReadOnlyList<long>> _undone = new();

    /// <summary>Notes the edits of a page until it is disposed.</summary>
    public OwnEdits(EditEvents events)
    {
        _events = events;
        _events.Edited += OnEdited;
    }

    /// <summary>Whether an act can be taken back.</summary>
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
                _done.Push(made);
                _undone.Clear();
            }
        }
    }

    /// <summary>Takes the newest act back: its edits, the last first.</summary>
    /// <param name="revert">Takes back the edit of that number.</param>
    /// <exception cref="Refusal">One of them was not taken back; the others were.</exception>
    public Task UndoAsync(Func<long, Task> revert) => TakeBackAsync(_done, _undone, revert);

    /// <summary>Makes the newest act again that was taken back: that is taking the taking back back.</summary>
    /// <param name="revert">Takes back the edit of that number.</param>
    /// <exception cref="Refusal">One of its edits was not made again; the others were.</exception>
    public Task RedoAsync(Func<long, Task> revert) => TakeBackAsync(_undone, _done, revert);

    /// <inheritdoc/>
    public void Dispose() => _events.Edited -= OnEdited;

    private async Task TakeBackAsync(Stack<IReadOnlyList<long>> from, Stack<IReadOnlyList<long>> to, Func<long, Task> revert)
    {
        List<long> made = [];
        _made.Value = made;
        var left = from.Pop().ToList();
        Refusal? conflict = null;
        try
        {
            foreach (var edit in left.AsEnumerable().Reverse().ToList())
            {
                try
                {
                    await revert(edit);
                }
                catch (Refusal refused) when (refused.Kind is RefusalKind.Conflict)
                {
                    conflict ??= refused; // others built on it, so it can't be taken back later either
                }

                left.Remove(edit);
            }
        }
        finally
        {
            if (left.Count > 0)
            {
                from.Push(left); // the store takes nothing at the moment: later it may
            }

            if (made.Count > 0)
            {
                to.Push(made);
            }
        }

        if (conflict is not null)
        {
            throw conflict;
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
