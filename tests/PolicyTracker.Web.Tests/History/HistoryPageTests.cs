using System.Net;
using System.ServiceModel.Syndication;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Glossary;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Web.Tests.App;

namespace PolicyTracker.Web.Tests.History;

public sealed class HistoryPageTests(TrackerApplication app) : IClassFixture<TrackerApplication>
{
    private readonly HttpClient _reader = app.Browser();

    [Fact]
    public async Task What_was_removed_is_gone_for_readers_and_restored_by_an_editor_from_its_history()
    {
        await app.AddAccountAsync("mei", Roles.Editor);
        using var mei = app.Browser();
        await mei.SignInAsync("mei");
        var commitment = (await app.Get<RecordQueries>().FindToEditAsync(RecordKind.Commitment, "software-colleges"))!;
        await app.Get<RecordEdits>().RetireAsync(Editor.Seed, RecordKind.Commitment, commitment.Id, commitment.Version, "read wrongly");

        var history = $"/history/commitment/{commitment.Id}";
        foreach (var path in new[] { "/commitments/software-colleges", "/commitments/software-colleges?x=1" })
        {
            var gone = await _reader.GetAsync(path);
            Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
            var page = await gone.Content.ReadAsStringAsync();
            Assert.Contains("taken out of view", page, StringComparison.Ordinal);
            Assert.DoesNotContain(history, page, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await _reader.GetAsync(history)).StatusCode);
        var seen = await mei.GetAsync("/commitments/software-colleges");
        Assert.Equal(HttpStatusCode.Gone, seen.StatusCode);
        Assert.Contains(history, await seen.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("read wrongly", await mei.GetStringAsync(history), StringComparison.Ordinal);

        var stale = await mei.PostFormAsync(history, "restore-1", ("BasedOn", "1"), ("Why", ""));
        Assert.Contains(
            "Nothing was overwritten",
            WebUtility.HtmlDecode(await stale.Content.ReadAsStringAsync()),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.Redirect, (await mei.PostFormAsync(history, "restore-1", ("Why", "right after all"))).StatusCode);
        Assert.Contains(
            "Nothing differs",
            WebUtility.HtmlDecode(await (await mei.PostFormAsync(history, "restore-1", ("Why", "again"))).Content.ReadAsStringAsync()),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.OK, (await _reader.GetAsync("/commitments/software-colleges")).StatusCode);
        Assert.Contains("Restored version 1: right after all", await _reader.GetStringAsync(history), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_shows_on_the_record_in_words_and_each_version_has_an_address()
    {
        var parks = (await app.Get<RecordQueries>().FindToEditAsync(RecordKind.Commitment, "software-parks"))!;
        var tomorrow = new Tomorrow();
        using var writer = new RecordWriter(
            app.Get<IDbContextFactory<TrackerDb>>(),
            app.Get<EditEvents>(),
            tomorrow,
            NullLogger<RecordWriter>.Instance
        );
        await new RecordEdits(writer, [], tomorrow).SaveAsync(
            Editor.Seed,
            RecordKind.Commitment,
            parks.Id,
            parks.Version,
            new Dictionary<string, string?> { ["title"] = "Create famous software parks" },
            "closer to the source"
        );
        var page = await _reader.GetStringAsync("/commitments/software-parks");
        Assert.Contains("Corrected once since it was published", page, StringComparison.Ordinal);
        Assert.Contains(
            "<ins>famous </ins>",
            page.Replace("<ins>famous</ins> ", "<ins>famous </ins>", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        var version = await _reader.GetStringAsync($"/history/commitment/{parks.Id}/{parks.Version}");
        Assert.Contains("now: Create famous software parks", version, StringComparison.Ordinal);
        Assert.DoesNotContain("Restore version", version, StringComparison.Ordinal); // for editors
        Assert.Equal(HttpStatusCode.NotFound, (await _reader.GetAsync($"/history/commitment/{parks.Id}/99")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _reader.GetAsync($"/history/pillar/{parks.Id}")).StatusCode);
    }

    [Fact]
    public async Task A_renamed_or_merged_record_is_found_at_its_old_address()
    {
        var records = app.Get<RecordEdits>();
        await using var db = await app.Get<IDbContextFactory<TrackerDb>>().CreateDbContextAsync();
        var pillar = await db.Set<Pillar>().AsNoTracking().SingleAsync(p => p.Slug == "network-infrastructure");
        await records.SaveAsync(
            Editor.Seed,
            RecordKind.Pillar,
            pillar.Id,
            pillar.Version,
            new Dictionary<string, string?> { ["slug"] = "networks" },
            "shorter"
        );
        foreach (
            var (old, now) in new[]
            {
                ("/pillars/network-infrastructure", "/pillars/networks"),
                ("/pillars/network-infrastructure/summary.md", "/pillars/networks/summary.md"),
                ("/pillars/network-infrastructure?status=announced", "/pillars/networks?status=announced"),
            }
        )
        {
            var moved = await _reader.GetAsync(old);
            Assert.Equal((HttpStatusCode.MovedPermanently, now), (moved.StatusCode, moved.Headers.Location!.ToString()));
            Assert.Equal(HttpStatusCode.OK, (await _reader.GetAsync(now)).StatusCode);
        }
    }

    [Fact]
    public async Task A_place_in_the_glossary_and_a_filter_are_found_under_the_slug_they_had()
    {
        var records = app.Get<RecordEdits>();
        await using var db = await app.Get<IDbContextFactory<TrackerDb>>().CreateDbContextAsync();
        var (term, topic) = (
            await db.Set<Term>().AsNoTracking().FirstAsync(),
            await db.Set<Topic>().AsNoTracking().SingleAsync(t => t.Slug == "blockchain")
        );
        await records.SaveAsync(
            Editor.Seed,
            RecordKind.Term,
            term.Id,
            term.Version,
            new Dictionary<string, string?> { ["slug"] = "another-name" },
            ""
        );
        var page = await _reader.GetStringAsync("/glossary");
        Assert.Contains($"id=\"term-{term.Slug}\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"term-another-name\"", page, StringComparison.Ordinal);

        var before = await app.Get<CommitmentQueries>().ListAsync(new(Topic: "blockchain"));
        Assert.NotEqual(0, before.Total);
        await records.SaveAsync(
            Editor.Seed,
            RecordKind.Topic,
            topic.Id,
            topic.Version,
            new Dictionary<string, string?> { ["slug"] = "ledgers" },
            ""
        );
        Assert.Equal(before.Total, (await app.Get<CommitmentQueries>().ListAsync(new(Topic: "blockchain"))).Total);
        Assert.Equal(before.Total, (await app.Get<CommitmentQueries>().ListAsync(new(Topic: "ledgers"))).Total);
    }

    [Fact]
    public async Task The_feed_of_changes_is_atom_and_takes_the_filters_of_the_page()
    {
        var answer = await _reader.GetAsync("/changes.atom?kind=pillar&by=Seed&act=created");
        Assert.Equal("application/atom+xml; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        using var xml = XmlReader.Create(await answer.Content.ReadAsStreamAsync());
        var feed = SyndicationFeed.Load(xml);
        Assert.Equal(3, feed.Items.Count());
        Assert.Equal(3, feed.Items.Select(i => i.Id).Distinct().Count());
        foreach (var item in feed.Items)
        {
            Assert.Equal("Seed", Assert.Single(item.Authors).Name);
            Assert.Equal(
                HttpStatusCode.OK,
                (await _reader.GetAsync(item.Links.Single(l => l.RelationshipType == "alternate").Uri)).StatusCode
            );
        }

        var page = await _reader.GetStringAsync("/changes?kind=pillar&by=Seed&act=created&from=2020-01-01&until=2999-12-31");
        Assert.Contains(
            "/changes.atom?kind=pillar&amp;act=created&amp;by=Seed&amp;from=2020-01-01&amp;until=2999-12-31",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("No edit passes the filter", await _reader.GetStringAsync("/changes?by=nobody"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _reader.GetAsync("/changes?from=9999-99-99&until=9999-12-31&before=x&kind=x")).StatusCode);
    }

    private sealed class Tomorrow : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddDays(1);
    }
}
