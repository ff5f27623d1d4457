using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Tests.Data;

namespace PolicyTracker.Core.Tests.Annotations;

/// <summary>The program reads along; the editor decides.</summary>
public sealed class SuggestionTests
{
    private const string Plan = "Published on 3 May 2024. The ministry will establish software colleges with high standards. It will build 300 smart factories by 2027. Revenue reached 2.5 trillion yuan in 2023.";

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_new_announcement_is_read_and_what_is_decided_is_not_offered_again(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.Get<AnnouncementEdits>().AddAsync(Editor.Seed, new NewAnnouncement { Title = "Plan", Slug = "plan", Issuer = "MIIT", Date = new DateOnly(2024, 5, 3), Text = Plan });
        var (queries, edits) = (store.Get<SuggestionQueries>(), store.Get<AnnotationEdits>());
        await using var db = store.Db();
        var pillars = await db.Pillars.ToDictionaryAsync(p => p.Id, p => p.Slug);

        var found = await queries.ListAsync("plan");
        Assert.Equal(["establish software colleges with high standards", "build 300 smart factories by 2027", "300 smart factories by 2027", "2.5 trillion yuan in 2023"], found.Select(f => f.Words.Exact));
        var links = await queries.LinksAsync(found[0]);
        Assert.Equal((Relation.SameAs, "Establish software colleges"), (links.Relation, links.Known!.Label));
        Assert.Equal("manufacturing-transformation", pillars[found[1].Pillar!.Value]);
        var factories = await queries.LinksAsync(found[1]);
        Assert.Equal(found[1].Pillar, (await db.Goals.SingleAsync(g => g.Id == factories.Goal)).PillarId);
        Assert.Equal((new DateOnly(2027, 12, 31), (await db.Announcements.SingleAsync(n => n.Slug == "plan")).IssuerId), (found[1].Pledge?.Due, factories.Responsible));
        Assert.Equal("smart-factories", (await db.Topics.SingleAsync(t => factories.Topics.Contains(t.Id))).Slug);
        Assert.Equal((2_500_000_000_000m, "CNY", "2023", false), (found[3].Figure!.Value, found[3].Figure!.Unit, found[3].Figure!.Period, found[3].Figure!.IsTarget));

        // Accepted: an annotation that says that it was suggested. Rejected: remembered, and nobody's quotation.
        var id = await edits.AttachAsync(Editor.Seed, found[0].Words, new ExistingStatement(RecordKind.Commitment, links.Known.Id), AnnotationOrigin.Suggested);
        await edits.RejectAsync(Editor.Seed, found[3].Words, RecordKind.Observation);
        Assert.Equal(AnnotationOrigin.Suggested, (await db.Annotations.SingleAsync(a => a.Id == id)).Origin);
        Assert.Equal(["build 300 smart factories by 2027", "300 smart factories by 2027"], (await queries.ListAsync("plan")).Select(f => f.Words.Exact));
        Assert.DoesNotContain((await store.Get<AnnouncementQueries>().FindAsync("plan"))!.Passages, p => p.Exact.StartsWith("2.5", StringComparison.Ordinal));
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);

        // The same words in a later announcement are not offered either; the rest of it is.
        await store.Get<AnnouncementEdits>().AddAsync(Editor.Seed, new NewAnnouncement { Title = "Again", Slug = "again", Issuer = "MIIT", Date = new DateOnly(2024, 6, 3), Text = "The ministry will train 40 mayors. Revenue reached 2.5 trillion yuan in 2023." });
        Assert.DoesNotContain(await queries.ListAsync("again"), f => f.Words.Exact.StartsWith("2.5", StringComparison.Ordinal));
        await Assert.ThrowsAsync<RefusedException>(() => edits.RejectAsync(Editor.Anonymous, found[1].Words, RecordKind.Commitment));
        Assert.Empty(await queries.ListAsync("nowhere"));
    }

    [Fact]
    public async Task A_pillar_that_an_office_added_is_recognised_by_what_its_editors_put_under_it()
    {
        await using var store = await TestStore.OpenAsync("sqlite");
        const string Text = "Schools will get apprentices. We will pay apprentices in vocational schools. We will send apprentices to vocational colleges. We will test apprentices.";
        await store.Get<AnnouncementEdits>().AddAsync(Editor.Seed, new NewAnnouncement { Title = "Skills", Slug = "skills", Issuer = "MIIT", Date = new DateOnly(2024, 1, 1), Text = Text });
        var queries = store.Get<SuggestionQueries>();
        var found = await queries.ListAsync("skills");
        Assert.All(found, f => Assert.Null(f.Pillar));
        var pillar = new Pillar { Slug = "skills", Name = "Skills", Summary = "People.", Accent = Accent.Slate, Order = 9 };
        await store.Get<EditDoor>().EditAsync(Editor.Seed, "A pillar of our own", db => Task.FromResult(db.Add(pillar).Entity.Id));
        await store.Get<AnnotationEdits>().AttachAsync(Editor.Seed, found[0].Words with { StartCodePoint = 0, EndCodePoint = 28, Exact = Text[..28] }, new NewGoal(pillar.Id, "Apprentices in vocational schools", null));
        await using var db = store.Db();
        var goal = await db.Goals.Where(g => g.PillarId == pillar.Id).Select(g => g.Id).SingleAsync();
        foreach (var words in found.Where(f => f.Words.Exact.Contains("vocational", StringComparison.Ordinal)))
        {
            await store.Get<AnnotationEdits>().AttachAsync(Editor.Seed, words.Words, new NewCommitment(goal, words.Words.Exact, null, null, null, null, []), AnnotationOrigin.Suggested);
        }

        await store.Get<AnnouncementEdits>().AddAsync(Editor.Seed, new NewAnnouncement { Title = "More", Slug = "more", Issuer = "MIIT", Date = new DateOnly(2024, 2, 1), Text = "We will train apprentices of vocational colleges." });
        await using var other = await TestStore.OpenAsync(store.Location); // a fresh process: the model is made from the store
        Assert.Equal(pillar.Id, Assert.Single(await other.Get<SuggestionQueries>().ListAsync("more")).Pillar);
    }

    [Fact]
    public async Task What_the_seed_has_annotated_is_hardly_suggested_again()
    {
        await using var store = await TestStore.OpenAsync("sqlite");
        var left = await store.Get<SuggestionQueries>().ListAsync("miit-press-conference-2023-03-01");
        Assert.True(left.Count <= 3, string.Join("\n", left.Select(l => l.Words.Exact)));
        await using var db = store.Db();
        Assert.True(await db.Annotations.AllAsync(a => a.Origin == AnnotationOrigin.Seeded));
        Assert.All(left, l => Assert.Equal(RecordKind.Commitment, l.Kind));
    }
}
