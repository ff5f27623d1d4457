using PolicyTracker.Core.Localization;

namespace PolicyTracker.Web.Pillars;

/// <summary>The sentences of the pages of pillars and of the overview.</summary>
internal static class PillarTexts
{
    public static TextResource Texts { get; } = new(typeof(PillarTexts));
}
