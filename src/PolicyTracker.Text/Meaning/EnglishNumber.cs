using System.Globalization;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Meaning;

/// <summary>Reads numbers in English words: twelve thousand, twenty-five, a dozen, half a million, twenty-first.</summary>
internal static class EnglishNumber
{
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

    /// <summary>What a word, in small letters, multiplies the number before it by; null for others.</summary>
    public static decimal? Scale(string lower) => Scales.TryGetValue(lower, out var scale) ? scale : null;

    /// <summary>Reads the number or ordinal that begins with a word.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="at">Which of them.</param>
    /// <returns>How many tokens it has, and its value in one spelling; null where no number begins.</returns>
    public static (int Tokens, string Key)? Read(string text, List<Token> tokens, int at)
    {
        var first = tokens[at].Lower(text);
        var begin =
            first == "half" && at + 1 < tokens.Count && tokens[at + 1].Lower(text) is "a" or "an" ? at + 2
            : first is "a" or "an" ? at + 1
            : at;
        if (begin == at + 2 && begin < tokens.Count && tokens[begin].Lower(text) is "per" or "percent" or "percentage")
        {
            return (2, "0.5"); // "half a per cent"
        }

        if (begin > at && (begin == tokens.Count || !IsScale(tokens[begin].Lower(text))))
        {
            return null; // "a million", "half a million"; else "a" counts nothing
        }

        if (Ordinals.TryGetValue(first, out var ordinal))
        {
            return (1, NumberKey.OfOrdinal(ordinal));
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
            && Ordinals.TryGetValue(tokens[at + 2].Lower(text), out var ones)
            && ones < 10
        )
        {
            return (3, NumberKey.OfOrdinal(tens + ones));
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

            var word = tokens[i].Lower(text);
            if (Small.TryGetValue(word, out var small))
            {
                if (!(last == decimal.MaxValue || last >= 100 || (last >= 20 && small is > 0 and < 10)))
                {
                    break; // "two three"
                }

                (part, last, next) = (part + small, small, i + 1);
            }
            else if (Scales.TryGetValue(word, out var scale) && part is > 0 and < NumberKey.Max)
            {
                (total, part) = scale <= 100 ? (total, part * scale) : (total + (part * scale), 0);
                (last, next) = (scale, i + 1);
            }
            else if (
                word == "and"
                && i > at
                && i + 2 < tokens.Count
                && tokens[i + 1].Lower(text) == "a"
                && tokens[i + 2].Lower(text) == "half"
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

        return (next - at, NumberKey.Of(total + part));
    }

    // Plain: what is generic over a number is compiled at each start of a process.
    private static Dictionary<string, decimal> Values(string pairs)
    {
        var words = pairs.Split(' ');
        var values = new Dictionary<string, decimal>(words.Length / 2, StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i += 2)
        {
            values[words[i]] = decimal.Parse(words[i + 1], CultureInfo.InvariantCulture);
        }

        return values;
    }
}
