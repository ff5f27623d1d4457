using System.Net;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Tests.App;

namespace PolicyTracker.Web.Tests.Accounts;

public sealed class SingleSignOnTests
{
    [Fact]
    public async Task An_editor_links_a_sign_in_elsewhere_and_comes_in_with_it_and_a_stranger_does_not()
    {
        await using var provider = await OpenIdProvider.StartAsync();
        await using var app = new TrackerApplication
        {
            Settings = new()
            {
                ["oidc:authority"] = provider.Address,
                ["oidc:client-id"] = "tracker",
                ["oidc:client-secret"] = "secret",
                ["oidc:name"] = "Office",
            },
        };
        await app.AddAccountAsync("mei", Roles.Editor);

        using var stranger = app.Browser();
        Assert.Contains("Sign in with Office", await stranger.GetStringAsync("/account/sign-in"), StringComparison.Ordinal);
        var refused = await FollowAsync(stranger, await stranger.PostFormAsync("/account/sign-in", "", "/account/elsewhere?returnUrl=%2F"));
        Assert.Equal("/account/sign-in?fault=unknown", refused);
        Assert.Contains(
            "No account here is linked",
            WebUtility.HtmlDecode(await stranger.GetStringAsync(refused)),
            StringComparison.Ordinal
        );

        using var mei = app.Browser();
        await mei.SignInAsync("mei");
        Assert.Equal(
            "/account?said=linked",
            await FollowAsync(mei, await mei.PostFormAsync("/account", "", "/account/elsewhere?returnUrl=/account"))
        );

        using var desk = app.Browser();
        Assert.Equal(
            "/account",
            await FollowAsync(
                desk,
                await desk.PostFormAsync("/account/sign-in?returnUrl=%2Faccount", "", "/account/elsewhere?returnUrl=%2Faccount")
            )
        );
        Assert.Contains("signed in as <strong>mei", await desk.GetStringAsync("/account"), StringComparison.Ordinal);

        provider.Subject = "person-2"; // the same name is not the same person
        using var namesake = app.Browser();
        Assert.Equal(
            "/account/sign-in?fault=unknown",
            await FollowAsync(namesake, await namesake.PostFormAsync("/account/sign-in", "", "/account/elsewhere?returnUrl=%2F"))
        );
    }

    [Fact]
    public async Task Where_the_operator_says_so_a_new_person_becomes_an_editor_but_never_takes_a_name()
    {
        await using var provider = await OpenIdProvider.StartAsync();
        await using var app = new TrackerApplication
        {
            Settings = new()
            {
                ["oidc:authority"] = provider.Address,
                ["oidc:client-id"] = "tracker",
                ["oidc:client-secret"] = "secret",
                ["oidc:new-role"] = "editor",
            },
        };
        await app.AddAccountAsync("tom", Roles.Admin);
        using var mei = app.Browser();
        Assert.Equal("/", await FollowAsync(mei, await mei.PostFormAsync("/account/sign-in", "", "/account/elsewhere?returnUrl=%2F")));
        Assert.Equal(HttpStatusCode.OK, (await mei.GetAsync("/announcements/new")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await mei.GetAsync("/admin")).StatusCode);

        (provider.Subject, provider.Name) = ("person-3", "tom");
        using var thief = app.Browser();
        Assert.Equal(
            "/account/sign-in?fault=name",
            await FollowAsync(thief, await thief.PostFormAsync("/account/sign-in", "", "/account/elsewhere?returnUrl=%2F"))
        );
        Assert.Equal(
            "/account/sign-in?fault=provider",
            await FollowAsync(thief, await thief.GetAsync("/account/oidc?code=guess&state=guess"))
        );
    }

    [Fact]
    public void Settings_that_can_not_work_are_named_at_the_start()
    {
        var options = new Dictionary<string, string?> { ["oidc:authority"] = "http://office.example" };
        var settings = new OperatorSettings(name => options.GetValueOrDefault(name));
        Assert.Contains("https", Assert.Throws<Refusal>(() => SingleSignOn.From(settings)).Message, StringComparison.Ordinal);
        options["oidc:authority"] = "https://office.example";
        Assert.Contains("CLIENT_ID", Assert.Throws<Refusal>(() => SingleSignOn.From(settings)).Message, StringComparison.Ordinal);
        options["oidc:authority"] = "";
        Assert.Null(SingleSignOn.From(settings));
    }

    // Goes where a browser is sent, to the provider and back, until a page of the tracker stands; gives its address.
    private static async Task<string> FollowAsync(HttpClient browser, HttpResponseMessage answer)
    {
        var at = answer.RequestMessage!.RequestUri!;
        for (var hops = 0; hops < 8 && answer.StatusCode is HttpStatusCode.Redirect; hops++)
        {
            at = new Uri(at, answer.Headers.Location!);
            if (at.Authority == browser.BaseAddress!.Authority && at.AbsolutePath is not ("/account/oidc" or "/account/back"))
            {
                return at.PathAndQuery;
            }

            answer = await browser.GetAsync(at);
        }

        return $"{(int)answer.StatusCode} {at}";
    }
}
