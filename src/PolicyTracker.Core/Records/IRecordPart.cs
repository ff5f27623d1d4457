namespace PolicyTracker.Core.Records;

/// <summary>A row that belongs to a record: a change of it is an edit of that record, whose content holds it.</summary>
internal interface IRecordPart
{
    /// <summary>The record.</summary>
    Guid RecordId { get; }
}
