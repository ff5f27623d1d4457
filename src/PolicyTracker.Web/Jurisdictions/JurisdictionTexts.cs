using PolicyTracker.Core.Localization;

namespace PolicyTracker.Web.Jurisdictions;

/// <summary>The sentences about jurisdictions.</summary>
internal static class JurisdictionTexts
{
    public static TextResource Texts { get; } = new(typeof(JurisdictionTexts));
}
