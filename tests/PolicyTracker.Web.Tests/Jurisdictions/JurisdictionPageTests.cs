using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;
using PolicyTracker.Web.Tests.App;

namespace PolicyTracker.Web.Tests.Jurisdictions;

/// <summary>Whose policy a page shows, and how readers get at another's.</summary>
public sealed partial class JurisdictionPageTests
{
    private static readonly string[] Lists = ["/", "/commitments", "/indicators", "/announcements", "/glossary"];

    [Fact]
    public async Task A_tracker_of_one_jurisdiction_names_it_on_the_front_page_and_nowhere_else()
    {
        await using var app = new TrackerApplication();
        using var browser = app.Browser();
        Assert.Contains("What China announced", await TextAsync(browser, "/"), StringComparison.Ordinal);
        foreach (var list in Lists)
        {
            var html = await browser.GetStringAsync(list);
            Assert.DoesNotContain("jurisdiction", html, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(await TextAsync(browser, list), await TextAsync(browser, list + "?jurisdiction=china"));
        }
    }

    [Fact]
    public async Task Of_several_the_first_is_shown_unless_another_or_all_are_asked_for()
    {
        await using var app = new TrackerApplication();
        using var browser = app.Browser();
        await AddScotlandAsync(app);
        await app.Get<AnnouncementEdits>()
            .AddAsync(
                Editor.Seed,
                new NewAnnouncement
                {
                    Title = "A plan of Scotland",
                    Issuer = "Scottish Government",
                    Jurisdiction = "scotland",
                    Date = Period.ParseDate("2022-05-03"),
                    Text = "The government will plant trees.",
                }
            );

        (string Page, string OfChina, string OfScotland)[] shown =
        [
            ("/", "Core sectors", "Digital economy"),
            ("/announcements", "MIIT press conference", "A plan of Scotland"),
            ("/glossary", "Jin Zhuanglong", "Scottish Government"),
        ];
        foreach (var (page, china, scotland) in shown)
        {
            var (first, second, all) = (
                await TextAsync(browser, page),
                await TextAsync(browser, page + "?jurisdiction=scotland"),
                await TextAsync(browser, page + "?jurisdiction=all")
            );
            Assert.Equal((true, false), (Has(first, china), Has(first, scotland)));
            Assert.Equal((false, true), (Has(second, china), Has(second, scotland)));
            Assert.Equal((true, true), (Has(all, china), Has(all, scotland)));
            Assert.DoesNotContain(china, await TextAsync(browser, page + "?jurisdiction=atlantis"), StringComparison.Ordinal);
        }

        Assert.Contains("What Scotland announced", await TextAsync(browser, "/?jurisdiction=scotland"), StringComparison.Ordinal);
        Assert.Contains("of 2 jurisdictions are followed", await TextAsync(browser, "/?jurisdiction=all"), StringComparison.Ordinal);
        Assert.Contains(
            "Nothing is recorded for this jurisdiction",
            await TextAsync(browser, "/commitments?jurisdiction=atlantis"),
            StringComparison.Ordinal
        );

        // Each list names both; filters and pages keep what was asked for, and what belongs to one record is shown whosever it is.
        foreach (var page in Lists)
        {
            var html = await browser.GetStringAsync(page + "?jurisdiction=all");
            Assert.Contains("?jurisdiction=scotland\"", html, StringComparison.Ordinal);
            Assert.Contains("aria-current=\"true\">All<", html, StringComparison.Ordinal);
        }

        Assert.Contains(
            "<input type=\"hidden\" name=\"jurisdiction\" value=\"all\"",
            await browser.GetStringAsync("/commitments?jurisdiction=all"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "jurisdiction=all&amp;page=2",
            await browser.GetStringAsync("/commitments?jurisdiction=all"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "No commitment passes the filter",
            await TextAsync(browser, "/commitments?jurisdiction=scotland&responsible=atlantis"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Scottish Government",
            await TextAsync(browser, "/glossary?kind=actor&entry=scottish-government"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "/commitments?topic=blockchain&amp;jurisdiction=all",
            await browser.GetStringAsync("/glossary?jurisdiction=all"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_program_says_whose_an_announcement_is()
    {
        await using var app = new TrackerApplication();
        using var browser = app.Browser();
        var scotland = await AddScotlandAsync(app);
        await app.AddAccountAsync("mei", Roles.Editor);
        await using var db = await app.Get<IDbContextFactory<TrackerDb>>().CreateDbContextAsync();
        var mei = await db.Users.SingleAsync(a => a.UserName == "mei");
        var token = await app.Get<ApiTokens>().MakeAsync(new Editor("mei", mei.Id), "all", [.. Scopes.All.Select(s => s.Name)], 1);
        browser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var sent = new
        {
            title = "Plan",
            issuer = "Scottish Government",
            date = "2022-05-03",
            text = "The government will establish software colleges with high standards.",
            jurisdiction = "atlantis",
        };
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsJsonAsync("/api/v1/announcements", sent)).StatusCode);
        var added = await browser.PostAsJsonAsync("/api/v1/announcements", sent with { jurisdiction = "scotland" });
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.Equal(scotland, (await db.Set<Announcement>().SingleAsync(n => n.Slug == "plan")).JurisdictionId);
    }

    private static async Task<Guid> AddScotlandAsync(TrackerApplication app)
    {
        var edits = app.Get<RecordEdits>();
        var scotland = await edits.SaveAsync(
            Editor.Seed,
            RecordKind.Jurisdiction,
            null,
            0,
            Values(("name", "Scotland"), ("code", "GB-SCT")),
            "new"
        );
        await edits.SaveAsync(
            Editor.Seed,
            RecordKind.Pillar,
            null,
            0,
            Values(("name", "Digital economy"), ("accent", "plum"), ("jurisdictionId", scotland.ToString())),
            "new"
        );
        return scotland;
    }

    private static Dictionary<string, string?> Values(params (string Name, string? Value)[] values) =>
        values.ToDictionary(v => v.Name, v => v.Value);

    private static bool Has(string text, string words) => text.Contains(words, StringComparison.Ordinal);

    // What the page says in its main part; the newest changes on the front page are everybody's.
    private static async Task<string> TextAsync(HttpClient browser, string path)
    {
        var html = await browser.GetStringAsync(path);
        var main = html[html.IndexOf("<main", StringComparison.Ordinal)..];
        var end = main.IndexOf("id=\"latest\"", StringComparison.Ordinal);
        return WebUtility.HtmlDecode(Tag().Replace(end < 0 ? main : main[..end], ""));
    }

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
