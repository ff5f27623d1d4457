namespace PolicyTracker.Core.Records;

/// <summary>What became of an address at which nothing stands.</summary>
/// <param name="Slug">The slug to go to; null where the record was removed.</param>
/// <param name="Kind">The kind of the record.</param>
/// <param name="Id">The record.</param>
public sealed record SlugResolution(string? Slug, RecordKind Kind, Guid Id);
