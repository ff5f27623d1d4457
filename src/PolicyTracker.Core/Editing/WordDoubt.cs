using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Editing;

/// <summary>A reason to doubt that words say what they are quoted for, although each of them is in the source.</summary>
/// <param name="Message">The reason, in a sentence; confirming it is giving it back.</param>
/// <param name="Wider">Words that leave no doubt: those with the negation that was cut off; null where there are none to offer.</param>
public sealed record WordDoubt(string Message, MarkedWords? Wider = null);

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
