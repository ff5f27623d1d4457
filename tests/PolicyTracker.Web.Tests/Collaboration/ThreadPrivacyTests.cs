using System.Net;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Collaboration;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Web.Tests.App;

namespace PolicyTracker.Web.Tests.Collaboration;

/// <summary>What editors write to each other and to themselves is in no page, feed or file for readers.</summary>
public sealed class ThreadPrivacyTests
{
    private const string Text = "/announcements/miit-press-conference-2023-03-01";

    [Fact]
    public async Task Readers_get_no_word_of_a_thread_and_nobody_but_its_author_one_of_a_private_note()
    {
        await using var app = new TrackerApplication();
        var (mei, tom) = (await EditorAsync(app, "mei"), await EditorAsync(app, "tom"));
        await using var db = await app.Get<IDbContextFactory<TrackerDb>>().CreateDbContextAsync();
        var announcement = await db.Set<Announcement>().Select(n => n.Id).SingleAsync();
        await app.Get<ThreadEdits>().OpenAsync(mei, RecordKind.Announcement, announcement, "zebra-thread, @tom <i>look</i>");
        await app.Get<PrivateNotes>().SaveAsync(mei, RecordKind.Announcement, announcement, "zebra-note");

        using var reader = app.Browser();
        string[] pages =
        [
            "/",
            Text,
            "/changes",
            "/changes.atom",
            "/changes/head.json",
            "/annotations.jsonld",
            $"{Text}/annotations.jsonld",
            $"{Text}/text.txt",
            "/pillars/core-sectors/summary.md",
            $"/history/announcement/{announcement}",
        ];
        foreach (var page in pages)
        {
            Assert.DoesNotContain("zebra", await reader.GetStringAsync(page), StringComparison.Ordinal);
        }

        using var other = app.Browser();
        await other.SignInAsync("tom");
        var head = await other.GetStringAsync("/");
        Assert.Contains("data-unread", head, StringComparison.Ordinal);
        Assert.Contains("message that mentions you", head, StringComparison.Ordinal);
        var list = await other.GetStringAsync("/threads?show=mentions");
        Assert.Contains("zebra-thread, @tom &lt;i&gt;look&lt;/i&gt;", list, StringComparison.Ordinal);
        var thread = await other.GetStringAsync($"/threads/announcement/{announcement}");
        Assert.Contains("zebra-thread", thread, StringComparison.Ordinal);
        Assert.DoesNotContain("zebra-note", thread, StringComparison.Ordinal);
        Assert.Contains("data-unread", await other.GetStringAsync("/"), StringComparison.Ordinal); // fetching a page is not reading
        Assert.Equal(0, await app.Get<ThreadQueries>().CountUnreadAsync(mei));

        // Nor does the next reader get what was made for an editor.
        Assert.DoesNotContain("/threads", await reader.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await reader.GetAsync("/threads")).StatusCode);
    }

    private static async Task<Editor> EditorAsync(TrackerApplication app, string name)
    {
        await app.AddAccountAsync(name, Roles.Editor);
        await using var db = await app.Get<IDbContextFactory<TrackerDb>>().CreateDbContextAsync();
        return new(name, await db.Users.Where(u => u.UserName == name).Select(u => u.Id).SingleAsync());
    }
}
