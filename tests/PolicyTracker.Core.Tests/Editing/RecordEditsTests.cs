using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Actors;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Tests.Data;

namespace PolicyTracker.Core.Tests.Editing;

public sealed class RecordEditsTests
{
    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_pillar_is_added_renamed_and_moved_and_its_old_address_leads_on(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (edits, records, addresses) = (store.Get<RecordEdits>(), store.Get<RecordQueries>(), store.Get<SlugQueries>());
        var id = await edits.SaveAsync(
            Editor.Seed,
            RecordKind.Pillar,
            null,
            0,
            Values(("name", "Green industry"), ("nameZh", "绿色工业"), ("accent", "jade"), ("summary", "")),
            "new field"
        );
        var made = (await records.FindToEditAsync(RecordKind.Pillar, id))!;
        Assert.Equal(("green-industry", "jade", "绿色工业"), (made.Values["slug"], made.Values["accent"], made.Values["nameZh"]));
        Assert.Equal("Green industry", (await records.ListAsync(RecordKind.Pillar)).Items[^1].Label);

        await edits.SaveAsync(
            Editor.Seed,
            RecordKind.Pillar,
            id,
            1,
            Values(("name", "Green manufacturing"), ("slug", "green-manufacturing")),
            "the plan's own word"
        );
        Assert.Equal("green-manufacturing", (await addresses.FindAsync(RecordKind.Pillar, "green-industry"))!.Slug);
        await Assert.ThrowsAsync<VersionConflict>(() =>
            edits.SaveAsync(Editor.Seed, RecordKind.Pillar, id, 1, Values(("name", "Stale")), "")
        );
        var taken = await Assert.ThrowsAsync<Refusal>(() =>
            edits.SaveAsync(Editor.Seed, RecordKind.Pillar, null, 0, Values(("name", "Green industry"), ("accent", "plum")), "")
        );
        Assert.Contains("leads to another pillar", taken.Message, StringComparison.Ordinal);
        await edits.SaveAsync(Editor.Seed, RecordKind.Pillar, id, 2, Values(("slug", "green-industry")), "back again");
        Assert.Null(await addresses.FindAsync(RecordKind.Pillar, "green-industry"));
        Assert.Equal("green-industry", (await addresses.FindAsync(RecordKind.Pillar, "green-manufacturing"))!.Slug);

        await edits.MoveAsync(Editor.Seed, RecordKind.Pillar, id, up: true);
        Assert.Equal(id, (await records.ListAsync(RecordKind.Pillar)).Items[^2].Id);
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Merging_takes_over_all_that_belonged_to_it(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using var db = store.Db();
        var (edits, ministry) = (
            store.Get<RecordEdits>(),
            await db.Set<Actor>()
                .AsNoTracking()
                .SingleAsync(a => a.Slug == "miit" || a.Name == "Ministry of Industry and Information Technology")
        );
        var held = await db.Set<Commitment>().CountAsync(c => c.ResponsibleId == ministry.Id);
        var quoted = await db.Set<Annotation>().CountAsync(a => a.SupportsId == ministry.Id);
        Assert.True(held + quoted + await db.Set<Announcement>().CountAsync(n => n.IssuerId == ministry.Id) > 0);
        var other = await edits.SaveAsync(
            Editor.Seed,
            RecordKind.Actor,
            null,
            0,
            Values(("name", "Ministry of Industry"), ("actorKind", "ministry")),
            ""
        );
        await edits.MergeAsync(Editor.Seed, RecordKind.Actor, ministry.Id, ministry.Version, other, "the same body");

        Assert.Equal(held, await db.Set<Commitment>().CountAsync(c => c.ResponsibleId == other));
        Assert.Equal(quoted, await db.Set<Annotation>().CountAsync(a => a.SupportsId == other && a.SupportsKind == RecordKind.Actor));
        Assert.True(await db.Set<Announcement>().AllAsync(n => n.IssuerId == other));
        Assert.Equal("ministry-of-industry", (await store.Get<SlugQueries>().FindAsync(RecordKind.Actor, ministry.Slug))!.Slug);

        var (from, into) = (
            await db.Set<Topic>().AsNoTracking().SingleAsync(t => t.Slug == "5g"),
            await db.Set<Topic>().AsNoTracking().FirstAsync(t => t.Slug != "5g")
        );
        var tagged = await db.Set<Commitment>().CountAsync(c => c.Topics.Any(t => t.TopicId == from.Id || t.TopicId == into.Id));
        await edits.MergeAsync(Editor.Seed, RecordKind.Topic, from.Id, from.Version, into.Id, "");
        Assert.Equal(tagged, await db.Set<Commitment>().CountAsync(c => c.Topics.Any(t => t.TopicId == into.Id)));
        await Assert.ThrowsAsync<Refusal>(() => edits.MergeAsync(Editor.Seed, RecordKind.Topic, into.Id, into.Version, into.Id, ""));
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_commitment_whose_goal_or_body_is_merged_keeps_its_topics_in_its_history(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using var db = store.Db();
        var tagged = await db.Set<Commitment>().AsNoTracking().FirstAsync(c => c.Topics.Count > 0);
        var (from, into) = (
            await db.Set<Goal>().AsNoTracking().SingleAsync(g => g.Id == tagged.GoalId),
            await db.Set<Goal>().AsNoTracking().FirstAsync(g => g.Id != tagged.GoalId)
        );
        await store.Get<RecordEdits>().MergeAsync(Editor.Seed, RecordKind.Goal, from.Id, from.Version, into.Id, "the same goal");

        var version = (await store.Get<HistoryQueries>().FindAsync(RecordKind.Commitment, tagged.Id))!.Versions[0];
        Assert.Equal(["goalId"], version.Differences.Select(d => d.Field.Name));
        await store.Get<HistoryEdits>().RestoreAsync(Editor.Seed, RecordKind.Commitment, tagged.Id, 1, 2, "");
        Assert.Equal(tagged.Topics.Count, await db.Set<CommitmentTopic>().CountAsync(t => t.CommitmentId == tagged.Id));
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task What_still_holds_something_is_not_retired_and_the_message_says_what(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (edits, records) = (store.Get<RecordEdits>(), store.Get<RecordQueries>());
        var pillar = (await records.ListAsync(RecordKind.Pillar)).Items[0];
        var refused = await Assert.ThrowsAsync<Refusal>(() =>
            edits.RetireAsync(Editor.Seed, RecordKind.Pillar, pillar.Id, pillar.Version, "")
        );
        Assert.Contains("goals (“", refused.Message, StringComparison.Ordinal);
        var asked = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new("zh-Hans");
        try
        {
            refused = await Assert.ThrowsAsync<Refusal>(() =>
                edits.RetireAsync(Editor.Seed, RecordKind.Pillar, pillar.Id, pillar.Version, "")
            );
            Assert.Contains("下还有成果 3 条（“", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentUICulture = asked;
        }

        await using var db = store.Db();
        var used = await db.Set<Topic>().AsNoTracking().FirstAsync(t => db.Set<CommitmentTopic>().Any(c => c.TopicId == t.Id));
        Assert.Contains(
            "commitment",
            (await Assert.ThrowsAsync<Refusal>(() => edits.RetireAsync(Editor.Seed, RecordKind.Topic, used.Id, used.Version, ""))).Message,
            StringComparison.Ordinal
        );

        var term = (await records.ListAsync(RecordKind.Term)).Items[0];
        await edits.RetireAsync(Editor.Seed, RecordKind.Term, term.Id, term.Version, "not used");
        Assert.Null(await records.FindToEditAsync(RecordKind.Term, term.Id));
        Assert.False(await db.Set<Annotation>().AnyAsync(a => a.SupportsId == term.Id));
        await store.Get<HistoryEdits>().RestoreAsync(Editor.Seed, RecordKind.Term, term.Id, 1, 2, "");
        Assert.True(await db.Set<Annotation>().AnyAsync(a => a.SupportsId == term.Id));
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);
    }

    [Theory]
    [EachStore(RecordKind.Goal, "title", "x", "by marking the words")]
    [EachStore(RecordKind.Annotation, "exact", "x", "not changed in this form")]
    [EachStore(RecordKind.StatusChange, "reason", "x", "not changed in this form")]
    [EachStore(RecordKind.Commitment, "title", "x", "made by marking the words")]
    [EachStore(RecordKind.Pillar, "name", " ", "Name is empty")]
    [EachStore(RecordKind.Pillar, "accent", "red", "no value of “Colour”")]
    [EachStore(RecordKind.Pillar, "slug", "../admin", "part of an address")]
    [EachStore(RecordKind.Indicator, "scale", "many", "not a number")]
    [EachStore(RecordKind.Indicator, "pillarId", "0a21372d-0000-7000-8000-000000000000", "removed meanwhile")]
    public async Task What_a_form_can_not_mean_is_refused_by_name(string database, RecordKind kind, string field, string value, string says)
    {
        await using var store = await TestStore.OpenAsync(database);
        var values = Values(("name", "A name"), ("title", "A title"), ("unit", "count"), (field, value));
        var refused = await Assert.ThrowsAsync<Refusal>(() => store.Get<RecordEdits>().SaveAsync(Editor.Seed, kind, null, 0, values, ""));
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_short_name_that_another_has_is_named_when_it_is_refused(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var refused = await Assert.ThrowsAsync<Refusal>(async () =>
            await store.ChangeAsync(await store.CommitmentAsync("software-parks"), new() { ["slug"] = "software-colleges" })
        );
        Assert.Contains("“software-colleges” is taken", refused.Message, StringComparison.Ordinal);
    }

    [Theory, EachStore]
    public async Task A_forged_reference_to_a_record_of_another_kind_is_refused(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        await using var db = store.Db();
        var (goal, indicator) = (await db.Set<Goal>().FirstAsync(), await db.Set<Indicator>().AsNoTracking().FirstAsync());
        await Assert.ThrowsAsync<Refusal>(() =>
            store
                .Get<RecordEdits>()
                .SaveAsync(Editor.Seed, RecordKind.Indicator, indicator.Id, indicator.Version, Values(("pillarId", goal.Id.ToString())), "")
        );
    }

    private static Dictionary<string, string?> Values(params (string Name, string? Value)[] values)
    {
        var made = new Dictionary<string, string?>();
        foreach (var (name, value) in values)
        {
            made[name] = value;
        }

        return made;
    }
}
