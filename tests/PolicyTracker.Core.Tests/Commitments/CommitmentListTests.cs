using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Actors;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Glossary;
using PolicyTracker.Core.Initiatives;
using PolicyTracker.Core.Overview;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Tests.Data;

namespace PolicyTracker.Core.Tests.Commitments;

/// <summary>Lists and their numbers are those of the store at every moment, though what they are sorted and counted by is kept in memory.</summary>
public sealed class CommitmentListTests
{
    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Lists_filters_and_counts_follow_every_edit(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var records = store.Get<RecordEdits>();
        await using var db = store.Db();
        var goals = await db.Set<Goal>().AsNoTracking().OrderBy(g => g.Order).ThenBy(g => g.Id).ToListAsync();
        var (from, to) = (goals.First(g => g.PillarId is not null), goals.Last(g => g.PillarId is not null));
        var pillar = await db.Set<Pillar>().AsNoTracking().OrderBy(p => p.Order).LastAsync();
        var topics = await db.Set<Topic>().AsNoTracking().OrderBy(t => t.Order).Take(2).ToListAsync();
        await CheckAsync(store);

        var moved = await store.CommitmentAsync("software-colleges");
        await store.ChangeAsync(moved, new() { ["goalId"] = to.Id.ToString(), ["responsibleId"] = null });
        await CheckAsync(store);
        moved = await store.CommitmentAsync("software-colleges");
        await store.ChangeAsync(moved, new() { ["topics"] = string.Join(' ', topics.Select(t => t.Id)) });
        await CheckAsync(store);
        await records.MoveAsync(Editor.Seed, RecordKind.Pillar, pillar.Id, up: true);
        await CheckAsync(store);
        await records.MoveAsync(Editor.Seed, RecordKind.Goal, to.Id, up: true);
        await CheckAsync(store);
        await store
            .Get<CommitmentEdits>()
            .ChangeStatusAsync(
                Editor.Seed,
                moved.Id,
                (await store.CommitmentAsync("software-colleges")).Version,
                Status.Stalled,
                new(2026, 1, 5),
                "No word of it"
            );
        await CheckAsync(store);
        await records.MergeAsync(Editor.Seed, RecordKind.Goal, from.Id, from.Version, to.Id, "one goal");
        await CheckAsync(store);
        var version = (await store.CommitmentAsync("software-colleges")).Version;
        await records.RetireAsync(Editor.Seed, RecordKind.Commitment, moved.Id, version, "");
        await CheckAsync(store);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Editors_lists_follow_an_edit_of_what_they_are_grouped_by(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var records = store.Get<RecordQueries>();
        var first = (await records.ListAsync(RecordKind.Goal)).Items.Select(g => g.Group).Distinct().ToList();
        await using var db = store.Db();
        var last = await db.Set<Pillar>().AsNoTracking().OrderBy(p => p.Order).LastAsync();
        await store.Get<RecordEdits>().MoveAsync(Editor.Seed, RecordKind.Pillar, last.Id, up: true);

        var then = (await records.ListAsync(RecordKind.Goal)).Items.Select(g => g.Group).Distinct().ToList();
        Assert.Equal([.. first.Where(g => g != last.Name).SkipLast(1), last.Name, first[^2]], then);
        var terms = (await records.ListAsync(RecordKind.Term)).Items.Select(t => t.Label).ToList();
        Assert.Equal(terms.Order(StringComparer.OrdinalIgnoreCase), terms);
    }

    // What the pages tell, held against the tables.
    private static async Task CheckAsync(TestStore store)
    {
        await using var db = store.Db();
        var all = await (
            from c in db.Set<Commitment>().AsNoTracking()
            join g in db.Set<Goal>() on c.GoalId equals g.Id
            join p in db.Set<Pillar>() on g.PillarId equals p.Id into ps
            from p in ps.DefaultIfEmpty()
            orderby p == null ? 0 : p.Order, g.Order, g.Id, c.Order, c.Id
            select new { Commitment = c, Pillar = p }
        ).ToListAsync();
        var queries = store.Get<CommitmentQueries>();

        async Task SameAsync(CommitmentFilter filter, Func<Commitment, Guid?, bool> passes)
        {
            var expected = all.Where(c => passes(c.Commitment, c.Pillar?.Id)).Select(c => c.Commitment.Slug).ToList();
            var slugs = new List<string>();
            for (var page = 1; page <= 1 + (expected.Count / CommitmentQueries.PageSize); page++)
            {
                var list = await queries.ListAsync(filter, page);
                Assert.Equal(expected.Count, list.Total);
                slugs.AddRange(list.Items.Select(c => c.Slug).Except(slugs));
            }

            Assert.Equal(expected, slugs);
        }

        await SameAsync(new(), (_, _) => true);
        foreach (var status in Enum.GetValues<Status>())
        {
            await SameAsync(new(status), (c, _) => c.Status == status);
        }

        foreach (var topic in await db.Set<Topic>().ToListAsync())
        {
            await SameAsync(new(Topic: topic.Slug), (c, _) => c.Topics.Exists(t => t.TopicId == topic.Id));
        }

        foreach (var body in await db.Set<Actor>().ToListAsync())
        {
            await SameAsync(
                new(Status.Announced, Responsible: body.Slug),
                (c, _) => c is { Status: Status.Announced } && c.ResponsibleId == body.Id
            );
        }

        foreach (var pillar in await db.Set<Pillar>().ToListAsync())
        {
            await SameAsync(new(Pillar: pillar.Slug), (_, p) => p == pillar.Id);
            var used = all.Where(c => c.Pillar?.Id == pillar.Id).SelectMany(c => c.Commitment.Topics).Select(t => t.TopicId).ToHashSet();
            Assert.Equal(
                await db.Set<Topic>().Where(t => used.Contains(t.Id)).OrderBy(t => t.Order).Select(t => t.Slug).ToListAsync(),
                (await queries.TopicsAsync(pillar.Slug)).Select(t => t.Slug)
            );
        }

        foreach (var card in await store.Get<PillarQueries>().OverviewAsync())
        {
            var of = all.Where(c => c.Pillar?.Id == card.Id).Select(c => c.Commitment).ToList();
            Assert.Equal((of.Count, await db.Set<Goal>().CountAsync(g => g.PillarId == card.Id)), (card.Commitments, card.Goals));
            Assert.Equal(of.CountBy(c => c.Status).OrderBy(s => s.Key), card.Statuses.Select(s => KeyValuePair.Create(s.Status, s.Count)));
        }

        var glossary = await store.Get<GlossaryQueries>().ReadAsync();
        Assert.All(
            glossary.Topics.Items,
            t =>
                Assert.Equal(
                    all.Count(c => db.Set<Topic>().Any(x => x.Slug == t.Slug && c.Commitment.Topics.Select(o => o.TopicId).Contains(x.Id))),
                    t.Commitments
                )
        );
        Assert.All(
            glossary.Initiatives.Items,
            i =>
                Assert.Equal(
                    all.Count(c => db.Set<Initiative>().Any(x => x.Slug == i.Slug && x.Id == c.Commitment.InitiativeId)),
                    i.Commitments.Total
                )
        );
    }
}
