using System.Text.RegularExpressions;
using PolicyTracker.Text.Folding;

namespace PolicyTracker.Text.Suggestions;

/// <summary>
/// Finds where a sentence goes on over a page's end: between two lines of it stand the number of the page, or words that head every
/// page. What stands between becomes white space, of the same length, so that the sentence is read as one and positions stay.
/// </summary>
internal static partial class PageBreaks
{
    private const int LongestHead = 100;

    public static void Bridge(string text, char[] units)
    {
        var lines = Lines(text);
        if (lines.Count < 3)
        {
            return;
        }

        var keys = lines.Select(l => l.End - l.Start <= LongestHead ? Key(text.AsSpan(l.Start, l.End - l.Start)) : "").ToList();
        var count = keys.Where(k => k.Length > 0)
            .GroupBy(k => k, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        bool IsHead(int n) =>
            lines[n].End - lines[n].Start <= LongestHead
            && (PageNumber().IsMatch(text[lines[n].Start..lines[n].End]) || (keys[n].Length > 2 && count[keys[n]] > 1));
        for (var n = 0; n + 2 < lines.Count; n++)
        {
            var next = n + 1;
            while (next < lines.Count && IsHead(next))
            {
                next++;
            }

            if (next > n + 1 && next < lines.Count && GoesOn(text, lines[n], lines[next]))
            {
                Array.Fill(units, ' ', lines[n].End, lines[next].Start - lines[n].End);
            }

            n = next - 1;
        }
    }

    // Whether a sentence that is open at the end of a line goes on in another.
    private static bool GoesOn(string text, (int Start, int End) last, (int Start, int End) next)
    {
        var (end, begin) = (text[last.End - 1], text[next.Start]);
        return CharacterFolding.IsWide(end) || CharacterFolding.IsWide(begin)
            ? !"。！？；：:.!?;".Contains(end, StringComparison.Ordinal)
                && (CharacterFolding.IsWide(begin) || char.IsAsciiLetterOrDigit(begin))
                && last.End - last.Start >= 8
                && !"一二三四五六七八九十第（《".Contains(begin, StringComparison.Ordinal)
            : !".!?:;".Contains(end, StringComparison.Ordinal)
                && (char.IsLower(begin) || end == ',' || LineUnwrapper.EndsOpen(text, last.End - 1));
    }

    // A line without its number, marks and blanks: the same on every page.
    private static string Key(ReadOnlySpan<char> line)
    {
        Span<char> key = stackalloc char[line.Length];
        var length = 0;
        foreach (var c in line)
        {
            if (char.IsLetter(c))
            {
                key[length++] = char.ToLowerInvariant(c);
            }
        }

        return new string(key[..length]);
    }

    private static List<(int Start, int End)> Lines(string text)
    {
        var lines = new List<(int, int)>();
        for (var at = 0; at < text.Length; )
        {
            var end = text.AsSpan(at).IndexOfAny('\n', '\f') is >= 0 and var length ? at + length : text.Length;
            var (first, last) = (at, end);
            while (first < last && char.IsWhiteSpace(text[first]))
            {
                first++;
            }

            while (last > first && char.IsWhiteSpace(text[last - 1]))
            {
                last--;
            }

            if (first < last)
            {
                lines.Add((first, last));
            }

            at = end + 1;
        }

        return lines;
    }

    [GeneratedRegex(
        @"^[-–—·|\[( ]{0,3}(?:(?:page|p\.|seite|第)\s?)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s?(?:of|/|页|共)\s?\d{0,4}\s?页?|\s?页\s?[,，/]?\s?共\s?\d{1,4}\s?页)?[-–—·|\]) ]{0,3}$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex PageNumber();
}
