using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Meaning;

/// <summary>Reads the units of words: names of units, contractions, months, and words in one spelling.</summary>
internal static class WordUnits
{
    // Auxiliary verbs before "n't", which may have lost its apostrophe.
    private static readonly HashSet<string> Auxiliaries =
    [
        .. "do does did is are was were should could would has have had must need might".Split(' '),
    ];

    /// <summary>Adds the unit or units of a word.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="i">Which of them is the word.</param>
    /// <param name="units">The units before it; its own are added.</param>
    /// <param name="isUpper">Whether the text is in capitals throughout.</param>
    /// <returns>How many tokens they have.</returns>
    public static int Add(string text, List<Token> tokens, int i, List<ContentUnit> units, bool isUpper)
    {
        var token = tokens[i];
        var word = text[token.Start..token.End];
        Token? Next(int n) => i + n < tokens.Count ? tokens[i + n] : null;
        void AddWord(int start, int end, string key) => units.Add(new(UnitKind.Word, start, end, key));
        if (Next(1) is { } cent && token.IsWord(text, "per") && cent.IsWord(text, "cent"))
        {
            AddWord(token.Start, cent.End, FractionPhrase.Percent);
            return 2;
        }

        if (Contraction(word) is { } parts)
        {
            AddWord(token.Start, token.Start + parts.Length, parts.First);
            AddWord(token.Start + parts.Length, token.End, parts.Second);
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
                AddWord(measure.Start, measure.End, length);
                units.Add(new(UnitKind.Sign, token.Start, token.End, word[0] is 'c' ? "^3" : "^2"));
                return 2 + dot;
            }

            if (word == "US" && Next(1) is { } dollars && (dollars.IsWord(text, "dollars") || dollars.IsWord(text, "dollar")))
            {
                AddWord(token.Start, dollars.End, "USD");
                return 2;
            }

            if (word is ['m', '2' or '3'] or ['k' or 'c' or 'm', 'm', '2' or '3'])
            {
                AddWord(token.Start, token.End - 1, UnitName.Behind(word[..^1])!);
                units.Add(new(UnitKind.Sign, token.End - 1, token.End, "^" + word[^1]));
                return 1;
            }

            if (UnitName.Behind(isUpper ? word.ToLowerInvariant() : word) is { } unit)
            {
                AddWord(token.Start, token.End, unit);
                return 1;
            }
        }

        var isBesideNumber =
            behindNumber
            || Next(1) is { Kind: TokenKind.Number }
            || (Next(1) is { } stop && text[stop.Start] == '.' && Next(2) is { Kind: TokenKind.Number });
        AddWord(token.Start, token.End, (isBesideNumber && word.Length < 5 ? DatePhrase.Month(word) : null) ?? Spelling.Key(word, isUpper));
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
}
