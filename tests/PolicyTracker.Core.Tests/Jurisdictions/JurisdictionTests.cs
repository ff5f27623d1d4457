using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Actors;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Glossary;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Jurisdictions;
using PolicyTracker.Core.Overview;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Refusals;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Tests.Data;
using static PolicyTracker.Core.Tests.Jurisdictions.TwoJurisdictions;

namespace PolicyTracker.Core.Tests.Jurisdictions;

public sealed class JurisdictionTests
{
    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task The_seed_is_Chinas(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using var db = store.Db();
        var china = await db.Set<Jurisdiction>().SingleAsync();
        Assert.Equal(("china", "China", "中国", "CN", 1), (china.Slug, china.Name, china.NameZh, china.Code, china.Order));
        Assert.All(await db.Set<Pillar>().ToListAsync(), p => Assert.Equal(china.Id, p.JurisdictionId));
        Assert.All(await db.Set<Actor>().ToListAsync(), a => Assert.Equal(china.Id, a.JurisdictionId));
        Assert.All(await db.Set<Announcement>().ToListAsync(), n => Assert.Equal(china.Id, n.JurisdictionId));
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task What_is_new_belongs_to_the_only_jurisdiction_and_where_there_are_two_to_the_one_that_is_given(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using var db = store.Db();
        var china = await db.Set<Jurisdiction>().Select(j => (Guid?)j.Id).SingleAsync();
        var only = await AddAsync(store, RecordKind.Pillar, ("name", "Green industry"), ("accent", "jade"));
        await AnnounceAsync(
            store,
            "green-plan",
            "The ministry will plant trees.",
            "Ministry of Trees",
            new(2024, 5, 3),
            jurisdiction: null
        );
        Assert.Equal(china, (await db.Set<Pillar>().SingleAsync(p => p.Id == only)).JurisdictionId);
        Assert.Equal(china, (await db.Set<Announcement>().SingleAsync(n => n.Slug == "green-plan")).JurisdictionId);
        Assert.Equal(china, (await db.Set<Actor>().SingleAsync(a => a.Slug == "ministry-of-trees")).JurisdictionId);

        var scotland = await AddScotlandAsync(store);
        var second = await AddAsync(store, RecordKind.Pillar, ("name", "Blue industry"), ("accent", "azure"));
        Assert.Null((await db.Set<Pillar>().SingleAsync(p => p.Id == second)).JurisdictionId);

        // A body of the same name in another jurisdiction is another body.
        await AnnounceAsync(store, "tree-plan", "The ministry will plant pines.", "Ministry of Trees", new(2024, 6, 3));
        var issuer = await db.Set<Announcement>().Where(n => n.Slug == "tree-plan").Select(n => n.IssuerId).SingleAsync();
        Assert.Equal(scotland, (await db.Set<Actor>().SingleAsync(a => a.Id == issuer)).JurisdictionId);
        Assert.Equal(2, await db.Set<Actor>().CountAsync(a => a.Name == "Ministry of Trees"));
        var unknown = await Assert.ThrowsAsync<Refusal>(() =>
            AnnounceAsync(store, "lost", "The ministry will get lost.", "MIIT", new(2024, 6, 3), jurisdiction: "atlantis")
        );
        Assert.Equal(("no-jurisdiction", "jurisdiction"), (unknown.Code, unknown.Field));
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);
    }

    [Theory]
    [EachStore("cn")]
    [EachStore("CHN")]
    [EachStore("GB-")]
    [EachStore("GB-SCOT")]
    [EachStore("CN")]
    public async Task A_code_is_one_of_ISO_3166_and_nobody_elses(string kind, string code)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var refused = await Assert.ThrowsAsync<Refusal>(() =>
            AddAsync(store, RecordKind.Jurisdiction, ("name", "Scotland"), ("code", code))
        );
        Assert.Equal((code == "CN" ? "jurisdiction-code-taken" : "no-jurisdiction-code", "code"), (refused.Code, refused.Field));
        await AddScotlandAsync(store);
        await AddAsync(store, RecordKind.Jurisdiction, ("name", "the European Union"), ("code", "EU"));
        await AddAsync(store, RecordKind.Jurisdiction, ("name", "the Nordic Council")); // without one
        await AddAsync(store, RecordKind.Jurisdiction, ("name", "the African Union"));
        var reserved = await Assert.ThrowsAsync<Refusal>(() =>
            AddAsync(store, RecordKind.Jurisdiction, ("name", "All"), ("slug", JurisdictionQueries.All))
        );
        Assert.Equal("jurisdiction-slug-reserved", reserved.Code);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task One_that_is_in_use_is_not_retired(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (edits, scotland) = (store.Get<RecordEdits>(), await AddScotlandAsync(store));
        var pillar = await AddAsync(
            store,
            RecordKind.Pillar,
            ("name", "Blue industry"),
            ("accent", "azure"),
            ("jurisdictionId", scotland.ToString())
        );
        var held = await Assert.ThrowsAsync<Refusal>(() => edits.RetireAsync(Editor.Seed, RecordKind.Jurisdiction, scotland, 1, ""));
        Assert.Equal("still-holds", held.Code);
        await edits.RetireAsync(Editor.Seed, RecordKind.Pillar, pillar, 1, "");
        await edits.RetireAsync(Editor.Seed, RecordKind.Jurisdiction, scotland, 1, "");
        Assert.Equal("China", Assert.Single(await store.Get<JurisdictionQueries>().NamesAsync()).Name);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Lists_stay_inside_one_and_say_how_many_there_are(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var asked = store.Get<JurisdictionQueries>();
        var alone = await asked.ChooseAsync();
        Assert.Equal((false, false, "China"), (alone.IsChoice, alone.IsNarrowed, alone.Shown!.Name));
        await AddAllAsync(store);

        var (china, scotland, all) = (await asked.ChooseAsync(), await asked.ChooseAsync("scotland"), await asked.ChooseAsync("all"));
        Assert.Equal(("China", "Scotland", null), (china.Shown?.Name, scotland.Shown?.Name, all.Shown?.Name));
        Assert.Equal((null, "scotland", "all"), (china.Asked, scotland.Asked, all.Asked));
        Assert.Equal(("china", "scotland", "all"), (china.Same, scotland.Same, all.Same));
        Assert.Null((await asked.ChooseAsync(isWithin: true)).Id);

        // What spans the pillars is shown in each.
        var (commitments, spanning) = (store.Get<CommitmentQueries>(), await CountSpanningAsync(store));
        Assert.Equal([22, spanning + 1, 23, 0], await EachAsync(async j => (await commitments.ListAsync(new(Jurisdiction: j))).Total));
        Assert.Equal(
            "Found Scottish software colleges",
            (await commitments.ListAsync(new(Status.Announced, Jurisdiction: scotland.Id))).Items[^1].Title
        );
        Assert.Equal(
            [22, spanning, 22, 0],
            await EachAsync(async j => (await commitments.ListAsync(new(Responsible: "miit", Jurisdiction: j))).Total)
        );
        Assert.Equal([3, 1, 4, 0], await EachAsync(async j => (await store.Get<PillarQueries>().OverviewAsync(j)).Count));
        Assert.Equal([3, 1, 4, 0], await EachAsync(async j => (await store.Get<PillarQueries>().NamesAsync(j)).Count));
        Assert.Equal([3, 1, 4, 0], await EachAsync(async j => (await store.Get<IndicatorQueries>().ListAsync(jurisdiction: j)).Total));
        Assert.Equal([1, 1, 2, 0], await EachAsync(async j => (await store.Get<AnnouncementQueries>().ListAsync(jurisdiction: j)).Total));
        Assert.Equal(
            [4, 1, 5, 0],
            await EachAsync(async j => (await store.Get<GlossaryQueries>().ReadAsync(new(Jurisdiction: j))).Actors.Total)
        );
        Assert.Equal([2022], await store.Get<AnnouncementQueries>().YearsAsync(scotland.Id));
        Assert.NotEmpty(await commitments.TopicsAsync(jurisdiction: china.Id));

        async Task<List<int>> EachAsync(Func<Guid?, Task<int>> count) =>
            [await count(china.Id), await count(scotland.Id), await count(all.Id), await count((await asked.ChooseAsync("atlantis")).Id)];
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Announcements_of_one_and_of_none_are_listed_together_newest_first_page_by_page(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var scotland = await AddScotlandAsync(store);
        for (var month = 1; month <= 7; month++)
        {
            var whose = (month % 3) switch
            {
                0 => "scotland",
                1 => null,
                _ => "china",
            };
            await AnnounceAsync(store, $"plan-{month}", $"The ministry will plan month {month}.", "MIIT", new(2024, month, 3), whose);
        }

        var queries = store.Get<AnnouncementQueries>();
        var pages = new List<string>();
        for (var page = 1; page <= 3; page++)
        {
            var found = await queries.ListAsync(page, 2, 2024, scotland);
            Assert.Equal((5, 3), (found.Total, found.Pages));
            pages.AddRange(found.Items.Select(n => n.Slug));
        }

        Assert.Equal(["plan-7", "plan-6", "plan-4", "plan-3", "plan-1"], pages);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_former_short_name_still_asks_for_it(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var id = await AddScotlandAsync(store);
        await store
            .Get<RecordEdits>()
            .SaveAsync(Editor.Seed, RecordKind.Jurisdiction, id, 1, new Dictionary<string, string?> { ["slug"] = "alba" }, "its own name");
        var scope = await store.Get<JurisdictionQueries>().ChooseAsync("scotland");
        Assert.Equal((id, "alba", "alba"), (scope.Id, scope.Shown?.Slug, scope.Asked));
    }

    private static async Task<int> CountSpanningAsync(TestStore store)
    {
        await using var db = store.Db();
        return await db.Set<Commitment>().CountAsync(c => db.Set<Goal>().Any(g => g.Id == c.GoalId && g.PillarId == null));
    }
}
