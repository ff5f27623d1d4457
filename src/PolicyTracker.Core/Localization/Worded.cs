using System.Globalization;
using PolicyTracker.Text;
using static PolicyTracker.Core.Localization.LanguageTexts;

namespace PolicyTracker.Core.Localization;

/// <summary>Dates, lists and languages as a language writes them.</summary>
public static class Worded
{
    /// <summary>A day: 5 November 2007, 2007年11月5日.</summary>
    public static string Day(DateOnly day) => day.ToString(Texts["DayPattern"], CultureInfo.CurrentCulture);

    /// <summary>A time that was said: November 2007, 2007年11月, 2023年上半年; as it was said where the language has no words for it.</summary>
    public static string Time(Period time)
    {
        var (first, last, said) = (time.FirstDay, time.LastDay, time.ToString());
        if (!time.IsKnown)
        {
            return said;
        }

        if (time.IsFiscalYear)
        {
            return Texts["FiscalYear", said];
        }

        // A period of whole months of one year.
        var months =
            first.Year == last.Year && first.Day == 1 && last == new DateOnly(last.Year, last.Month, 1).AddMonths(1).AddDays(-1)
                ? last.Month - first.Month + 1
                : 0;
        return months switch
        {
            _ when first == last => Day(first),
            1 => first.ToString(Texts["MonthPattern"], CultureInfo.CurrentCulture),
            3 when first.Month % 3 == 1 && IsOne(said) => Texts["Quarter", first.Year, (first.Month + 2) / 3],
            6 when first.Month == 1 && IsOne(said) => Texts["FirstHalf", first.Year],
            6 when first.Month == 7 && IsOne(said) => Texts["SecondHalf", first.Year],
            12 when said.Length == 4 => Texts["Year", first.Year],
            _ when IsYears(said) => Texts["Years", said],
            _ => said,
        };
    }

    /// <summary>Several as a list: a, b, c.</summary>
    public static string List(IEnumerable<string> items) => string.Join(ListSeparator, items);

    /// <summary>What stands between the items of a list.</summary>
    public static string ListSeparator => Texts["ListSeparator"];

    /// <summary>What stands between the items of a list that may have commas in them.</summary>
    public static string PartSeparator => Texts["PartSeparator"];

    /// <summary>The name of a language that texts are in: Chinese; its tag where it has none here.</summary>
    /// <param name="tag">Such as zh.</param>
    public static string Language(string tag) =>
        tag switch
        {
            "en" => Texts["English"],
            "zh" => Texts["Chinese"],
            _ => tag,
        };

    /// <summary>What those who speak a language call it.</summary>
    /// <param name="language">One of <see cref="Languages.All"/>.</param>
    public static string OwnName(string language) => In(language)["OwnName"];

    // Said by one word (2025-Q1), no range of months.
    private static bool IsOne(string said) => said.Length == 7;

    // 2021–2025
    private static bool IsYears(string said) => said.Length == 9 && said.Count(char.IsAsciiDigit) == 8;
}
