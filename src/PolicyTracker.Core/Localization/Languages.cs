using System.Globalization;

namespace PolicyTracker.Core.Localization;

/// <summary>The languages in which the program speaks to people.</summary>
public static class Languages
{
    /// <summary>
    /// They as pages and addresses name them, the usual one first; each but that has resource files of its own
    /// (<c>PillarTexts.zh-hans.resx</c>).
    /// </summary>
    public static IReadOnlyList<string> All { get; } = ["en", "zh-Hans"];

    /// <summary>The language in which is spoken now. Without ICU a culture is named otherwise: zh-HANS.</summary>
    public static string Current => Closest(CultureInfo.CurrentUICulture.Name) ?? All[0];

    /// <summary>Whether Chinese is spoken now.</summary>
    public static bool IsChinese => IsOfChinese(CultureInfo.CurrentUICulture);

    /// <summary>
    /// The language that comes closest to one that a reader asks for: whoever reads Chinese of any kind is given what Chinese there is.
    /// </summary>
    /// <param name="asked">A language tag: zh-TW.</param>
    /// <returns>One of <see cref="All"/>; null where there is none of that language.</returns>
    public static string? Closest(string? asked) =>
        All.FirstOrDefault(l => string.Equals(l, asked, StringComparison.OrdinalIgnoreCase))
        ?? All.FirstOrDefault(l => string.Equals(Primary(l), Primary(asked ?? ""), StringComparison.OrdinalIgnoreCase));

    /// <summary>The culture of a language, with the names of months and days, of which the program knows only English ones without ICU.</summary>
    /// <param name="language">One of <see cref="All"/>.</param>
    public static CultureInfo CultureOf(string language)
    {
        var culture = new CultureInfo(language);
        var dates = culture.DateTimeFormat;
        dates.YearMonthPattern = LanguageTexts.In(language)["YearMonthPattern"];
        dates.MonthNames = [.. LanguageTexts.In(language)["Months"].Split(' '), ""];
        dates.MonthGenitiveNames = dates.MonthNames;
        dates.AbbreviatedMonthNames = [.. LanguageTexts.In(language)["MonthsShort"].Split(' '), ""];
        dates.AbbreviatedMonthGenitiveNames = dates.AbbreviatedMonthNames;
        dates.DayNames = LanguageTexts.In(language)["Days"].Split(' ');
        dates.AbbreviatedDayNames = LanguageTexts.In(language)["DaysShort"].Split(' ');
        dates.ShortestDayNames = dates.AbbreviatedDayNames;
        return culture;
    }

    /// <summary>The form of a sentence that goes with a number, as CLDR names it: One or Other.</summary>
    /// <param name="culture">The language.</param>
    /// <param name="count">The number.</param>
    public static string PluralOf(CultureInfo culture, long count)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return !IsOfChinese(culture) && count == 1 ? "One" : "Other";
    }

    // Without ICU a culture knows its name alone.
    private static bool IsOfChinese(CultureInfo culture) => Primary(culture.Name).Equals("zh", StringComparison.OrdinalIgnoreCase);

    private static string Primary(string tag) => tag.Split('-')[0];
}
