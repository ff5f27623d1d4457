using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.History;

/// <summary>The whole history of a record, newest version first.</summary>
/// <param name="Kind">The record's kind.</param>
/// <param name="Id">Its identity.</param>
/// <param name="Label">What it is called now.</param>
/// <param name="IsRemoved">Whether it was taken out of view.</param>
/// <param name="Page">Where it is shown; null where it was removed.</param>
/// <param name="Versions">Its versions.</param>
/// <param name="Total">How many versions there are in all.</param>
public sealed record RecordHistory(
    RecordKind Kind,
    Guid Id,
    string Label,
    bool IsRemoved,
    RecordLink? Page,
    IReadOnlyList<VersionOfRecord> Versions,
    int Total
);
