using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Suggestions;

/// <summary>The goals that a suggested commitment may serve.</summary>
/// <param name="Goals">The likeliest first, each with its pillar as its <see cref="SelectOption.Group"/>.</param>
/// <param name="IsSure">Whether the first of them can be taken without asking.</param>
public sealed record LikelyGoals(IReadOnlyList<SelectOption> Goals, bool IsSure)
{
    /// <summary>None is known.</summary>
    public static LikelyGoals None { get; } = new([], false);
}
