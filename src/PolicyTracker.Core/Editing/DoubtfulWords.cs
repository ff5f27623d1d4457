namespace PolicyTracker.Core.Editing;

/// <summary>
/// Words may not say what they are quoted for: they were cut off from a "not", or do not state the value that is recorded.
/// Nothing was written; the edit is made all the same when it is tried again with the messages of the doubts.
/// </summary>
public sealed class DoubtfulWords(IReadOnlyList<WordDoubt> doubts)
    : Refusal(RefusalKind.Invalid, [string.Join("\n", doubts.Select(d => d.Message))], factory: nameof(DoubtfulWords))
{
    /// <summary>The doubts, at least one.</summary>
    public IReadOnlyList<WordDoubt> Doubts { get; } = doubts;
}
