namespace PolicyTracker.Text.Suggestions;

/// <summary>A stretch of a text in which a public body says what it will do.</summary>
/// <param name="Start">UTF-16 position of its first character.</param>
/// <param name="End">Behind its last.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Responsible">Where the body is named that undertakes it; null where none is.</param>
internal readonly record struct Undertaking(int Start, int End, double Confidence, Range? Responsible = null);
