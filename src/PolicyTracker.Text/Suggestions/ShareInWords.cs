namespace PolicyTracker.Text.Suggestions;

/// <summary>A share that is written in words: "three quarters", 七成, 百分之七十, "all".</summary>
/// <param name="Words">The words.</param>
/// <param name="Value">In percent, or as it is: 75 or 0.75 for "three quarters".</param>
/// <param name="IsShare">Whether the value is in percent.</param>
internal readonly record struct ShareInWords(string Words, decimal Value, bool IsShare);
