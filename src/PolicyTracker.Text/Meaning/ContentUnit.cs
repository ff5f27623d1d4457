using System.Globalization;
using PolicyTracker.Text.Folding;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Meaning;

/// <summary>A piece of a folded text that carries meaning; punctuation is none.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first folded position.</param>
/// <param name="End">Behind its last.</param>
/// <param name="Key">Two units say the same where their keys are the same.</param>
internal sealed record ContentUnit(UnitKind Kind, int Start, int End, string Key)
{
    // What may be numbered in Roman figures.
    private static readonly HashSet<string> NumberedParts = WordSet.Of(
        """
        part chapter title phase stage tier section article annex appendix schedule volume book class category level type
        table figure pillar objective goal grade
        """
    );

    private static readonly string[] RomanFigures = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".Split(' ');

    /// <summary>How many folded characters it has; none where another unit stands for them.</summary>
    public int Length => End - Start;

    /// <summary>The units of a stretch of a folded text, in order.</summary>
    public static List<ContentUnit> Of(string folded, int start, int end)
    {
        var tokens = Token.Of(folded, start, end);
        var isUpper = !folded.AsSpan(start, end - start).ContainsAnyInRange('a', 'z');
        var isChinese = tokens.Exists(t => t.Kind is TokenKind.Han && folded[t.Start] is >= '\u3400' and <= '\u9FFF');
        var units = new List<ContentUnit>(tokens.Count);
        for (var i = 0; i < tokens.Count; )
        {
            if (FootnoteMark.Length(folded, tokens, i) is > 0 and var mark)
            {
                i += mark;
                continue;
            }

            if (Quantity(folded, tokens, i, units, isChinese) is > 0 and var read)
            {
                i += read;
                continue;
            }

            var token = tokens[i];
            var c = folded[token.Start];
            if (token.Kind is TokenKind.Word && !IsRangeWord(folded, tokens, i, units))
            {
                i += WordUnits.Add(folded, tokens, i, units, isUpper);
                continue;
            }
            else if (IsRangeWord(folded, tokens, i, units))
            {
                units.Add(new(UnitKind.Sign, token.Start, token.End, "range"));
            }
            else if (
                c == '千'
                && i + 1 < tokens.Count
                && units is [.., { Kind: UnitKind.Number }]
                && folded[tokens[i + 1].Start] is '克' or '米'
            )
            {
                // 千克 is 公斤, 千米 is 公里
                units.Add(new(UnitKind.Han, token.Start, token.End, "公"));
                units.Add(new(UnitKind.Han, tokens[++i].Start, tokens[i].End, folded[tokens[i].Start] == '克' ? "斤" : "里"));
            }
            else if (token.Kind is TokenKind.Han && (char.IsLetter(c) || char.IsSurrogate(c) || c == '〇'))
            {
                units.Add(new(UnitKind.Han, token.Start, token.End, Spelling.Variant(folded[token.Start..token.End])));
            }
            else if (
                token.Kind is not TokenKind.Han
                && (token.End == token.Start + 2 ? folded[token.Start..token.End] : SignUnits.At(folded, token.Start, start, end))
                    is { } sign
            )
            {
                units.Add(new(UnitKind.Sign, token.Start, token.End, sign));
            }

            i++;
        }

        return units;
    }

    // A day, a time, a share, a sum of money or another number; how many tokens it has, 0 where none begins.
    private static int Quantity(string text, List<Token> tokens, int i, List<ContentUnit> units, bool isChinese)
    {
        void Add(int first, int count, string key) =>
            units.Add(new(UnitKind.Number, tokens[first].Start, tokens[first + count - 1].End, key));
        void AddSign(int at, string key) => units.Add(new(UnitKind.Sign, tokens[at].End, tokens[at].End, key));
        if (DatePhrase.Read(text, tokens, i) is { } date)
        {
            units.Add(new(UnitKind.Date, tokens[i].Start, tokens[i + date.Tokens - 1].End, date.Key));
            return date.Tokens;
        }

        if (FractionPhrase.Read(text, tokens, i) is { } fraction)
        {
            Add(i, fraction.Tokens, fraction.Key);
            if (fraction.Scale is { } scale)
            {
                AddSign(i + fraction.Tokens - 1, scale);
            }

            return fraction.Tokens;
        }

        if (
            Currency(text, tokens, i, units, isChinese) is { Tokens: > 0 } currency
            && NumberPhrase.Read(text, tokens, i + currency.Tokens, isMoney: true) is { } sum
        )
        {
            // "$2" is "2 dollars"
            Add(i + currency.Tokens, sum.Tokens, sum.Key);
            units.Add(new(UnitKind.Sign, tokens[i].Start, tokens[i + currency.Tokens - 1].End, currency.Key));
            return currency.Tokens + sum.Tokens;
        }

        if (NumberPhrase.Read(text, tokens, i) is { } number)
        {
            Add(i, number.Tokens, number.Key);
            return number.Tokens;
        }

        if (Roman(text, tokens, i, units) is { } roman)
        {
            Add(i, 1, roman);
            return 1;
        }

        return 0;
    }

    // "$", "US$", "EUR", "Rs." before a number.
    private static (int Tokens, string Key) Currency(string text, List<Token> tokens, int i, List<ContentUnit> units, bool isChinese)
    {
        bool IsNumber(int n) => n < tokens.Count && tokens[n].Kind is TokenKind.Number;
        bool IsSign(int n) => n < tokens.Count && char.GetUnicodeCategory(text[tokens[n].Start]) is UnicodeCategory.CurrencySymbol;
        if (IsSign(i) && IsNumber(i + 1))
        {
            return (1, UnitName.OfSign(text[tokens[i].Start], "", isChinese));
        }

        if (tokens[i].Kind is not TokenKind.Word)
        {
            return default;
        }

        var word = text.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start);
        if (
            word.Length <= 3
            && !word.ContainsAnyExceptInRange('A', 'Z')
            && IsSign(i + 1)
            && tokens[i + 1].Start == tokens[i].End
            && IsNumber(i + 2)
        )
        {
            return (2, UnitName.OfSign(text[tokens[i + 1].Start], word.ToString(), isChinese));
        }

        var dot = i + 1 < tokens.Count && text[tokens[i + 1].Start] == '.' ? 1 : 0;
        return units is not [.., { Kind: UnitKind.Number }] && UnitName.CodeBefore(word) is { } code && IsNumber(i + 1 + dot)
            ? (1 + dot, code)
            : default;
    }

    // "Part IV"
    private static string? Roman(string text, List<Token> tokens, int i, List<ContentUnit> units)
    {
        if (
            tokens[i].Kind is not TokenKind.Word
            || units is not [.., { Kind: UnitKind.Word } before]
            || !NumberedParts.Contains(before.Key)
        )
        {
            return null;
        }

        return Array.IndexOf(RomanFigures, text[tokens[i].Start..tokens[i].End]) is >= 0 and var value
            ? (value + 1).ToString(CultureInfo.InvariantCulture)
            : null;
    }

    // "5 to 9", 5至9: a range is written with a dash as well.
    private static bool IsRangeWord(string text, List<Token> tokens, int i, List<ContentUnit> units) =>
        (tokens[i].IsWord(text, "to") || text[tokens[i].Start] is '至' or '到')
        && i + 1 < tokens.Count
        && units is [.., { Kind: UnitKind.Number } or { Key: FractionPhrase.Percent }]
        && NumberPhrase.Read(text, tokens, i + 1) is not null;
}
