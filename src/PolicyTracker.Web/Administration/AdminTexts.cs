using PolicyTracker.Core.Localization;

namespace PolicyTracker.Web.Administration;

/// <summary>The sentences of the page of the administration.</summary>
internal static class AdminTexts
{
    public static TextResource Texts { get; } = new(typeof(AdminTexts));
}
