using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Data;
using PolicyTracker.Text;
using PolicyTracker.Web.Annotations;
using PolicyTracker.Web.Tests.App;

namespace PolicyTracker.Web.Tests.Annotations;

/// <summary>Opens workbenches on the store of a server, as its pages do.</summary>
internal static class Workbenches
{
    /// <summary>A text with a commitment that is surely one, a figure, and words that are cut off from a "not".</summary>
    public const string Text =
        "The ministry will lay optical fibre to all islands. It is not allowed to close a rural office. Two parks opened, and two parks closed.";

    /// <summary>An account with a name of its own.</summary>
    public static async Task<Editor> AddEditorAsync(this TrackerApplication app, string role = Roles.Editor)
    {
        var name = "editor-" + Guid.NewGuid().ToString("n")[..8];
        await app.AddAccountAsync(name, role);
        return await app.EditorAsync(name);
    }

    /// <summary>Who edits with the account of that name.</summary>
    public static async Task<Editor> EditorAsync(this TrackerApplication app, string name)
    {
        await using var db = await app.Get<IDbContextFactory<TrackerDb>>().CreateDbContextAsync();
        return new(name, await db.Users.Where(u => u.UserName == name).Select(u => u.Id).SingleAsync());
    }

    /// <summary>An announcement with a slug of its own.</summary>
    public static async Task<string> AddTextAsync(this TrackerApplication app, string text = Text)
    {
        var slug = "plan-" + Guid.NewGuid().ToString("n")[..8];
        await app.Get<AnnouncementEdits>()
            .AddAsync(
                Editor.Seed,
                new NewAnnouncement
                {
                    Title = slug,
                    Slug = slug,
                    Issuer = "Bureau",
                    Date = Period.Of(new DateOnly(2024, 5, 3)),
                    Text = text,
                }
            );
        return slug;
    }

    /// <summary>A workbench on an announcement as it stands once its page is shown.</summary>
    public static async Task<AnnotationWorkbench> OpenAsync(
        this TrackerApplication app,
        Editor by,
        string slug,
        string tab = "tab",
        Guid? carry = null
    )
    {
        var request = new WorkbenchRequest(slug, carry, () => Task.FromResult(by), () => Task.FromResult<string?>(tab), act => act());
        var bench = ActivatorUtilities.CreateInstance<AnnotationWorkbench>(app.Services, request);
        await bench.OpenAsync();
        if (bench.Text is not null)
        {
            await bench.StartAsync();
        }

        return bench;
    }

    /// <summary>Marks words of the text, the first or a later of the same.</summary>
    public static void Mark(this AnnotationWorkbench bench, string words, int after = 0)
    {
        var start = bench.Text!.Source.Text.IndexOf(words, after, StringComparison.Ordinal);
        bench.Mark(start, start + words.Length, words);
    }

    /// <summary>Attaches a comment to words.</summary>
    public static async Task CommentAsync(this AnnotationWorkbench bench, string words, string comment)
    {
        bench.Mark(words);
        bench.Choose("comment");
        bench.Form.Fields.Note = comment;
        await bench.SaveAsync();
        Assert.Null(bench.Attempt.Fault);
    }

    /// <summary>Waits until something is so that another editor brings about.</summary>
    public static async Task UntilAsync(this AnnotationWorkbench bench, Func<bool> isSo)
    {
        var changed = new SemaphoreSlim(0);
        bench.Changed += () => changed.Release();
        while (!isSo())
        {
            Assert.True(await changed.WaitAsync(TimeSpan.FromSeconds(30)), "It did not come to be so.");
        }
    }
}
