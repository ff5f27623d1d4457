using System.Globalization;
using PolicyTracker.Core.Localization;

namespace PolicyTracker.Core.Publishing;

/// <summary>
/// What files and feeds for other programs say: in English whoever asks, since what is stated in them is compared and hashed.
/// </summary>
internal static class SummaryTexts
{
    public static TextResource Texts { get; } = new(typeof(SummaryTexts), CultureInfo.InvariantCulture);
}
