namespace PolicyTracker.Core.Announcements;

/// <summary>A text of an announcement by its number and SHA-256.</summary>
public sealed record VersionItem(Guid Id, int Number, string Sha256, DateTime ImportedAt);
