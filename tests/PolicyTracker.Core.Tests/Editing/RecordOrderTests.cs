using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Tests.Data;

namespace PolicyTracker.Core.Tests.Editing;

public sealed class RecordOrderTests
{
    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task What_is_added_after_a_removal_stands_last_and_shares_no_place(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using var db = store.Db();
        var goal = await db.Set<Goal>().AsNoTracking().FirstAsync(g => db.Set<Commitment>().Count(c => c.GoalId == g.Id) > 2);
        var first = await db.Set<Commitment>().AsNoTracking().Where(c => c.GoalId == goal.Id).OrderBy(c => c.Order).FirstAsync();
        await store.Get<RecordEdits>().RetireAsync(Editor.Seed, RecordKind.Commitment, first.Id, first.Version, "");
        await store
            .Get<AnnotationEdits>()
            .AttachAsync(
                Editor.Seed,
                await store.MarkAsync("famous Chinese software parks"),
                new NewCommitment(goal.Id, "Famous parks", null, null, null, null, [])
            );

        var row = await db.Set<Commitment>().AsNoTracking().Where(c => c.GoalId == goal.Id).OrderBy(c => c.Order).ToListAsync();
        Assert.Equal("Famous parks", row[^1].Title);
        Assert.Equal(row.Count, row.Select(c => c.Order).Distinct().Count());

        var pillar = await db.Set<Pillar>().AsNoTracking().OrderBy(p => p.Order).FirstAsync();
        await store.AttachAnywayAsync(await store.MarkAsync("Chinese software"), new NewGoal(pillar.Id, "One more goal", null));
        var goals = await db.Set<Goal>().AsNoTracking().Where(g => g.PillarId == pillar.Id).OrderBy(g => g.Order).ToListAsync();
        Assert.Equal("One more goal", goals[^1].Title);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task What_stands_again_shares_no_place_with_what_was_added_meanwhile(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (edits, history) = (store.Get<RecordEdits>(), store.Get<HistoryEdits>());
        var told = new List<EditEvent>();
        store.Get<EditEvents>().Edited += told.Add;
        var last = await AddTopicAsync(edits, "Last topic");
        await edits.RetireAsync(Editor.Seed, RecordKind.Topic, last, 1, "");
        await AddTopicAsync(edits, "First new topic");
        await history.RestoreAsync(Editor.Seed, RecordKind.Topic, last, 1, 2, "");
        await SharesNoneAsync(store);

        await edits.RetireAsync(Editor.Seed, RecordKind.Topic, last, 3, "");
        var retired = told[^1];
        await AddTopicAsync(edits, "Second new topic");
        await history.RevertAsync(Editor.Seed, retired.Id);
        await SharesNoneAsync(store);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task What_goes_over_to_another_row_stands_last_there(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using var db = store.Db();
        var goals = await db.Set<Goal>()
            .AsNoTracking()
            .Where(g => g.PillarId != null)
            .OrderBy(g => g.PillarId)
            .ThenBy(g => g.Order)
            .ToListAsync();
        var (moved, to) = (goals[0], goals[^1].PillarId!.Value);
        await store
            .Get<RecordEdits>()
            .SaveAsync(
                Editor.Seed,
                RecordKind.Goal,
                moved.Id,
                moved.Version,
                new Dictionary<string, string?> { ["pillarId"] = to.ToString() },
                ""
            );
        Assert.Equal(
            moved.Id,
            await db.Set<Goal>().Where(g => g.PillarId == to).OrderByDescending(g => g.Order).Select(g => g.Id).FirstAsync()
        );

        var (from, into) = (goals[1], goals[^1]);
        await store.Get<RecordEdits>().MergeAsync(Editor.Seed, RecordKind.Goal, from.Id, from.Version, into.Id, "the same goal");
        var places = await db.Set<Commitment>().Where(c => c.GoalId == into.Id).Select(c => c.Order).ToListAsync();
        Assert.Equal(places.Count, places.Distinct().Count());
    }

    private static Task<Guid> AddTopicAsync(RecordEdits edits, string name) =>
        edits.SaveAsync(Editor.Seed, RecordKind.Topic, null, 0, new Dictionary<string, string?> { ["name"] = name }, "");

    private static async Task SharesNoneAsync(TestStore store)
    {
        await using var db = store.Db();
        var places = await db.Set<Topic>().Select(t => t.Order).ToListAsync();
        Assert.Equal(places.Count, places.Distinct().Count());
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_move_edits_the_two_that_change_places_and_no_others(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using var db = store.Db();
        var topics = await db.Set<Topic>().AsNoTracking().OrderBy(t => t.Order).ToListAsync();
        var edits = new List<EditEvent>();
        store.Get<EditEvents>().Edited += edits.Add;

        Assert.Equal(topics[1].Order, await store.Get<RecordEdits>().MoveAsync(Editor.Seed, RecordKind.Topic, topics[2].Id, up: true));
        Assert.Equal(new[] { topics[1].Id, topics[2].Id }.Order(), edits[0].Records.Select(r => r.Id).Order());
        Assert.Equal(topics[2].Order, await store.Get<RecordEdits>().MoveAsync(Editor.Seed, RecordKind.Topic, topics[2].Id, up: false));
        Assert.Equal(topics.Select(t => t.Id), await db.Set<Topic>().OrderBy(t => t.Order).Select(t => t.Id).ToListAsync());

        Assert.Equal(topics[0].Order, await store.Get<RecordEdits>().MoveAsync(Editor.Seed, RecordKind.Topic, topics[0].Id, up: true));
        Assert.Equal(2, edits.Count); // the first can't go further up: that is no edit
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_goal_moves_among_those_of_its_pillar(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using var db = store.Db();
        var pillar = await db.Set<Pillar>().AsNoTracking().FirstAsync(p => db.Set<Goal>().Count(g => g.PillarId == p.Id) > 1);
        var goals = await db.Set<Goal>().AsNoTracking().Where(g => g.PillarId == pillar.Id).OrderBy(g => g.Order).ToListAsync();
        await store.Get<RecordEdits>().MoveAsync(Editor.Seed, RecordKind.Goal, goals[1].Id, up: true);
        var now = await db.Set<Goal>().Where(g => g.PillarId == pillar.Id).OrderBy(g => g.Order).Select(g => g.Id).ToListAsync();
        Assert.Equal([goals[1].Id, goals[0].Id], now.Take(2));
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Records_that_shared_a_place_get_one_each(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using var db = store.Db();
        await db.Database.ExecuteSqlRawAsync("""UPDATE "Topics" SET "Order" = 2 WHERE "Order" = 3""");
        var topics = await db.Set<Topic>().AsNoTracking().OrderBy(t => t.Order).ThenBy(t => t.Id).ToListAsync();
        await store.Get<RecordEdits>().MoveAsync(Editor.Seed, RecordKind.Topic, topics[2].Id, up: true);
        var now = await db.Set<Topic>().AsNoTracking().OrderBy(t => t.Order).ToListAsync();
        Assert.Equal(Enumerable.Range(1, now.Count), now.Select(t => t.Order));
        Assert.Equal([topics[0].Id, topics[2].Id, topics[1].Id], now.Take(3).Select(t => t.Id));
    }
}
