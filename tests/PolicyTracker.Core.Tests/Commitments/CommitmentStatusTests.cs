using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Localization;
using PolicyTracker.Core.Overview;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Tests.Data;
using PolicyTracker.Text;
using PolicyTracker.Text.Anchoring;

namespace PolicyTracker.Core.Tests.Commitments;

public sealed class CommitmentStatusTests
{
    private const string Slug = "inspect-every-ferry";

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_step_that_is_entered_late_takes_its_place_by_its_day_and_moves_nothing_that_came_after_it(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (edits, queries) = (store.Get<AnnotationEdits>(), store.Get<CommitmentQueries>());
        await using var db = store.Db();
        var goal = await db.Set<Goal>()
            .Where(g => db.Set<Pillar>().Any(p => p.Id == g.PillarId && p.Slug == "core-sectors"))
            .OrderBy(g => g.Order)
            .FirstAsync();
        var before = (await queries.ListAsync(new(Status.Superseded))).Total;
        await SayAsync(store, "decree", new(2025, 3, 3), "The harbour board will inspect every ferry from April.");
        await SayAsync(store, "verdict", new(2025, 3, 20), "The decree on ferries is suspended until the hearing.");
        await SayAsync(store, "statute", new(2025, 9, 1), "The harbour board will inspect one ferry in five.");
        await edits.AttachAsync(
            Editor.Seed,
            await MarkAsync(store, "decree", "inspect every ferry"),
            new NewCommitment(goal.Id, "Inspect every ferry", null, null, new(2025, 4, 1), null, [])
        );
        var id = (await store.CommitmentAsync(Slug)).Id;
        await edits.AttachAsync(
            Editor.Seed,
            await MarkAsync(store, "verdict", "is suspended until the hearing"),
            new NewStatusChange(id, Status.Stalled, new(2025, 3, 20), "A court suspended it")
        );
        await edits.AttachAsync(
            Editor.Seed,
            await MarkAsync(store, "statute", "inspect one ferry in five"),
            new NewCommitment(goal.Id, "Inspect one ferry in five", null, null, null, null, [], id, Succession.Replaces)
        );

        await store
            .Get<CommitmentEdits>()
            .ChangeStatusAsync(
                Editor.Seed,
                id,
                (await store.CommitmentAsync(Slug)).Version,
                Status.InProgress,
                new(2025, 3, 10),
                "Inspectors were named, as was told later"
            );

        var page = (await queries.FindAsync(Slug))!;
        Assert.Equal((Status.Superseded, false), (page.Commitment.Status, page.Commitment.IsOverdue));
        Assert.Equal([Status.InProgress, Status.Stalled, Status.Superseded], page.Steps.Select(s => s.To));
        Assert.Equal([new(2025, 3, 10), new(2025, 3, 20), new DateOnly(2025, 9, 1)], page.Steps.Select(s => s.On));
        Assert.True(page.Steps[0].AddedAt >= page.Steps[2].AddedAt); // it says that it came late
        Assert.Equal(before + 1, (await queries.ListAsync(new(Status.Superseded))).Total);
        Assert.DoesNotContain((await queries.ListAsync(new(Status.InProgress))).Items, c => c.Slug == Slug);
        var card = (await store.Get<PillarQueries>().OverviewAsync()).Single(p => p.Slug == "core-sectors");
        Assert.Equal(
            (1, 0, 0),
            (
                card.Statuses.Single(s => s.Status is Status.Superseded).Count,
                card.Statuses.Count(s => s.Status is Status.InProgress or Status.Stalled),
                card.Overdue
            )
        );
        var story = await store.Get<CommitmentTimelineQueries>().FindAsync(id);
        Assert.Equal(
            [Status.InProgress, Status.Stalled, Status.Superseded],
            story.Events.Where(e => e.To is not null).Select(e => e.To!.Value)
        );
        Assert.Equal(Status.Superseded, story.Chain[0].Status);
        var summary = (await store.Get<PillarSummary>().WriteAsync("core-sectors"))!;
        Assert.Contains(
            "- Status: superseded\n- Since: 2025-09-01\n- Reason: Replaced by “Inspect one ferry in five”.\n",
            summary,
            StringComparison.Ordinal
        );
        Assert.Empty((await store.Get<SummaryVerifier>().VerifyAsync(summary)).Failures);
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Of_two_steps_of_one_day_the_later_entered_one_counts_and_the_same_status_is_not_entered_twice(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await StepAsync(store, Status.InProgress, new(2024, 5, 1));
        await StepAsync(store, Status.Stalled, new(2024, 5, 1));
        Assert.Equal("stalled", (await store.CommitmentAsync("software-colleges")).Values["status"]);
        await StepAsync(store, Status.Delivered, new(2024, 8, 1));
        var refused = await Assert.ThrowsAsync<Refusal>(() => StepAsync(store, Status.Stalled, new(2024, 6, 1)));
        Assert.Contains("On 2024-06-01 the status was stalled already", refused.Message, StringComparison.Ordinal);
        await StepAsync(store, Status.Delivered, new(2024, 4, 1)); // not yet on that day
        Assert.Equal("delivered", (await store.CommitmentAsync("software-colleges")).Values["status"]);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_status_follows_its_steps_when_one_is_undone_brought_back_or_the_commitment_is_restored(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var made = new List<EditEvent>();
        store.Get<EditEvents>().Edited += made.Add;
        var history = store.Get<HistoryEdits>();
        await StepAsync(store, Status.Delivered, new(2024, 8, 1));
        var delivered = made[^1];
        await StepAsync(store, Status.InProgress, new(2024, 5, 1));
        var begun = made[^1];
        var step = begun.Records.Single(r => r.Kind is RecordKind.StatusChange).Id;
        Assert.Equal("delivered", (await store.CommitmentAsync("software-colleges")).Values["status"]);

        await history.RevertAsync(Editor.Seed, delivered.Id);
        Assert.Equal("in-progress", (await store.CommitmentAsync("software-colleges")).Values["status"]); // what stands before it, not where it stood when it was entered
        await history.RevertAsync(Editor.Seed, begun.Id);
        Assert.Equal("announced", (await store.CommitmentAsync("software-colleges")).Values["status"]);
        await history.RestoreAsync(Editor.Seed, RecordKind.StatusChange, step, 1, 2, "");
        var stands = await store.CommitmentAsync("software-colleges");
        Assert.Equal("in-progress", stands.Values["status"]);

        var refused = await Assert.ThrowsAsync<Refusal>(() =>
            history.RestoreAsync(Editor.Seed, RecordKind.Commitment, stands.Id, 1, stands.Version, "")
        );
        Assert.Contains("Nothing differs", refused.Message, StringComparison.Ordinal); // its status is no field of its own
        await store.ChangeAsync(stands, new() { ["title"] = "Colleges" });
        await history.RestoreAsync(Editor.Seed, RecordKind.Commitment, stands.Id, 1, stands.Version + 1, "");
        Assert.Equal("in-progress", (await store.CommitmentAsync("software-colleges")).Values["status"]);
        Assert.Equal(Status.InProgress, (await store.Get<CommitmentQueries>().FindAsync("software-colleges"))!.Steps.Single().To);
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task One_that_is_said_to_replace_another_in_its_form_supersedes_it_since_it_was_announced_in_its_own_words(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (parks, colleges) = (await store.CommitmentAsync("software-parks"), await store.CommitmentAsync("software-colleges"));
        await store.ChangeAsync(parks, new() { ["followsId"] = $"{colleges.Id}", ["follows"] = "replaces" });
        var (replaced, successor) = (
            (await store.Get<CommitmentQueries>().FindAsync("software-colleges"))!,
            (await store.Get<CommitmentQueries>().FindAsync("software-parks"))!
        );
        var step = Assert.Single(replaced.Steps);
        Assert.Equal((Status.Superseded, Status.Superseded, new DateOnly(2023, 3, 1)), (replaced.Commitment.Status, step.To, step.On));
        Assert.Equal(successor.Commitment.Quotations[0].Exact, Assert.Single(step.Evidence).Exact);

        await store.ChangeAsync(await store.CommitmentAsync("software-parks"), new() { ["follows"] = "updates" });
        await store.ChangeAsync(await store.CommitmentAsync("software-parks"), new() { ["follows"] = "replaces" }); // once is enough
        Assert.Single((await store.Get<CommitmentQueries>().FindAsync("software-colleges"))!.Steps);
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);
    }

    private static async Task StepAsync(TestStore store, Status to, DateOnly on)
    {
        var stands = await store.CommitmentAsync("software-colleges");
        await store.Get<CommitmentEdits>().ChangeStatusAsync(Editor.Seed, stands.Id, stands.Version, to, on, "Told by a report");
    }

    private static Task<string> SayAsync(TestStore store, string slug, DateOnly day, string text) =>
        store
            .Get<AnnouncementEdits>()
            .AddAsync(
                Editor.Seed,
                new NewAnnouncement
                {
                    Title = slug,
                    Slug = slug,
                    Issuer = "Harbour board",
                    Date = day,
                    Text = text,
                }
            );

    private static async Task<MarkedWords> MarkAsync(TestStore store, string slug, string exact)
    {
        var source = (await store.Get<AnnouncementQueries>().TextAsync(slug, null))!;
        var start = new CodePointMap(source.Text).ToCodePoint(source.Text.IndexOf(exact, StringComparison.Ordinal));
        return new MarkedWords(source.Id, source.Sha256, new(start, start + exact.Length), exact);
    }

    [Theory, EachStore]
    public async Task One_that_is_replaced_by_an_announcement_without_a_day_is_superseded_since_no_day_that_nobody_stated(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        await using var db = store.Db();
        var goal = await db.Set<Goal>().FirstAsync(g => db.Set<Pillar>().Any(p => p.Id == g.PillarId && p.Slug == "core-sectors"));
        foreach (
            var (slug, date, text) in new[]
            {
                ("wells-1", "2007-05-05", "We will dig ten wells."),
                ("wells-2", "2007-11", "We will dig thirty wells."),
            }
        )
        {
            await store
                .Get<AnnouncementEdits>()
                .AddAsync(
                    Editor.Seed,
                    new()
                    {
                        Slug = slug,
                        Title = slug,
                        Issuer = "Water Office",
                        Date = Period.ParseDate(date),
                        Text = text,
                    }
                );
        }

        await store.AttachAnywayAsync(
            await MarkAsync(store, "wells-1", "dig ten wells"),
            new NewCommitment(goal.Id, "Dig ten wells", null, null, null, null, [])
        );
        var first = await store.CommitmentAsync("dig-ten-wells");
        await store.AttachAnywayAsync(
            await MarkAsync(store, "wells-2", "dig thirty wells"),
            new NewCommitment(goal.Id, "Dig thirty wells", null, null, null, null, [], first.Id, Succession.Replaces)
        );
        var step = Assert.Single((await store.Get<CommitmentQueries>().FindAsync("dig-ten-wells"))!.Steps);
        Assert.Equal("November 2007", Worded.Time(step.Since));
        var summary = (await store.Get<PillarSummary>().WriteAsync("core-sectors"))!;
        Assert.Contains("- Since: 2007-11\n", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("2007-11-01", summary, StringComparison.Ordinal);

        var refused = await Assert.ThrowsAsync<Refusal>(() =>
            store
                .Get<CommitmentEdits>()
                .ChangeStatusAsync(Editor.Seed, first.Id, first.Version + 1, Status.Delivered, new DateOnly(202, 5, 1), "Dug")
        );
        Assert.Contains("was not typed to its end", refused.Message, StringComparison.Ordinal);
    }
}
