namespace PolicyTracker.Text.Words;

/// <summary>
/// A run of words with one kind and the white space behind it. Put together, the removed runs and the kept ones as they were
/// are the first text to the letter, the added and the kept ones the second.
/// </summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Text">The words as the text that has them sets them; for a kept run, as the second does.</param>
/// <param name="Was">A kept run as the first text sets it: capitals, spaces and quotation marks may differ. Null for other runs.</param>
public sealed record WordRun(DiffKind Kind, string Text, string? Was = null);
