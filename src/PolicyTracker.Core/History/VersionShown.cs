namespace PolicyTracker.Core.History;

/// <summary>One version of a record, whole: its fields in words.</summary>
public sealed record VersionShown(VersionOfRecord Version, IReadOnlyList<FieldDifference> Fields);
