using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Editing;

/// <summary>An edit that was committed, here or on another node, or one that waits for a second editor.</summary>
/// <param name="By">Who made it, by name.</param>
/// <param name="Records">The records that it touched; none where it waits.</param>
/// <param name="First">The number of its first revision; 0 where it waits.</param>
/// <param name="Last">The number of its last revision; those between belong to it.</param>
/// <param name="Account">The account that made it, where it was made in this process.</param>
public sealed record Edit(string By, IReadOnlyList<(RecordKind Kind, Guid Id)> Records, long First, long Last, Guid? Account = null);

/// <summary>Tells those in this process who watch that an edit was committed.</summary>
public sealed class EditEvents
{
    private long _newest;

    /// <summary>Raised after each committed edit, on the editor's thread; handlers must be quick and not throw.</summary>
    public event Action<Edit>? Edited;

    /// <summary>The number of the newest revision that was raised.</summary>
    public long Newest => Interlocked.Read(ref _newest);

    /// <summary>Raises <see cref="Edited"/>: the writer for its own edits, whoever polls the store for those of other processes.</summary>
    public void Raise(Edit edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        for (var newest = Newest; newest < edit.Last; newest = Newest)
        {
            Interlocked.CompareExchange(ref _newest, edit.Last, newest);
        }

        Edited?.Invoke(edit);
    }
}
