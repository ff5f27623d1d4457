using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Administration;
using PolicyTracker.Core.Collaboration;
using PolicyTracker.Core.Data;
using PolicyTracker.Web.Tests.Annotations;
using PolicyTracker.Web.Tests.App;

namespace PolicyTracker.Web.Tests.Announcements;

/// <summary>A quotation that waits for a second editor is marked in the text for editors, and for nobody else.</summary>
public sealed class WaitingMarksTests
{
    [Fact]
    public async Task Editors_see_what_waits_where_it_stands_and_readers_do_not()
    {
        await using var app = new TrackerApplication();
        await app.Get<SettingEdits>().SetAsync(await app.AddEditorAsync(Roles.Admin), Setting.Approval, "yes");
        var (by, slug) = (await app.AddEditorAsync(), await app.AddTextAsync());
        var address = $"/announcements/{slug}";
        using var reader = app.Browser();
        static string Shown(string page) =>
            page[page.IndexOf("<article", StringComparison.Ordinal)..page.IndexOf("</article>", StringComparison.Ordinal)];
        var before = Shown(await reader.GetStringAsync(address));
        await using (var bench = await app.OpenAsync(by, slug))
        {
            await bench.CommentAsync("Two parks", "Which two?");
        }

        await app.AddAccountAsync("tom", Roles.Editor);
        using var tom = app.Browser();
        await tom.SignInAsync("tom");
        var page = await tom.GetStringAsync(address);
        Assert.Contains("is-waiting", page, StringComparison.Ordinal);
        Assert.Contains($"waits for a second editor, by {by.Name}", page, StringComparison.Ordinal);
        Assert.Equal(before, Shown(await reader.GetStringAsync(address))); // kept, and not what an editor was shown
        Assert.DoesNotContain("is-waiting", before, StringComparison.Ordinal);

        await app.Get<AssignmentEdits>().SetAsync(by, slug, WorkState.SecondReading, "tom");
        Assert.DoesNotContain("is-waiting", await tom.GetStringAsync(address), StringComparison.Ordinal);
    }
}
