using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Tests.Data;

namespace PolicyTracker.Core.Tests.Announcements;

/// <summary>Nobody has to make up a day that no source states.</summary>
public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2007-11-05", "2007-11-05", "5 November 2007")]
    [InlineData("2007-11", "2007-11", "November 2007")]
    [InlineData("2007-11-00", "2007-11", "November 2007")]
    [InlineData(" 2007 ", "2007", "2007")]
    [InlineData("2007-00-00", "2007", "2007")]
    [InlineData("2007/1/5", "2007-01-05", "5 January 2007")]
    [InlineData("November 2007", "2007-11", "November 2007")]
    [InlineData("5 Nov. 2007", "2007-11-05", "5 November 2007")]
    [InlineData("March 1st, 2023", "2023-03-01", "1 March 2023")]
    [InlineData("2007年11月", "2007-11", "November 2007")]
    [InlineData("2007年11月5日", "2007-11-05", "5 November 2007")]
    public void A_date_is_kept_as_far_as_it_is_said(string typed, string written, string inWords)
    {
        var date = PartialDate.Parse(typed)!.Value;
        Assert.Equal((written, inWords), (date.ToString(), date.InWords()));
        Assert.Equal(date, JsonSerializer.Deserialize<PartialDate>(JsonSerializer.Serialize(date)));
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
    public void What_is_no_date_is_none(string? typed) => Assert.Null(PartialDate.Parse(typed));

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task An_announcement_of_which_the_month_is_known_stands_at_its_beginning_and_in_its_year(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        foreach (var (slug, date) in new[] { ("a", "2007-11-05"), ("b", "2007-11"), ("c", "2007"), ("d", "2008-01") })
        {
            await store
                .Get<AnnouncementEdits>()
                .AddAsync(
                    Editor.Seed,
                    new NewAnnouncement
                    {
                        Title = slug,
                        Slug = slug,
                        Issuer = "State Council",
                        Date = PartialDate.Parse(date),
                        Text = $"Words of {slug}.",
                    }
                );
        }

        var queries = store.Get<AnnouncementQueries>();
        Assert.Equal(["a", "b", "c"], (await queries.ListAsync(year: 2007)).Items.Select(n => n.Slug));
        Assert.Equal([2023, 2008, 2007], await queries.YearsAsync());
        Assert.Equal(DatePrecision.Month, (await queries.FindAsync("b"))!.Announcement.DatePrecision);
        Assert.Contains("c (2007)", (await queries.TextsAsync()).Texts.Select(t => t.Name));

        // Its form shows it so, takes it so, and the history tells it so.
        await using var db = store.Db();
        var id = await db.Announcements.Where(n => n.Slug == "b").Select(n => n.Id).SingleAsync();
        var opened = (await store.Get<RecordQueries>().FindToEditAsync(RecordKind.Announcement, id))!;
        Assert.Equal("2007-11", opened.Values["date"]);
        await store.ChangeAsync(opened, new() { ["date"] = "2007-12" });
        var history = await store.Get<HistoryQueries>().FindAsync(RecordKind.Announcement, id);
        Assert.Contains(history!.Versions[0].Differences, d => (d.Before, d.After) == ("2007-11", "2007-12"));
        var refused = await Assert.ThrowsAsync<Refusal>(() =>
            store.ChangeAsync(opened with { Version = 2 }, new() { ["date"] = "late 2007" })
        );
        Assert.Contains("Write the day (2007-11-05), the month (2007-11) or the year (2007)", refused.Message, StringComparison.Ordinal);
    }
}
