using System.Globalization;

namespace PolicyTracker.Core.Indicators;

/// <summary>Values in words, the same on pages and in files.</summary>
public static class ValueText
{
    /// <summary>The comparator before a value, with a space behind it; nothing for a value that is stated as it is.</summary>
    public static string Of(Comparator comparator) =>
        comparator switch
        {
            Comparator.Equal => "",
            _ => WireNames.Of(comparator).Replace('-', ' ') + " ", // "at least ", "about "
        };

    /// <summary>All digits of a value, with a comma between thousands.</summary>
    public static string Of(decimal value) => value.ToString("#,0.############################", CultureInfo.InvariantCulture);

    /// <summary>A value with its comparator, scale and unit: "at least 15.4 trillion yuan".</summary>
    public static string Of(decimal value, Comparator comparator, string unit, decimal scale)
    {
        var scaled = Of(value) + (Scale(scale) is { } word ? " " + word : "");
        return Of(comparator)
            + unit switch
            {
                "percent" => scaled + "%",
                "count" => scaled,
                "CNY" => scaled + " yuan",
                _ => $"{scaled} {unit}",
            };
    }

    /// <summary>A unit with its scale: "trillion yuan (CNY)".</summary>
    public static string Unit(string unit, decimal scale)
    {
        var name = unit switch
        {
            "CNY" => "yuan (CNY)",
            "percent" => "per cent",
            _ => unit,
        };
        return Scale(scale) is { } word ? $"{word} {name}" : name;
    }

    private static string? Scale(decimal scale) =>
        scale switch
        {
            1m => null,
            1_000m => "thousand",
            10_000m => "ten thousand",
            1_000_000m => "million",
            100_000_000m => "hundred million",
            1_000_000_000m => "billion",
            1_000_000_000_000m => "trillion",
            _ => "× " + Of(scale),
        };
}
