using CsCheck;
using PolicyTracker.Text.Segmentation;

namespace PolicyTracker.Text.Tests.Segmentation;

public sealed class PassagesTests
{
    private static readonly string[] Pieces =
    [
        "Build parks",
        ". ",
        "\n",
        "\n\n",
        "15.4",
        "U.S. ",
        "。",
        "数字中国",
        "1. ",
        "（二）",
        "一、",
        "“",
        "”",
        "e\u0301",
        "😀",
        " ",
        "...",
        "? ",
        "- ",
        "Mr. Li",
        "！",
    ];

    [Theory]
    [InlineData(
        "Revenue was 15.4 trillion yuan. The U.S. market, said Mr. Li, grew by 2.5 per cent.",
        "Revenue was 15.4 trillion yuan.|The U.S. market, said Mr. Li, grew by 2.5 per cent."
    )]
    [InlineData("“We will build. We will train,” he said. It went on.", "“We will build.|We will train,” he said.|It went on.")]
    [InlineData(
        "Plans exist (e.g. for 5G). “Done.” Next came No. 5 of the list.",
        "Plans exist (e.g. for 5G).|“Done.”|Next came No. 5 of the list."
    )]
    [InlineData("要加快建设。推动5.5万亿元产业发展！“要落实。”会议指出", "要加快建设。|推动5.5万亿元产业发展！|“要落实。”|会议指出")]
    [InlineData("Wait... and see. Wait… Then act.", "Wait... and see.|Wait…|Then act.")]
    [InlineData(
        "It is so in the U.S. The rest differs. See www.gov.cn for more.",
        "It is so in the U.S.|The rest differs.|See www.gov.cn for more."
    )]
    public void Sentences_end_where_a_reader_would_say_so(string text, string sentences) =>
        Assert.Equal(sentences.Split('|'), Passages.Of(text).Select(p => text[p.ContentStart..p.ContentEnd]));

    [Theory]
    [InlineData("1. Build parks.", "Build parks.")]
    [InlineData("  - Build parks", "Build parks")]
    [InlineData("（二）加快建设。", "加快建设。")]
    [InlineData("一、总体要求", "总体要求")]
    [InlineData("(a) Fund towns;", "Fund towns;")]
    [InlineData("第三条 国家鼓励创新。", "国家鼓励创新。")]
    public void The_mark_of_a_list_item_is_not_its_content(string line, string content)
    {
        var text = "Plan\n" + line;
        var item = Passages.Of(text)[1];
        Assert.Equal((PassageKind.Item, content), (item.Kind, text[item.ContentStart..item.ContentEnd]));
    }

    [Fact]
    public void A_line_without_a_stop_over_others_is_a_heading_and_a_number_opens_no_list() =>
        Assert.Equal(
            [PassageKind.Heading, PassageKind.Sentence],
            Passages.Of("The year ahead\n15.4 trillion yuan were made.").Select(p => p.Kind)
        );

    [Fact]
    public void Passages_cover_the_text_never_overlap_and_cut_no_character() =>
        Gen.Int[0, Pieces.Length - 1]
            .List[1, 40]
            .Select(list => string.Concat(list.Select(i => Pieces[i])))
            .Sample(text =>
            {
                var passages = Passages.Of(text);
                Assert.Equal(string.IsNullOrWhiteSpace(text), passages.Count == 0);
                Assert.Equal(passages.Count == 0 ? "" : text, string.Concat(passages.Select(p => text[p.Start..p.End])));
                Assert.All(
                    passages,
                    p =>
                    {
                        Assert.True(p.Start <= p.ContentStart && p.ContentStart < p.ContentEnd && p.ContentEnd <= p.End);
                        Assert.False(char.IsWhiteSpace(text[p.ContentStart]) || char.IsWhiteSpace(text[p.ContentEnd - 1]));
                        Assert.False(char.IsLowSurrogate(text[p.Start]) || text[p.Start] == '\u0301');
                    }
                );
            });
}
