using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;

namespace PolicyTracker.Web.Tests.App;

/// <summary>Every link into a page leads to something on that page: the pages are walked as a browser would, which resolves links against their base.</summary>
public sealed class FragmentTests(TrackerApplication app) : IClassFixture<TrackerApplication>
{
    private const string Source = "miit-press-conference-2023-03-01";

    // Addresses whose pages differ in what they list, not in what they link to; one of each is enough.
    private static readonly string[] Alike = ["/commitments?", "/compare?", "/changes?", "/history/"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_link_into_a_page_leads_to_a_part_of_it(bool isEditor)
    {
        using var browser = app.Browser();
        if (isEditor)
        {
            await app.AddAccountAsync("walker", Roles.Editor);
            await browser.SignInAsync("walker");
        }
        else
        {
            await AddWhatTheSeedLacksAsync();
        }

        var (start, seen, wanted, ids) = (
            browser.BaseAddress!,
            new HashSet<string>(StringComparer.Ordinal),
            new HashSet<(string Page, string Part, string From)>(),
            new Dictionary<string, HashSet<string>>(StringComparer.Ordinal)
        );
        var waiting = new Queue<string>(
            isEditor
                ?
                [
                    "/",
                    "/structure",
                    "/account",
                    "/changes/waiting",
                    $"/announcements/{Source}/annotate",
                    "/records/pillar/new",
                    "/commitments/software-parks/edit",
                ]
                : ["/"]
        );
        while (waiting.TryDequeue(out var path))
        {
            if (!seen.Add(path) || await ReadAsync(browser, path) is not { } page)
            {
                continue;
            }

            ids[path] = [.. page.All.Select(e => e.Id).OfType<string>()];
            foreach (var link in page.QuerySelectorAll<IHtmlAnchorElement>("a[href]"))
            {
                var to = new Uri(new Uri(start, page.QuerySelector("base")?.GetAttribute("href") ?? path), link.GetAttribute("href"));
                if (to.Host != start.Host || to.Port != start.Port)
                {
                    continue;
                }

                if (to.Fragment.Length > 1)
                {
                    wanted.Add((to.PathAndQuery, Uri.UnescapeDataString(to.Fragment[1..]), path));
                }

                var isAlike =
                    Array.Find(Alike, a => to.PathAndQuery.StartsWith(a, StringComparison.Ordinal)) is { } kind
                    && seen.Concat(waiting).Count(s => s.StartsWith(kind, StringComparison.Ordinal)) > 5;
                if (!isAlike && !to.Query.StartsWith("?quote=", StringComparison.Ordinal) && !isEditor)
                {
                    waiting.Enqueue(to.PathAndQuery);
                }
            }
        }

        Assert.True(seen.Count > (isEditor ? 5 : 60), $"Only {seen.Count} pages were walked.");
        var broken = new List<string>();
        foreach (var (page, part, from) in wanted)
        {
            if (!ids.TryGetValue(page, out var parts))
            {
                ids[page] = parts = (await ReadAsync(browser, page))?.All.Select(e => e.Id).OfType<string>().ToHashSet() ?? [];
            }

            if (!parts.Contains(part))
            {
                broken.Add($"{from} → {page}#{part}");
            }
        }

        Assert.Equal([], broken);
        Assert.Contains(wanted, w => w.Part == "fn:1" && w.Page.EndsWith("/summary", StringComparison.Ordinal) || isEditor); // the notes of a summary are among them
    }

    private static async Task<IDocument?> ReadAsync(HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        return answer.StatusCode is HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType == "text/html"
            ? await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync())
            : null;
    }

    // A later plan, with a step, a successor, a target, a result that spans the pillars, a comment, and words that a newer version does not say.
    private async Task AddWhatTheSeedLacksAsync()
    {
        const string Text =
            "Three parks opened. We will open ten parks. By 2030 there shall be 90 parks. All regions have networks. Who counts?";
        await app.Get<AnnouncementEdits>()
            .AddAsync(
                Editor.Seed,
                new NewAnnouncement
                {
                    Title = "Later plan",
                    Slug = "later-plan",
                    Issuer = "MIIT",
                    Kind = AnnouncementKind.Plan,
                    Date = new DateOnly(2024, 3, 1),
                    Text = Text,
                }
            );
        await using var db = await app.Get<IDbContextFactory<TrackerDb>>().CreateDbContextAsync();
        var parks = await db.Set<Commitment>().SingleAsync(c => c.Slug == "software-parks");
        var source = await db.Set<SourceVersion>().SingleAsync(v => v.Text == Text);
        Task<Guid> SayAsync(string words, Statement statement) =>
            app.Get<AnnotationEdits>()
                .AttachAsync(
                    Editor.Seed,
                    new(
                        source.Id,
                        source.Sha256,
                        new(Text.IndexOf(words, StringComparison.Ordinal), Text.IndexOf(words, StringComparison.Ordinal) + words.Length),
                        words
                    ),
                    statement
                );
        await SayAsync("Three parks opened", new NewStatusChange(parks.Id, Status.InProgress, new(2024, 2, 1), "Three opened"));
        await SayAsync(
            "open ten parks",
            new NewCommitment(parks.GoalId, "Open ten parks", null, null, new(2024, 6, 1), null, [], parks.Id, Succession.Replaces)
        );
        await SayAsync(
            "By 2030 there shall be 90 parks",
            new NewValue(true, null, new(null, "Parks", "", "count", 1, Direction.Up), Period.Of("2030"), 90, Comparator.Equal, null)
        );
        await SayAsync("All regions have networks", new NewAchievement(null, "All regions have networks", null));
        await SayAsync("Who counts?", new NewComment("Nobody says."));
        await app.Get<AnnouncementEdits>()
            .AddVersionAsync(
                Editor.Seed,
                "later-plan",
                new NewVersion
                {
                    Text = Text.Replace("Three parks opened.", "Nothing is said of parks.", StringComparison.Ordinal),
                    After = 1,
                }
            );
    }
}
