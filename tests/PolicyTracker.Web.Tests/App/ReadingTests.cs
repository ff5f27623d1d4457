using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Web.Tests.App;

/// <summary>What a reader without an account and without script gets.</summary>
public sealed partial class ReadingTests(TrackerApplication app) : IClassFixture<TrackerApplication>
{
    private readonly HttpClient _browser = app.Browser();

    [Theory]
    [InlineData("/", "Network infrastructure", "Core sectors", "15.4")]
    [InlineData(
        "/pillars/core-sectors",
        "establish software colleges",
        "Promote the integrated circuit and industrial software industries",
        "10.8"
    )]
    [InlineData("/commitments/software-colleges", "establish software colleges")]
    [InlineData("/commitments?topic=blockchain", "blockchain")]
    [InlineData("/indicators/electronics-manufacturing-revenue", "15.4 trillion yuan", "a single reported value")]
    [InlineData("/announcements/miit-press-conference-2023-03-01", "the the", "inferred", "hoisting the sail")]
    [InlineData("/glossary?q=gong ye", "工业")]
    [InlineData("/changes", "Seed")]
    public async Task A_page_says_what_it_is_for(string path, params string[] says)
    {
        var response = await _browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var html = await response.Content.ReadAsStringAsync();
        var text = WebUtility.HtmlDecode(Tag().Replace(html, ""));
        Assert.All(says, words => Assert.Contains(words, text, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("blazor.web.js", html, StringComparison.Ordinal); // a reader holds no circuit
        Assert.False(response.Headers.Contains("Set-Cookie")); // and gets no cookie
    }

    [Theory]
    [InlineData("/pillars/nowhere")]
    [InlineData("/commitments/nowhere")]
    [InlineData("/indicators/nowhere")]
    [InlineData("/announcements/nowhere")]
    [InlineData("/nowhere?q=1")]
    [InlineData("/pillars/nowhere/summary")]
    public async Task An_unknown_address_is_a_404_that_leads_on(string path)
    {
        var response = await _browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("href=\"/commitments\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_opens_the_page_for_unknown_addresses_by_its_own_does_not_make_them_all_be_there()
    {
        foreach (var path in new[] { "/not-found", "/nowhere/at-all", "/commitments/nowhere" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync(path)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await _browser.GetAsync("/announcements?page=%00")).StatusCode);
    }

    [Fact]
    public async Task The_summary_is_markdown_and_the_same_as_from_the_command_line()
    {
        var response = await _browser.GetAsync("/pillars/core-sectors/summary.md");
        Assert.Equal("text/markdown; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(await app.Get<PillarSummary>().WriteAsync("core-sectors"), await response.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync("/pillars/nowhere/summary.md")).StatusCode);
    }

    [Fact]
    public async Task A_page_is_kept_until_the_next_edit_and_not_a_moment_longer()
    {
        const string Path = "/commitments/software-parks";
        var kept = (await _browser.GetAsync(Path)).Headers;
        for (var waited = Stopwatch.StartNew(); kept.Age is null; kept = (await _browser.GetAsync(Path)).Headers)
        {
            // The cache's first look at the store makes pages anew once.
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(30), "The later readers' pages were made anew.");
            await Task.Delay(50);
        }

        Assert.False(kept.Contains("Set-Cookie")); // least of all that of the first reader
        Assert.Equal("no-cache", kept.CacheControl!.ToString());

        await using var db = await app.Get<IDbContextFactory<TrackerDb>>().CreateDbContextAsync();
        var parks = await db.Set<Commitment>().AsNoTracking().FirstAsync(c => c.Slug == "software-parks");
        await app.Get<RecordEdits>()
            .SaveAsync(
                Editor.Seed,
                RecordKind.Commitment,
                parks.Id,
                parks.Version,
                new Dictionary<string, string?> { ["title"] = "Parks of software, renamed" },
                "clearer"
            );
        Assert.Contains("Parks of software, renamed", await _browser.GetStringAsync(Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_texts_stand_side_by_side_with_what_each_passage_supports()
    {
        await using var db = await app.Get<IDbContextFactory<TrackerDb>>().CreateDbContextAsync();
        var text = await db.Set<SourceVersion>().Select(v => v.Text).FirstAsync();
        var later =
            text.Replace(
                "establish software colleges with high standards",
                "establish ten software colleges with high standards",
                StringComparison.Ordinal
            ) + "\nWe will train engineers.";
        await app.Get<AnnouncementEdits>()
            .AddAsync(
                Editor.Seed,
                new NewAnnouncement
                {
                    Title = "A year later",
                    Slug = "later",
                    Issuer = "MIIT",
                    Date = new DateOnly(2024, 3, 1),
                    Text = later,
                }
            );

        const string Pair = "/compare?from=miit-press-conference-2023-03-01&to=later";
        var page = await _browser.GetStringAsync(Pair);
        Assert.Contains("<ins>ten</ins>", page, StringComparison.Ordinal);
        Assert.Contains("reworded: another number", page, StringComparison.Ordinal);
        Assert.Contains("/commitments/software-colleges", page, StringComparison.Ordinal);
        Assert.Contains("1 new", page, StringComparison.Ordinal);

        var filtered = await _browser.GetStringAsync(Pair + "&pillar=core-sectors&show=changes&view=one");
        Assert.Contains("<ins>ten</ins>", filtered, StringComparison.Ordinal);
        Assert.DoesNotContain("We will train engineers.", filtered, StringComparison.Ordinal); // supports nothing of this pillar
        Assert.Contains(
            "There is no text “nowhere”",
            WebUtility.HtmlDecode(await _browser.GetStringAsync("/compare?from=nowhere&to=later")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Texts_in_two_languages_are_said_to_be_so()
    {
        await app.Get<AnnouncementEdits>()
            .AddAsync(
                Editor.Seed,
                new NewAnnouncement
                {
                    Title = "诊所",
                    Slug = "clinics-zh",
                    Issuer = "MIIT",
                    Date = new DateOnly(2024, 3, 1),
                    Text = "卫生部将开设十个诊所。到2027年每个县都有医生。",
                }
            );
        Assert.Contains(
            "different languages, English and Chinese",
            await _browser.GetStringAsync("/compare?from=miit-press-conference-2023-03-01&to=clinics-zh"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "different languages",
            await _browser.GetStringAsync("/compare?from=clinics-zh&to=clinics-zh"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Two_long_texts_are_compared_a_page_at_a_time()
    {
        string Text(int year) =>
            string.Join(
                '\n',
                Enumerable.Range(1, 500).Select(n => $"District {n} will open {n * 7} laboratories{(n == 450 ? $" by {year}" : "")}.")
            );
        foreach (var year in new[] { 2030, 2031 })
        {
            await app.Get<AnnouncementEdits>()
                .AddAsync(
                    Editor.Seed,
                    new NewAnnouncement
                    {
                        Title = $"Districts {year}",
                        Slug = $"districts-{year}",
                        Issuer = "MIIT",
                        Date = new DateOnly(2024, 3, 1),
                        Text = Text(year),
                    }
                );
        }

        const string Pair = "/compare?from=districts-2030&to=districts-2031";
        var first = await _browser.GetStringAsync(Pair);
        Assert.Equal(400, Regex.Count(first, "<div class=\"pair pair-kept\">"));
        Assert.Contains("499 kept", first, StringComparison.Ordinal); // the tally is of all pages
        Assert.Contains("rel=\"next\"", first, StringComparison.Ordinal);
        Assert.Contains("<ins>2031</ins>", await _browser.GetStringAsync(Pair + "&page=2"), StringComparison.Ordinal);
        Assert.Contains("<ins>2031</ins>", await _browser.GetStringAsync(Pair + "&page=99"), StringComparison.Ordinal); // past the end is the end
        Assert.Contains("<ins>2031</ins>", await _browser.GetStringAsync(Pair + "&show=changes"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/annotations.jsonld")]
    [InlineData("/announcements/miit-press-conference-2023-03-01/annotations.jsonld")]
    public async Task Annotations_follow_the_w3c_model_and_another_program_finds_the_words_at_their_place(string path)
    {
        var response = await _browser.GetAsync(path);
        Assert.Equal("application/ld+json", response.Content.Headers.ContentType!.MediaType);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var root = json.RootElement;
        Assert.Equal(
            ("http://www.w3.org/ns/anno.jsonld", "AnnotationCollection"),
            (root.GetProperty("@context").GetString(), root.GetProperty("type").GetString())
        );
        var items = root.GetProperty("first").GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(root.GetProperty("total").GetInt32(), items.Count);
        Assert.True(items.Count >= 106);
        Assert.Equal(items.Count, items.Select(i => i.GetProperty("id").GetString()).Distinct().Count()); // one IRI each

        await using var db = await app.Get<IDbContextFactory<TrackerDb>>().CreateDbContextAsync();
        var runes = (await db.Set<SourceVersion>().OrderBy(v => v.ChangedAt).Select(v => v.Text).FirstAsync()).EnumerateRunes().ToList();
        foreach (
            var item in items.Where(i =>
                i.GetProperty("target").GetProperty("source").GetString()!.Contains("miit-press-conference", StringComparison.Ordinal)
            )
        )
        {
            Assert.Equal("Annotation", item.GetProperty("type").GetString());
            Assert.Contains(item.GetProperty("motivation").GetString(), new[] { "linking", "commenting" });
            Assert.All(
                item.GetProperty("body").EnumerateArray(),
                b => Assert.Contains(b.GetProperty("type").GetString(), new[] { "TextualBody", "SpecificResource" })
            );
            var selectors = item.GetProperty("target").GetProperty("selector");
            var (start, end) = (selectors[1].GetProperty("start").GetInt32(), selectors[1].GetProperty("end").GetInt32());
            Assert.Equal(string.Concat(runes[start..end]), selectors[0].GetProperty("exact").GetString());
        }

        Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync("/announcements/nowhere/annotations.jsonld")).StatusCode);
    }

    [Fact]
    public async Task The_server_says_that_it_lives_and_is_ready()
    {
        Assert.Equal(HttpStatusCode.OK, (await _browser.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _browser.GetAsync("/health/ready")).StatusCode);
    }

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
