using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Meaning;

/// <summary>Finds marks that refer to notes: "[4]", "(注3)", "〔12〕", 注3.</summary>
internal static class FootnoteMark
{
    /// <summary>How many tokens the mark has that begins with one; 0 where none begins.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="i">Which of them.</param>
    public static int Length(string text, List<Token> tokens, int i)
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
            At(n) is '注' or '註' || (i + n < tokens.Count && (tokens[i + n].IsWord(text, "note") || tokens[i + n].IsWord(text, "fn")));
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
