using PolicyTracker.Core.Localization;

namespace PolicyTracker.Web.Shared;

/// <summary>The sentences of what stands on pages of several nouns.</summary>
internal static class SharedTexts
{
    public static TextResource Texts { get; } = new(typeof(SharedTexts));
}
