using System.Globalization;
using System.Text.RegularExpressions;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Meaning;

/// <summary>
/// Reads numbers however they are written: 12,000, 12 000, 12k, 12 thousand, twelve thousand, a dozen, 1.2万, 一万二千; and ordinals:
/// 21st, twenty-first.
/// </summary>
internal static partial class NumberPhrase
{
    private const decimal Most = 1e15m; // what is greater is read by its digits alone

    private const string HanDigits = "零一二三四五六七八九",
        HanScales = "十百千万亿";

    private static readonly Dictionary<string, decimal> Small = Values(
        "zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15 "
            + "sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90"
    );

    private static readonly Dictionary<string, decimal> Ordinals = Values(
        "first 1 second 2 third 3 fourth 4 fifth 5 sixth 6 seventh 7 eighth 8 ninth 9 tenth 10 eleventh 11 twelfth 12 thirteenth 13 fourteenth 14 "
            + "fifteenth 15 sixteenth 16 seventeenth 17 eighteenth 18 nineteenth 19 twentieth 20 thirtieth 30 fortieth 40 fiftieth 50"
    );

    private static readonly Dictionary<string, decimal> Scales = Values(
        "dozen 12 hundred 100 thousand 1000 lakh 100000 lakhs 100000 million 1000000 millions 1000000 mn 1000000 mln 1000000 crore 10000000 crores 10000000 "
            + "billion 1000000000 billions 1000000000 bn 1000000000 trillion 1000000000000 tn 1000000000000"
    );

    /// <summary>Whether a word, in small letters, is a number or the scale of one.</summary>
    public static bool IsNumberWord(string lower) => Small.ContainsKey(lower) || Scales.ContainsKey(lower);

    /// <summary>Whether a word, in small letters, multiplies the number before it.</summary>
    public static bool IsScale(string lower) => Scales.ContainsKey(lower);

    /// <summary>Whether a word, in small letters, says which one in a row: "third".</summary>
    public static bool IsOrdinalWord(string lower) => Ordinals.ContainsKey(lower);

    /// <summary>The value of a word, in small letters, from one to nine; null for others.</summary>
    public static int? Digit(string lower) => Small.TryGetValue(lower, out var value) && value is > 0 and < 10 ? (int)value : null;

    /// <summary>Whether the letters right behind the figures of a token make them an ordinal: 21st.</summary>
    public static bool HasOrdinalEnding(string text, List<Token> tokens, int at) =>
        at + 1 < tokens.Count
        && tokens[at + 1].Start == tokens[at].End
        && tokens[at + 1].Kind is TokenKind.Word
        && Lower(text, tokens[at + 1]) is "st" or "nd" or "rd" or "th";

    /// <summary>Whether a character is a Chinese numeral.</summary>
    public static bool IsHanNumeral(char c) =>
        c is '〇' or '两' or '兩' or '萬' or '億' || HanDigits.Contains(c, StringComparison.Ordinal) || IsHanScale(c);

    /// <summary>Whether a character multiplies the Chinese number before it.</summary>
    public static bool IsHanScale(char c) => c is '萬' or '億' || HanScales.Contains(c, StringComparison.Ordinal);

    /// <summary>Reads the number that begins with a token.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="at">Which of them.</param>
    /// <param name="isMoney">Whether a currency stands before it, so that "m" means million and "b" billion.</param>
    /// <returns>How many tokens it has, and its value in one spelling; null where no number begins.</returns>
    public static (int Tokens, string Key)? Read(string text, List<Token> tokens, int at, bool isMoney = false) =>
        tokens[at].Kind switch
        {
            TokenKind.Number => Figures(text, tokens, at, isMoney),
            TokenKind.Word => Spelled(text, tokens, at),
            TokenKind.Han when IsHanNumeral(text[tokens[at].Start]) && !IsThousandOfUnit(text, tokens[at].Start) => Chinese(
                text,
                tokens,
                at
            ),
            _ => null,
        };

    private static (int Tokens, string Key) Figures(string text, List<Token> tokens, int at, bool isMoney)
    {
        var next = at + 1;
        var digits = text[tokens[at].Start..tokens[at].End];
        if (FirstGroup().IsMatch(digits))
        {
            for (; Group(text, tokens, next) is { Tokens: > 0 } group; next += group.Tokens)
            {
                digits += group.Digits;
            }
        }

        if (TwoWays().IsMatch(digits) || Value(digits) is not { } value)
        {
            return (next - at, digits);
        }

        if (next < tokens.Count && tokens[next].Kind is TokenKind.Han && IsHanScale(text[tokens[next].Start]))
        {
            return Chinese(text, tokens, at) ?? (next - at, Key(value));
        }

        if (next == at + 1 && HasOrdinalEnding(text, tokens, at))
        {
            return (2, Ordinal(value));
        }

        var isTight = next < tokens.Count && tokens[next].Start == tokens[next - 1].End;
        if (isTight && FractionPhrase.Sign(text[tokens[next].Start]) is { } fraction)
        {
            return (next + 1 - at, Key(value + Math.Round((decimal)fraction.Part / fraction.Whole, 6))); // 5½
        }

        if (
            isTight
            && Lower(text, tokens[next]) switch
            {
                "k" => 1e3m,
                "m" when isMoney => 1e6m,
                "b" when isMoney => 1e9m,
                _ => 0,
            }
                is > 0
                    and var letter
        )
        {
            return (next + 1 - at, Key(value * letter));
        }

        for (
            ;
            next < tokens.Count
                && tokens[next].Kind is TokenKind.Word
                && value < Most
                && Scales.TryGetValue(Lower(text, tokens[next]), out var scale);
            next++
        )
        {
            value *= scale;
        }

        return (next - at, Key(value));
    }

    // Three figures behind a space or an apostrophe: "12 000", "1'204.5".
    private static (int Tokens, string Digits) Group(string text, List<Token> tokens, int i)
    {
        var isMarked = i + 1 < tokens.Count && text[tokens[i].Start] == '\'' && tokens[i].Start == tokens[i - 1].End;
        var n = isMarked ? i + 1 : i;
        if (n >= tokens.Count || tokens[n].Kind is not TokenKind.Number || tokens[n].Start != tokens[n - 1].End + (isMarked ? 0 : 1))
        {
            return (0, "");
        }

        var digits = text[tokens[n].Start..tokens[n].End];
        return LaterGroup().IsMatch(digits) ? (n - i + 1, digits) : (0, "");
    }

    private static decimal? Value(string digits)
    {
        var plain =
            Thousands().IsMatch(digits) || Lakhs().IsMatch(digits) ? digits.Replace(",", "", StringComparison.Ordinal)
            : DottedThousands().IsMatch(digits) ? digits.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
            : DecimalComma().IsMatch(digits) ? digits.Replace(',', '.')
            : digits;
        var isCode = plain.Length > 1 && plain[0] == '0' && plain[1] != '.'; // 007 is no 7
        return
            !isCode && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < Most
            ? value
            : null;
    }

    private static (int Tokens, string Key)? Spelled(string text, List<Token> tokens, int at)
    {
        var first = Lower(text, tokens[at]);
        var begin =
            first == "half" && at + 1 < tokens.Count && Lower(text, tokens[at + 1]) is "a" or "an" ? at + 2
            : first is "a" or "an" ? at + 1
            : at;
        if (begin == at + 2 && begin < tokens.Count && Lower(text, tokens[begin]) is "per" or "percent" or "percentage")
        {
            return (2, "0.5"); // "half a per cent"
        }

        if (begin > at && (begin == tokens.Count || !IsScale(Lower(text, tokens[begin]))))
        {
            return null; // "a million", "half a million"; else "a" counts nothing
        }

        if (Ordinals.TryGetValue(first, out var ordinal))
        {
            return (1, Ordinal(ordinal));
        }

        if (begin == at && !Small.ContainsKey(first))
        {
            return null;
        }

        if (
            Small.TryGetValue(first, out var tens)
            && tens >= 20
            && at + 2 < tokens.Count
            && text[tokens[at + 1].Start] == '-'
            && Ordinals.TryGetValue(Lower(text, tokens[at + 2]), out var ones)
            && ones < 10
        )
        {
            return (3, Ordinal(tens + ones));
        }

        var (total, part, last, next) = (
            0m,
            begin == at ? 0m
            : first == "half" ? 0.5m
            : 1m,
            begin == at ? decimal.MaxValue : 1m,
            at
        );
        for (var i = begin; i < tokens.Count; i++)
        {
            if (tokens[i].Kind is TokenKind.Mark && text[tokens[i].Start] == '-' && i > at)
            {
                continue; // "twenty-five"
            }

            if (tokens[i].Kind is not TokenKind.Word)
            {
                break;
            }

            var word = Lower(text, tokens[i]);
            if (Small.TryGetValue(word, out var small))
            {
                if (!(last == decimal.MaxValue || last >= 100 || (last >= 20 && small is > 0 and < 10)))
                {
                    break; // "two three"
                }

                (part, last, next) = (part + small, small, i + 1);
            }
            else if (Scales.TryGetValue(word, out var scale) && part is > 0 and < Most)
            {
                (total, part) = scale <= 100 ? (total, part * scale) : (total + (part * scale), 0);
                (last, next) = (scale, i + 1);
            }
            else if (
                word == "and"
                && i > at
                && i + 2 < tokens.Count
                && Lower(text, tokens[i + 1]) == "a"
                && Lower(text, tokens[i + 2]) == "half"
            )
            {
                (part, last, next) = (part + 0.5m, 1, i + 3); // "one and a half million"
                i += 2;
            }
            else if (!(word == "and" && last >= 100 && i > at))
            {
                break;
            }
        }

        return (next - at, Key(total + part));
    }

    // 一万二千, 二〇二六, 1.2万, 3万5千.
    private static (int Tokens, string Key)? Chinese(string text, List<Token> tokens, int at)
    {
        var next = at;
        while (
            next < tokens.Count
            && (next == at || tokens[next].Start == tokens[next - 1].End)
            && (tokens[next].Kind is TokenKind.Number || (tokens[next].Kind is TokenKind.Han && IsHanNumeral(text[tokens[next].Start])))
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
        if (run.All(c => HanDigits.Contains(c, StringComparison.Ordinal)))
        {
            // 三五 may be "three to five"
            return run.Length == 1 || run.Length >= 3 || run.Contains('零', StringComparison.Ordinal)
                ? (next - at, Key(run.Aggregate(0m, (sum, c) => (sum * 10) + HanDigits.IndexOf(c, StringComparison.Ordinal))))
                : (next - at, run);
        }

        return (next - at, ChineseValue(run) is { } value ? Key(value) : run);
    }

    // 千 of 千克, 千米, 千瓦 belongs to the unit.
    private static bool IsThousandOfUnit(string text, int at) =>
        text[at] == '千' && at + 1 < text.Length && text[at + 1] is '克' or '米' or '瓦' or '卡' or '帕' or '赫' or '伏' or '字';

    private static decimal? ChineseValue(string run)
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

                if (digit is not null || Value(run[i..end]) is not { } value)
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
            else if (HanDigits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var small)
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
                if ((section == 0 && total == 0) || total + section > Most)
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

    // Not the number itself: the third is none of three.
    private static string Ordinal(decimal value) => "#" + Key(value);

    private static string Key(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    private static string Lower(string text, Token token) => text[token.Start..token.End].ToLowerInvariant();

    private static Dictionary<string, decimal> Values(string pairs) =>
        pairs.Split(' ').Chunk(2).ToDictionary(p => p[0], p => decimal.Parse(p[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    [GeneratedRegex(@"^\d{1,3}$")]
    private static partial Regex FirstGroup();

    [GeneratedRegex(@"^\d{3}([.,]\d+)?$")]
    private static partial Regex LaterGroup();

    [GeneratedRegex(@"^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^\d{1,2}(,\d{2})+,\d{3}$")]
    private static partial Regex Lakhs();

    [GeneratedRegex(@"^\d{1,3}(\.\d{3}){2,}(,\d+)?$")]
    private static partial Regex DottedThousands();

    // "1.500": fifteen hundred to some, one and a half to others
    [GeneratedRegex(@"^[1-9]\d{0,2}\.\d{3}$")]
    private static partial Regex TwoWays();

    [GeneratedRegex(@"^\d+,(\d{1,2}|\d{4,})$")]
    private static partial Regex DecimalComma();
}
