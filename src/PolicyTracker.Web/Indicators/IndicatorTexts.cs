using PolicyTracker.Core.Localization;

namespace PolicyTracker.Web.Indicators;

/// <summary>The sentences of the pages of indicators.</summary>
internal static class IndicatorTexts
{
    public static TextResource Texts { get; } = new(typeof(IndicatorTexts));
}
