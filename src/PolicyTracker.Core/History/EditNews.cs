using PolicyTracker.Core.Accounts;

namespace PolicyTracker.Core.History;

/// <summary>An edit that was committed.</summary>
/// <param name="By">Who made it.</param>
/// <param name="Records">The records that it touched.</param>
public sealed record Edit(Editor By, IReadOnlyList<(RecordKind Kind, Guid Id)> Records);

/// <summary>Tells those in this process who watch that an edit was committed.</summary>
public sealed class EditNews
{
    /// <summary>Raised after each committed edit, on the editor's thread; handlers must be quick and not throw.</summary>
    public event Action<Edit>? Edited;

    internal void Tell(Edit edit) => Edited?.Invoke(edit);
}
