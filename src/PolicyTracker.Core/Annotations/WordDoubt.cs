namespace PolicyTracker.Core.Annotations;

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

/// <summary>The doubts about words that an editor was told and does not share.</summary>
internal sealed record Confirmation(IReadOnlyCollection<string> Messages, bool IsOfAll = false)
{
    /// <summary>None were told.</summary>
    public static Confirmation None { get; } = new([]);

    /// <summary>All: what is written was looked at before, as a whole.</summary>
    public static Confirmation OfAll { get; } = new([], true);

    /// <summary>Whether a doubt was told: its message is one of these, or stands in one.</summary>
    public bool Covers(WordDoubt doubt) => Messages.Any(m => m.Contains(doubt.Message, StringComparison.Ordinal));
}
