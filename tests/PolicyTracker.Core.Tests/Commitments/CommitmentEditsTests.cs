using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Commitments;
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
        var opened = (await queries.FindToEditAsync(Slug))!;
        Assert.Equal((1, Status.Announced, "Seed"), (opened.Version, opened.Status, opened.ChangedBy));

        await using var db = store.Db();
        var topic = await db.Topics.Where(t => t.Slug == "5g").Select(t => t.Id).SingleAsync();
        var version = await store.Get<CommitmentEdits>().ChangeAsync(Editor.Seed, opened.Id, opened.Version, opened.Fields with { Title = "Colleges", Due = new(2025, 12, 31), TopicIds = [topic] }, "clearer");

        var stands = (await queries.FindToEditAsync(Slug))!;
        Assert.Equal((2, version), (stands.Version, version));
        Assert.Equal(("Colleges", new DateOnly(2025, 12, 31)), (stands.Fields.Title, stands.Fields.Due));
        Assert.Equal([topic], stands.Fields.TopicIds);
        Assert.True((await queries.FindAsync(Slug))!.Commitment.IsOverdue);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_step_in_the_status_keeps_its_day_and_reason_and_can_not_be_made_on_an_old_version(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (edits, queries) = (store.Get<CommitmentEdits>(), store.Get<CommitmentQueries>());
        var opened = (await queries.FindToEditAsync(Slug))!;
        await edits.ChangeStatusAsync(Editor.Seed, opened.Id, opened.Version, Status.InProgress, new(2024, 3, 1), "First colleges named");

        var late = await Assert.ThrowsAsync<ConflictException>(() => edits.ChangeStatusAsync(Editor.Seed, opened.Id, opened.Version, Status.Delivered, new(2024, 4, 1), "All done"));
        Assert.Equal((1, 2), (late.BasedOn, late.Current));
        await Assert.ThrowsAsync<RefusedException>(() => edits.ChangeStatusAsync(Editor.Seed, opened.Id, 2, Status.InProgress, new(2024, 4, 1), "Again"));
        await Assert.ThrowsAsync<RefusedException>(() => edits.ChangeStatusAsync(Editor.Seed, opened.Id, 2, Status.Delivered, new(2124, 4, 1), "Some day"));

        var page = (await queries.FindAsync(Slug))!;
        var step = Assert.Single(page.Steps);
        Assert.Equal((Status.Announced, Status.InProgress, new DateOnly(2024, 3, 1), "First colleges named"), (step.From, step.To, step.On, step.Reason));
        Assert.Equal(Status.InProgress, page.Commitment.Status);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_removed_commitment_is_gone_from_pages_and_highlights_but_not_from_history(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var opened = (await store.Get<CommitmentQueries>().FindToEditAsync(Slug))!;
        await store.Get<CommitmentEdits>().RemoveAsync(Editor.Seed, opened.Id, opened.Version, "read wrongly");

        Assert.Null(await store.Get<CommitmentQueries>().FindAsync(Slug));
        var reader = (await store.Get<AnnouncementQueries>().FindAsync("miit-press-conference-2023-03-01"))!;
        Assert.DoesNotContain(reader.Passages, p => p.Supports is null && p.Comment is null);
        await using var db = store.Db();
        Assert.True(await db.Revisions.AnyAsync(r => r.RecordId == opened.Id && r.Why == "read wrongly"));
        Assert.False(await db.Annotations.AnyAsync(a => a.SupportsId == opened.Id));
        Assert.True(await db.Annotations.IgnoreQueryFilters().AnyAsync(a => a.SupportsId == opened.Id));
    }
}
