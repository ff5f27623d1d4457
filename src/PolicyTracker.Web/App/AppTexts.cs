using PolicyTracker.Core.Localization;

namespace PolicyTracker.Web.App;

/// <summary>The sentences of the frame around all pages, and of what is answered in place of one.</summary>
internal static class AppTexts
{
    public static TextResource Texts { get; } = new(typeof(AppTexts));
}
