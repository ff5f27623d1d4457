namespace PolicyTracker.Text.Suggestions;

/// <summary>A modal such as "will" or "plans to" with the clause that it governs; all places count words of the sentence.</summary>
/// <param name="At">The first word of the modal.</param>
/// <param name="After">The verb behind it.</param>
/// <param name="ClauseStart">Where its clause begins.</param>
/// <param name="IsTo">Whether an infinitive with "to", or a gerund, follows.</param>
/// <param name="HasSubject">Whether the modal itself says who: "we'll".</param>
internal readonly record struct ModalClause(int At, int After, int ClauseStart, bool IsTo, bool HasSubject);
