namespace PolicyTracker.Web.Suggestions;

/// <summary>A decision that the store refused.</summary>
/// <param name="Card">The suggestion, as it was decided.</param>
/// <param name="Why">Why it was refused, for the editor.</param>
public sealed record ReturnedSuggestion(SuggestionCard Card, string Why);
