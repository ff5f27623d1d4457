namespace PolicyTracker.Text.Suggestions;

/// <summary>A number that is written in words.</summary>
/// <param name="Start">UTF-16 position of its first character.</param>
/// <param name="End">Behind its last.</param>
/// <param name="Value">What it is.</param>
internal readonly record struct NumberInWords(int Start, int End, decimal Value);
