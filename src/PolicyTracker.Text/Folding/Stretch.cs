namespace PolicyTracker.Text.Folding;

/// <summary>A stretch of a folded text.</summary>
/// <param name="Start">First folded position.</param>
/// <param name="End">Behind the last.</param>
internal sealed record Stretch(int Start, int End);
