namespace PolicyTracker.Core.Records;

/// <summary>
/// A record as an editor opens it: its fields as text (several references as their identities, a space between), and which
/// version that is.
/// </summary>
public sealed record RecordToEdit(
    RecordKind Kind,
    Guid Id,
    int Version,
    string Label,
    IReadOnlyDictionary<string, string?> Values,
    RecordLink? Page,
    string ChangedBy,
    DateTime ChangedAt
);
