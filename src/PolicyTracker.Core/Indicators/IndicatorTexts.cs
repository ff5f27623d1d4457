using PolicyTracker.Core.Localization;

namespace PolicyTracker.Core.Indicators;

/// <summary>How values and their units are written.</summary>
internal static class IndicatorTexts
{
    public static TextResource Texts { get; } = new(typeof(IndicatorTexts));
}
