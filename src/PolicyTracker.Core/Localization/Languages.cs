using System.Globalization;

namespace PolicyTracker.Core.Localization;

/// <summary>The languages in which the program speaks to people.</summary>
public static class Languages
{
    /// <summary>
    /// Their cultures, the usual one first; each but that has resource files of its own (<c>PillarTexts.zh-Hans.resx</c>).
    /// </summary>
    public static IReadOnlyList<string> All { get; } = ["en"];

    /// <summary>The form of a sentence that goes with a number, as CLDR names it: One or Other.</summary>
    /// <param name="culture">The language.</param>
    /// <param name="count">The number.</param>
    public static string PluralOf(CultureInfo culture, long count)
    {
        ArgumentNullException.ThrowIfNull(culture);
        // Without ICU a culture knows its name alone.
        return !culture.Name.StartsWith("zh", StringComparison.Ordinal) && count == 1 ? "One" : "Other";
    }
}
