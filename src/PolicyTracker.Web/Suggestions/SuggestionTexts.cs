using PolicyTracker.Core.Localization;

namespace PolicyTracker.Web.Suggestions;

/// <summary>The sentences of suggestions.</summary>
internal static class SuggestionTexts
{
    public static TextResource Texts { get; } = new(typeof(SuggestionTexts));

    /// <summary>The word for how sure a suggestion is.</summary>
    /// <param name="confidence">high, medium or low.</param>
    public static string Sureness(string confidence) =>
        confidence switch
        {
            "high" => Texts["High"],
            "medium" => Texts["Medium"],
            _ => Texts["Low"],
        };
}
