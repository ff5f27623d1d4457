using PolicyTracker.Core.Localization;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Tests.Localization;

/// <summary>Dates and lists as each language writes them.</summary>
public sealed class WordedTests
{
    [Theory]
    [InlineData("2007-11-05", "5 November 2007", "2007年11月5日")]
    [InlineData("2007-11", "November 2007", "2007年11月")]
    [InlineData("2007", "2007", "2007年")]
    [InlineData("2023-H1", "2023-H1", "2023年上半年")]
    [InlineData("2023-H2", "2023-H2", "2023年下半年")]
    [InlineData("2025-Q3", "2025-Q3", "2025年第3季度")]
    [InlineData("2023–24", "2023–24", "2023–24财年")]
    [InlineData("2021–2025", "2021–2025", "2021–2025年")]
    [InlineData("2024-Q1–2024-Q2", "2024-Q1–2024-Q2", "2024-Q1–2024-Q2")]
    [InlineData("the coming years", "the coming years", "the coming years")]
    public void A_time_is_written_as_its_readers_write_it(string said, string english, string chinese) =>
        Assert.Equal((english, chinese), (In("en", () => Worded.Time(Period.Of(said))), In("zh-Hans", () => Worded.Time(Period.Of(said)))));

    [Fact]
    public void A_list_has_the_commas_of_its_language() =>
        Assert.Equal(("a, b", "a、b"), (In("en", () => Worded.List(["a", "b"])), In("zh-Hans", () => Worded.List(["a", "b"]))));

    [Fact]
    public void Each_language_has_names_for_the_months_and_says_its_own()
    {
        Assert.Equal(["English", "中文"], Languages.All.Select(Worded.OwnName));
        Assert.Equal(["November", "十一月"], Languages.All.Select(l => Languages.CultureOf(l).DateTimeFormat.GetMonthName(11)));
        Assert.Equal("2026年11月", new DateTime(2026, 11, 26).ToString("Y", Languages.CultureOf("zh-Hans")));
    }

    [Theory]
    [InlineData("zh", "zh-Hans")]
    [InlineData("zh-CN", "zh-Hans")]
    [InlineData("zh-TW", "zh-Hans")]
    [InlineData("ZH-hans", "zh-Hans")]
    [InlineData("en-GB", "en")]
    [InlineData("zhuang", null)]
    [InlineData("fr", null)]
    [InlineData(null, null)]
    public void A_reader_is_given_what_comes_closest(string? asked, string? language) => Assert.Equal(language, Languages.Closest(asked));

    private static T In<T>(string language, Func<T> say)
    {
        using var speaking = new Speaking(language);
        return say();
    }
}
