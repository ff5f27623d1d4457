using System.Text.RegularExpressions;
using PolicyTracker.Text.Folding;

namespace PolicyTracker.Text.Meaning;

/// <summary>Heads, feet and numbers of pages that a text taken from a PDF has in the middle of its sentences.</summary>
internal static partial class PageFurniture
{
    private const int MaxHead = 90;

    /// <summary>The lines of a stretch that are such, as folded ranges.</summary>
    public static List<(int Start, int End)> Within(FoldedText text, (int Start, int End) range)
    {
        var found = new List<(int, int)>();
        var (start, end) = text.ToSource(range.Start, range.End);
        var source = text.Source;
        var isInSentence = true; // whether the last line that is none breaks off
        for (var at = source.IndexOf('\n', start, end - start); at >= 0 && at + 1 < end; )
        {
            var stop = source.IndexOf('\n', at + 1, end - at - 1);
            if (stop < 0)
            {
                break;
            }

            var line = source.AsSpan(at + 1, stop - at - 1).Trim();
            if (line.Length > 0)
            {
                var before = source.AsSpan(start, at - start).TrimEnd();
                isInSentence =
                    found.Count > 0 && isInSentence
                        ? isInSentence
                        : before.Length > 0 && !".!?。！？:：;；".Contains(before[^1], StringComparison.Ordinal);
                if (isInSentence && IsFurniture(source, line.ToString(), IsSetOff(source, at, stop)))
                {
                    found.Add((text.FromSource(at + 1), text.FromSource(stop)));
                }
                else
                {
                    isInSentence = false;
                }
            }

            at = stop;
        }

        return found;
    }

    private static bool IsFurniture(string source, string line, bool isSetOff)
    {
        if (PageNumber().IsMatch(line))
        {
            return true;
        }

        if (!isSetOff || line.Length > MaxHead)
        {
            return false;
        }

        return BareNumber().IsMatch(line) || HeadWithNumber().IsMatch(line) || Repeats(source, EdgeNumber().Replace(line, ""));
    }

    // Empty lines or page breaks on both sides.
    private static bool IsSetOff(string source, int before, int behind)
    {
        static bool IsGap(string source, int at, int step)
        {
            for (at += step; at >= 0 && at < source.Length && char.IsWhiteSpace(source[at]); at += step)
            {
                if (source[at] is '\n' or '\f')
                {
                    return true;
                }
            }

            return false;
        }

        return (IsGap(source, before, -1) || source[before + 1] == '\f') && IsGap(source, behind, 1);
    }

    private static bool Repeats(string source, string head)
    {
        var first = head.Length < 4 ? -1 : source.IndexOf(head, StringComparison.Ordinal);
        return first >= 0 && source.IndexOf(head, first + head.Length, StringComparison.Ordinal) >= 0;
    }

    [GeneratedRegex(
        @"^(?:(?:page|p\.|pg\.?)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|第\s*\d{1,4}\s*页.{0,10}|[-–—]\s*\d{1,4}\s*[-–—])$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^\d{1,4}(?:\s*/\s*\d{1,4})?$")]
    private static partial Regex BareNumber();

    [GeneratedRegex(
        @"^(?:.{3,80}\s[|—–-]\s*(?:page\s*)?\d{1,4}|\d{1,4}\s*[|—–-]\s.{3,80}|.{3,80}\bpage\s*\d{1,4}.{0,10})$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex HeadWithNumber();

    [GeneratedRegex(@"^\d{1,4}\s*[|—–-]?\s+|\s+[|—–-]?\s*\d{1,4}$")]
    private static partial Regex EdgeNumber();
}
