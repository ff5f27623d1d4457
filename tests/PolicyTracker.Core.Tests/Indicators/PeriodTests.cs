using CsCheck;
using PolicyTracker.Core.Indicators;

namespace PolicyTracker.Core.Tests.Indicators;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2022", "2022-01-01", "2022-12-31")]
    [InlineData("2022-H1", "2022-01-01", "2022-06-30")]
    [InlineData("2022-H2", "2022-07-01", "2022-12-31")]
    [InlineData("2025-Q1", "2025-01-01", "2025-03-31")]
    [InlineData("2025-Q4", "2025-10-01", "2025-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2023-03-15", "2023-03-15", "2023-03-15")]
    [InlineData("2023–24", "2023-01-01", "2024-12-31")]
    [InlineData("2023/24", "2023-01-01", "2024-12-31")]
    [InlineData("2023-24", "2023-01-01", "2024-12-31")]
    [InlineData("2021–2025", "2021-01-01", "2025-12-31")]
    [InlineData("1999–00", "1999-01-01", "2000-12-31")]
    [InlineData("2011-12", "2011-12-01", "2011-12-31")] // a month where it can be one
    public void A_period_lasts_from_its_first_day_to_its_last(string text, string first, string last) =>
        Assert.Equal(new Period(DateOnly.Parse(first, null), DateOnly.Parse(last, null)), Period.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("last year")]
    [InlineData("2022-13-01")]
    [InlineData("2023-02-30")]
    [InlineData("2022-H3")]
    [InlineData("2025–2021")]
    [InlineData("2022 ")]
    public void What_names_no_period_is_none(string? text) => Assert.Null(Period.Parse(text));

    [Fact]
    public void Periods_of_every_form_stand_in_the_order_in_which_they_end()
    {
        string[] inOrder =
        [
            "2022",
            "2022-Q4",
            "2022-12",
            "2022-12-31",
            "2023-Q1",
            "2023-H1",
            "2023-06",
            "2023-11",
            "2023",
            "2023-H2",
            "2023-12",
            "2024-Q1",
            "2023–24",
            "2024",
        ];
        Gen.Shuffle(inOrder).Sample(shuffled => Assert.Equal(inOrder, shuffled.OrderBy(Period.Of)));
    }
}
