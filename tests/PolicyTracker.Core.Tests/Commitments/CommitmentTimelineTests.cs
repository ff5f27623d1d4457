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

namespace PolicyTracker.Core.Tests.Commitments;

public sealed class CommitmentTimelineTests
{
    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_commitment_is_told_from_the_first_words_to_what_took_its_place(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var edits = store.Get<AnnotationEdits>();
        await using var db = store.Db();
        var goal = (await db.Set<Goal>().FirstAsync()).Id;
        await SayAsync(store, "y2024", 2024, "We will build 100 data centres. So far there are 40 data centres.");
        await SayAsync(store, "y2025", 2025, "We will build 100 data centres by 2027. There are 70 data centres.");
        await SayAsync(store, "y2026", 2026, "We will build 300 data centres. Building goes on.");

        await edits.AttachAsync(
            Editor.Seed,
            await MarkAsync(store, "y2024", "40 data centres"),
            new NewValue(
                false,
                null,
                new NewIndicator(null, "Data centres", "", "count", 1, Direction.Up),
                Period.Of("2024"),
                40,
                Comparator.Equal,
                null
            )
        );
        var indicator = await db.Set<Indicator>().SingleAsync(i => i.Name == "Data centres");
        await edits.AttachAsync(
            Editor.Seed,
            await MarkAsync(store, "y2024", "build 100 data centres"),
            new NewCommitment(goal, "Build 100 data centres", null, null, null, null, [])
        );
        var first = await store.CommitmentAsync("build-100-data-centres");
        await store.ChangeAsync(first, new() { ["indicatorId"] = $"{indicator.Id}" });
        await edits.AttachAsync(
            Editor.Seed,
            await MarkAsync(store, "y2025", "build 100 data centres by 2027"),
            new ExistingStatement(RecordKind.Commitment, first.Id)
        );
        await edits.AttachAsync(
            Editor.Seed,
            await MarkAsync(store, "y2025", "There are 70 data centres"),
            new NewValue(false, indicator.Id, null, Period.Of("2025"), 70, Comparator.Equal, null)
        );
        await edits.AttachAsync(
            Editor.Seed,
            await MarkAsync(store, "y2026", "Building goes on"),
            new NewStatusChange(first.Id, Status.InProgress, new(2026, 1, 15), "Work is reported")
        );
        await edits.AttachAsync(
            Editor.Seed,
            await MarkAsync(store, "y2026", "build 300 data centres"),
            new NewCommitment(goal, "Build 300 data centres", null, null, null, null, [], first.Id, Succession.Replaces)
        );

        var story = await store.Get<CommitmentTimelineQueries>().FindAsync(first.Id);
        Assert.Equal(["Build 100 data centres", "Build 300 data centres"], story.Chain.Select(c => c.Commitment.Name));
        Assert.Equal([null, Succession.Replaces], story.Chain.Select(c => c.How));
        Assert.Equal([Status.Superseded, Status.Announced], story.Chain.Select(c => c.Status));
        Assert.Equal(
            [
                TimelineEventKind.FirstSaid,
                TimelineEventKind.FigureReported,
                TimelineEventKind.SaidAgain,
                TimelineEventKind.FigureReported,
                TimelineEventKind.Replaced,
                TimelineEventKind.StatusChanged,
                TimelineEventKind.StatusChanged,
            ],
            story.Events.Select(e => e.Kind)
        );
        Assert.All(story.Events, e => Assert.NotEmpty(e.Quotations)); // each leads to its words
        Assert.Equal([40m, 70m], story.Events.Where(e => e.Value is not null).Select(e => e.Value!.Value));
        Assert.Equal(story.Events.Select(e => e.On).Order(), story.Events.Select(e => e.On));
        var later = await db.Set<Commitment>().SingleAsync(c => c.FollowsId == first.Id);
        Assert.Equal(story.Chain, (await store.Get<CommitmentTimelineQueries>().FindAsync(later.Id)).Chain); // the same line from either end
    }

    [Fact]
    public async Task A_long_line_of_commitments_asks_the_store_no_more_than_a_single_one()
    {
        var counter = new QueryCounter();
        await using var store = await TestStore.OpenWatchedAsync(counter);
        await using var db = store.Db();
        var slugs = await db.Set<Commitment>().OrderBy(c => c.Slug).Select(c => c.Slug).Take(8).ToListAsync();
        var last = await store.CommitmentAsync(slugs[^1]);
        var stories = store.Get<CommitmentTimelineQueries>();
        var alone = await counter.CountAsync(() => stories.FindAsync(last.Id));
        foreach (var (earlier, later) in slugs.Zip(slugs.Skip(1)))
        {
            var before = await store.CommitmentAsync(earlier);
            await store.ChangeAsync(await store.CommitmentAsync(later), new() { ["followsId"] = $"{before.Id}", ["follows"] = "updates" });
        }

        Assert.Equal(alone, await counter.CountAsync(() => stories.FindAsync(last.Id)));
        var middle = await store.CommitmentAsync(slugs[3]);
        Assert.Equal(slugs, (await stories.FindAsync(middle.Id)).Chain.Select(c => c.Commitment.Slug));
    }

    [Theory, EachStore]
    public async Task A_ring_of_commitments_is_told_once_round(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        var (a, b) = ((await store.CommitmentAsync("software-parks")), (await store.CommitmentAsync("software-colleges")));
        await store.ChangeAsync(a, new() { ["followsId"] = $"{b.Id}", ["follows"] = "updates" });
        await store.ChangeAsync(b, new() { ["followsId"] = $"{a.Id}", ["follows"] = "updates" });
        Assert.Equal(2, (await store.Get<CommitmentTimelineQueries>().FindAsync(a.Id)).Chain.Count);
    }

    [Theory, EachStore]
    public async Task Agreement_of_two_editors_is_counted_by_sentence_and_kind(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        var (mei, tom, edits) = (await store.AddEditorAsync("mei"), await store.AddEditorAsync("tom"), store.Get<AnnotationEdits>());
        await SayAsync(store, "plan", 2024, "One stands here. Two stands here. Three stands here. Four stands here.");
        Assert.Null(await store.Get<AgreementQueries>().FindAsync("plan"));
        foreach (var (by, words) in new[] { (mei, "One stands"), (mei, "Two stands"), (tom, "One"), (tom, "Three stands"), (mei, "Four") })
        {
            await edits.AttachAsync(by, await MarkAsync(store, "plan", words), new NewComment("?"));
        }

        var agreement = (await store.Get<AgreementQueries>().FindAsync("plan"))!;
        Assert.Equal(("mei", "tom", 4), (agreement.First, agreement.Second, agreement.Sentences));
        var comments = Assert.Single(agreement.Kinds);
        Assert.Equal((1, 2, 1, 0), (comments.Both, comments.First, comments.Second, comments.Neither));
        Assert.Equal(-0.5, comments.Kappa!.Value, 12); // observed 1/4; by chance 3/4 · 2/4 + 1/4 · 2/4 = 1/2
        Assert.Equal(1, new KindAgreement(null, 2, 0, 0, 2).Kappa);
        Assert.Null(new KindAgreement(null, 4, 0, 0, 0).Kappa);
    }

    private static Task<string> SayAsync(TestStore store, string slug, int year, string text) =>
        store
            .Get<AnnouncementEdits>()
            .AddAsync(
                Editor.Seed,
                new NewAnnouncement
                {
                    Title = slug,
                    Slug = slug,
                    Issuer = "MIIT",
                    Date = new DateOnly(year, 1, 15),
                    Text = text,
                }
            );

    private static async Task<MarkedWords> MarkAsync(TestStore store, string slug, string exact)
    {
        var source = (await store.Get<AnnouncementQueries>().TextAsync(slug, null))!;
        var start = new CodePointMap(source.Text).ToCodePoint(source.Text.IndexOf(exact, StringComparison.Ordinal));
        return new MarkedWords(source.Id, source.Sha256, new(start, start + exact.Length), exact);
    }
}
