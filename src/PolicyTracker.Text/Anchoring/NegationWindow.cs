using PolicyTracker.Text.Segmentation;

namespace PolicyTracker.Text.Anchoring;

/// <summary>What stands before words in their sentence, as far as a negation can reach.</summary>
internal static class NegationWindow
{
    // No sentence of an announcement negates over more.
    private const int MaxCharacters = 400,
        MaxItems = 40,
        MaxLine = 2_000;

    /// <summary>
    /// Where to look for a negation of the words at <paramref name="start"/>: from the beginning of their sentence to the words; for an
    /// item of a list, to the end of the line that the list stands under.
    /// </summary>
    public static (int From, int To) Of(string text, int start)
    {
        var line = LineStart(text, start);
        var to = line + Passages.MarkLength(text, line, start) == start && line < start ? ListHead(text, line) : start;
        var from = to;
        while (from > 0 && to - from < MaxCharacters && !IsBreak(text, from, to))
        {
            from--;
        }

        return (from, to);
    }

    // Where the line before a position begins; a longer one is taken to begin within reach, so that a text in one line costs no more.
    private static int LineStart(string text, int at)
    {
        var from = Math.Max(0, at - MaxLine);
        return from + text.AsSpan(from, at - from).LastIndexOf('\n') + 1;
    }

    // Behind the colon of the line above a list; the item's own place where no such line stands there.
    private static int ListHead(string text, int line)
    {
        var above = line;
        for (var n = 0; n < MaxItems && above > 0; n++)
        {
            var end = above - 1;
            above = LineStart(text, end);
            while (end > above && char.IsWhiteSpace(text[end - 1]))
            {
                end--;
            }

            if (end > above && text[end - 1] is ':' or '：')
            {
                return end;
            }

            if (end > above && Passages.MarkLength(text, above, end) == 0 && text[end - 1] is '.' or '。' or '!' or '?')
            {
                break;
            }
        }

        return line;
    }

    // Before a position: the end of another sentence, an empty line, or a line that stands alone.
    private static bool IsBreak(string text, int at, int to)
    {
        var c = text[at - 1];
        if (c is '。' or '！' or '？' or '!' or '?' or ';' or '；')
        {
            return true;
        }

        if (c is not ('.' or '\n'))
        {
            return false;
        }

        var next = at;
        while (next < to && text[next] is ' ' or '\t' or '\r' or '\u00A0' or '\u3000')
        {
            next++;
        }

        return c == '\n'
            ? next < to && (text[next] == '\n' || (char.IsUpper(text[next]) && !IsOpen(text, at - 1)))
            : next > at && (next == to || char.IsUpper(text[next]) || text[next] == '\n') && !IsInitial(text, at - 1);
    }

    // A line that ends in a small word goes on, whatever the next begins with.
    private static bool IsOpen(string text, int end)
    {
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        var word = end;
        while (word > 0 && char.IsLetter(text[word - 1]))
        {
            word--;
        }

        return text[word..end]
            is "not"
                or "no"
                or "to"
                or "never"
                or "the"
                or "will"
                or "of"
                or "be"
                or "nor"
                or "or"
                or "and"
                or "without";
    }

    // "Dr.", "No.", "U.S.": the stop ends nothing.
    private static bool IsInitial(string text, int stop)
    {
        var word = stop;
        while (word > 0 && char.IsLetter(text[word - 1]))
        {
            word--;
        }

        return stop - word == 1 || text[word..stop] is "Dr" or "Mr" or "Mrs" or "Ms" or "No" or "Art" or "St" or "Prof";
    }
}
