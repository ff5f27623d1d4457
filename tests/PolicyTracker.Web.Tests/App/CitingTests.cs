using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Web.Tests.App;

/// <summary>What those get who cite a page, share it or look for it.</summary>
public sealed partial class CitingTests(TrackerApplication app) : IClassFixture<TrackerApplication>
{
    private const string Announcement = "/announcements/miit-press-conference-2023-03-01";

    private readonly HttpClient _browser = app.Browser();

    [Theory]
    [InlineData("/commitments/software-colleges")]
    [InlineData("/pillars/core-sectors")]
    [InlineData("/indicators/software-business-revenue")]
    [InlineData(Announcement)]
    public async Task A_page_says_how_to_cite_it_and_gives_it_in_each_form(string path)
    {
        var html = await _browser.GetStringAsync(path);
        var words = WebUtility.HtmlDecode(Words().Match(html).Groups[1].Value);
        Assert.Contains("(read ", words, StringComparison.Ordinal);
        var files = Files().Matches(html).Select(m => m.Value).Distinct().ToList();
        Assert.Equal(4, files.Count);
        foreach (var file in files)
        {
            using var answer = await _browser.GetAsync(file);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var text = await answer.Content.ReadAsStringAsync();
            switch (file.Split('.')[^1])
            {
                case "txt":
                    Assert.Equal(words + "\n", text);
                    break;
                case "json":
                    using (var json = JsonDocument.Parse(text))
                    {
                        // The address that is cited is one that answers.
                        var address = new Uri(json.RootElement[0].GetProperty("URL").GetString()!);
                        Assert.Equal(HttpStatusCode.OK, (await _browser.GetAsync(address.PathAndQuery)).StatusCode);
                    }

                    break;
                case "bib":
                    Assert.StartsWith("@misc{", text, StringComparison.Ordinal);
                    break;
                default:
                    Assert.Contains("\r\nUR  - http", text, StringComparison.Ordinal);
                    break;
            }
        }
    }

    [Fact]
    public async Task A_goal_leads_to_its_history_where_it_is_cited()
    {
        var history = HistoryOfGoal().Match(await _browser.GetStringAsync("/pillars/core-sectors")).Value;
        Assert.Equal(4, Files().Matches(await _browser.GetStringAsync(history)).Select(m => m.Value).Distinct().Count());
        Assert.Contains($"{history}/1/cite.bib", await _browser.GetStringAsync(history + "/1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_not_cited()
    {
        var html = await _browser.GetStringAsync("/commitments/software-colleges");
        var file = Files().Match(html).Value;
        foreach (
            var none in new[]
            {
                file.Replace(".bib", ".doc", StringComparison.Ordinal),
                Regex.Replace(file, @"/\d+/cite", "/999/cite"),
                file.Replace("/commitment/", "/nothing/", StringComparison.Ordinal),
            }
        )
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync(none)).StatusCode);
        }
    }

    [Theory]
    [InlineData("/", "WebSite")]
    [InlineData("/indicators/software-business-revenue", "Dataset")]
    [InlineData(Announcement, "CreativeWork")]
    [InlineData("/commitments/software-colleges", null)]
    [InlineData("/pillars/core-sectors", null)]
    public async Task A_shared_link_says_what_it_leads_to(string path, string? thing)
    {
        var html = await _browser.GetStringAsync(path + "?utm_source=mail");
        var root = _browser.BaseAddress!.GetLeftPart(UriPartial.Authority);
        Assert.Contains($"<link rel=\"canonical\" href=\"{root}{path}\"", html, StringComparison.Ordinal);
        foreach (var property in new[] { "og:title", "og:description", "og:type", "og:url", "og:site_name", "og:locale" })
        {
            Assert.Matches($"<meta property=\"{property}\" content=\"[^\"]+\"", html);
        }

        Assert.Equal(thing is not null, Schema().Match(html) is { Success: true } found && Check(found.Groups[1].Value, thing));
    }

    [Fact]
    public async Task Nothing_in_a_title_breaks_out_of_what_programs_are_told()
    {
        const string Title = "</script><script>alert(1)</script>\" onload=\"x <!-- 漢";
        await app.Get<AnnouncementEdits>()
            .AddAsync(
                Editor.Seed,
                new NewAnnouncement
                {
                    Title = Title,
                    Slug = "hostile-title",
                    Issuer = "MIIT",
                    Date = new DateOnly(2024, 1, 1),
                    Text = "Some words.",
                }
            );
        var html = await _browser.GetStringAsync("/announcements/hostile-title");
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Schema().Match(html).Groups[1].Value);
        Assert.Equal(Title, json.RootElement.GetProperty("name").GetString());
        Assert.Contains("漢", Schema().Match(html).Groups[1].Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_engines_find_every_page_with_the_day_of_its_last_edit_and_are_kept_from_those_of_editors()
    {
        var sitemap = XDocument.Parse(await _browser.GetStringAsync("/sitemap.xml"));
        XNamespace of = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var pages = sitemap.Root!.Elements(of + "url").ToDictionary(u => new Uri(u.Element(of + "loc")!.Value).AbsolutePath);
        Assert.NotNull(pages["/commitments/software-colleges"].Element(of + "lastmod"));
        Assert.Contains(Announcement, pages.Keys);
        foreach (var page in pages.Keys.Where((_, i) => i % 10 == 0))
        {
            Assert.Equal(HttpStatusCode.OK, (await _browser.GetAsync(page)).StatusCode);
        }

        var robots = await _browser.GetStringAsync("/robots.txt");
        Assert.Contains("Disallow: /account\n", robots, StringComparison.Ordinal);
        Assert.EndsWith($"Sitemap: {_browser.BaseAddress}sitemap.xml\n", robots, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync("/sitemap-2.xml")).StatusCode);
    }

    [Fact]
    public async Task A_long_list_of_pages_is_read_in_parts_without_one_left_out()
    {
        var pages = app.Get<SitemapQueries>();
        var all = await pages.ReadAsync(0, int.MaxValue).ToListAsync();
        Assert.Equal(await pages.CountAsync(), all.Count);
        var parts = new List<SitemapEntry>();
        for (var skip = 0; skip < all.Count; skip += 7)
        {
            parts.AddRange(await pages.ReadAsync(skip, 7).ToListAsync());
        }

        Assert.Equal(all, parts);
    }

    private static bool Check(string json, string? thing)
    {
        using var read = JsonDocument.Parse(json);
        Assert.Equal(thing, read.RootElement.GetProperty("@type").GetString());
        Assert.Equal("https://schema.org", read.RootElement.GetProperty("@context").GetString());
        return true;
    }

    [GeneratedRegex("/history/goal/[0-9a-f-]+")]
    private static partial Regex HistoryOfGoal();

    [GeneratedRegex("<p class=\"cite-words\">(.*?)</p>", RegexOptions.Singleline)]
    private static partial Regex Words();

    [GeneratedRegex(@"/history/[a-z-]+/[0-9a-f-]+/\d+/cite\.[a-z]+")]
    private static partial Regex Files();

    [GeneratedRegex("<script type=\"application/ld(?:\\+|&#x2B;)json\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Schema();
}
