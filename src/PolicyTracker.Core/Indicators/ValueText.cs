using System.Globalization;

namespace PolicyTracker.Core.Indicators;

/// <summary>Values in words, the same on pages and in files.</summary>
public static class ValueText
{
    /// <summary>All digits of a value, with a comma between thousands.</summary>
    public static string Of(decimal value) => value.ToString("#,0.############################", CultureInfo.InvariantCulture);

    /// <summary>All digits of a value, with its comparator: "at least 15.4".</summary>
    public static string Of(decimal value, Comparator comparator) => Compared(comparator, Of(value));

    /// <summary>A value with its comparator, scale and unit: "at least 15.4 trillion yuan".</summary>
    public static string Of(decimal value, Comparator comparator, string unit, decimal scale)
    {
        var scaled = Scale(scale) is { } word ? IndicatorTexts.Texts["Scaled", Of(value), word] : Of(value);
        return Compared(
            comparator,
            unit switch
            {
                "percent" => IndicatorTexts.Texts["Percent", scaled],
                "count" => scaled,
                "CNY" => IndicatorTexts.Texts["Yuan", scaled],
                _ => IndicatorTexts.Texts["OfUnit", scaled, unit],
            }
        );
    }

    /// <summary>A unit with its scale: "trillion yuan (CNY)".</summary>
    public static string Unit(string unit, decimal scale)
    {
        var name = unit switch
        {
            "CNY" => IndicatorTexts.Texts["UnitYuan"],
            "percent" => IndicatorTexts.Texts["UnitPercent"],
            _ => unit,
        };
        return Scale(scale) is { } word ? IndicatorTexts.Texts["ScaledUnit", word, name] : name;
    }

    private static string Compared(Comparator comparator, string value) =>
        comparator is Comparator.Equal ? value : IndicatorTexts.Texts["Compared", comparator, value];

    private static string? Scale(decimal scale) =>
        scale switch
        {
            1m => null,
            1_000m => IndicatorTexts.Texts["Thousand"],
            10_000m => IndicatorTexts.Texts["TenThousand"],
            1_000_000m => IndicatorTexts.Texts["Million"],
            100_000_000m => IndicatorTexts.Texts["HundredMillion"],
            1_000_000_000m => IndicatorTexts.Texts["Billion"],
            1_000_000_000_000m => IndicatorTexts.Texts["Trillion"],
            _ => IndicatorTexts.Texts["TimesScale", Of(scale)],
        };
}
