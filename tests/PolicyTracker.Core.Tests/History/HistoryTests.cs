using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Tests.Data;

namespace PolicyTracker.Core.Tests.History;

public sealed class HistoryTests
{
    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task History_tells_what_changed_in_words_and_a_version_comes_back_as_a_new_edit(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var was = await store.CommitmentAsync("software-parks");
        await using var db = store.Db();
        var (goalId, topics) = (
            Guid.Parse(was.Values["goalId"]!),
            was.Values["topics"]!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse).ToList()
        );
        var (goal, topic) = (
            await db.Set<Goal>().FirstAsync(g => g.Id != goalId),
            await db.Set<Topic>().OrderBy(t => t.Order).FirstAsync(t => !topics.Contains(t.Id))
        );
        await store.ChangeAsync(
            was,
            new()
            {
                ["title"] = "Parks of software",
                ["goalId"] = $"{goal.Id}",
                ["due"] = "2030-01-31",
                ["topics"] = $"{topic.Id}",
            }
        );

        var history = (await store.Get<HistoryQueries>().FindAsync(RecordKind.Commitment, was.Id))!;
        Assert.Equal([2, 1], history.Versions.Select(v => v.Version));
        var changed = history.Versions[0].Differences.ToDictionary(d => d.Field.Name);
        Assert.Equal((was.Values["title"], "Parks of software"), (changed["title"].Before, changed["title"].After));
        Assert.Equal(goal.Title, changed["goalId"].After);
        Assert.Equal("2030-01-31", changed["due"].After);
        Assert.Equal(topic.Name, changed["topics"].After);
        Assert.Equal(["due", "goalId", "title", "topics"], changed.Keys.Order());

        await Assert.ThrowsAsync<VersionConflict>(() =>
            store.Get<HistoryEdits>().RestoreAsync(Editor.Seed, RecordKind.Commitment, was.Id, 1, 1, "")
        );
        await store.Get<HistoryEdits>().RestoreAsync(Editor.Seed, RecordKind.Commitment, was.Id, 1, 2, "it was right");
        var now = await store.CommitmentAsync("software-parks");
        Assert.Equal(3, now.Version);
        Assert.Equal(was.Values, now.Values);
        var shown = (await store.Get<HistoryQueries>().FindVersionAsync(RecordKind.Commitment, was.Id, 2))!;
        Assert.Contains(
            shown.Fields,
            f => f.Field.Name == "title" && f is { Before: "Parks of software" } && f.After == was.Values["title"]
        );
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_version_with_a_word_that_is_no_longer_known_is_shown_as_it_was_and_not_restored_as_something_else(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using var db = store.Db();
        var indicator = await db.Set<Indicator>().AsNoTracking().FirstAsync();
        await db.Database.ExecuteSqlAsync(
            $"""UPDATE "Revisions" SET "Content" = replace("Content", '"direction":"up"', '"direction":"sideways"') WHERE "RecordId" = {indicator.Id}"""
        );
        var stored = await db.Set<Revision>().AsNoTracking().Include(r => r.Edit).SingleAsync(r => r.RecordId == indicator.Id);
        Assert.Contains("sideways", stored.Content, StringComparison.Ordinal);
        await store
            .Get<RecordEdits>()
            .SaveAsync(Editor.Seed, RecordKind.Indicator, indicator.Id, 1, new Dictionary<string, string?> { ["direction"] = "down" }, "");

        var refused = await Assert.ThrowsAsync<Refusal>(() =>
            store.Get<HistoryEdits>().RestoreAsync(Editor.Seed, RecordKind.Indicator, indicator.Id, 1, 2, "")
        );
        Assert.Equal("retired-word", refused.Code);
        Assert.Contains("sideways", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Direction.Down, await db.Set<Indicator>().Where(i => i.Id == indicator.Id).Select(i => i.Direction).SingleAsync());
        var shown = (await store.Get<HistoryQueries>().FindVersionAsync(RecordKind.Indicator, indicator.Id, 1))!;
        Assert.Equal("sideways", shown.Fields.Single(f => f.Field.Name == "direction").Before);

        await using var past = await PastStore.OpenAsync(
            store.Get<IDbContextFactory<PolicyTracker.Core.Data.TrackerDb>>(),
            stored.Edit.At,
            default
        );
        await using var then = past.CreateDbContext();
        Assert.False(WireNames.IsKnown((await then.Set<Indicator>().SingleAsync(i => i.Id == indicator.Id)).Direction));
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task What_was_removed_stands_again_with_its_quotations(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var parks = await store.CommitmentAsync("software-parks");
        await store.Get<RecordEdits>().RetireAsync(Editor.Seed, RecordKind.Commitment, parks.Id, 1, "read wrongly");
        Assert.Null(await store.Get<CommitmentQueries>().FindAsync("software-parks"));
        Assert.True((await store.Get<HistoryQueries>().FindAsync(RecordKind.Commitment, parks.Id))!.IsRemoved);

        await store.Get<HistoryEdits>().RestoreAsync(Editor.Seed, RecordKind.Commitment, parks.Id, 1, 2, "read rightly after all");
        Assert.NotEmpty((await store.Get<CommitmentQueries>().FindAsync("software-parks"))!.Commitment.Quotations);
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task An_edit_is_undone_and_done_again_unless_something_came_after_it(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var told = new List<EditEvent>();
        store.Get<EditEvents>().Edited += told.Add;
        var (edits, history) = (store.Get<AnnotationEdits>(), store.Get<HistoryEdits>());
        await using var db = store.Db();
        var goal = await db.Set<Goal>().FirstAsync();
        await edits.AttachAsync(
            Editor.Seed,
            await store.MarkAsync("famous Chinese software parks"),
            new NewCommitment(goal.Id, "Famous parks", null, null, null, null, [])
        );
        var attached = told[^1];
        Assert.Equal(2, attached.Records.Count);

        await history.RevertAsync(Editor.Seed, attached.Id);
        Assert.Null(await store.Get<CommitmentQueries>().FindAsync("famous-parks"));
        var undone = told[^1];
        await history.RevertAsync(Editor.Seed, undone.Id);
        var again = await store.CommitmentAsync("famous-parks");
        Assert.Equal("Famous parks", again.Values["title"]);

        var redone = told[^1];
        await store.ChangeAsync(again, new() { ["title"] = "Very famous parks" });
        var refused = await Assert.ThrowsAsync<Refusal>(() => history.RevertAsync(Editor.Seed, redone.Id));
        Assert.Contains("changed again since", refused.Message, StringComparison.Ordinal);
        Assert.Equal("Very famous parks", (await store.CommitmentAsync("famous-parks")).Values["title"]);
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Edits_are_found_by_editor_day_kind_act_and_words(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (mei, changes) = (await store.AddEditorAsync("mei"), store.Get<ChangeQueries>());
        await store.Get<AnnotationEdits>().AttachAsync(mei, await store.MarkAsync("5G"), new NewComment("Which?"));
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var found = Assert.Single(
            await changes.ListAsync(
                10,
                filter: new(
                    By: "mei",
                    From: today.AddDays(-1),
                    Until: today.AddDays(1),
                    Kind: RecordKind.Annotation,
                    Act: RevisionAct.Created,
                    Words: "5g"
                )
            )
        );
        Assert.Equal("mei", found.By);
        Assert.Empty(await changes.ListAsync(10, filter: new(By: "me")));
        Assert.Empty(await changes.ListAsync(10, filter: new(By: "mei", Until: today.AddDays(-1))));
        Assert.Empty(await changes.ListAsync(10, filter: new(By: "mei", Act: RevisionAct.Removed)));
        var whole = Assert.Single(await changes.SinceAsync(found.EditId - 1));
        Assert.Equal((found.EditId, RecordKind.Annotation), (whole.Id, Assert.Single(whole.Records).Kind));
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_clock_that_was_set_back_does_not_turn_history_around(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using var db = store.Db();
        var last = await db.Set<Edit>().MaxAsync(e => e.At);
        using var writer = new RecordWriter(
            store.Get<IDbContextFactory<PolicyTracker.Core.Data.TrackerDb>>(),
            new EditEvents(),
            new YearsAgo(),
            NullLogger<RecordWriter>.Instance
        );
        await writer.EditAsync(
            Editor.Seed,
            "from the past",
            async tracked =>
            {
                (await tracked.Set<Pillar>().OrderBy(p => p.Order).FirstAsync()).Summary = "Later, by a clock that is wrong";
                return 0;
            }
        );
        Assert.Equal(last, await db.Set<Edit>().OrderByDescending(e => e.Id).Select(e => e.At).FirstAsync());
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task An_edit_that_changes_nothing_says_so_and_leaves_no_trace(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var parks = await store.CommitmentAsync("software-parks");
        await store.ChangeAsync(parks, new() { ["title"] = "Parks" });
        var history = store.Get<HistoryEdits>();
        await history.RestoreAsync(Editor.Seed, RecordKind.Commitment, parks.Id, 1, 2, "");
        await using var db = store.Db();
        var quoted = await db.Set<Annotation>().AsNoTracking().FirstAsync(a => a.SupportsId == parks.Id);
        var revisions = await db.Set<Revision>().CountAsync();

        async Task SaysAsync(string words, Func<Task> edit) =>
            Assert.Contains(words, (await Assert.ThrowsAsync<Refusal>(edit)).Message, StringComparison.Ordinal);
        await SaysAsync(
            "stands as in version 1 already",
            () => history.RestoreAsync(Editor.Seed, RecordKind.Commitment, parks.Id, 1, 3, "")
        );
        await SaysAsync(
            "nothing was saved",
            async () =>
                await store.ChangeAsync(
                    await store.CommitmentAsync("software-parks"),
                    new() { ["title"] = parks.Values["title"], ["topics"] = parks.Values["topics"] }
                )
        );
        await SaysAsync(
            "quoted there already",
            async () => await store.Get<AnnotationEdits>().ChangeAsync(Editor.Seed, quoted.Id, 1, await store.MarkAsync(quoted.Exact), null)
        );
        Assert.Equal(revisions, await db.Set<Revision>().CountAsync());
    }

    [Theory, EachStore]
    public async Task What_is_changed_while_a_record_is_being_made_is_no_correction_and_what_is_changed_after_it_is(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        var parks = await store.CommitmentAsync("software-parks");
        await store.ChangeAsync(parks, new() { ["title"] = "Parks" });
        Assert.Empty(await store.Get<HistoryQueries>().CorrectionsAsync(RecordKind.Commitment, parks.Id));

        var later = new Later(HistoryQueries.Making + TimeSpan.FromMinutes(5));
        using var writer = new RecordWriter(
            store.Get<IDbContextFactory<PolicyTracker.Core.Data.TrackerDb>>(),
            new EditEvents(),
            later,
            NullLogger<RecordWriter>.Instance
        );
        await new RecordEdits(writer, [], later).SaveAsync(
            Editor.Seed,
            RecordKind.Commitment,
            parks.Id,
            2,
            new Dictionary<string, string?> { ["title"] = "Software parks" },
            "clearer"
        );
        var correction = Assert.Single(await store.Get<HistoryQueries>().CorrectionsAsync(RecordKind.Commitment, parks.Id));
        Assert.Equal(("Parks", "Software parks"), (correction.Differences[0].Before, correction.Differences[0].After));
    }

    private sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }

    private sealed class YearsAgo : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }
}
