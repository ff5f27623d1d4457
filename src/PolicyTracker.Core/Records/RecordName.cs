namespace PolicyTracker.Core.Records;

/// <summary>A record by its name and its part of an address.</summary>
public sealed record RecordName(string Slug, string Name);
