namespace PolicyTracker.Text.Anchoring;

/// <summary>Where a negation stands.</summary>
/// <param name="Start">UTF-16 position of its first character.</param>
/// <param name="End">Behind its last.</param>
/// <param name="From">Where words that hold it begin: at its auxiliary, if one stands before it.</param>
internal readonly record struct NegationPlace(int Start, int End, int From);
