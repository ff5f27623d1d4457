using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Editing;

/// <summary>An edit that was committed, here or on another node, or one that waits for a second editor.</summary>
/// <param name="Id">The number of the edit; 0 where it waits.</param>
/// <param name="Records">The records that it touched; none where it waits.</param>
public sealed record EditEvent(long Id, IReadOnlyList<(RecordKind Kind, Guid Id)> Records);

/// <summary>Tells those in this process who watch that an edit was committed.</summary>
public sealed class EditEvents
{
    private long _newest;

    /// <summary>Raised after each committed edit, on the editor's thread; handlers must be quick and not throw.</summary>
    public event Action<EditEvent>? Edited;

    /// <summary>The number of the newest edit that was raised.</summary>
    public long Newest => Interlocked.Read(ref _newest);

    /// <summary>Raises <see cref="Edited"/>: the writer for its own edits, whoever polls the store for those of other processes.</summary>
    public void Raise(EditEvent edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        for (var newest = Newest; newest < edit.Id; newest = Newest)
        {
            Interlocked.CompareExchange(ref _newest, edit.Id, newest);
        }

        Edited?.Invoke(edit);
    }
}
