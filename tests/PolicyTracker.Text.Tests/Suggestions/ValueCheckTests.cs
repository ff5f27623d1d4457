using System.Globalization;
using CsCheck;
using PolicyTracker.Text.Suggestions;

namespace PolicyTracker.Text.Tests.Suggestions;

/// <summary>A value is held against the words that are quoted for it.</summary>
public sealed class ValueCheckTests
{
    private static readonly string[] Pieces =
    [
        "万",
        "亿",
        "十",
        "点",
        "分之",
        "成",
        "1",
        "９",
        "-",
        ",",
        ".",
        " ",
        "half a ",
        "hundred ",
        "trillion ",
        "%",
        "$",
        "one in ",
        "½",
    ];

    [Theory]
    [InlineData("15.4", "1000000000000", "CNY", "operating revenues of 15.4 trillion yuan")]
    [InlineData("15400", "1000000000", "CNY", "revenues of 15.4 trillion yuan")]
    [InlineData("75", "1", "percent", "three quarters of all bridges were looked at")]
    [InlineData("75", "1", "percent", "three-quarters of the bridges")]
    [InlineData("0.75", "1", "share", "three quarters of the bridges")]
    [InlineData("66.7", "1", "percent", "two thirds of the villages")]
    [InlineData("66.7", "1", "percent", "TWO THIRDS OF THE VILLAGES")]
    [InlineData("100", "1", "percent", "BOTH HALVES: TWO HALVES OF IT")]
    [InlineData("90", "1", "percent", "nine out of ten villages have a tap")]
    [InlineData("50", "1", "percent", "half of them are paved")]
    [InlineData("100", "1", "percent", "the grid covers all counties")]
    [InlineData("0", "1", "percent", "none of the wells is dry")]
    [InlineData("70", "1", "percent", "七成村庄通了自来水")]
    [InlineData("75", "1", "%", "普及率达到七成五")]
    [InlineData("75", "1", "percent", "百分之七十五的道路")]
    [InlineData("35.5", "1", "percent", "增长百分之35.5")]
    [InlineData("66.67", "1", "percent", "三分之二的村庄")]
    [InlineData("22", "1", "percent", "by 22 to 30 per cent")]
    [InlineData("30", "1", "percent", "by 22 to 30 per cent")]
    [InlineData("35", "1", "percent", "35–40%")]
    [InlineData("15", "1000000", "people", "15 to 20 million people")]
    [InlineData("3", "10000", "count", "建成3万个基站")]
    [InlineData("30000", "1", "count", "建成三万余个基站")]
    [InlineData("1.18", "1000000000000", "CNY", "达1.18万亿元")]
    [InlineData("150000000", "1", "people", "一点五亿人")]
    [InlineData("1234.5", "1", "t", "1,234.5 tonnes")]
    [InlineData("1234567", "1", "t", "1 234 567 t")]
    [InlineData("12.5", "1", "percent", "12,5 %")]
    [InlineData("1200", "1", "count", "共１，２００家企业")]
    [InlineData("45", "1", "percent", "增长４５％")]
    [InlineData("25", "1", "count", "twenty-five wells")]
    [InlineData("120000", "1", "homes", "one hundred and twenty thousand homes")]
    [InlineData("500000", "1", "homes", "half a million homes")]
    [InlineData("24", "1", "count", "two dozen ferries")]
    [InlineData("-3.2", "1", "percent", "output fell by 3.2 percent")]
    [InlineData("-3", "1", "°C", "a mean of −3 degrees")]
    [InlineData("40", "1", "USD", "$40 a year")]
    [InlineData("300", "1", "EFLOPS", "300 EFLOPS of computing power")]
    [InlineData("25", "1", "CNY per tonne", "25 yuan per tonne")]
    public void What_the_words_state_may_be_recorded(string value, string scale, string unit, string words) =>
        Assert.Equal(ValueSupport.Stated, Of(value, scale, unit, words).Support);

    [Theory]
    [InlineData("25", "1", "percent", "unpaved roads", ValueSupport.NoNumber)]
    [InlineData("25", "1", "percent", "30 percent of the unpaved roads", ValueSupport.NoNumber)]
    [InlineData("2026", "1", "count", "unpaved roads in 2026", ValueSupport.NoNumber)]
    [InlineData("6", "1", "count", "自6月起", ValueSupport.NoNumber)]
    [InlineData("4", "1", "count", "40 wells", ValueSupport.NoNumber)]
    [InlineData("15", "1000000", "t", "1.5 million tonnes", ValueSupport.NoNumber)]
    [InlineData("100", "1", "percent", "5 % of all roads", ValueSupport.NoNumber)]
    [InlineData("-3", "1", "percent", "a rise of 3 percent", ValueSupport.NoNumber)]
    [InlineData("3", "1", "°C", "a mean of −3 degrees", ValueSupport.NoNumber)]
    [InlineData("26", "1", "percent", "22 to 30 per cent", ValueSupport.NoNumber)]
    [InlineData("15.4", "1000000000000", "CNY", "15.4 billion yuan", ValueSupport.OtherScale)]
    [InlineData("15.4", "1000000000000", "CNY", "15.4 yuan", ValueSupport.OtherScale)]
    [InlineData("3", "1", "count", "3万个", ValueSupport.OtherScale)]
    [InlineData("25", "1", "percent", "25 villages", ValueSupport.OtherUnit)]
    [InlineData("25", "1", "CNY", "25 dollars", ValueSupport.OtherUnit)]
    [InlineData("25", "1", "count", "25 percent", ValueSupport.OtherUnit)]
    [InlineData("7", "1", "count", "七成", ValueSupport.NoNumber)]
    public void What_they_do_not_state_is_told(string value, string scale, string unit, string words, ValueSupport support) =>
        Assert.Equal(support, Of(value, scale, unit, words).Support);

    [Fact]
    public void It_is_enough_that_one_of_several_quotations_states_it() =>
        Assert.Equal(
            ValueSupport.Stated,
            ValueCheck.Of(10.8m, 1_000_000_000_000m, "CNY", ["In 2022", "revenues will reach 10.8 trillion yuan"]).Support
        );

    [Fact]
    public void A_number_that_is_written_in_digits_is_always_found() =>
        Gen.Decimal[0.001m, 999_999m]
            .Select(Gen.Int[0, 3])
            .Sample(
                (number, places) =>
                {
                    var value = Math.Round(number, places);
                    var words = $"it came to {value.ToString(CultureInfo.InvariantCulture)} million tonnes, the board said";
                    Assert.Equal(ValueSupport.Stated, ValueCheck.Of(value, 1_000_000, "t", [words]).Support);
                    Assert.NotEqual(ValueSupport.Stated, ValueCheck.Of(value + 1, 1_000_000, "t", [words]).Support);
                },
                iter: 300
            );

    [Fact]
    public void Whatever_stands_there_is_read_without_a_fault() =>
        Gen.Int[0, Pieces.Length - 1]
            .Array[0, 40]
            .Sample(
                parts =>
                    Assert.NotEqual(
                        ValueSupport.Stated,
                        ValueCheck.Of(decimal.MaxValue, 1_000_000_000_000, "percent", [string.Concat(parts.Select(i => Pieces[i]))]).Support
                    ),
                iter: 2_000
            );

    private static ValueCheck Of(string value, string scale, string unit, string words) =>
        ValueCheck.Of(
            decimal.Parse(value, CultureInfo.InvariantCulture),
            decimal.Parse(scale, CultureInfo.InvariantCulture),
            unit,
            [words]
        );
}
