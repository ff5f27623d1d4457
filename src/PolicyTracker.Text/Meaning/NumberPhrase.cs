using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Meaning;

/// <summary>
/// Reads numbers however they are written: 12,000, 12 000, 12k, 12 thousand, twelve thousand, a dozen, 1.2万, 一万二千; and ordinals:
/// 21st, twenty-first.
/// </summary>
internal static class NumberPhrase
{
    /// <summary>Reads the number that begins with a token.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="at">Which of them.</param>
    /// <param name="isMoney">Whether a currency stands before it, so that "m" means million and "b" billion.</param>
    /// <returns>How many tokens it has, and its value in one spelling; null where no number begins.</returns>
    public static (int Tokens, string Key)? Read(string text, List<Token> tokens, int at, bool isMoney = false) =>
        tokens[at].Kind switch
        {
            TokenKind.Number => DigitNumber.Read(text, tokens, at, isMoney),
            TokenKind.Word => EnglishNumber.Read(text, tokens, at),
            TokenKind.Han when ChineseNumber.IsNumeral(text[tokens[at].Start]) && !ChineseNumber.IsThousandOfUnit(text, tokens[at].Start) =>
                ChineseNumber.Read(text, tokens, at),
            _ => null,
        };
}
