namespace PolicyTracker.Text;

/// <summary>The language of a text, as far as suggestions need to know.</summary>
public static class TextLanguage
{
    private static readonly HashSet<string> English =
    [
        .. "the of and to in a is that for on with as by it will be are from this which at has have was its an or not their we our".Split(
            ' '
        ),
    ];

    /// <summary><c>en</c>, <c>zh</c>, or null for another language or no language at all.</summary>
    public static string? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (han, kana, words, known, letters, word) = (0, 0, 0, 0, 0, 0);
        for (var i = 0; i <= text.Length && i < 200_000; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            han += c is >= '\u4E00' and <= '\u9FFF' ? 1 : 0;
            kana += c is >= '\u3040' and <= '\u30FF' or >= '\uAC00' and <= '\uD7A3' ? 1 : 0;
            if (char.IsLetter(c) && c < '\u2E80')
            {
                letters++;
                word++;
                continue;
            }

            if (word > 0)
            {
                words++;
                known += word <= 5 && English.Contains(text[(i - word)..i].ToLowerInvariant()) ? 1 : 0;
                word = 0;
            }
        }

        // A Chinese character says about as much as three letters.
        return han * 3 > letters
            ? han > kana
                ? "zh"
                : null
            : words > 0 && (known >= 0.12 * words || (words < 40 && known > 0))
                ? "en"
                : null;
    }
}
