namespace PolicyTracker.Core.Commitments;

/// <summary>How many commitments have a status.</summary>
public sealed record StatusCount(Status Status, int Count);
