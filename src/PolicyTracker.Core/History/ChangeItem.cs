using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.History;

/// <summary>
/// What an accepted edit made of one record, as the list of changes shows it; <paramref name="Record"/> is null where the record no
/// longer stands, <paramref name="ApprovedBy"/> where nobody had to approve the edit.
/// </summary>
public sealed record ChangeItem(
    long Sequence,
    long EditId,
    DateTime At,
    string By,
    string? ApprovedBy,
    RevisionAct Act,
    RecordKind Kind,
    Guid RecordId,
    int Version,
    string Label,
    string Why,
    string Hash,
    RecordLink? Record
);
