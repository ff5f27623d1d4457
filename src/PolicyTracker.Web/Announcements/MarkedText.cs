using System.Text.RegularExpressions;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Text.Segmentation;

namespace PolicyTracker.Web.Announcements;

/// <summary>A run of text over which the same quotations lie; the shortest of them comes first.</summary>
/// <param name="Text">The words.</param>
/// <param name="Over">The quotations that lie over them; none for plain text.</param>
/// <param name="First">Those of <paramref name="Over"/> that start here.</param>
public sealed record Segment(string Text, IReadOnlyList<Highlight> Over, IReadOnlyList<Highlight> First);

/// <summary>A paragraph in segments, with the quotations that start in it.</summary>
/// <param name="Segments">Its words, all of them.</param>
/// <param name="Notes">The quotations that start in it.</param>
/// <param name="IsHeading">Whether the text marks it as a heading in the way of Markdown; its first segment is then that mark.</param>
public sealed record MarkedParagraph(IReadOnlyList<Segment> Segments, IReadOnlyList<Highlight> Notes, bool IsHeading);

/// <summary>Splits a text at the boundaries of its quotations, which may overlap in any way.</summary>
public static partial class MarkedText
{
    public static IReadOnlyList<MarkedParagraph> Of(string text, IReadOnlyList<Highlight> highlights)
    {
        var paragraphs = new List<MarkedParagraph>();
        var waiting = highlights.OrderBy(p => p.Chars.Start).ThenByDescending(p => p.Chars.End).ToList();
        var next = 0;
        var open = new List<Highlight>();
        var named = new HashSet<Guid>();
        foreach (var paragraph in Paragraphs.Of(text))
        {
            while (next < waiting.Count && waiting[next].Chars.Start < paragraph.End)
            {
                open.Add(waiting[next++]);
            }

            open.RemoveAll(p => p.Chars.End <= paragraph.Start);
            var mark = HeadingMark().Match(text, paragraph.Start, paragraph.Length).Length;
            var cuts = new SortedSet<int> { paragraph.Start, paragraph.Start + mark, paragraph.End };
            foreach (var p in open)
            {
                cuts.Add(Math.Clamp(p.Chars.Start, paragraph.Start, paragraph.End));
                cuts.Add(Math.Clamp(p.Chars.End, paragraph.Start, paragraph.End));
            }

            var segments = new List<Segment>();
            var notes = new List<Highlight>();
            var from = paragraph.Start;
            foreach (var to in cuts.Skip(1))
            {
                var over = open.Where(p => p.Chars.Start < to && p.Chars.End > from)
                    .OrderBy(p => p.Chars.End - p.Chars.Start)
                    .ThenBy(p => p.Id)
                    .ToList();
                var first = over.Where(p => named.Add(p.Id)).ToList();
                notes.AddRange(first.OrderByDescending(p => p.Chars.End));
                segments.Add(new(text[from..to], over, first));
                from = to;
            }

            paragraphs.Add(new(segments, notes, mark > 0));
        }

        return paragraphs;
    }

    // "# Aims", "##Aims"; but "#1" is a number.
    [GeneratedRegex(@"\G(?:#\s+|#{2,6}\s*)(?=[^#\s])")]
    private static partial Regex HeadingMark();
}
