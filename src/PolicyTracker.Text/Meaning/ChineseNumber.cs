using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Meaning;

/// <summary>Reads numbers with Chinese numerals.</summary>
internal static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九",
        Scales = "十百千万亿";

    /// <summary>Whether a character is a Chinese numeral.</summary>
    public static bool IsNumeral(char c) =>
        c is '〇' or '两' or '兩' or '萬' or '億' || Digits.Contains(c, StringComparison.Ordinal) || IsScale(c);

    /// <summary>Whether a character multiplies the Chinese number before it.</summary>
    public static bool IsScale(char c) => c is '萬' or '億' || Scales.Contains(c, StringComparison.Ordinal);

    /// <summary>Reads a number with Chinese numerals: 一万二千, 二〇二六, 1.2万, 3万5千.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="at">Which of them.</param>
    /// <returns>How many tokens it has, and its value in one spelling, or the numerals where they state no one value.</returns>
    public static (int Tokens, string Key)? Read(string text, List<Token> tokens, int at)
    {
        var next = at;
        while (
            next < tokens.Count
            && (next == at || tokens[next].Start == tokens[next - 1].End)
            && (tokens[next].Kind is TokenKind.Number || (tokens[next].Kind is TokenKind.Han && IsNumeral(text[tokens[next].Start])))
            && !(next > at && IsThousandOfUnit(text, tokens[next].Start))
        )
        {
            next++;
        }

        var run = text[tokens[at].Start..tokens[next - 1].End]
            .Replace('〇', '零')
            .Replace('两', '二')
            .Replace('兩', '二')
            .Replace('萬', '万')
            .Replace('億', '亿');
        if (run.All(c => Digits.Contains(c, StringComparison.Ordinal)))
        {
            // 三五 may be "three to five"
            return run.Length == 1 || run.Length >= 3 || run.Contains('零', StringComparison.Ordinal)
                ? (next - at, NumberKey.Of(run.Aggregate(0m, (sum, c) => (sum * 10) + Digits.IndexOf(c, StringComparison.Ordinal))))
                : (next - at, run);
        }

        return (next - at, ValueOf(run) is { } value ? NumberKey.Of(value) : run);
    }

    /// <summary>Whether 千 at a position belongs to a unit: 千克, 千米, 千瓦.</summary>
    public static bool IsThousandOfUnit(string text, int at) =>
        text[at] == '千' && at + 1 < text.Length && text[at + 1] is '克' or '米' or '瓦' or '卡' or '帕' or '赫' or '伏' or '字';

    private static decimal? ValueOf(string run)
    {
        var (total, section, digit, smallest) = (0m, 0m, (decimal?)null, decimal.MaxValue);
        for (var i = 0; i < run.Length; )
        {
            var c = run[i];
            if (char.IsAsciiDigit(c))
            {
                var end = i;
                while (end < run.Length && (char.IsAsciiDigit(run[end]) || run[end] is '.' or ','))
                {
                    end++;
                }

                if (digit is not null || DigitNumber.Value(run[i..end]) is not { } value)
                {
                    return null;
                }

                (digit, i) = (value, end);
                continue;
            }

            i++;
            if (c == '零')
            {
                if (digit is not null)
                {
                    return null;
                }
            }
            else if (Digits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var small)
            {
                if (digit is not null || (i == run.Length && i > 1 && run[i - 2] is not ('十' or '零')))
                {
                    return null; // 三万五 may be 35,000 or 30,005
                }

                digit = small;
            }
            else if (c is '万' or '亿')
            {
                var scale = c == '万' ? 10_000m : 100_000_000m;
                section += digit ?? 0;
                if ((section == 0 && total == 0) || total + section > NumberKey.Max)
                {
                    return null; // 万 alone is no number
                }

                (total, section, digit, smallest) = (
                    (c == '亿' ? total + section : section) * scale + (c == '亿' ? 0 : total),
                    0,
                    null,
                    decimal.MaxValue
                );
            }
            else
            {
                var scale =
                    c == '十' ? 10m
                    : c == '百' ? 100m
                    : 1000m;
                if (scale >= smallest || (digit is null && c != '十'))
                {
                    return null;
                }

                (section, digit, smallest) = (section + ((digit ?? 1) * scale), null, scale);
            }
        }

        return total + section + (digit ?? 0);
    }
}
