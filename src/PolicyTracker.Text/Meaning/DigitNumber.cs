using System.Globalization;
using System.Text.RegularExpressions;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Meaning;

/// <summary>Reads numbers that begin with digits: 12,000, 12 000, 12k, 12 thousand, 21st, 1.2万.</summary>
internal static partial class DigitNumber
{
    /// <summary>Whether the letters right behind the figures of a token make them an ordinal: 21st.</summary>
    public static bool HasOrdinalEnding(string text, List<Token> tokens, int at) =>
        at + 1 < tokens.Count
        && tokens[at + 1].Start == tokens[at].End
        && tokens[at + 1].Kind is TokenKind.Word
        && tokens[at + 1].Lower(text) is "st" or "nd" or "rd" or "th";

    /// <summary>Reads the number that begins with digits.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="at">Which of them.</param>
    /// <param name="isMoney">Whether a currency stands before it, so that "m" means million and "b" billion.</param>
    /// <returns>How many tokens it has, and its value in one spelling.</returns>
    public static (int Tokens, string Key) Read(string text, List<Token> tokens, int at, bool isMoney)
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

        if (next < tokens.Count && tokens[next].Kind is TokenKind.Han && ChineseNumber.IsScale(text[tokens[next].Start]))
        {
            return ChineseNumber.Read(text, tokens, at) ?? (next - at, NumberKey.Of(value));
        }

        if (next == at + 1 && HasOrdinalEnding(text, tokens, at))
        {
            return (2, NumberKey.OfOrdinal(value));
        }

        var isTight = next < tokens.Count && tokens[next].Start == tokens[next - 1].End;
        if (isTight && FractionPhrase.Sign(text[tokens[next].Start]) is { } fraction)
        {
            return (next + 1 - at, NumberKey.Of(value + Math.Round((decimal)fraction.Part / fraction.Whole, 6))); // 5½
        }

        if (
            isTight
            && tokens[next].Lower(text) switch
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
            return (next + 1 - at, NumberKey.Of(value * letter));
        }

        for (
            ;
            next < tokens.Count
                && tokens[next].Kind is TokenKind.Word
                && value < NumberKey.Max
                && EnglishNumber.Scale(tokens[next].Lower(text)) is { } scale;
            next++
        )
        {
            value *= scale;
        }

        return (next - at, NumberKey.Of(value));
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

    /// <summary>The value of digits with their marks; null where they are a code, or too great.</summary>
    public static decimal? Value(string digits)
    {
        var plain =
            Thousands().IsMatch(digits) || Lakhs().IsMatch(digits) ? digits.Replace(",", "", StringComparison.Ordinal)
            : DottedThousands().IsMatch(digits) ? digits.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
            : DecimalComma().IsMatch(digits) ? digits.Replace(',', '.')
            : digits;
        var isCode = plain.Length > 1 && plain[0] == '0' && plain[1] != '.'; // 007 is no 7
        return
            !isCode
            && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value < NumberKey.Max
            ? value
            : null;
    }

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
