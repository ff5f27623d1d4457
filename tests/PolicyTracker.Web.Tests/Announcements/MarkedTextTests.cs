using CsCheck;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Text.Segmentation;
using PolicyTracker.Web.Announcements;

namespace PolicyTracker.Web.Tests.Announcements;

public sealed class MarkedTextTests
{
    private static readonly Gen<(string Text, List<Highlight> Highlights)> Marked =
        from words in Gen.Int[0, 4].Select(i => new[] { "build parks", "。", "\n\n", " ", "数字中国" }[i]).List[1, 30]
        let text = string.Concat(words)
        from places in Gen.Select(Gen.Int[0, text.Length], Gen.Int[0, text.Length]).List[0, 12]
        select (
            text,
            places
                .Where(p => p.Item1 != p.Item2)
                .Select(p => (From: Math.Min(p.Item1, p.Item2), To: Math.Max(p.Item1, p.Item2)))
                .Select(p => new Highlight(Guid.NewGuid(), new(p.From, p.To), new(p.From, p.To), text[p.From..p.To], null, null))
                .ToList()
        );

    [Fact]
    public void However_quotations_overlap_the_text_is_shown_whole_and_each_lies_over_its_own_words() =>
        Marked.Sample(marked =>
        {
            var paragraphs = MarkedText.Of(marked.Text, marked.Highlights);
            Assert.Equal(
                Paragraphs.Of(marked.Text).Select(p => marked.Text[p.Start..p.End]),
                paragraphs.Select(p => string.Concat(p.Segments.Select(s => s.Text)))
            );
            foreach (var highlight in marked.Highlights)
            {
                var over = string.Concat(paragraphs.SelectMany(p => p.Segments).Where(s => s.Over.Contains(highlight)).Select(s => s.Text));
                var shown = string.Concat(
                    Paragraphs
                        .Of(marked.Text)
                        .Select(p => (From: Math.Max(p.Start, highlight.Chars.Start), To: Math.Min(p.End, highlight.Chars.End)))
                        .Where(r => r.From < r.To)
                        .Select(r => marked.Text[r.From..r.To])
                );
                Assert.Equal(shown, over);
            }
        });

    [Fact]
    public void Each_quotation_that_shows_is_named_once() =>
        Marked.Sample(marked =>
        {
            var paragraphs = MarkedText.Of(marked.Text, marked.Highlights);
            var named = paragraphs.SelectMany(p => p.Segments).SelectMany(s => s.First).ToList();
            Assert.Equal(named.Count, named.Distinct().Count());
            Assert.Equal(paragraphs.SelectMany(p => p.Segments).SelectMany(s => s.Over).ToHashSet(), [.. named]);
            Assert.Equal([.. named], paragraphs.SelectMany(p => p.Notes).ToHashSet());
        });

    [Theory]
    [InlineData("## Key points", "## ", true)]
    [InlineData("####Word", "####", true)]
    [InlineData("# Aims", "# ", true)]
    [InlineData("#1 in the world", "#1 in the world", false)]
    [InlineData("No. # 5", "No. # 5", false)]
    [InlineData("####", "####", false)]
    public void What_the_text_marks_as_a_heading_is_set_as_one_and_nothing_of_it_is_lost(string text, string first, bool isHeading)
    {
        var paragraph = Assert.Single(MarkedText.Of(text, []));
        Assert.Equal((isHeading, first), (paragraph.IsHeading, paragraph.Segments[0].Text));
        Assert.Equal(text, string.Concat(paragraph.Segments.Select(s => s.Text)));
    }
}
