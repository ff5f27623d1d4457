using System.Text.RegularExpressions;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Suggestions;

/// <summary>The scales and units beside numbers, in English and Chinese.</summary>
internal static partial class FigureUnits
{
    /// <summary>What a scale multiplies by.</summary>
    public static Dictionary<string, decimal> Scales { get; } =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["hundred"] = 100,
            ["thousand"] = 1_000,
            ["k"] = 1_000,
            ["lakh"] = 100_000,
            ["lakhs"] = 100_000,
            ["million"] = 1_000_000,
            ["mn"] = 1_000_000,
            ["m"] = 1_000_000,
            ["crore"] = 10_000_000,
            ["crores"] = 10_000_000,
            ["cr"] = 10_000_000,
            ["billion"] = 1_000_000_000,
            ["bn"] = 1_000_000_000,
            ["b"] = 1_000_000_000,
            ["hundred thousand"] = 100_000,
            ["hundred million"] = 100_000_000,
            ["thousand crore"] = 10_000_000_000,
            ["thousand crores"] = 10_000_000_000,
            ["lakh crore"] = 1_000_000_000_000,
            ["lakh crores"] = 1_000_000_000_000,
            ["trillion"] = 1_000_000_000_000,
            ["tn"] = 1_000_000_000_000,
            ["百"] = 100,
            ["千"] = 1_000,
            ["万"] = 10_000,
            ["十万"] = 100_000,
            ["百万"] = 1_000_000,
            ["千万"] = 10_000_000,
            ["亿"] = 100_000_000,
            ["十亿"] = 1_000_000_000,
            ["百亿"] = 10_000_000_000,
            ["千亿"] = 100_000_000_000,
            ["万亿"] = 1_000_000_000_000,
        };

    /// <summary>The unit that a name or sign stands for: ISO 4217 code, <c>percent</c> or a symbol.</summary>
    public static Dictionary<string, string> Units { get; } =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["%"] = "percent",
            ["％"] = "percent",
            ["percent"] = "percent",
            ["per cent"] = "percent",
            ["pc"] = "percent",
            ["percentage point"] = "percent",
            ["percentage points"] = "percent",
            ["个百分点"] = "percent",
            ["$"] = "USD",
            ["us$"] = "USD",
            ["a$"] = "AUD",
            ["au$"] = "AUD",
            ["c$"] = "CAD",
            ["ca$"] = "CAD",
            ["nz$"] = "NZD",
            ["hk$"] = "HKD",
            ["nt$"] = "TWD",
            ["s$"] = "SGD",
            ["r$"] = "BRL",
            ["usd"] = "USD",
            ["dollar"] = "USD",
            ["dollars"] = "USD",
            ["美元"] = "USD",
            ["€"] = "EUR",
            ["eur"] = "EUR",
            ["euro"] = "EUR",
            ["euros"] = "EUR",
            ["欧元"] = "EUR",
            ["£"] = "GBP",
            ["gbp"] = "GBP",
            ["pound"] = "GBP",
            ["pounds"] = "GBP",
            ["英镑"] = "GBP",
            ["₹"] = "INR",
            ["rs"] = "INR",
            ["rs."] = "INR",
            ["inr"] = "INR",
            ["rupee"] = "INR",
            ["rupees"] = "INR",
            ["卢比"] = "INR",
            ["yuan"] = "CNY",
            ["renminbi"] = "CNY",
            ["rmb"] = "CNY",
            ["cny"] = "CNY",
            ["元"] = "CNY",
            ["元人民币"] = "CNY",
            ["¥"] = "CNY",
            ["yen"] = "JPY",
            ["日元"] = "JPY",
            ["exaflops"] = "EFLOPS",
            ["petaflops"] = "PFLOPS",
            ["u.s. dollars"] = "USD",
            ["us dollars"] = "USD",
            ["milliseconds"] = "ms",
            ["millisecond"] = "ms",
            ["毫秒"] = "ms",
            ["kilometres"] = "km",
            ["kilometers"] = "km",
            ["公里"] = "km",
            ["千米"] = "km",
            ["metres"] = "m",
            ["tonnes"] = "t",
            ["tons"] = "t",
            ["t"] = "t",
            ["吨"] = "t",
            ["megawatts"] = "MW",
            ["gigawatts"] = "GW",
            ["兆瓦"] = "MW",
            ["吉瓦"] = "GW",
            ["千瓦"] = "kW",
            ["千瓦时"] = "kWh",
            ["hectares"] = "ha",
            ["公顷"] = "ha",
            ["nanometres"] = "nm",
            ["纳米"] = "nm",
            ["平方公里"] = "km2",
        };

    /// <summary>Units that are written as themselves.</summary>
    public static HashSet<string> Symbols { get; } =
        WordSet.Of(
            """
            EFLOPS PFLOPS TFLOPS ZFLOPS MW GW kW TW kWh MWh GWh TWh Gbps Mbps Tbps Gbit/s Mbit/s km km2 ms GB TB PB EB ZB GHz
            MHz nm kt Mt Gt MtCO2e Kbps ha kg
            """
        );

    /// <summary>The unit that words or a sign beside a number stand for; null for any other words.</summary>
    public static string? Of(string words) =>
        Units.TryGetValue(Spaces().Replace(words, " "), out var unit) ? unit
        : Symbols.Contains(words) ? words
        : null;

    /// <summary>What a scale multiplies by, whatever white space stands between its words.</summary>
    public static decimal Scale(string words) => Scales[Spaces().Replace(words, " ")];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
