using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.History;

/// <summary>
/// One version of a record, with what it changed; <paramref name="ApprovedBy"/> is null where nobody had to approve the edit.
/// </summary>
public sealed record VersionOfRecord(
    long Sequence,
    long EditId,
    int Version,
    DateTime At,
    string By,
    string? ApprovedBy,
    RevisionAct Act,
    string Why,
    string Label,
    string Hash,
    IReadOnlyList<FieldDifference> Differences
);
