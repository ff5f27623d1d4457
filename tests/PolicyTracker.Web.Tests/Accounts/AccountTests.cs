using System.Net;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Tests.App;

namespace PolicyTracker.Web.Tests.Accounts;

public sealed class AccountTests
{
    [Fact]
    public async Task The_setup_link_makes_one_administrator_and_then_no_more()
    {
        await using var app = new TrackerApplication();
        using var browser = app.Browser();
        var link = app.Get<SetupLink>().Path;
        Assert.Contains("not the set-up link", await browser.GetStringAsync("/setup?token=guess"), StringComparison.Ordinal);

        var weak = await browser.PostFormAsync(link, "setup", ("Input.Name", "mei"), ("Input.Password", "short"));
        Assert.Contains("15 to 200", await weak.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await browser.PostFormAsync(link, "setup", ("Input.Name", "mei"), ("Input.Password", TrackerApplication.Password))).StatusCode
        );
        Assert.Contains("mei", await browser.GetStringAsync("/"), StringComparison.Ordinal);

        using var another = app.Browser();
        Assert.Contains("an administrator already", await another.GetStringAsync(link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_signs_in_and_out_and_a_foreign_page_can_not_sign_him_out()
    {
        await using var app = new TrackerApplication();
        await app.AddAccountAsync("tom", Roles.Editor);
        using var browser = app.Browser();
        const string Annotate = "/announcements/miit-press-conference-2023-03-01/annotate";
        var sent = (await browser.GetAsync(Annotate)).Headers.Location!;
        Assert.StartsWith("/account/sign-in", sent.PathAndQuery, StringComparison.Ordinal);

        var wrong = await browser.PostFormAsync(sent.PathAndQuery, "sign-in", ("Input.Name", "tom"), ("Input.Password", "wrong password"));
        Assert.Contains("Name or password is wrong", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var right = await browser.PostFormAsync(
            sent.PathAndQuery,
            "sign-in",
            ("Input.Name", "tom"),
            ("Input.Password", TrackerApplication.Password)
        );
        Assert.Equal(Annotate, new Uri(browser.BaseAddress!, right.Headers.Location!).PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Annotate)).StatusCode);

        // His pages are his own: another reader does not get them from the cache.
        Assert.Contains("tom", await browser.GetStringAsync("/indicators"), StringComparison.Ordinal);
        using var reader = app.Browser();
        Assert.DoesNotContain("tom", await reader.GetStringAsync("/indicators"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/account/sign-out", new FormUrlEncodedContent([]))).StatusCode);
        Assert.Contains("tom", await browser.GetStringAsync("/"), StringComparison.Ordinal);
        await browser.PostFormAsync("/", "/account/sign-out", action: "/account/sign-out");
        Assert.DoesNotContain("tom", await browser.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("https://evil.example/")]
    public async Task Signing_in_leads_nowhere_else(string returnUrl)
    {
        await using var app = new TrackerApplication();
        await app.AddAccountAsync("tom", Roles.Editor);
        using var browser = app.Browser();
        var response = await browser.PostFormAsync(
            $"/account/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}",
            "sign-in",
            ("Input.Name", "tom"),
            ("Input.Password", TrackerApplication.Password)
        );
        Assert.Equal(browser.BaseAddress, new Uri(browser.BaseAddress!, response.Headers.Location!));
    }

    [Fact]
    public async Task Pages_for_editors_are_closed_to_others()
    {
        await using var app = new TrackerApplication();
        using var browser = app.Browser();
        foreach (
            var path in new[]
            {
                "/announcements/new",
                "/announcements/miit-press-conference-2023-03-01/annotate",
                "/commitments/software-parks/edit",
            }
        )
        {
            var response = await browser.GetAsync(path);
            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
            Assert.Contains("/account/sign-in", response.Headers.Location!.ToString(), StringComparison.Ordinal);
        }
    }
}
