using PolicyTracker.Text.Folding;

namespace PolicyTracker.Text.Words;

/// <summary>A piece of a folded text; white space belongs to none.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first folded position.</param>
/// <param name="End">Behind its last.</param>
public sealed record Token(TokenKind Kind, int Start, int End)
{
    /// <summary>Its characters in small letters.</summary>
    /// <param name="folded">The text that it is a piece of.</param>
    internal string Lower(string folded) => folded[Start..End].ToLowerInvariant();

    /// <summary>Whether it is a word, whatever its capitals.</summary>
    /// <param name="folded">The text that it is a piece of.</param>
    /// <param name="word">The word.</param>
    internal bool IsWord(string folded, string word) =>
        Kind is TokenKind.Word && folded.AsSpan(Start, End - Start).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The tokens of a stretch of a folded text, in order.</summary>
    public static List<Token> Of(string folded, int start, int end)
    {
        ArgumentNullException.ThrowIfNull(folded);
        var tokens = new List<Token>();
        for (var i = start; i < end; )
        {
            var from = i++;
            var c = folded[from];
            if (c == ' ')
            {
                continue;
            }

            var kind = TokenKind.Mark;
            if (char.IsAsciiDigit(c))
            {
                kind = TokenKind.Number;
                while (
                    i < end
                    && (char.IsAsciiDigit(folded[i]) || (folded[i] is '.' or ',' && i + 1 < end && char.IsAsciiDigit(folded[i + 1])))
                )
                {
                    i++;
                }
            }
            else if (CharacterFolding.IsWide(c))
            {
                kind = TokenKind.Han;
                i += char.IsHighSurrogate(c) && i < end ? 1 : 0;
            }
            else if (char.IsLetter(c))
            {
                kind = TokenKind.Word;
                while (
                    i < end
                    && !CharacterFolding.IsWide(folded[i])
                    && (
                        char.IsLetterOrDigit(folded[i])
                        || CharacterFolding.IsMark(folded[i])
                        || (folded[i] == '\'' && i + 1 < end && char.IsLetter(folded[i + 1]))
                    )
                )
                {
                    i++;
                }
            }
            else if (c is '<' or '>' && i < end && folded[i] == '=')
            {
                i++;
            }

            tokens.Add(new(kind, from, i));
        }

        return tokens;
    }
}
