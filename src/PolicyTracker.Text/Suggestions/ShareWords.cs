using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyTracker.Text.Suggestions;

/// <summary>Reads shares that are written in words, in English and Chinese.</summary>
internal static partial class ShareWords
{
    // How many of them make the whole.
    private static readonly Dictionary<string, decimal> Parts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["half"] = 2,
        ["third"] = 3,
        ["quarter"] = 4,
        ["fifth"] = 5,
        ["sixth"] = 6,
        ["seventh"] = 7,
        ["eighth"] = 8,
        ["ninth"] = 9,
        ["tenth"] = 10,
    };

    /// <summary>The shares in words, as percent and as they are.</summary>
    public static IEnumerable<ShareInWords> In(string text)
    {
        foreach (Match m in Fraction().Matches(text))
        {
            var over = m.Groups["n"].Value is { Length: > 0 } n ? Number(n) : 1;
            var under = Parts[
                m.Groups["part"]
                    .Value.TrimEnd('s', 'S')
                    .Replace("fourth", "quarter", StringComparison.OrdinalIgnoreCase)
                    .Replace("halve", "half", StringComparison.OrdinalIgnoreCase)
            ];
            foreach (var share in Both(m.Value, over, under))
            {
                yield return share;
            }
        }

        foreach (Match m in OutOf().Matches(text))
        {
            if (Number(m.Groups["n"].Value) is var over && Number(m.Groups["of"].Value) is > 0 and var under)
            {
                foreach (var share in Both(m.Value, over, under))
                {
                    yield return share;
                }
            }
        }

        foreach (Match m in ChineseFraction().Matches(text))
        {
            var under =
                m.Groups["of"].Value is "百" ? 100
                : m.Groups["of"].Value is "千" ? 1_000
                : m.Groups["of"].Value is "万" ? 10_000
                : NumberWords.OfChinese(m.Groups["of"].Value) ?? 0;
            if (
                under > 0
                && (
                    decimal.TryParse(m.Groups["n"].Value, CultureInfo.InvariantCulture, out var over)
                        ? over
                        : NumberWords.OfChinese(m.Groups["n"].Value)
                )
                    is { } parts
            )
            {
                foreach (var share in Both(m.Value, parts, under))
                {
                    yield return share;
                }
            }
        }

        foreach (Match m in Tenths().Matches(text))
        {
            yield return new(
                m.Value,
                (10 * (NumberWords.OfChinese(m.Groups["n"].Value) ?? 0))
                    + (
                        m.Groups["more"].Value switch
                        {
                            "" => 0,
                            "半" => 5,
                            var more => NumberWords.OfChinese(more) ?? 0,
                        }
                    ),
                true
            );
        }

        foreach (Match m in Vulgar().Matches(text))
        {
            var value = m.Value[0] switch
            {
                '½' => 0.5m,
                '¼' => 0.25m,
                '¾' => 0.75m,
                '⅓' => 1m / 3,
                '⅔' => 2m / 3,
                _ => 0.2m,
            };
            yield return new(m.Value, 100 * value, true);
            yield return new(m.Value, value, false);
        }
    }

    /// <summary>Words for the whole, for half of it and for nothing.</summary>
    public static IEnumerable<ShareInWords> Wholes(string text) =>
        Whole()
            .Matches(text)
            .Select(m => new ShareInWords(
                m.Value,
                m.Groups["none"].Success ? 0
                    : m.Groups["half"].Success ? 50
                    : 100,
                true
            ));

    private static IEnumerable<ShareInWords> Both(string words, decimal over, decimal under)
    {
        if (over <= NumberWords.MaxNumber)
        {
            yield return new(words, 100 * over / under, true);
            yield return new(words, over / under, false);
        }
    }

    private static decimal Number(string word) =>
        decimal.TryParse(word, CultureInfo.InvariantCulture, out var digits) ? digits : NumberWords.OfEnglish(word) ?? 1;

    [GeneratedRegex(
        @"(?:\b(?<n>one|two|three|four|five|six|seven|eight|nine|\d{1,6})[\s-]+|\ban?[\s-]+)(?<part>half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b(?!\s+(?:of\s+)?(?:19|20|21)\d\d)|\b(?<part>half)\b(?!\s+an?\s)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Fraction();

    [GeneratedRegex(
        @"\b(?<n>one|two|three|four|five|six|seven|eight|nine|\d{1,6})\s+(?:out\s+of|in)\s+(?:every\s+)?(?<of>two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\b(?!\d)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OutOf();

    [GeneratedRegex(@"(?<of>[一二三四五六七八九十百千万]+)分之(?<n>\d{1,6}(?:\.\d{1,6})?|[零〇一二两三四五六七八九十百点]+)")]
    private static partial Regex ChineseFraction();

    [GeneratedRegex("(?<n>[一二两三四五六七八九十])成(?<more>[一二三四五六七八九半])?")]
    private static partial Regex Tenths();

    [GeneratedRegex("[½¼¾⅓⅔]")]
    private static partial Regex Vulgar();

    [GeneratedRegex(
        @"\b(?:all|every|each|entire|whole|both|full|fully|universal)\b|全部|所有|全体|全覆盖|全面覆盖|(?<half>一半|半数)|(?<none>\bno\b|\bnone\b|\bnil\b)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Whole();
}
