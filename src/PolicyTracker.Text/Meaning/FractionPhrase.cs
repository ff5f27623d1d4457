using System.Globalization;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Meaning;

/// <summary>
/// Reads parts of a whole: 1/2, ½, half of, two thirds, three-quarters, 三分之一, 百分之三十, 三成, 一半. Those that are a plain share are
/// read as per cent.
/// </summary>
internal static class FractionPhrase
{
    /// <summary>The key of what stands behind a number that is a share of a hundred.</summary>
    public const string Percent = "percent";

    /// <summary>成 before one of these begins another word: 三成功, 八成员国.</summary>
    public const string NotOfTenths = "立为功本果员长就年熟都分交品效套人因";

    private static readonly string[] Parts = ["", "", "half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    /// <summary>Reads the fraction that begins with a token.</summary>
    /// <returns>
    /// How many tokens it has, its number in one spelling, and whether that is a share of a hundred; null where none begins.
    /// </returns>
    public static (int Tokens, string Key, string? Scale)? Read(string text, List<Token> tokens, int at) =>
        (
            tokens[at].Kind switch
            {
                TokenKind.Mark => Sign(text[tokens[at].Start]) is { } sign ? Of(1, sign.Part, sign.Whole) : null,
                TokenKind.Word => Words(text, tokens, at),
                _ => Slash(text, tokens, at) ?? Chinese(text, tokens, at),
            }
        );

    /// <summary>What a sign such as ½ means; null for any other character.</summary>
    public static (int Part, int Whole)? Sign(char c) =>
        c switch
        {
            '½' => (1, 2),
            '⅓' => (1, 3),
            '⅔' => (2, 3),
            '¼' => (1, 4),
            '¾' => (3, 4),
            '⅕' => (1, 5),
            '⅖' => (2, 5),
            '⅗' => (3, 5),
            '⅘' => (4, 5),
            '⅙' => (1, 6),
            '⅚' => (5, 6),
            '⅛' => (1, 8),
            '⅜' => (3, 8),
            '⅝' => (5, 8),
            '⅞' => (7, 8),
            '⅐' => (1, 7),
            '⅑' => (1, 9),
            '⅒' => (1, 10),
            _ => null,
        };

    // 1/2; but 2/4, 24/7 and 1/2/2027 are dates or names
    private static (int Tokens, string Key, string? Scale)? Slash(string text, List<Token> tokens, int at)
    {
        bool IsSlash(int i) => i >= 0 && i < tokens.Count && text[tokens[i].Start] == '/';
        if (
            !IsSlash(at + 1)
            || IsSlash(at - 1)
            || IsSlash(at + 3)
            || at + 2 >= tokens.Count
            || tokens[at + 2].Kind is not TokenKind.Number
            || tokens[at].End != tokens[at + 1].Start
            || tokens[at + 1].End != tokens[at + 2].Start
        )
        {
            return null;
        }

        var (part, whole) = (Small(text, tokens[at]), Small(text, tokens[at + 2]));
        return part > 0 && part < whole && Gcd(part, whole) == 1 ? Of(3, part, whole) : null;
    }

    // two thirds, three-quarters, one half of, a third of, half of
    private static (int Tokens, string Key, string? Scale)? Words(string text, List<Token> tokens, int at)
    {
        string Lower(int i) =>
            i < tokens.Count && tokens[i].Kind is TokenKind.Word ? text[tokens[i].Start..tokens[i].End].ToLowerInvariant() : "";
        var first = Lower(at);
        if (
            first == "half"
            && Lower(at + 1) == "of"
            && !(at > 0 && (EnglishNumber.IsOrdinalWord(Lower(at - 1)) || Lower(at - 1) is "last" or "other"))
        )
        {
            return Of(1, 1, 2);
        }

        var part = first is "a" or "one" ? 1 : EnglishNumber.Digit(first);
        var name = at + 1 < tokens.Count && text[tokens[at + 1].Start] == '-' ? at + 2 : at + 1;
        var isMany = Lower(name) is [.., 's'];
        var whole = part is null || Lower(name).Length == 0 ? -1 : Array.IndexOf(Parts, isMany ? Lower(name)[..^1] : Lower(name));
        return whole > 1 && part < whole && isMany == (part > 1) && (isMany || Lower(name + 1) == "of")
            ? Of(name + 1 - at, part!.Value, whole)
            : null;
    }

    private static (int Tokens, string Key, string? Scale)? Chinese(string text, List<Token> tokens, int at)
    {
        char At(int i) => i < tokens.Count ? text[tokens[i].Start] : '\0';
        if (At(at) == '一' && At(at + 1) == '半')
        {
            return Of(2, 1, 2);
        }

        if (
            At(at + 1) == '分'
            && At(at + 2) == '之'
            && At(at) is '百' or '千'
            && at + 3 < tokens.Count
            && NumberPhrase.Read(text, tokens, at + 3) is { } share
        )
        {
            return (3 + share.Tokens, share.Key, At(at) == '百' ? Percent : "permille");
        }

        if (
            NumberPhrase.Read(text, tokens, at) is not { } number
            || !int.TryParse(number.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        )
        {
            return null;
        }

        var next = at + number.Tokens;
        if (
            At(next) == '分'
            && At(next + 1) == '之'
            && next + 2 < tokens.Count
            && NumberPhrase.Read(text, tokens, next + 2) is { } part
            && int.TryParse(part.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var parts)
            && value is > 1 and <= 100
            && parts > 0
        )
        {
            return Of(next + 2 + part.Tokens - at, parts, value);
        }

        return At(next) == '成' && value is >= 1 and <= 9 && !NotOfTenths.Contains(At(next + 1), StringComparison.Ordinal)
            ? Of(next + 1 - at, value, 10)
            : null;
    }

    private static (int Tokens, string Key, string? Scale) Of(int count, int part, int whole)
    {
        var common = Gcd(part, whole);
        return 1000 * part % whole == 0
            ? (count, (100m * part / whole).ToString("0.###", CultureInfo.InvariantCulture), Percent)
            : (count, $"{part / common}/{whole / common}", null);
    }

    private static int Small(string text, Token token) =>
        token.End - token.Start <= 2
        && int.TryParse(text.AsSpan(token.Start, token.End - token.Start), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        && value <= 10
            ? value
            : 0;

    private static int Gcd(int a, int b) => b == 0 ? a : Gcd(b, a % b);
}
