namespace PolicyTracker.Core.History;

/// <summary>What became of one of several edits that were decided at once.</summary>
/// <param name="Edit">The edit.</param>
/// <param name="Refused">Why it waits still; null where it was decided.</param>
public sealed record Decision(Guid Edit, Refusal? Refused);
