using System.Globalization;
using PolicyTracker.Text.Folding;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Meaning;

/// <summary>Tells where a number ends: "40" does not end in "4060", nor "5" in "5.2", "5 million", "5%" or "5 %–9 %".</summary>
internal static class NumberBoundary
{
    private static readonly string[] MeasuresHan =
    [
        .. "元 美元 欧元 英镑 日元 港元 韩元 卢比 卢布 人民币 吨 公里 千米 海里 米 亩 公顷 平方 立方 公斤 千克 千瓦 兆瓦 倍 个百分点 个基点".Split(
            ' '
        ),
    ];

    /// <summary>Whether a folded position lies within a number, its sign, scale and unit included.</summary>
    public static bool Cuts(FoldedText folded, int at)
    {
        var text = folded.Text;
        var (l, r) = (text[at - 1] == ' ' ? at - 2 : at - 1, text[at] == ' ' ? at + 1 : at); // what stands beside it, less one space
        if (l < 0 || r >= text.Length)
        {
            return false;
        }

        var (left, right) = (text[l], text[r]);
        if (MeasureLength(text, at) > 0 || IsRangeWord(text, l, r) || IsWithinNumberWords(text, l, r))
        {
            return true;
        }

        if (ChineseNumber.IsNumeral(left) || (char.IsAsciiDigit(left) && ChineseNumber.IsScale(right)))
        {
            return ChineseNumber.IsNumeral(right) || char.IsAsciiDigit(right);
        }

        if (char.IsAsciiDigit(right))
        {
            return IsSign(folded, l) || IsGroup(text, l, r) || (IsRange(text, l) && EndsInMeasure(text, l));
        }

        var isNumber = char.IsAsciiDigit(left);
        return isNumber
                && (
                    right is '%' or '‰' or '°'
                    || IsCurrency(right)
                    || SignUnits.SuperscriptDigit(right) is not null
                    || char.GetUnicodeCategory(right) is UnicodeCategory.OtherNumber
                )
            || (SignUnits.SuperscriptDigit(right) is not null && r == at && IsShortWord(text, l))
            || (
                IsRange(text, r)
                && r + 1 < text.Length
                && char.IsAsciiDigit(text[r + 1] == ' ' && r + 2 < text.Length ? text[r + 2] : text[r + 1])
                && EndsInMeasure(text, r)
            )
            || (char.IsAsciiLetter(right) && (isNumber || char.IsAsciiLetter(left)) && IsScaled(text, l, r));
    }

    /// <summary>The length of the unit right behind a Chinese number: 5万|元. 0 where none stands there.</summary>
    public static int MeasureLength(string text, int at)
    {
        if (
            at == 0
            || at >= text.Length
            || !CharacterFolding.IsWide(text[at])
            || !(char.IsAsciiDigit(text[at - 1]) || ChineseNumber.IsNumeral(text[at - 1]))
        )
        {
            return 0;
        }

        var behind = text.AsSpan(at, Math.Min(4, text.Length - at));
        if (behind[0] == '成' && !(behind.Length > 1 && FractionPhrase.NotOfTenths.Contains(behind[1], StringComparison.Ordinal)))
        {
            return 1;
        }

        foreach (var measure in MeasuresHan)
        {
            if (behind.StartsWith(measure, StringComparison.Ordinal))
            {
                return measure.Length;
            }
        }

        return 0;
    }

    // "5%| to 9%", 5%至|9%; of a change ("from 5% to 9%") both ends are whole.
    private static bool IsRangeWord(string text, int l, int r)
    {
        if (text[l] is '至' or '到' || text[r] is '至' or '到')
        {
            var mark = text[l] is '至' or '到' ? l : r;
            return mark + 1 < text.Length
                && (char.IsAsciiDigit(text[mark + 1]) || ChineseNumber.IsNumeral(text[mark + 1]))
                && EndsInMeasure(text, mark)
                && !IsChange(text, mark);
        }

        var to =
            string.CompareOrdinal(text, r, "to ", 0, 3) == 0 && text[r - 1] == ' ' ? r
            : l > 1 && string.CompareOrdinal(text, l - 2, " to ", 0, 4) == 0 ? l - 1
            : -1;
        return to > 0 && to + 3 < text.Length && char.IsAsciiDigit(text[to + 3]) && EndsInMeasure(text, to) && !IsChange(text, to);
    }

    private static bool IsChange(string text, int at)
    {
        var before = text.AsSpan(Math.Max(0, at - 24), at - Math.Max(0, at - 24));
        return before.ContainsAny("由从自") || before.Contains("from ", StringComparison.OrdinalIgnoreCase);
    }

    // "one hundred and| five", "one hundred| and five"
    private static bool IsWithinNumberWords(string text, int l, int r)
    {
        if (!char.IsAsciiLetter(text[l]) || !char.IsAsciiLetter(text[r]) || r != l + 2)
        {
            return false;
        }

        var (left, right) = (WordAt(text, l, -1), WordAt(text, r, 1));
        return left == "and"
            ? l > 3 && EnglishNumber.IsScale(WordAt(text, l - 4, -1)) && EnglishNumber.IsNumberWord(right)
            : EnglishNumber.IsScale(left)
                && (
                    EnglishNumber.IsNumberWord(right)
                    || (right == "and" && r + 4 < text.Length && EnglishNumber.IsNumberWord(WordAt(text, r + 4, 1)))
                );
    }

    /// <summary>The letters from a place on, or up to it where the step is -1, in small letters.</summary>
    public static string WordAt(string text, int from, int step)
    {
        var to = from;
        while (to >= 0 && to < text.Length && char.IsAsciiLetter(text[to]))
        {
            to += step;
        }

        return (step > 0 ? text[from..to] : text[(to + 1)..(from + 1)]).ToLowerInvariant();
    }

    // A sign, a currency or a comparison that belongs to the number behind it.
    private static bool IsSign(FoldedText folded, int at)
    {
        var text = folded.Text;
        var c = text[at];
        return c switch
        {
            '-' => at + 1 < text.Length
                && (char.IsAsciiDigit(text[at + 1]) || folded.SourceAt(at) == '\u2212')
                && (at == 0 || !(WordBoundary.IsPart(text[at - 1]) || text[at - 1] is '%' or '‰' or '°')),
            '+' or '±' or '<' or '>' or '=' or '~' or '≈' or '≠' or '≮' or '≯' or '×' => true,
            _ => IsCurrency(c),
        };
    }

    /// <summary>Whether a character is the sign of a currency.</summary>
    public static bool IsCurrency(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.CurrencySymbol;

    private static bool IsRange(string text, int at) => text[at] is '-' or '~';

    // "12" before " 000"
    private static bool IsGroup(string text, int l, int r)
    {
        var digits = r;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        var first = l;
        while (first >= 0 && char.IsAsciiDigit(text[first]))
        {
            first--;
        }

        return r == l + 2
            && text[l + 1] == ' '
            && digits - r == 3
            && l - first is > 0 and <= 3
            && !(first >= 0 && WordBoundary.IsPart(text[first]));
    }

    // Whether a number, a share or a quantity ends right before a place: "5", "5 %", "5 million".
    private static bool EndsInMeasure(string text, int at)
    {
        var end = at > 0 && text[at - 1] == ' ' ? at - 1 : at;
        var start = Math.Max(0, end - 24);
        if (end == 0)
        {
            return false;
        }

        var tokens = Token.Of(text, start, end);
        var last = tokens.Count - 1;
        if (
            last >= 0
            && (tokens[last].Kind is TokenKind.Word || text[tokens[last].Start] is '%' or '‰' || IsCurrency(text[tokens[last].Start]))
        )
        {
            last--;
        }

        return last >= 0 && tokens[last].Kind is TokenKind.Number;
    }

    private static bool IsShortWord(string text, int at)
    {
        var from = at;
        while (from >= 0 && char.IsLetter(text[from]))
        {
            from--;
        }

        return at - from is 1 or 2 or 3;
    }

    // "5" before "million", "two" before "hundred", "5" before "per cent".
    private static bool IsScaled(string text, int l, int r)
    {
        var end = r;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        if (end - r > 8 || (end < text.Length && WordBoundary.IsPart(text[end])))
        {
            return false;
        }

        var word = text[r..end].ToLowerInvariant();
        var isShare = word is "percent" or "pct" || (word == "per" && string.CompareOrdinal(text, end, " cent", 0, 5) == 0);
        if (!isShare && !EnglishNumber.IsScale(word))
        {
            return false;
        }

        if (char.IsAsciiDigit(text[l]))
        {
            return true;
        }

        var from = l;
        while (from >= 0 && char.IsAsciiLetter(text[from]))
        {
            from--;
        }

        return EnglishNumber.IsNumberWord(text[(from + 1)..(l + 1)].ToLowerInvariant());
    }
}
