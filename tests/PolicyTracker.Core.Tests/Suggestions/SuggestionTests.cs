using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Actors;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Suggestions;
using PolicyTracker.Core.Tests.Data;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Tests.Suggestions;

/// <summary>The program reads along; the editor decides.</summary>
public sealed class SuggestionTests
{
    private const string Plan =
        "Published on 3 May 2024. The ministry will establish software colleges with high standards. It will build 300 smart factories by 2027. Revenue reached 2.5 trillion yuan in 2023.";

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_new_announcement_is_read_and_what_is_decided_is_not_offered_again(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store
            .Get<AnnouncementEdits>()
            .AddAsync(
                Editor.Seed,
                new NewAnnouncement
                {
                    Title = "Plan",
                    Slug = "plan",
                    Issuer = "MIIT",
                    Date = new DateOnly(2024, 5, 3),
                    Text = Plan,
                }
            );
        var edits = store.Get<AnnotationEdits>();
        await using var db = store.Db();
        var pillars = await db.Set<Pillar>().ToDictionaryAsync(p => p.Id, p => p.Slug);

        var found = await store.SuggestAsync("plan");
        Assert.Equal(
            [
                "establish software colleges with high standards",
                "build 300 smart factories by 2027",
                "300 smart factories by 2027",
                "2.5 trillion yuan in 2023",
            ],
            found.Select(f => f.Words.Exact)
        );
        var links = await store.Get<SuggestionMatchQueries>().FindAsync(found[0]);
        Assert.Equal((MatchKind.SameAs, "Establish software colleges"), (links.Match, links.Known!.Label));
        Assert.Equal("manufacturing-transformation", pillars[found[1].Pillar!.Value]);
        var factories = await store.Get<SuggestionMatchQueries>().FindAsync(found[1]);
        Assert.Equal(found[1].Pillar, (await db.Set<Goal>().SingleAsync(g => g.Id == factories.Goal!.Id)).PillarId);
        Assert.Equal(
            (new DateOnly(2027, 12, 31), (await db.Set<Announcement>().SingleAsync(n => n.Slug == "plan")).IssuerId),
            (found[1].Details?.Due, factories.Responsible)
        );
        Assert.Equal("smart-factories", (await db.Set<Topic>().SingleAsync(t => factories.Topics.Contains(t.Id))).Slug);
        Assert.Equal(
            (2_500_000_000_000m, "CNY", Period.Of("2023"), false),
            (found[3].Figure!.Value, found[3].Figure!.Unit, found[3].Figure!.Period, found[3].Figure!.IsTarget)
        );

        // Accepted: an annotation that says that it was suggested. Rejected: remembered, and nobody's quotation.
        var id = await edits.AttachAsync(
            Editor.Seed,
            found[0].Words,
            new ExistingStatement(RecordKind.Commitment, links.Known.Id),
            AnnotationOrigin.Suggested
        );
        await store.Get<SuggestionEdits>().RejectAsync(Editor.Seed, found[3].Words, RecordKind.Observation);
        Assert.Equal(AnnotationOrigin.Suggested, (await db.Set<Annotation>().SingleAsync(a => a.Id == id)).Origin);
        Assert.Equal(
            ["build 300 smart factories by 2027", "300 smart factories by 2027"],
            (await store.SuggestAsync("plan")).Select(f => f.Words.Exact)
        );
        Assert.DoesNotContain(
            (await store.Get<AnnouncementQueries>().FindAsync("plan"))!.Highlights,
            p => p.Exact.StartsWith("2.5", StringComparison.Ordinal)
        );
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);

        // The same words in a later announcement are not offered either; the rest of it is.
        await store
            .Get<AnnouncementEdits>()
            .AddAsync(
                Editor.Seed,
                new NewAnnouncement
                {
                    Title = "Again",
                    Slug = "again",
                    Issuer = "MIIT",
                    Date = new DateOnly(2024, 6, 3),
                    Text = "The ministry will train 40 mayors. Revenue reached 2.5 trillion yuan in 2023.",
                }
            );
        Assert.DoesNotContain(await store.SuggestAsync("again"), f => f.Words.Exact.StartsWith("2.5", StringComparison.Ordinal));
        await Assert.ThrowsAsync<Refusal>(() =>
            store.Get<SuggestionEdits>().RejectAsync(Editor.Anonymous, found[1].Words, RecordKind.Commitment)
        );
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task What_a_later_announcement_says_again_extends_or_replaces_leads_to_what_was_said(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        const string Text =
            "MIIT will establish software colleges with high standards. The ministry will build a cohort of 400 5G fully connected factories by 2027. Instead of the old plan, the ministry will research and formulate an action plan for the development of green computing power infrastructure. Operating revenues of the electronic information manufacturing industry reached 16 trillion yuan in 2023. The ministry will sing in tune.";
        await store
            .Get<AnnouncementEdits>()
            .AddAsync(
                Editor.Seed,
                new NewAnnouncement
                {
                    Title = "Plan",
                    Slug = "plan",
                    Issuer = "State Council",
                    Date = new DateOnly(2024, 5, 3),
                    Text = Text,
                }
            );
        var (links, edits) = (store.Get<SuggestionMatchQueries>(), store.Get<AnnotationEdits>());
        await using var db = store.Db();
        var found = await store.SuggestAsync("plan");
        var same = await links.FindAsync(found.Single(f => f.Words.Exact.StartsWith("establish", StringComparison.Ordinal)));
        Assert.Equal((MatchKind.SameAs, "Establish software colleges"), (same.Match, same.Known!.Label));
        Assert.Equal(
            "Ministry of Industry and Information Technology",
            (await db.Set<Actor>().SingleAsync(a => a.Id == same.Responsible)).Name
        ); // by its initials
        Assert.Contains(same.Named, n => n is { Label: "Ministry of Industry and Information Technology", Group: "body" });
        Assert.DoesNotContain(same.Named, n => n.Label == "State Council");
        var updates = found.Single(f => f.Words.Exact.StartsWith("build", StringComparison.Ordinal));
        var earlier = await links.FindAsync(updates);
        Assert.Equal(MatchKind.Updates, earlier.Match);
        var replaces = found.Single(f => f.Words.Exact.StartsWith("research", StringComparison.Ordinal));
        var replaced = await links.FindAsync(replaces);
        Assert.Equal(MatchKind.Replaces, replaced.Match);
        var unknown = await links.FindAsync(found.Single(f => f.Words.Exact.StartsWith("sing", StringComparison.Ordinal)));
        Assert.Equal((MatchKind.New, null), (unknown.Match, unknown.Known));
        var value = await links.FindAsync(found.Single(f => f.Figure?.Value == 16_000_000_000_000m));
        Assert.Equal(
            ("CNY", 1_000_000_000_000m),
            ((await db.Set<Indicator>().SingleAsync(i => i.Id == value.Indicator!.Id)).Unit, value.Indicator!.Scale)
        );

        // Accepted: one stands beside the earlier, one in its place, with the words as evidence.
        var goal = (await db.Set<Goal>().FirstAsync()).Id;
        await edits.AttachAsync(
            Editor.Seed,
            updates.Words,
            new NewCommitment(goal, "Build 400 factories", null, null, null, null, [], earlier.Known!.Id, Succession.Updates),
            AnnotationOrigin.Suggested
        );
        await edits.AttachAsync(
            Editor.Seed,
            replaces.Words,
            new NewCommitment(goal, "Plan green computing", null, null, null, null, [], replaced.Known!.Id, Succession.Replaces),
            AnnotationOrigin.Suggested
        );
        var queries = store.Get<CommitmentQueries>();
        var before = (await queries.FindAsync((await db.Set<Commitment>().SingleAsync(c => c.Id == replaced.Known.Id)).Slug))!;
        var line = (await store.Get<CommitmentTimelineQueries>().FindAsync(before.Commitment.Id)).Chain;
        Assert.Equal(
            (Status.Superseded, Succession.Replaces, "Plan green computing"),
            (before.Commitment.Status, line[^1].How!.Value, line[^1].Commitment.Name)
        );
        var step = Assert.Single(before.Steps);
        Assert.Equal((new DateOnly(2024, 5, 3), replaces.Words.Exact), (step.On, Assert.Single(step.Evidence).Exact));
        var after = (await queries.FindAsync("build-400-factories"))!;
        var longer = (await store.Get<CommitmentTimelineQueries>().FindAsync(after.Commitment.Id)).Chain;
        Assert.Equal((Succession.Updates, earlier.Known.Label), (longer[^1].How!.Value, longer[^2].Commitment.Name));
        Assert.Equal(
            Status.Announced,
            (await queries.FindAsync((await db.Set<Commitment>().SingleAsync(c => c.Id == earlier.Known.Id)).Slug))!.Commitment.Status
        );
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);
        await Assert.ThrowsAsync<Refusal>(() =>
            edits.AttachAsync(
                Editor.Seed,
                updates.Words,
                new NewCommitment(goal, "Half a relation", null, null, null, null, [], earlier.Known.Id)
            )
        );
    }

    [Theory]
    [InlineData("Ministry of Industry and Information Technology", "工业和信息化部", "工信部将编制计划", true)]
    [InlineData("National Development and Reform Commission", "国家发展和改革委员会", "发改委将编制计划", true)]
    [InlineData("Ministry of Industry and Information Technology", "工业和信息化部", "工业部门将编制计划", false)]
    [InlineData("State Council", "国务院", "国资委将编制计划", false)]
    [InlineData("Smart factories", null, "build a smart factory in each town", true)]
    [InlineData("Data centre", null, "new data centers for science", true)]
    [InlineData("5G “hoisting the sail” action plan", null, "promote the 5G ‘hoisting the sail’ action plan", true)]
    [InlineData("Digitalisation", null, "the digitalization of firms", true)]
    [InlineData("Artificial intelligence", null, "an artificially intelligent lamp", false)]
    public void A_name_is_known_inflected_and_abbreviated(string english, string? chinese, string words, bool isNamed) =>
        Assert.Equal(isNamed, new KnownName(Guid.NewGuid(), english, chinese).StandsIn(new NamedWords(words)));

    [Theory, EachStore]
    public async Task A_renamed_pillar_keeps_its_terms_and_one_that_is_not_here_is_not_told(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        await using var db = store.Db();
        var core = await db.Set<Pillar>().AsNoTracking().SingleAsync(p => p.Slug == "core-sectors");
        await store
            .Get<RecordEdits>()
            .SaveAsync(Editor.Seed, RecordKind.Pillar, core.Id, core.Version, new Dictionary<string, string?> { ["slug"] = "core" }, "");
        var model = await store.Get<PillarModelQueries>().ReadAsync();
        Assert.Equal(["core", "manufacturing-transformation", "network-infrastructure"], model.Pillars);
        Assert.Equal("core", model.Of("support artificial intelligence, blockchain and integrated circuits", "", "").Pillar);
        Assert.Empty(
            PolicyTracker.Text.Suggestions.PillarModel.BuiltIn.For(new Dictionary<string, string> { ["green-city"] = "green-city" }).Pillars
        );
    }

    [Theory, EachStore]
    public async Task A_pillar_that_an_office_added_is_recognised_by_what_its_editors_put_under_it(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        const string Text =
            "Schools will get apprentices. We will pay apprentices in vocational schools. We will send apprentices to vocational colleges. We will test apprentices.";
        await store
            .Get<AnnouncementEdits>()
            .AddAsync(
                Editor.Seed,
                new NewAnnouncement
                {
                    Title = "Skills",
                    Slug = "skills",
                    Issuer = "MIIT",
                    Date = new DateOnly(2024, 1, 1),
                    Text = Text,
                }
            );
        var found = await store.SuggestAsync("skills");
        Assert.All(found, f => Assert.Null(f.Pillar));
        var pillar = new Pillar
        {
            Slug = "skills",
            Name = "Skills",
            Summary = "People.",
            Accent = Accent.Slate,
            Order = 9,
        };
        await store.Get<RecordWriter>().EditAsync(Editor.Seed, "A pillar of our own", db => Task.FromResult(db.Add(pillar).Entity.Id));
        await store
            .Get<AnnotationEdits>()
            .AttachAsync(
                Editor.Seed,
                found[0].Words with
                {
                    Place = new(0, 28),
                    Exact = Text[..28],
                },
                new NewGoal(pillar.Id, "Apprentices in vocational schools", null)
            );
        await using var db = store.Db();
        var goal = await db.Set<Goal>().Where(g => g.PillarId == pillar.Id).Select(g => g.Id).SingleAsync();
        foreach (var words in found.Where(f => f.Words.Exact.Contains("vocational", StringComparison.Ordinal)))
        {
            await store
                .Get<AnnotationEdits>()
                .AttachAsync(
                    Editor.Seed,
                    words.Words,
                    new NewCommitment(goal, words.Words.Exact, null, null, null, null, []),
                    AnnotationOrigin.Suggested
                );
        }

        await store
            .Get<AnnouncementEdits>()
            .AddAsync(
                Editor.Seed,
                new NewAnnouncement
                {
                    Title = "More",
                    Slug = "more",
                    Issuer = "MIIT",
                    Date = new DateOnly(2024, 2, 1),
                    Text = "We will train apprentices of vocational colleges.",
                }
            );
        await using var other = await TestStore.OpenAsync(store.Location); // a fresh process: the model is made from the store
        Assert.Equal(pillar.Id, Assert.Single(await other.SuggestAsync("more")).Pillar);
    }

    [Fact]
    public async Task What_many_suggestions_are_like_is_asked_of_the_store_at_once()
    {
        var counter = new QueryCounter();
        await using var store = await TestStore.OpenWatchedAsync(counter);
        await store
            .Get<AnnouncementEdits>()
            .AddAsync(
                Editor.Seed,
                new NewAnnouncement
                {
                    Title = "Plan",
                    Slug = "plan",
                    Issuer = "MIIT",
                    Date = new DateOnly(2024, 5, 3),
                    Text = Plan,
                }
            );
        var (suggestions, links) = (await store.SuggestAsync("plan"), store.Get<SuggestionMatchQueries>());
        var one = suggestions.Where(s => s.Kind is RecordKind.Commitment).Take(1).ToList();
        await links.FindAsync(suggestions); // what is kept in memory is read
        var alone = await counter.CountAsync(() => links.FindAsync(one));
        var undertakings = suggestions.Where(s => s.Kind is RecordKind.Commitment).ToList();
        Assert.True(undertakings.Count > 1);
        Assert.Equal(alone, await counter.CountAsync(() => links.FindAsync(undertakings)));

        var together = await links.FindAsync(suggestions);
        foreach (var (suggested, found) in suggestions.Zip(together))
        {
            Assert.Equivalent(await links.FindAsync(suggested), found);
        }
    }

    [Theory, EachStore]
    public async Task What_the_seed_has_annotated_is_hardly_suggested_again(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        var left = await store.SuggestAsync("miit-press-conference-2023-03-01");
        Assert.True(left.Count <= 3, string.Join("\n", left.Select(l => l.Words.Exact)));
        await using var db = store.Db();
        Assert.True(await db.Set<Annotation>().AllAsync(a => a.Origin == AnnotationOrigin.Seeded));
        Assert.All(left, l => Assert.Equal(RecordKind.Commitment, l.Kind));
    }
}
