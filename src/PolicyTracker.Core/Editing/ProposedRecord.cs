using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Editing;

/// <summary>One record of a proposed edit.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Its identity.</param>
/// <param name="BasedOn">The version that the edit was made on; 0 for a new record.</param>
/// <param name="Label">What it is to be called.</param>
/// <param name="Content">The whole record as it is to be, as JSON with its fields in alphabetical order.</param>
public sealed record ProposedRecord(RecordKind Kind, Guid Id, int BasedOn, string Label, string Content);
