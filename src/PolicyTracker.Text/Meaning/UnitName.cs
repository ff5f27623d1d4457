using System.Text.RegularExpressions;

namespace PolicyTracker.Text.Meaning;

/// <summary>
/// One name for units and currencies, whether they are written out or as a symbol. Such a name counts as one beside a number
/// only.
/// </summary>
internal static partial class UnitName
{
    private static readonly Dictionary<string, string> Symbols = Names(
        "m metre metres meter meters|cm centimetre centimetres centimeter centimeters|mm millimetre millimetres millimeter millimeters|"
            + "km kilometre kilometres kilometer kilometers kms|l litre litres liter liters|g gram grams gramme grammes|"
            + "kg kilogram kilograms kilogramme kilogrammes kilo kilos|t tonne tonnes|ton tons|ha hectare hectares|h hour hours hr hrs|min minute minutes mins|"
            + "s second seconds sec secs|day days|week weeks|month months|year years yr yrs|W watt watts|kW kw kilowatt kilowatts|MW megawatt megawatts|GW gigawatt gigawatts|"
            + "TW terawatt terawatts|ft foot feet|mile miles|lb pound pounds lbs|acre acres|gal gallon gallons|yard yards|inch inches|"
            + "percent pct"
    );

    private static readonly Dictionary<string, string> Currencies = Names(
        "dollar dollars|USD usd|EUR euro euros eur|GBP pound pounds gbp sterling|INR inr rupee rupees rs|元 yuan rmb cny renminbi|JPY jpy yen|CHF chf franc francs"
    );

    /// <summary>The one name of a unit or currency that stands behind a number; null for other words.</summary>
    public static string? Behind(string word) =>
        CapitalCounts().IsMatch(word)
            ? word
            : Currencies.GetValueOrDefault(word.ToLowerInvariant()) ?? Symbols.GetValueOrDefault(word.ToLowerInvariant());

    /// <summary>The one name of a currency whose code stands before a number ("EUR 2 million"); null for other words.</summary>
    public static string? CodeBefore(ReadOnlySpan<char> word) =>
        word is "EUR" or "USD" or "GBP" or "INR" or "RMB" or "CNY" or "JPY" or "CHF" or "Rs"
            ? Currencies[word.ToString().ToLowerInvariant()]
            : null;

    /// <summary>The one name of a currency by its sign and what is written before it: "$", "US$".</summary>
    /// <param name="sign">The sign.</param>
    /// <param name="before">The letters right before it; may be empty.</param>
    /// <param name="isChinese">Whether it stands in a Chinese text, where ¥ is 元.</param>
    public static string OfSign(char sign, string before, bool isChinese) =>
        (sign, before.ToUpperInvariant()) switch
        {
            ('$', "") => "dollar",
            ('$', "US") => "USD",
            ('€', "") => "EUR",
            ('£', "") => "GBP",
            ('₹', "") => "INR",
            ('¥', "") when isChinese => "元",
            ('¥', "CN" or "RMB") => "元",
            var (_, letters) => letters + sign,
        };

    // Of a name in two groups, the first counts.
    private static Dictionary<string, string> Names(string groups)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in groups.Split('|'))
        {
            var words = group.Split(' ');
            foreach (var word in words)
            {
                names.TryAdd(word.ToLowerInvariant(), words[0]);
            }
        }

        return names;
    }

    // A capital can mean a million times as much: mW and MW, Mb and MB.
    [GeneratedRegex("^(?:[mM](?:W|Wh|g|t|V|J|Pa|Hz)?|[kKmMgGtTpP](?:b|B)(?:ps)?)$")]
    private static partial Regex CapitalCounts();
}
