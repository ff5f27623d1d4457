using PolicyTracker.Core.Localization;

namespace PolicyTracker.Web.Shared;

/// <summary>The words that MudBlazor's components show or tell by themselves.</summary>
internal static class ComponentTexts
{
    public static TextResource Texts { get; } = new(typeof(ComponentTexts));
}
