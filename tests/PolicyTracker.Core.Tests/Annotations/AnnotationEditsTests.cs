using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Tests.Data;
using PolicyTracker.Text;
using PolicyTracker.Text.Anchoring;

namespace PolicyTracker.Core.Tests.Annotations;

public sealed class AnnotationEditsTests
{
    private const string Plan = "😀 The ministry will build 300 EFLOPS of computing power by 2025.\n<script>alert(1)</script>";

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Words_of_a_pasted_announcement_become_a_commitment_and_a_target(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var edits = store.Get<AnnotationEdits>();
        await using var db = store.Db();
        var goal = await db.Set<Goal>().FirstAsync();
        var topic = await db.Set<Topic>().FirstAsync();

        var id = await edits.AttachAsync(
            Editor.Seed,
            await MarkAsync(store, "build 300 EFLOPS of computing power by 2025"),
            new NewCommitment(goal.Id, "Build computing power", null, null, new DateOnly(2025, 12, 31), null, [topic.Id])
        );
        await edits.AttachAsync(
            Editor.Seed,
            await MarkAsync(store, "300 EFLOPS"),
            new NewValue(
                true,
                null,
                new NewIndicator(goal.PillarId, "Computing power", "Total capacity", "EFLOPS", 1, Direction.Up),
                Period.Of("2025"),
                300,
                Comparator.Equal,
                null
            )
        );

        var annotation = await db.Set<Annotation>().FirstAsync(a => a.Id == id);
        Assert.Equal(20, annotation.StartCodePoint); // the emoji counts once outside
        Assert.Equal(21, annotation.Start);
        var commitment = await db.Set<Commitment>().Include(c => c.Topics).FirstAsync(c => c.Id == annotation.SupportsId);
        Assert.Equal("build-computing-power", commitment.Slug);
        Assert.Equal(Status.Announced, commitment.Status);
        Assert.Single(commitment.Topics);
        Assert.Equal(300, (await db.Set<Target>().SingleAsync()).Value);
    }

    [Theory, EachStore]
    public async Task Words_that_do_not_stand_there_are_refused_with_both_texts(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        var words = await MarkAsync(store, "build 300 EFLOPS");
        var refused = await Assert.ThrowsAsync<Refusal>(() =>
            store.Get<AnnotationEdits>().AttachAsync(Editor.Seed, words with { Exact = "build 900 EFLOPS" }, new NewComment("!"))
        );
        Assert.Contains("“build 900 EFLOPS”", refused.Message, StringComparison.Ordinal);
        Assert.Contains("“build 300 EFLOPS”", refused.Message, StringComparison.Ordinal);
    }

    [Theory, EachStore]
    public async Task The_last_quotation_goes_only_together_with_its_statement(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        var edits = store.Get<AnnotationEdits>();
        await using var db = store.Db();
        var commitment = await db.Set<Commitment>().FirstAsync(c => c.Slug == "software-colleges");
        var quotation = await db.Set<Annotation>().SingleAsync(a => a.SupportsId == commitment.Id);
        await Assert.ThrowsAsync<Refusal>(() => edits.RemoveAsync(Editor.Seed, quotation.Id, 1, withStatement: false));
        await edits.RemoveAsync(Editor.Seed, quotation.Id, 1, withStatement: true);
        Assert.False(await db.Set<Commitment>().AnyAsync(c => c.Slug == "software-colleges"));
        Assert.Equal(
            RevisionAct.Removed,
            (await db.Set<Revision>().OrderBy(r => r.Sequence).LastAsync(r => r.RecordId == commitment.Id)).Act
        );
    }

    [Theory, EachStore]
    public async Task An_announcement_with_a_taken_name_a_future_date_or_an_unusable_text_is_refused(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        var edits = store.Get<AnnouncementEdits>();
        var good = new NewAnnouncement
        {
            Title = "Plan",
            Issuer = "MIIT",
            Date = new DateOnly(2024, 1, 1),
            Text = Plan,
        };
        Assert.Equal("plan", await edits.AddAsync(Editor.Seed, good));
        Assert.Contains(
            "“plan” is taken",
            (await Assert.ThrowsAsync<Refusal>(() => edits.AddAsync(Editor.Seed, good))).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "future",
            (
                await Assert.ThrowsAsync<Refusal>(() =>
                    edits.AddAsync(Editor.Seed, good with { Date = new DateOnly(2199, 1, 1), Slug = "p2" })
                )
            ).Message,
            StringComparison.Ordinal
        );
        await Assert.ThrowsAsync<Refusal>(() => edits.AddAsync(Editor.Seed, good with { Text = "", Slug = "p3" }));
        await using var db = store.Db();
        Assert.Equal(2, await db.Set<Announcement>().CountAsync());
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Of_two_editors_the_second_is_told_and_overwrites_nothing(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var edits = store.Get<CommitmentEdits>();
        await using var db = store.Db();
        var commitment = await db.Set<Commitment>().AsNoTracking().FirstAsync(c => c.Slug == "software-parks");
        var opened = await store.CommitmentAsync("software-parks");
        await store.ChangeAsync(opened, new() { ["title"] = "First" });
        var conflict = await Assert.ThrowsAsync<VersionConflict>(() => store.ChangeAsync(opened, new() { ["title"] = "Second" }));
        Assert.Equal(2, conflict.Current);
        Assert.Equal("First", (await db.Set<Commitment>().AsNoTracking().FirstAsync(c => c.Id == commitment.Id)).Title);
        Assert.Equal(
            3,
            await edits.ChangeStatusAsync(Editor.Seed, commitment.Id, 2, Status.InProgress, new DateOnly(2024, 5, 1), "Three parks named")
        );
        var step = await db.Set<StatusChange>().SingleAsync();
        Assert.Equal((Status.Announced, Status.InProgress), (step.From, step.To));
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Words_of_a_later_announcement_are_evidence_for_a_step_in_a_commitments_status(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (edits, queries) = (store.Get<AnnotationEdits>(), store.Get<CommitmentQueries>());
        var parks = await store.CommitmentAsync("software-parks");
        var words = await MarkAsync(store, "build 300 EFLOPS");
        await Assert.ThrowsAsync<Refusal>(() =>
            edits.AttachAsync(Editor.Seed, words, new NewStatusChange(parks.Id, Status.InProgress, new(2124, 1, 1), "Some day"))
        );
        await edits.AttachAsync(Editor.Seed, words, new NewStatusChange(parks.Id, Status.InProgress, new(2024, 1, 1), "Work was reported"));
        await edits.AttachAsync(Editor.Seed, words, new NewAchievement(null, "Work begun", parks.Id));

        var page = (await queries.FindAsync("software-parks"))!;
        Assert.Equal(Status.InProgress, page.Commitment.Status);
        Assert.Equal("build 300 EFLOPS", Assert.Single(Assert.Single(page.Steps).Evidence).Exact);
        Assert.Equal("build 300 EFLOPS", Assert.Single(Assert.Single(page.Achievements, a => a.Title == "Work begun").Quotations).Exact);
    }

    private static async Task<MarkedWords> MarkAsync(TestStore store, string exact)
    {
        await using var db = store.Db();
        if (!await db.Set<Announcement>().AnyAsync(a => a.Slug == "plan"))
        {
            await store
                .Get<AnnouncementEdits>()
                .AddAsync(
                    Editor.Seed,
                    new NewAnnouncement
                    {
                        Title = "Plan",
                        Slug = "plan",
                        Issuer = "State Council",
                        Date = new DateOnly(2024, 1, 1),
                        Text = Plan,
                    }
                );
        }

        var source = await db.Set<SourceVersion>().SingleAsync(v => v.Text == Plan);
        var start = Plan.IndexOf(exact, StringComparison.Ordinal);
        var map = new CodePointMap(Plan);
        return new MarkedWords(source.Id, source.Sha256, new(map.ToCodePoint(start), map.ToCodePoint(start + exact.Length)), exact);
    }
}
