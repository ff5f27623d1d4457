using PolicyTracker.Core.Localization;

namespace PolicyTracker.Web.Suggestions;

/// <summary>The sentences of suggestions.</summary>
internal static class SuggestionTexts
{
    public static TextResource Texts { get; } = new(typeof(SuggestionTexts));
}
