using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Editing;

/// <summary>Hands over, on a merge, what lies beside records and is known to folders above this one alone.</summary>
public interface IMergeHandler
{
    /// <summary>Hands it over, in the transaction of the merge.</summary>
    /// <param name="db">The context of the edit.</param>
    /// <param name="kind">The kind of both records.</param>
    /// <param name="from">The record that is merged into another.</param>
    /// <param name="into">The other.</param>
    /// <param name="cancel">Gives up.</param>
    Task MergeAsync(TrackerDb db, RecordKind kind, Guid from, Guid into, CancellationToken cancel);
}
