namespace PolicyTracker.Core.Publishing;

/// <summary>How many are shown of how many.</summary>
public sealed record Shown(int Count, int Total);
