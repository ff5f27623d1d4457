using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Web.Administration;
using PolicyTracker.Web.Tests.Annotations;
using PolicyTracker.Web.Tests.App;

namespace PolicyTracker.Web.Tests.Accounts;

/// <summary>An administrator finds accounts, changes what they may do, and invites; nobody else does, whatever page is open.</summary>
public sealed class AccountsSectionTests : BunitContext, IAsyncLifetime
{
    private readonly TrackerApplication _app = new();
    private BunitAuthorizationContext _who = null!;

    public async Task InitializeAsync()
    {
        await _app.AddAccountAsync("ada", Roles.Admin);
        await _app.AddAccountAsync("mei", Roles.Editor);
        await _app.AddAccountAsync("tom", Roles.Editor);
        Services.AddMudServices(o => o.PopoverOptions.CheckForPopoverProvider = false);
        JSInterop.Mode = JSRuntimeMode.Loose;
        _who = this.AddAuthorization();
        await BeAsync("ada");
        Services.AddSingleton(_app.Get<AccountQueries>());
        Services.AddScoped(_ => _app.Services.CreateScope().ServiceProvider.GetRequiredService<AccountEdits>());
        SetRendererInfo(new RendererInfo("Server", true));
    }

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Accounts_are_found_and_changed_and_the_address_says_what_is_shown()
    {
        var page = Render<AccountsSection>();
        page.WaitForAssertion(() => Assert.Equal(["ada", "mei", "tom"], Names(page)));
        await page.Find("[name=q]").InputAsync("EI");
        page.WaitForAssertion(() => Assert.Equal(["mei"], Names(page)));
        Assert.EndsWith("?q=EI", Address, StringComparison.Ordinal);

        await ClickAsync(page, "Make an administrator: mei");
        page.WaitForAssertion(() => Assert.Contains("mei has to sign in again", page.Find(".told").TextContent, StringComparison.Ordinal));
        await ClickAsync(page, "Disable: mei");
        page.WaitForAssertion(() => Assert.Contains("mei is disabled", page.Find(".told").TextContent, StringComparison.Ordinal));
        Assert.Contains("administrator, disabled", page.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_narrows_and_sorts()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/admin?role=editor&sort=-name");
        var page = Render<AccountsSection>();
        page.WaitForAssertion(() => Assert.Equal(["tom", "mei"], Names(page)));
        Assert.EndsWith("?role=editor&sort=-name", Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_invites_one_person_and_is_withdrawn()
    {
        var page = Render<AccountsSection>();
        await page.Find("form").SubmitAsync();
        Assert.NotEmpty(page.Find("[role=alert], .mud-input-helper-text.mud-input-error").TextContent); // for nobody
        await page.Find("[name=whom]").InputAsync("Lin of the desk");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() =>
            Assert.Contains("/account/invitation?token=", page.Find("[data-invitation]").TextContent, StringComparison.Ordinal)
        );
        await ClickAsync(page, "Withdraw the invitation for Lin of the desk");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("li")));
    }

    [Fact]
    public async Task Who_is_no_administrator_any_more_changes_nothing_on_a_page_that_is_still_open()
    {
        var page = Render<AccountsSection>();
        page.WaitForAssertion(() => Assert.Equal(["ada", "mei", "tom"], Names(page)));
        await BeAsync("tom");
        await ClickAsync(page, "Make an administrator: mei");
        page.WaitForAssertion(() => Assert.NotEmpty(page.Find("[role=alert]").TextContent));
        var mei = (await _app.Get<AccountQueries>().ListAsync(Editor.CommandLine, new("mei"))).Items[0];
        Assert.Equal(Roles.Editor, mei.Role);
    }

    private string Address => Services.GetRequiredService<NavigationManager>().Uri;

    private async Task BeAsync(string name) =>
        _who.SetAuthorized(name)
            .SetClaims(new Claim(ClaimTypes.NameIdentifier, (await _app.EditorAsync(name)).AccountId!.Value.ToString()));

    private static IEnumerable<string> Names(IRenderedComponent<AccountsSection> page) =>
        page.FindAll("tbody tr td:first-child").Select(c => c.TextContent.Trim());

    private static Task ClickAsync(IRenderedComponent<AccountsSection> page, string name) =>
        page.FindAll("button").Single(b => b.TextContent.Trim() == name).ClickAsync(new MouseEventArgs());
}
