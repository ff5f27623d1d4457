namespace PolicyTracker.Core.Records;

/// <summary>A record as editors list it; <paramref name="Group"/> is the record that it belongs to.</summary>
public sealed record RecordItem(Guid Id, string Label, string? Slug, int Version, string? Group, RecordLink? Page);
