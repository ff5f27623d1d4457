using PolicyTracker.Text.Suggestions;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Tests.Words;

/// <summary>Whoever marks a Chinese term need not type how it is read.</summary>
public sealed class PinyinTests
{
    [Theory]
    [InlineData("人工智能", "réngōng zhìnéng")]
    [InlineData("大数据", "dàshùjù")]
    [InlineData("区块链", "qūkuàiliàn")]
    [InlineData("网络安全", "wǎngluò ānquán")]
    [InlineData("工业互联网", "gōngyè hùliánwǎng")]
    [InlineData("银行", "yínháng")]
    [InlineData("长期应用", "chángqī yìngyòng")]
    [InlineData("西安", "xī'ān")]
    [InlineData(" 绿色 ", "lǜsè")]
    [InlineData("5G", "")]
    [InlineData("", "")]
    public void A_term_is_read_in_pinyin(string chinese, string pinyin) => Assert.Equal(pinyin, Pinyin.Of(chinese));

    [Theory]
    [InlineData("the computing power (算力) of the nation", "computing power (算力)", "computing power", "算力", "suànlì")]
    [InlineData("the computing power (算力) of the nation", "computing power", "computing power", "算力", "suànlì")]
    [InlineData("发展算力（computing power）基础设施", "算力", "computing power", "算力", "suànlì")]
    [InlineData("发展算力基础设施", "算力", "", "算力", "suànlì")]
    [InlineData("a “hoisting the sail” plan", "“hoisting the sail”", "hoisting the sail", null, null)]
    public void A_term_takes_its_other_name_from_the_brackets(string text, string words, string english, string? chinese, string? pinyin)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        Assert.Equal(new TermWords(english, chinese, pinyin), TermWords.Of(text, new(at, at + words.Length)));
    }
}
