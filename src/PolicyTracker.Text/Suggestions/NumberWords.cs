using System.Text.RegularExpressions;

namespace PolicyTracker.Text.Suggestions;

/// <summary>Reads numbers that are written in words, in English and Chinese.</summary>
internal static partial class NumberWords
{
    /// <summary>What is greater is no number that anybody writes.</summary>
    public const decimal MaxNumber = 10_000_000_000_000_000;

    // Of Chinese numbers; and what is counted in hundreds: beyond these nothing is a number that anybody writes.
    private const int MaxCharacters = 16;
    private const decimal MaxHundreds = 1_000_000;

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

    /// <summary>The value of "one hundred and twenty thousand", "twenty-five", "half a million", "a dozen"; null for other words.</summary>
    public static decimal? OfEnglish(string words)
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

    /// <summary>The value of 三百五十, 一万二千, 十五亿, 二〇二五, 一点五; null where the characters state none.</summary>
    public static decimal? OfChinese(string words)
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
}
