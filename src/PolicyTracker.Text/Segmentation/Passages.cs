using System.Text.RegularExpressions;
using PolicyTracker.Text.Folding;

namespace PolicyTracker.Text.Segmentation;

/// <summary>Splits a text in English or Chinese into headings, list items and sentences.</summary>
public static partial class Passages
{
    // Words whose full stop ends no sentence.
    private static readonly HashSet<string> Abbreviations =
    [
        .. "rs mr mrs ms dr prof st no nos art arts para paras sec fig vol vs etc cf al inc ltd co corp dept gov gen sen rep hon e.g i.e approx est cllr lt col capt sgt messrs mt ft reg ref eq ch pp eds ca cca jan feb mar apr jun jul aug sep sept oct nov dec".Split(
            ' '
        ),
    ];

    private const int MaxBeforeMark = 400; // a list inside a sentence is no longer

    private static readonly string[] Openings = ["The ", "It ", "This ", "These ", "We ", "In ", "A ", "They "];

    /// <summary>The passages of <paramref name="text"/> in order; none for a text of white space alone.</summary>
    public static IReadOnlyList<TextPassage> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<TextPassage>();
        var lines = Paragraphs.Of(text).ToList();
        for (var n = 0; n < lines.Count; n++)
        {
            var line = lines[n];
            var mark = MarkLength(text, line.Start, line.End);
            var content = line.Start + mark < line.End ? line.Start + mark : line.Start;
            var ends = Ends(text, content, line.End);
            var kind =
                content > line.Start ? PassageKind.Item
                : ends.Count == 1 && IsHeading(text, content, line.End) && n + 1 < lines.Count ? PassageKind.Heading
                : PassageKind.Sentence;
            var from = line.Start;
            foreach (var end in ends)
            {
                var start = Math.Max(from, content);
                while (start < end && char.IsWhiteSpace(text[start]))
                {
                    start++;
                }

                var next = end;
                while (next < text.Length && char.IsWhiteSpace(text[next]))
                {
                    next++;
                }

                var begin = found.Count == 0 ? 0 : found[^1].End;
                found.Add(new(kind, begin, end == line.End && n == lines.Count - 1 ? text.Length : next, start, end, n));
                from = end;
            }
        }

        return found;
    }

    /// <summary>
    /// Length of the mark of a list item ("1. ", （一）, "• ") at the head of a line, the white space behind it included; 0 where
    /// none is.
    /// </summary>
    internal static int MarkLength(string text, int start, int end) => ItemMark().Match(text, start, end - start).Length;

    // Where sentences end, in a line; the line's own end is the last.
    private static List<int> Ends(string text, int start, int end)
    {
        var ends = new List<int>();
        for (var i = start; i < end; i++)
        {
            if (text[i] is not ('.' or '!' or '?' or '。' or '！' or '？' or '…' or '．'))
            {
                continue;
            }

            var stop = i;
            while (i + 1 < end && text[i + 1] is '.' or '!' or '?' or '。' or '！' or '？' or '…')
            {
                i++;
            }

            var close = i + 1;
            while (close < end && text[close] is '"' or '”' or '’' or '\'' or '」' or '』' or ')' or '）' or ']' or '》')
            {
                close++;
            }

            if (close < end && IsEnd(text, start, stop, i, close, end))
            {
                ends.Add(close);
                i = close - 1;
            }
        }

        ends.Add(end);
        return ends;
    }

    private static bool IsEnd(string text, int start, int stop, int last, int close, int end)
    {
        if (text[stop] is '。' or '！' or '？')
        {
            return true;
        }

        var next = close;
        while (next < end && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        if (text[stop] is '…' || last > stop)
        {
            // An ellipsis goes on unless a new sentence begins.
            return next > close && (char.IsUpper(text[next]) || CharacterFolding.IsWide(text[next]));
        }

        if (next == close)
        {
            return CharacterFolding.IsWide(text[next]) && stop > start && CharacterFolding.IsWide(text[stop - 1]); // 15.4, U.S., www.gov.cn
        }

        while (next < end && text[next] is '"' or '“' or '‘' or '\'' or '(' or '[' or '「' or '（')
        {
            next++;
        }

        if (next < end && char.IsLower(text[next]))
        {
            return false;
        }

        if (text[stop] != '.')
        {
            return true;
        }

        if (IsListMark(text, start, stop))
        {
            return false;
        }

        var word = stop;
        while (
            word > start && (char.IsLetter(text[word - 1]) || (text[word - 1] == '.' && word > start + 1 && char.IsLetter(text[word - 2])))
        )
        {
            word--;
        }

        // "Mr.", "U.S." and initials; but "in the U.S. The" ends a sentence.
        var said = text[word..stop];
        if (said.Contains('.', StringComparison.Ordinal) || (said.Length == 1 && char.IsUpper(said[0])))
        {
            return said.Length > 1 && next < end && StartsWithArticle(text, next, end);
        }

        return !Abbreviations.Contains(said.ToLowerInvariant()) || said is "No" && next < end && !char.IsAsciiDigit(text[next]);
    }

    // "will: 1. Build a dyke; 2. Buy pumps": a number behind a colon, a comma or an "and" is the mark of an item, not the end
    // of a sentence.
    private static bool IsListMark(string text, int start, int stop)
    {
        var at = stop;
        while (at > start && char.IsAsciiDigit(text[at - 1]))
        {
            at--;
        }

        if (stop - at is 0 or > 2)
        {
            return false;
        }

        while (at > start && text[at - 1] == ' ')
        {
            at--;
        }

        var from = Math.Max(start, at - MaxBeforeMark);
        var isInList = text.IndexOf(':', from, at - from) >= 0;
        return isInList && (text[at - 1] is ':' or ';' or ',' || (at - start > 4 && text[(at - 4)..at] is " and"));
    }

    private static bool StartsWithArticle(string text, int at, int end) =>
        Openings.Any(w => end - at > w.Length && string.CompareOrdinal(text, at, w, 0, w.Length) == 0);

    private static bool IsHeading(string text, int start, int end) =>
        end - start <= 200 && text[end - 1] is not ('.' or '。' or ';' or '；' or ',' or '，' or '!' or '！' or '?' or '？' or '”' or '"');

    [GeneratedRegex(
        @"\G(?:[-–•·●○■□▪*◆]\s*|\d{1,3}(?:\.\d{1,3})*[.)、．](?!\d)\s*|[(（](?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5}|[一二三四五六七八九十百]{1,4})[)）]\s*|[一二三四五六七八九十百]{1,4}、\s*|第[一二三四五六七八九十百零\d]{1,5}[条章节款]\s*|[a-zA-Z][.)]\s+)"
    )]
    private static partial Regex ItemMark();
}
