using System.Net;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Web.App;

namespace PolicyTracker.Web.Tests.App;

/// <summary>What a client writes into Host or forwarded headers is believed only where the operator says so.</summary>
public sealed class PublicAddressTests
{
    [Fact]
    public async Task A_name_that_is_not_the_trackers_is_refused_and_leaves_no_trace()
    {
        await using var app = new TrackerApplication();
        using var browser = app.Browser();
        foreach (var host in new[] { "evil.example", "localhost.evil.example", "evil.example:80", "xn--lcalhost-0wf" })
        {
            foreach (var path in new[] { "/", "/changes.atom", "/annotations.jsonld", "/account", "/api/v1/me", "/nowhere" })
            {
                var response = await AskAsync(browser, path, ("Host", host));
                Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
                var said = await response.Content.ReadAsStringAsync();
                Assert.Contains("POLICYTRACKER_PUBLIC_ADDRESS", said, StringComparison.Ordinal);
                Assert.DoesNotContain("evil", said + response.Headers, StringComparison.Ordinal);
            }
        }

        foreach (var host in new[] { "localhost:99999", "127.0.0.1:65536" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync(browser, "/changes.atom", ("Host", host))).StatusCode); // a port that is none
        }

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(browser, "/health/ready", ("Host", "10.0.0.7:8080"))).StatusCode); // a watcher asks by number
        var page = await AskAsync(
            browser,
            "/changes.atom",
            ("X-Forwarded-Host", "evil.example"),
            ("X-Forwarded-Proto", "https"),
            ("Forwarded", "host=evil.example")
        );
        var feed = await page.Content.ReadAsStringAsync();
        Assert.DoesNotContain("evil", feed, StringComparison.Ordinal);
        Assert.DoesNotContain("https://127.0.0.1", feed, StringComparison.Ordinal);
        Assert.False(page.Headers.Contains("Server"));
        Assert.False(page.Headers.Contains("Strict-Transport-Security")); // plain http on one's own machine
    }

    [Fact]
    public async Task The_public_address_stands_in_all_that_leaves_the_program()
    {
        await using var app = new TrackerApplication
        {
            Settings = { ["public-address"] = "https://tracker.example", ["allowed-hosts"] = "old.example" },
        };
        await app.AddAccountAsync("ada", Roles.Admin);
        using var browser = app.Browser();
        foreach (var host in new[] { "tracker.example", "old.example", browser.BaseAddress!.Authority })
        {
            var feed = await AskAsync(browser, "/changes.atom", ("Host", host));
            Assert.Contains("https://tracker.example/changes", await feed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Contains(
                "https://tracker.example/announcements/",
                await (await AskAsync(browser, "/annotations.jsonld", ("Host", host))).Content.ReadAsStringAsync(),
                StringComparison.Ordinal
            );
            Assert.StartsWith(
                "https://tracker.example/account/sign-in",
                (await AskAsync(browser, "/account", ("Host", host))).Headers.Location!.ToString(),
                StringComparison.Ordinal
            );
            Assert.Equal("max-age=31536000", Assert.Single(feed.Headers.GetValues("Strict-Transport-Security")));
        }

        var form = await AskAsync(browser, "/account/sign-in", ("Host", "tracker.example"));
        var cookies = form.Headers.GetValues("Set-Cookie").ToList();
        var sent = await form.Content.ReadAsStringAsync();
        using var post = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in")
        {
            Content = new FormUrlEncodedContent([
                .. Forms.Hidden(sent, "sign-in"),
                new("Input.Name", "ada"),
                new("Input.Password", TrackerApplication.Password),
            ]),
            Headers = { { "Host", "tracker.example" }, { "Cookie", cookies.Select(c => c.Split(';')[0]) } },
        };
        var signedIn = await browser.SendAsync(post);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        cookies.AddRange(signedIn.Headers.GetValues("Set-Cookie"));
        Assert.Contains(cookies, c => c.StartsWith("__Host-policytracker=", StringComparison.Ordinal));
        Assert.Contains(cookies, c => c.StartsWith("__Host-policytracker-known=", StringComparison.Ordinal));
        Assert.All(
            cookies,
            c =>
            {
                Assert.StartsWith("__Host-", c, StringComparison.Ordinal);
                Assert.Contains("; secure", c, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("; path=/;", c, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("; httponly", c, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("domain=", c, StringComparison.OrdinalIgnoreCase);
            }
        );
    }

    [Theory]
    [InlineData("", "evil.example")]
    [InlineData("203.0.113.0/24", "evil.example")]
    [InlineData("127.0.0.1", "198.51.100.9")]
    [InlineData("10.0.0.0/8, ::1, 127.0.0.0/8", "198.51.100.9")]
    public async Task Forwarded_headers_are_believed_from_named_proxies_only(string proxies, string whom)
    {
        await using var app = new TrackerApplication { Settings = { ["trusted-proxies"] = proxies } };
        using var browser = app.Browser();
        var feed = await (
            await AskAsync(browser, "/changes.atom", ("X-Forwarded-For", whom), ("X-Forwarded-Proto", "https"))
        ).Content.ReadAsStringAsync();
        Assert.Equal(whom != "evil.example", feed.Contains("https://127.0.0.1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("public-address", "tracker.example")]
    [InlineData("public-address", "ftp://tracker.example")]
    [InlineData("public-address", "https://tracker.example/path")]
    [InlineData("trusted-proxies", "my-proxy")]
    public void A_setting_that_is_none_is_named(string setting, string value)
    {
        var settings = new OperatorSettings(name => name == setting ? value : null);
        Assert.Contains(value, Assert.Throws<Refusal>(() => PublicAddress.From(settings, null)).Message, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient browser, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await browser.SendAsync(request);
    }
}
