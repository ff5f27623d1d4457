using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Editing;

/// <summary>A reason to doubt that words say what they are quoted for, although each of them is in the source.</summary>
/// <param name="Message">The reason, in a sentence; confirming it is giving it back.</param>
/// <param name="Wider">Words that leave no doubt: those with the negation that was cut off; null where there are none to offer.</param>
public sealed record WordDoubt(string Message, MarkedWords? Wider = null);
