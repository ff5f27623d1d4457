using PolicyTracker.Text.Folding;

namespace PolicyTracker.Text.Suggestions;

/// <summary>
/// A text whose lines were broken by a printer or by recognition, as one line a paragraph: where a line goes on in the next,
/// the break becomes a space (and a hyphen before it too, where it split a word); digits, letters and signs of full width become
/// those of half width, commas and points of full width only between digits. Of the same length, so that positions stay.
/// </summary>
internal static class LineUnwrapper
{
    public static string Of(string text)
    {
        var units = text.ToCharArray();
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0 && at + 1 < text.Length; at = text.IndexOf('\n', at + 1))
        {
            var (last, next) = (at - 1, at + 1);
            while (last >= 0 && text[last] is ' ' or '\t' or '\r')
            {
                last--;
            }

            while (next < text.Length && text[next] is ' ' or '\t')
            {
                next++;
            }

            if (last < 0 || next >= text.Length || text[next] == '\n' || !GoesOn(text, last, next, LineLength(text, at)))
            {
                continue;
            }

            units[at] = ' ';
        }

        PageBreaks.Bridge(text, units);
        Narrow(units);
        return new string(units);
    }

    // ２０２５年, ３，０００万, ５％
    private static void Narrow(char[] units)
    {
        for (var i = 0; i < units.Length; i++)
        {
            units[i] = units[i] switch
            {
                >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' or '％' or '＄' or '＋' or '－' or '／' or '＜' or '＞' =>
                    (char)(units[i] - ('０' - '0')),
                '￥' => '¥',
                '￡' => '£',
                '，' or '．' when i > 0 && i + 1 < units.Length && char.IsAsciiDigit(units[i - 1]) && units[i + 1] is >= '０' and <= '９' =>
                    units[i] == '，' ? ',' : '.',
                var c => c,
            };
        }
    }

    // A line of prose goes on where it ends in no stop and the next begins small, or where it is as long as lines of print are
    // and ends in a word that can't end anything.
    private static bool GoesOn(string text, int last, int next, int length)
    {
        if (CharacterFolding.IsWide(text[last]) && CharacterFolding.IsWide(text[next]))
        {
            return length >= 20
                && !"。！？；：…”」』）".Contains(text[last], StringComparison.Ordinal)
                && !"一二三四五六七八九十（《“第".Contains(text[next], StringComparison.Ordinal);
        }

        return !".!?:;•".Contains(text[last], StringComparison.Ordinal)
            && (
                char.IsLower(text[next])
                || (length >= 45 && text[last] is ',' or '-')
                || (length >= 20 && length <= 140 && EndsOpen(text, last))
            );
    }

    // "by the end of": a line that can't end there.
    public static bool EndsOpen(string text, int last)
    {
        var start = text.LastIndexOfAny([' ', '\n'], last) + 1;
        return text[start..(last + 1)]
            is "by"
                or "in"
                or "of"
                or "the"
                or "and"
                or "to"
                or "a"
                or "an"
                or "for"
                or "with"
                or "on"
                or "at"
                or "from"
                or "or"
                or "as"
                or "that"
                or "is"
                or "are"
                or "has"
                or "will"
                or "its"
                or "Rs"
                or "Rs."
                or "every"
                or "each"
                or "all"
                or "any"
                or "this"
                or "these"
                or "their"
                or "our"
                or "new"
                or "into"
                or "than"
                or "not"
                or "be"
                or "shall"
                or "under"
                or "over"
                or "least"
                or "between"
                or "per";
    }

    private static int LineLength(string text, int at) => at - (text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1);
}
