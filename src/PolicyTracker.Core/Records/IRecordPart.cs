using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Records;

/// <summary>A row that belongs to a record: a change of it is an edit of that record, whose content holds it.</summary>
internal interface IRecordPart : IWrittenByEdits
{
    /// <summary>The record.</summary>
    Guid RecordId { get; }
}
