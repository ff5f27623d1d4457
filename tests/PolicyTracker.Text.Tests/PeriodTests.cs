using System.Text.Json;
using CsCheck;

namespace PolicyTracker.Text.Tests;

public sealed class PeriodTests
{
    private static readonly Gen<string> Simple = Gen.Select(
        Gen.Int[1000, 9998],
        Gen.OneOf(
            Gen.Const(""),
            Gen.Int[1, 2].Select(h => $"-H{h}"),
            Gen.Int[1, 4].Select(q => $"-Q{q}"),
            Gen.Int[1, 12].Select(m => $"-{m:00}"),
            Gen.Select(Gen.Int[1, 12], Gen.Int[1, 28], (m, d) => $"-{m:00}-{d:00}")
        ),
        (year, part) => year + part
    );

    private static readonly Gen<string> Any = Gen.OneOf(
        Simple,
        Gen.Select(Gen.Int[1000, 9950], Gen.Int[1, 49], (year, more) => $"{year}–{(year + more) % 100:00}"),
        Gen.Select(Gen.Int[1000, 9950], Gen.Int[1, 49], (year, more) => $"{year}/{year + more}")
    );

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
    [InlineData("2021-2025", "2021-01-01", "2025-12-31")]
    [InlineData("1999–00", "1999-01-01", "2000-12-31")]
    [InlineData("2011-12", "2011-12-01", "2011-12-31")] // a month where it can be one
    [InlineData("2024-Q1–2024-Q3", "2024-01-01", "2024-09-30")]
    [InlineData("2024-Q1-2024-Q3", "2024-01-01", "2024-09-30")]
    [InlineData("2023-03-15/2024-02", "2023-03-15", "2024-02-29")]
    public void A_period_lasts_from_its_first_day_to_its_last_and_is_written_as_it_was_said(string text, string first, string last)
    {
        var period = Period.Parse(text)!.Value;
        Assert.Equal((DateOnly.Parse(first, null), DateOnly.Parse(last, null)), (period.FirstDay, period.LastDay));
        Assert.Equal(text, period.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("last year")]
    [InlineData("2022-13-01")]
    [InlineData("2022-13")] // a month that was typed wrong, hardly 2022 to 2113
    [InlineData("2023-02-30")]
    [InlineData("2022-H3")]
    [InlineData("2025–2021")]
    [InlineData("2024-Q3–2024-Q1")]
    [InlineData("2022 ")]
    [InlineData("0202")]
    [InlineData("9999–00")]
    public void What_names_no_period_is_none_and_is_kept_as_it_was_said(string? text)
    {
        Assert.Null(Period.Parse(text));
        Assert.Equal((false, text ?? ""), (Period.Of(text).IsKnown, Period.Of(text).ToString()));
        Assert.True(Period.Of(text) < Period.Of("1000-01-01"));
    }

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

    [Fact]
    public void Every_period_holds_its_own_days_and_comes_back_from_what_was_written() =>
        Any.Sample(text =>
        {
            var period = Period.Parse(text)!.Value;
            Assert.True(period.FirstDay <= period.LastDay);
            Assert.True(period.Contains(period));
            Assert.True(period.Contains(period.FirstDay));
            Assert.True(period.Contains(period.LastDay));
            Assert.False(period.Contains(period.LastDay.AddDays(1)));
            Assert.False(period.Contains(period.FirstDay.AddDays(-1)));
            Assert.Equal(period, JsonSerializer.Deserialize<Period>(JsonSerializer.Serialize(period)));
        });

    [Fact]
    public void A_period_that_holds_another_begins_no_later_and_ends_no_earlier() =>
        Gen.Select(Simple, Simple)
            .Sample(
                (a, b) =>
                {
                    var (one, other) = (Period.Of(a), Period.Of(b));
                    Assert.Equal(one.FirstDay <= other.FirstDay && one.LastDay >= other.LastDay, one.Contains(other));
                    Assert.Equal(one.LastDay < other.LastDay, one < other && one.LastDay != other.LastDay);
                }
            );

    [Theory]
    [InlineData("2023–24", true)]
    [InlineData("2023/24", true)]
    [InlineData("2023–2024", false)]
    [InlineData("2023-Q4", false)]
    [InlineData("2023-12", false)]
    public void A_fiscal_year_is_named_by_two_digits_more(string text, bool isFiscal) =>
        Assert.Equal(isFiscal, Period.Of(text).IsFiscalYear);

    [Theory]
    [InlineData("2007-11-05", "2007-11-05")]
    [InlineData("2007-11", "2007-11")]
    [InlineData("2007-11-00", "2007-11")]
    [InlineData(" 2007 ", "2007")]
    [InlineData("2007-00-00", "2007")]
    [InlineData("2007/1/5", "2007-01-05")]
    [InlineData("November 2007", "2007-11")]
    [InlineData("5 Nov. 2007", "2007-11-05")]
    [InlineData("March 1st, 2023", "2023-03-01")]
    [InlineData("2007年11月", "2007-11")]
    [InlineData("2007年11月5日", "2007-11-05")]
    public void A_date_is_kept_as_far_as_it_is_known(string typed, string written)
    {
        var date = Period.ParseDate(typed)!.Value;
        Assert.Equal(written, date.ToString());
        Assert.Equal(date, Period.Of(written));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("2007-13")]
    [InlineData("2007-02-30")]
    [InlineData("2007-00-05")]
    [InlineData("0000")]
    [InlineData("0202-05-01")] // a year that was not typed to its end
    [InlineData("autumn 2007")]
    [InlineData("5 2007")]
    [InlineData("20071105")]
    [InlineData("2007–08")]
    [InlineData("2007-Q1")]
    public void What_is_no_date_is_none(string? typed) => Assert.Null(Period.ParseDate(typed));
}
