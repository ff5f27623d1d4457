namespace PolicyTracker.Text.Suggestions;

/// <summary>A number of a text with what it counts.</summary>
/// <param name="Start">UTF-16 position where the words that carry it begin: "more than" included.</param>
/// <param name="End">Behind its unit.</param>
/// <param name="Value">As a plain number.</param>
/// <param name="Unit">ISO 4217 code, <c>percent</c>, <c>count</c>, or a symbol.</param>
/// <param name="Comparator">How it stands to the true value.</param>
internal readonly record struct FoundFigure(int Start, int End, decimal Value, string Unit, FigureComparator Comparator);
