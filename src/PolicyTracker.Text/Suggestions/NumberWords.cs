using System.Text.RegularExpressions;

namespace PolicyTracker.Text.Suggestions;

/// <summary>A number that is written in words.</summary>
internal readonly record struct NumberInWords(int Start, int End, decimal Value);

/// <summary>A share that is written in words: "three quarters", 七成, 百分之七十, "all".</summary>
internal readonly record struct ShareInWords(string Words, decimal Value, bool IsShare);

/// <summary>Reads numbers and shares that are written in words, in English and Chinese.</summary>
internal static partial class NumberWords
{
    // Of Chinese numbers; and what is counted in hundreds: beyond these nothing is a number that anybody writes.
    private const int MaxCharacters = 16;
    private const decimal MaxHundreds = 1_000_000;
    private const decimal MaxNumber = 10_000_000_000_000_000;

    private static readonly Dictionary<string, decimal> Small = Named(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
            0,
            1
        )
        .Concat(Named("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10))
        .Append(new("dozen", 12))
        .ToDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, decimal> Large = new(StringComparer.OrdinalIgnoreCase)
    {
        ["thousand"] = 1_000,
        ["million"] = 1_000_000,
        ["billion"] = 1_000_000_000,
        ["trillion"] = 1_000_000_000_000,
    };

    private static readonly Dictionary<string, decimal> Parts = Named("half third quarter fifth sixth seventh eighth ninth tenth", 2, 1)
        .ToDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The numbers in words, without those in digits.</summary>
    public static IEnumerable<NumberInWords> In(string text)
    {
        foreach (Match m in English().Matches(text))
        {
            if (!IsScaleOfDigits(text, m) && OfEnglish(m.Value) is { } value)
            {
                yield return new(m.Index, m.Index + m.Length, value);
            }
        }

        foreach (Match m in Chinese().Matches(text))
        {
            if (!IsScaleOfDigits(text, m) && OfChinese(m.Value) is { } value)
            {
                yield return new(m.Index, m.Index + m.Length, value);
            }
        }
    }

    // "3 million": the word is the scale of the digits, not a number of its own.
    private static bool IsScaleOfDigits(string text, Match number)
    {
        if (!Scale().IsMatch(number.Value))
        {
            return false;
        }

        var at = number.Index;
        while (at > 0 && text[at - 1] is ' ' or '-' or '\u00A0' or '\u202F')
        {
            at--;
        }

        return at > 0 && char.IsAsciiDigit(text[at - 1]);
    }

    /// <summary>The shares in words, as percent and as they are.</summary>
    public static IEnumerable<ShareInWords> Shares(string text)
    {
        foreach (Match m in Fraction().Matches(text))
        {
            var over = m.Groups["n"].Value is { Length: > 0 } n ? Number(n) : 1;
            var under = Parts[
                m.Groups["part"]
                    .Value.TrimEnd('s')
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
                : OfChinese(m.Groups["of"].Value) ?? 0;
            if (
                under > 0
                && (
                    decimal.TryParse(m.Groups["n"].Value, System.Globalization.CultureInfo.InvariantCulture, out var over)
                        ? over
                        : OfChinese(m.Groups["n"].Value)
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
                (10 * (OfChinese(m.Groups["n"].Value) ?? 0))
                    + (
                        m.Groups["more"].Value switch
                        {
                            "" => 0,
                            "半" => 5,
                            var more => OfChinese(more) ?? 0,
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
        if (over <= MaxNumber)
        {
            yield return new(words, 100 * over / under, true);
            yield return new(words, over / under, false);
        }
    }

    private static decimal Number(string word) =>
        decimal.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out var digits) ? digits : OfEnglish(word) ?? 1;

    // "one hundred and twenty thousand", "twenty-five", "half a million", "a dozen".
    private static decimal? OfEnglish(string words)
    {
        decimal total = 0,
            current = 0;
        var hasNumber = false;
        var isHalf = false;
        foreach (var word in words.Split([' ', '-', '\u00A0'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Small.TryGetValue(word, out var small))
            {
                (current, hasNumber) = (
                    small == 12 && word.StartsWith("doz", StringComparison.OrdinalIgnoreCase) ? Math.Max(1, current) * 12 : current + small,
                    true
                );
            }
            else if (word.Equals("hundred", StringComparison.OrdinalIgnoreCase))
            {
                (current, hasNumber) = (Math.Max(1, Math.Min(current, MaxHundreds)) * 100, true);
            }
            else if (Large.TryGetValue(word, out var large))
            {
                (total, current, hasNumber) = (total + ((isHalf ? current + 0.5m : Math.Max(1, current)) * large), 0, true);
                isHalf = false;
            }
            else
            {
                isHalf |= word.Equals("half", StringComparison.OrdinalIgnoreCase);
            }
        }

        return hasNumber ? total + current : null;
    }

    // 三百五十, 一万二千, 十五亿, 二〇二五, 一点五
    private static decimal? OfChinese(string words)
    {
        if (words.Length > MaxCharacters)
        {
            return null; // no number: a row of characters
        }

        var point = words.IndexOf('点');
        if (point >= 0)
        {
            var unit =
                words[^1] is '万' ? 10_000m
                : words[^1] is '亿' ? 100_000_000m
                : 1m;
            var behind = words[(point + 1)..].TrimEnd('万', '亿');
            return OfChinese(words[..point]) is { } whole && Digits(behind) is { } part
                ? (whole + (part / (decimal)Math.Pow(10, behind.Length))) * unit
                : null;
        }

        if (words.Length > 1 && words.All(c => Digit(c) is not null))
        {
            return Digits(words);
        }

        decimal total = 0,
            section = 0,
            digit = 0;
        foreach (var c in words)
        {
            if (Digit(c) is { } d)
            {
                digit = d;
                continue;
            }

            var times = c switch
            {
                '十' => 10m,
                '百' => 100m,
                '千' => 1_000m,
                '万' => 10_000m,
                _ => 100_000_000m,
            };
            if (times < 10_000)
            {
                (section, digit) = (section + ((digit == 0 ? 1 : digit) * times), 0);
            }
            else
            {
                (total, section, digit) = ((total + (section + digit == 0 && total == 0 ? 1 : section + digit)) * times, 0, 0);
                if (total > MaxNumber)
                {
                    return null;
                }
            }
        }

        return total + section + digit;
    }

    private static int? Digit(char c) =>
        c switch
        {
            '零' or '〇' => 0,
            '两' => 2,
            _ => "一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? at + 1 : null,
        };

    private static decimal? Digits(string words)
    {
        decimal number = 0;
        foreach (var c in words)
        {
            if (Digit(c) is not { } digit || number > 1_000_000_000_000_000)
            {
                return null;
            }

            number = (10 * number) + digit;
        }

        return words.Length == 0 ? null : number;
    }

    private static IEnumerable<KeyValuePair<string, decimal>> Named(string words, decimal first, decimal step) =>
        words.Split(' ').Select((w, i) => new KeyValuePair<string, decimal>(w, first + (i * step)));

    [GeneratedRegex("^(?:hundred|thousand|million|billion|trillion|dozen|[十百千万亿])", RegexOptions.IgnoreCase)]
    private static partial Regex Scale();

    [GeneratedRegex(
        @"\b(?:half[\s-]+a[\s-]+|an?[\s-]+|(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion|dozen)[\s-]+(?:and[\s-]+(?:a[\s-]+half[\s-]+)?)?)*(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion|dozen)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex English();

    [GeneratedRegex("(?<!分之)(?>[零〇一二两三四五六七八九十百千万亿]+(?:点[零〇一二三四五六七八九]+[万亿]?)?)(?!成|分之)")]
    private static partial Regex Chinese();

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
