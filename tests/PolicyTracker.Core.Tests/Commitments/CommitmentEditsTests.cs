using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Tests.Data;

namespace PolicyTracker.Core.Tests.Commitments;

public sealed class CommitmentEditsTests
{
    private const string Slug = "software-colleges";

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_changed_commitment_shows_its_new_fields_and_topics_and_who_changed_it(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var queries = store.Get<CommitmentQueries>();
        var records = store.Get<RecordQueries>();
        var opened = await store.CommitmentAsync(Slug);
        Assert.Equal((1, "announced", "Seed"), (opened.Version, opened.Values["status"], opened.ChangedBy));

        await using var db = store.Db();
        var topic = await db.Set<Topic>().Where(t => t.Slug == "5g").Select(t => t.Id).SingleAsync();
        await store.ChangeAsync(
            opened,
            new()
            {
                ["title"] = "Colleges",
                ["due"] = "2025-12-31",
                ["topics"] = $"{topic}",
            }
        );

        var stands = await store.CommitmentAsync(Slug);
        Assert.Equal(
            (2, "Colleges", "2025-12-31", $"{topic}"),
            (stands.Version, stands.Values["title"], stands.Values["due"], stands.Values["topics"])
        );
        Assert.True((await queries.FindAsync(Slug))!.Commitment.IsOverdue);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_commitment_is_not_given_to_a_body_or_topic_that_was_retired_meanwhile(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var records = store.Get<RecordQueries>();
        var opened = await store.CommitmentAsync(Slug);
        var actor = await store
            .Get<RecordEdits>()
            .SaveAsync(Editor.Seed, RecordKind.Actor, null, 0, new Dictionary<string, string?> { ["name"] = "A body" }, "");
        var topic = await store
            .Get<RecordEdits>()
            .SaveAsync(Editor.Seed, RecordKind.Topic, null, 0, new Dictionary<string, string?> { ["name"] = "A topic" }, "");
        await store.Get<RecordEdits>().RetireAsync(Editor.Seed, RecordKind.Actor, actor, 1, "");
        await store.Get<RecordEdits>().RetireAsync(Editor.Seed, RecordKind.Topic, topic, 1, "");

        Assert.Contains(
            "Responsible body: what you chose was removed",
            (await Assert.ThrowsAsync<Refusal>(() => store.ChangeAsync(opened, new() { ["responsibleId"] = $"{actor}" }))).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Topics: what you chose was removed",
            (
                await Assert.ThrowsAsync<Refusal>(() =>
                    store.ChangeAsync(opened, new() { ["topics"] = $"{opened.Values["topics"]} {topic}" })
                )
            ).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "how this one stands to it",
            (
                await Assert.ThrowsAsync<Refusal>(() =>
                    store.ChangeAsync(opened, new() { ["followsId"] = $"{opened.Id}", ["follows"] = "updates" })
                )
            ).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(1, (await store.CommitmentAsync(Slug)).Version);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_step_in_the_status_keeps_its_day_and_reason_and_can_not_be_made_on_an_old_version(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (edits, queries) = (store.Get<CommitmentEdits>(), store.Get<CommitmentQueries>());
        var opened = await store.CommitmentAsync(Slug);
        await edits.ChangeStatusAsync(Editor.Seed, opened.Id, opened.Version, Status.InProgress, new(2024, 3, 1), "First colleges named");

        var late = await Assert.ThrowsAsync<VersionConflict>(() =>
            edits.ChangeStatusAsync(Editor.Seed, opened.Id, opened.Version, Status.Delivered, new(2024, 4, 1), "All done")
        );
        Assert.Equal((1, 2), (late.BasedOn, late.Current));
        await Assert.ThrowsAsync<Refusal>(() =>
            edits.ChangeStatusAsync(Editor.Seed, opened.Id, 2, Status.InProgress, new(2024, 4, 1), "Again")
        );
        await Assert.ThrowsAsync<Refusal>(() =>
            edits.ChangeStatusAsync(Editor.Seed, opened.Id, 2, Status.Delivered, new(2124, 4, 1), "Some day")
        );

        var page = (await queries.FindAsync(Slug))!;
        var step = Assert.Single(page.Steps);
        Assert.Equal(
            (Status.Announced, Status.InProgress, new DateOnly(2024, 3, 1), "First colleges named"),
            (step.From, step.To, step.On, step.Reason)
        );
        Assert.Equal(Status.InProgress, page.Commitment.Status);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_removed_commitment_is_gone_from_pages_and_highlights_but_not_from_history(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var opened = await store.CommitmentAsync(Slug);
        await store.Get<RecordEdits>().RetireAsync(Editor.Seed, RecordKind.Commitment, opened.Id, opened.Version, "read wrongly");

        Assert.Null(await store.Get<CommitmentQueries>().FindAsync(Slug));
        var reader = (await store.Get<AnnouncementQueries>().FindAsync("miit-press-conference-2023-03-01"))!;
        Assert.DoesNotContain(reader.Highlights, p => p.Supports is null && p.Comment is null);
        await using var db = store.Db();
        Assert.True(await db.Set<Revision>().AnyAsync(r => r.RecordId == opened.Id && r.Edit.Why == "read wrongly"));
        Assert.False(await db.Set<Annotation>().AnyAsync(a => a.SupportsId == opened.Id));
        Assert.True(await db.Set<Annotation>().IgnoreQueryFilters().AnyAsync(a => a.SupportsId == opened.Id));
    }
}
