using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Administration;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;
using PolicyTracker.Web.History;
using PolicyTracker.Web.Shared;
using PolicyTracker.Web.Tests.Annotations;
using PolicyTracker.Web.Tests.App;

namespace PolicyTracker.Web.Tests.History;

/// <summary>However many edits wait, all are reached, and what is chosen is on the page that one sees.</summary>
public sealed class WaitingPageTests(TrackerApplication app) : BunitContext, IClassFixture<TrackerApplication>, IAsyncLifetime
{
    private const int Waiting = Approvals.PageSize + 2;

    // Words of eight letters.
    private static readonly string Text = string.Join(' ', Enumerable.Range(1000, Waiting).Select(n => $"road{n}"));

    public async Task InitializeAsync()
    {
        await app.Get<SettingEdits>().SetAsync(await app.AddEditorAsync(Roles.Admin), Setting.Approval, "yes");
        var by = await app.AddEditorAsync();
        var text = (await app.Get<AnnouncementQueries>().OpenAsync(await app.AddTextAsync(Text)))!;
        for (var n = await app.Get<Approvals>().CountAsync(); n < Waiting; n++)
        {
            var place = new CodePointRange(n * 9, (n * 9) + 8);
            await app.Get<AnnotationEdits>()
                .AttachAsync(
                    by,
                    new MarkedWords(text.Id, text.Sha256, place, Text[place.Start..place.End]),
                    new NewComment($"Comment {n}")
                );
        }

        Services.AddMudServices(o => o.PopoverOptions.CheckForPopoverProvider = false);
        JSInterop.Mode = JSRuntimeMode.Loose;
        var me = await app.AddEditorAsync();
        this.AddAuthorization().SetAuthorized(me.Name).SetClaims(new Claim(ClaimTypes.NameIdentifier, me.AccountId!.Value.ToString()));
        Services.AddSingleton(app.Get<Approvals>());
        Services.AddSingleton(app.Get<EditEvents>());
        Services.AddSingleton(app.Get<HistoryEdits>());
        Services.AddScoped<EditNotices>();
        SetRendererInfo(new RendererInfo("Server", true));
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    [Fact]
    public async Task A_page_is_named_by_the_address_and_turned_by_keys_which_let_go_of_nothing_that_is_chosen()
    {
        var page = Render<WaitingPage>();
        Assert.Equal(Approvals.PageSize, page.FindComponents<WaitingItem>().Count);
        Assert.Contains($"1 to {Approvals.PageSize} of {Waiting}", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Choose all of this page", page.Markup, StringComparison.Ordinal);
        await PressAsync(page, ^1, "x");
        Assert.Contains("1 edit is chosen.", page.Markup, StringComparison.Ordinal);
        await PressAsync(page, ^1, "j");
        Assert.DoesNotContain("page=", Address, StringComparison.Ordinal); // one is chosen
        await PressAsync(page, ^1, "x");
        await PressAsync(page, ^1, "j");
        Assert.EndsWith("?page=2", Address, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal(2, page.FindComponents<WaitingItem>().Count));
        Assert.Contains($"{Approvals.PageSize + 1} to {Waiting} of {Waiting}", page.Markup, StringComparison.Ordinal);
        Assert.Contains($"start=\"{Approvals.PageSize + 1}\"", page.Markup, StringComparison.Ordinal);
        await PressAsync(page, 0, "k");
        page.WaitForAssertion(() => Assert.Equal(Approvals.PageSize, page.FindComponents<WaitingItem>().Count));
    }

    [Fact]
    public async Task What_is_approved_makes_room_for_what_waited_behind_it_and_the_focus_goes_there()
    {
        var page = Render<WaitingPage>();
        var first = page.FindComponents<WaitingItem>().Select(i => i.Instance.Waiting.Edit.Id).ToList();
        await page.FindAll("button").Single(b => b.TextContent.Trim() == "Choose all of this page").ClickAsync(new MouseEventArgs());
        Assert.Contains($"{Approvals.PageSize} edits are chosen.", page.Markup, StringComparison.Ordinal);
        await PressAsync(page, 0, "a");
        page.WaitForAssertion(() => Assert.Equal(2, page.FindComponents<WaitingItem>().Count), TimeSpan.FromSeconds(30));
        Assert.DoesNotContain(page.FindComponents<WaitingItem>(), i => first.Contains(i.Instance.Waiting.Edit.Id));
        Assert.Contains(JSInterop.Invocations, i => i.Identifier.EndsWith("focus", StringComparison.Ordinal));
        Assert.Equal(2, await app.Get<Approvals>().CountAsync());
    }

    private string Address => Services.GetRequiredService<NavigationManager>().Uri;

    private static Task PressAsync(IRenderedComponent<WaitingPage> page, Index item, string key) =>
        page.FindAll("article")[item].KeyDownAsync(new KeyboardEventArgs { Key = key });
}
