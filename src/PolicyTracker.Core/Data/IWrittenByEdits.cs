namespace PolicyTracker.Core.Data;

/// <summary>Marks what <see cref="Editing.RecordWriter"/> alone writes: records, what belongs to them, and their history.</summary>
internal interface IWrittenByEdits;
