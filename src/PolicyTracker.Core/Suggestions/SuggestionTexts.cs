using PolicyTracker.Core.Localization;

namespace PolicyTracker.Core.Suggestions;

/// <summary>Why a suggestion needs an editor, in words.</summary>
internal static class SuggestionTexts
{
    public static TextResource Texts { get; } = new(typeof(SuggestionTexts));
}
