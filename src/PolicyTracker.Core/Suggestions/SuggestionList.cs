namespace PolicyTracker.Core.Suggestions;

/// <summary>The suggestions for a text.</summary>
/// <param name="Items">The first of them, in the order of the text.</param>
/// <param name="IsCut">Whether there are more; they follow when some of these are decided.</param>
/// <param name="PillarModel">The version of the terms by which pillars were told.</param>
/// <param name="HeldBack">The first of those that are not offered because the same words were rejected.</param>
/// <param name="HeldBackTotal">How many those are.</param>
public sealed record SuggestionList(
    IReadOnlyList<SuggestionItem> Items,
    bool IsCut,
    string PillarModel,
    IReadOnlyList<HeldBackSuggestion> HeldBack,
    int HeldBackTotal
);
