using System.Globalization;
using PolicyTracker.Text.Folding;

namespace PolicyTracker.Text.Comparison;

/// <summary>What a piece of a statement is.</summary>
internal enum UnitKind
{
    /// <summary>A word in letters.</summary>
    Word,

    /// <summary>A number, however it is written.</summary>
    Number,

    /// <summary>One Chinese character.</summary>
    Han,

    /// <summary>A mark that says something: a currency, a sign, a comparison, a percentage, a fraction, a range.</summary>
    Sign,
}

/// <summary>A piece of a folded text that carries meaning; punctuation is none.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first folded position.</param>
/// <param name="End">Behind its last.</param>
/// <param name="Key">Two units say the same where their keys are the same.</param>
internal sealed record ContentUnit(UnitKind Kind, int Start, int End, string Key)
{
    /// <summary>Whether it is punctuation's opposite: a mark that says something wherever it stands.</summary>
    public static bool IsMeaningful(char c) => c is '%' or '‰' or '‱' or '°' or '§' or '#' or '№' or '×'
        || (c is not ('|' or '~') && char.GetUnicodeCategory(c) is UnicodeCategory.CurrencySymbol or UnicodeCategory.MathSymbol)
        || (char.GetUnicodeCategory(c) is UnicodeCategory.OtherNumber && SuperscriptDigit(c) is null && c is not (>= '\u2460' and <= '\u24FF'));

    /// <summary>The digit that a superscript stands for; null for any other character.</summary>
    public static char? SuperscriptDigit(char c) => "⁰¹²³⁴⁵⁶⁷⁸⁹".IndexOf(c, StringComparison.Ordinal) is var at && at >= 0 ? (char)('0' + at) : null;

    /// <summary>The units of a stretch of a folded text, in order.</summary>
    public static List<ContentUnit> Of(string folded, int start, int end)
    {
        var tokens = Token.Of(folded, start, end);
        var isUpper = !folded.AsSpan(start, end - start).ContainsAnyInRange('a', 'z');
        var units = new List<ContentUnit>(tokens.Count);
        for (var i = 0; i < tokens.Count;)
        {
            if (FootnoteMark(folded, tokens, i) is > 0 and var mark)
            {
                i += mark;
                continue;
            }

            if (string.CompareOrdinal(folded, tokens[i].Start, "百分之", 0, 3) == 0 && i + 3 < tokens.Count
                && NumberPhrase.Read(folded, tokens, i + 3) is { } share)
            {
                i += 3 + share.Tokens;
                units.Add(new(UnitKind.Number, tokens[i - share.Tokens].Start, tokens[i - 1].End, share.Key));
                units.Add(new(UnitKind.Sign, tokens[i - 1].End, tokens[i - 1].End, "percent"));
                continue;
            }

            if (NumberPhrase.Read(folded, tokens, i) is { } number)
            {
                units.Add(new(UnitKind.Number, tokens[i].Start, tokens[i + number.Tokens - 1].End, number.Key));
                i += number.Tokens;
                continue;
            }

            var token = tokens[i];
            var c = folded[token.Start];
            if (token.Kind is TokenKind.Word)
            {
                var isPerCent = i + 1 < tokens.Count && IsWord(folded, token, "per") && IsWord(folded, tokens[i + 1], "cent");
                var last = isPerCent ? tokens[++i] : token;
                var word = folded[token.Start..token.End];
                var isUnit = !isUpper && word.Length <= 4 && units is [.., { Kind: UnitKind.Number }];
                units.Add(new(UnitKind.Word, token.Start, last.End, isPerCent ? "percent" : isUnit ? Spelling.UnitKey(word) : Spelling.Key(word, isUpper)));
            }
            else if (token.Kind is TokenKind.Han && (char.IsLetter(c) || char.IsSurrogate(c) || c == '〇'))
            {
                units.Add(new(UnitKind.Han, token.Start, token.End, Spelling.Variant(folded[token.Start..token.End])));
            }
            else if (token.Kind is not TokenKind.Han && SignAt(folded, token.Start, start, end) is { } sign)
            {
                units.Add(new(UnitKind.Sign, token.Start, token.End, sign));
            }

            i++;
        }

        return units;
    }

    private static bool IsWord(string folded, Token token, string word) =>
        token.Kind is TokenKind.Word && folded.AsSpan(token.Start, token.End - token.Start).Equals(word, StringComparison.OrdinalIgnoreCase);

    // What the mark at a place says; null for punctuation.
    private static string? SignAt(string text, int at, int start, int end)
    {
        var c = text[at];
        char Left(int n) => at - n >= start ? text[at - n] : '\0';
        char Right(int n) => at + n < end ? text[at + n] : '\0';
        var isBeforeNumber = char.IsAsciiDigit(Right(1)) || (Right(1) == ' ' && char.IsAsciiDigit(Right(2)));
        var left = Left(1) == ' ' ? Left(2) : Left(1);
        switch (c)
        {
            case '%': return "percent";
            case '‰': return "permille";
            case '&': return "and";
            case '×': return "x";
            case '?': return "?";
            case '-' when isBeforeNumber && (char.IsAsciiDigit(left) || left is '%' or '‰' or '°'): return "range";
            case '-' when isBeforeNumber && (!char.IsLetterOrDigit(Left(1)) || Folds.IsWide(Left(1))): return "minus";
            case '~' when isBeforeNumber: return char.IsAsciiDigit(left) || left == '%' ? "range" : "about";
            case '≈': return "about";
            case '′' or '″' when char.IsAsciiDigit(left): return c.ToString();
            case '/' when char.IsLetterOrDigit(Left(1)) && char.IsLetterOrDigit(Right(1)): return "/";
            case ':' or '·' or '.' or ',' or '\'' when char.IsAsciiDigit(Left(1)) && char.IsAsciiDigit(Right(1)): return c.ToString();
        }

        // A small figure behind a unit is its power; behind a word or a full stop it is a footnote's.
        if (SuperscriptDigit(c) is { } digit)
        {
            var before = 1;
            while (SuperscriptDigit(Left(before)) is not null)
            {
                before++;
            }

            var letters = 0;
            while (letters < 4 && char.IsLetter(Left(before + letters)))
            {
                letters++;
            }

            return letters is 1 or 2 or 3 || char.IsAsciiDigit(Left(before)) ? "^" + digit : null;
        }

        return IsMeaningful(c) ? c.ToString() : null;
    }

    // "[4]", "(注3)", "〔12〕", "注3": how many tokens they are; 0 where none stands there.
    private static int FootnoteMark(string text, List<Token> tokens, int i)
    {
        char At(int n) => i + n < tokens.Count ? text[tokens[i + n].Start] : '\0';
        bool IsFigure(int n) => i + n < tokens.Count && tokens[i + n] is { Kind: TokenKind.Number } t && t.End - t.Start <= 3
            && text.AsSpan(t.Start, t.End - t.Start).IndexOfAnyExceptInRange('0', '9') < 0;
        // a letter, or a letter and figures: "[a1]"
        bool IsLetter(int n) => i + n < tokens.Count && tokens[i + n] is { Kind: TokenKind.Word } t
            && text.AsSpan(t.Start + 1, t.End - t.Start - 1).IndexOfAnyExceptInRange('0', '9') < 0;
        bool IsNote(int n) => At(n) is '注' or '註' || (i + n < tokens.Count && (IsWord(text, tokens[i + n], "note") || IsWord(text, tokens[i + n], "fn")));
        var inner = At(0) switch
        {
            '[' or '〔' or '【' => IsFigure(1) || IsLetter(1) ? 1 : IsNote(1) ? IsFigure(2) ? 2 : 1 : 0,
            '(' => IsNote(1) ? IsFigure(2) ? 2 : 1 : 0,
            _ => 0,
        };
        var isClosed = inner > 0 && At(inner + 1) is ']' or '〕' or '】' or ')';
        return isClosed ? inner + 2 : 0;
    }
}
