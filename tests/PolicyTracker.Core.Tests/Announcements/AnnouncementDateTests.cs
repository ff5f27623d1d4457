using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Tests.Data;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Tests.Announcements;

/// <summary>Nobody has to make up a day that no source states.</summary>
public sealed class AnnouncementDateTests
{
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
                        Date = Period.ParseDate(date),
                        Text = $"Words of {slug}.",
                    }
                );
        }

        var queries = store.Get<AnnouncementQueries>();
        Assert.Equal(["a", "b", "c"], (await queries.ListAsync(year: 2007)).Items.Select(n => n.Slug));
        Assert.Equal([2023, 2008, 2007], await queries.YearsAsync());
        Assert.Equal(Period.Of("2007-11"), (await queries.FindAsync("b"))!.Announcement.Date);
        Assert.Contains("c (2007)", (await queries.TextsAsync()).Texts.Select(t => t.Name));

        // Its form shows it so, takes it so, and the history tells it so.
        await using var db = store.Db();
        var id = await db.Set<Announcement>().Where(n => n.Slug == "b").Select(n => n.Id).SingleAsync();
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
