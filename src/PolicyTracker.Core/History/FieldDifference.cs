using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.History;

/// <summary>A field of a record in two versions, in words; null where a version does not have it.</summary>
public sealed record FieldDifference(RecordField Field, string? Before, string? After);
