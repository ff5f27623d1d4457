using System.Globalization;
using PolicyTracker.Text.Folding;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Meaning;

/// <summary>What a piece of a statement is.</summary>
internal enum UnitKind
{
    /// <summary>A word in letters.</summary>
    Word,

    /// <summary>A number, however it is written.</summary>
    Number,

    /// <summary>One Chinese character.</summary>
    Han,

    /// <summary>A day, a time or a range of years, however it is written.</summary>
    Date,

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
    // Auxiliary verbs before "n't", which may have lost its apostrophe.
    private static readonly HashSet<string> Auxiliaries =
    [
        .. "do does did is are was were should could would has have had must need might".Split(' '),
    ];

    private static readonly string[] RomanFigures = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".Split(' ');

    /// <summary>How many folded characters it has; none where another unit stands for them.</summary>
    public int Length => End - Start;

    /// <summary>Whether it is punctuation's opposite: a mark that says something wherever it stands.</summary>
    public static bool IsMeaningful(char c) =>
        c is '%' or '‰' or '‱' or '°' or '§' or '#' or '№' or '×'
        || (c is not ('|' or '~') && char.GetUnicodeCategory(c) is UnicodeCategory.CurrencySymbol or UnicodeCategory.MathSymbol)
        || (
            char.GetUnicodeCategory(c) is UnicodeCategory.OtherNumber
            && SuperscriptDigit(c) is null
            && c is not (>= '\u2460' and <= '\u24FF')
        );

    /// <summary>The digit that a superscript stands for; null for any other character.</summary>
    public static char? SuperscriptDigit(char c) =>
        "⁰¹²³⁴⁵⁶⁷⁸⁹".IndexOf(c, StringComparison.Ordinal) is var at && at >= 0 ? (char)('0' + at) : null;

    /// <summary>The units of a stretch of a folded text, in order.</summary>
    public static List<ContentUnit> Of(string folded, int start, int end)
    {
        var tokens = Token.Of(folded, start, end);
        var isUpper = !folded.AsSpan(start, end - start).ContainsAnyInRange('a', 'z');
        var isChinese = tokens.Exists(t => t.Kind is TokenKind.Han && folded[t.Start] is >= '\u3400' and <= '\u9FFF');
        var units = new List<ContentUnit>(tokens.Count);
        for (var i = 0; i < tokens.Count; )
        {
            if (FootnoteMark(folded, tokens, i) is > 0 and var mark)
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
                i += Word(folded, tokens, i, units, isUpper);
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
                && (token.End == token.Start + 2 ? folded[token.Start..token.End] : SignAt(folded, token.Start, start, end)) is { } sign
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
            || units
                is not [
                    ..,
                    {
                        Kind: UnitKind.Word,
                        Key: "part"
                            or "chapter"
                            or "title"
                            or "phase"
                            or "stage"
                            or "tier"
                            or "section"
                            or "article"
                            or "annex"
                            or "appendix"
                            or "schedule"
                            or "volume"
                            or "book"
                            or "class"
                            or "category"
                            or "level"
                            or "type"
                            or "table"
                            or "figure"
                            or "pillar"
                            or "objective"
                            or "goal"
                            or "grade"
                    },
                ]
        )
        {
            return null;
        }

        return Array.IndexOf(RomanFigures, text[tokens[i].Start..tokens[i].End]) is >= 0 and var value
            ? (value + 1).ToString(CultureInfo.InvariantCulture)
            : null;
    }

    // Adds the unit or units of a word; how many tokens they have.
    private static int Word(string text, List<Token> tokens, int i, List<ContentUnit> units, bool isUpper)
    {
        var token = tokens[i];
        var word = text[token.Start..token.End];
        Token? Next(int n) => i + n < tokens.Count ? tokens[i + n] : null;
        void Add(int start, int end, string key) => units.Add(new(UnitKind.Word, start, end, key));
        if (Next(1) is { } cent && IsWord(text, token, "per") && IsWord(text, cent, "cent"))
        {
            Add(token.Start, cent.End, FractionPhrase.Percent);
            return 2;
        }

        if (Contraction(word) is { } parts)
        {
            Add(token.Start, token.Start + parts.Length, parts.First);
            Add(token.Start + parts.Length, token.End, parts.Second);
            return 1;
        }

        var behindNumber = units is [.., { Kind: UnitKind.Number }];
        if (behindNumber || units is [.., { Kind: UnitKind.Sign, Key: "dollar" }])
        {
            var dot = Next(1) is { } mark && text[mark.Start] == '.' ? 1 : 0;
            if (
                word is "sq" or "Sq" or "square" or "cubic" or "cu"
                && Next(1 + dot) is { Kind: TokenKind.Word } measure
                && UnitName.Behind(text[measure.Start..measure.End]) is { } length
            )
            {
                Add(measure.Start, measure.End, length);
                units.Add(new(UnitKind.Sign, token.Start, token.End, word[0] is 'c' ? "^3" : "^2"));
                return 2 + dot;
            }

            if (word == "US" && Next(1) is { } dollars && (IsWord(text, dollars, "dollars") || IsWord(text, dollars, "dollar")))
            {
                Add(token.Start, dollars.End, "USD");
                return 2;
            }

            if (word is ['m', '2' or '3'] or ['k' or 'c' or 'm', 'm', '2' or '3'])
            {
                Add(token.Start, token.End - 1, UnitName.Behind(word[..^1])!);
                units.Add(new(UnitKind.Sign, token.End - 1, token.End, "^" + word[^1]));
                return 1;
            }

            if (UnitName.Behind(isUpper ? word.ToLowerInvariant() : word) is { } unit)
            {
                Add(token.Start, token.End, unit);
                return 1;
            }
        }

        var isBesideNumber =
            behindNumber
            || Next(1) is { Kind: TokenKind.Number }
            || (Next(1) is { } stop && text[stop.Start] == '.' && Next(2) is { Kind: TokenKind.Number });
        Add(token.Start, token.End, (isBesideNumber && word.Length < 5 ? DatePhrase.Month(word) : null) ?? Spelling.Key(word, isUpper));
        return 1;
    }

    // "doesn't" is "does not", "cannot" is "can not", "they're" is "they are".
    private static (int Length, string First, string Second)? Contraction(string word)
    {
        var lower = word.ToLowerInvariant();
        return lower switch
        {
            "won't" or "wont" => (2, "will", "not"),
            "can't" or "cant" => (2, "can", "not"),
            "cannot" => (3, "can", "not"),
            "shan't" or "shant" => (3, "shall", "not"),
            _ when lower.Length > 4 && lower.EndsWith("nt", StringComparison.Ordinal) && Auxiliaries.Contains(lower[..^2]) => (
                lower.Length - 2,
                lower[..^2],
                "not"
            ),
            _ when lower.Length > 3 && lower.EndsWith("n't", StringComparison.Ordinal) => (lower.Length - 3, lower[..^3], "not"),
            _ when lower.EndsWith("'re", StringComparison.Ordinal) => (lower.Length - 3, lower[..^3], "are"),
            _ when lower.EndsWith("'ve", StringComparison.Ordinal) => (lower.Length - 3, lower[..^3], "have"),
            _ when lower.EndsWith("'ll", StringComparison.Ordinal) => (lower.Length - 3, lower[..^3], "will"),
            _ => null,
        };
    }

    private static bool IsWord(string folded, Token token, string word) =>
        token.Kind is TokenKind.Word
        && folded.AsSpan(token.Start, token.End - token.Start).Equals(word, StringComparison.OrdinalIgnoreCase);

    // "5 to 9", 5至9: a range is written with a dash as well.
    private static bool IsRangeWord(string text, List<Token> tokens, int i, List<ContentUnit> units) =>
        (IsWord(text, tokens[i], "to") || text[tokens[i].Start] is '至' or '到')
        && i + 1 < tokens.Count
        && units is [.., { Kind: UnitKind.Number } or { Key: FractionPhrase.Percent }]
        && NumberPhrase.Read(text, tokens, i + 1) is not null;

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
            case '%':
                return "percent";
            case '‰':
                return "permille";
            case '&':
                return "and";
            case '×':
                return "x";
            case '?':
                return "?";
            case '-' when isBeforeNumber && (char.IsAsciiDigit(left) || left is '%' or '‰' or '°'):
                return "range";
            case '-' when isBeforeNumber && (!char.IsLetterOrDigit(Left(1)) || CharacterFolding.IsWide(Left(1))):
                return "minus";
            case '~' when isBeforeNumber:
                return char.IsAsciiDigit(left) || left == '%' ? "range" : "about";
            case '≈':
                return "about";
            case '′' or '″' when char.IsAsciiDigit(left):
                return c.ToString();
            case '/' when char.IsLetterOrDigit(Left(1)) && char.IsLetterOrDigit(Right(1)):
                return "/";
            case ':' or '·' or '.' or ',' or '\'' when char.IsAsciiDigit(Left(1)) && char.IsAsciiDigit(Right(1)):
                return c.ToString();
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
        bool IsFigure(int n) =>
            i + n < tokens.Count
            && tokens[i + n] is { Kind: TokenKind.Number } t
            && t.End - t.Start <= 3
            && text.AsSpan(t.Start, t.End - t.Start).IndexOfAnyExceptInRange('0', '9') < 0;
        // a letter, or a letter and figures, or a small Roman number: "[a1]", "[iv]"
        bool IsLetter(int n) =>
            i + n < tokens.Count
            && tokens[i + n] is { Kind: TokenKind.Word } t
            && (
                text.AsSpan(t.Start + 1, t.End - t.Start - 1).IndexOfAnyExceptInRange('0', '9') < 0
                || text.AsSpan(t.Start, t.End - t.Start).IndexOfAnyExcept('i', 'v', 'x') < 0
            );
        bool IsNote(int n) =>
            At(n) is '注' or '註' || (i + n < tokens.Count && (IsWord(text, tokens[i + n], "note") || IsWord(text, tokens[i + n], "fn")));
        // "[12, 13]", "[2-4]"
        int Figures()
        {
            var n = 1;
            while (At(n + 1) is ',' or '-' or ';' or '、' && IsFigure(n + 2))
            {
                n += 2;
            }

            return n;
        }

        var inner = At(0) switch
        {
            '[' or '〔' or '【' => IsFigure(1) ? Figures()
            : IsLetter(1) ? 1
            : IsNote(1)
                ? IsFigure(2) ? 2
                    : 1
            : 0,
            '(' => IsNote(1)
                ? IsFigure(2)
                    ? 2
                    : 1
                : 0,
            _ => 0,
        };
        var isClosed = inner > 0 && At(inner + 1) is ']' or '〕' or '】' or ')';
        return isClosed ? inner + 2 : 0;
    }
}
