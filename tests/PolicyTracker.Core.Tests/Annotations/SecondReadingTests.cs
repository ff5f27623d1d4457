using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Administration;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Collaboration;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Refusals;
using PolicyTracker.Core.Tests.Data;

namespace PolicyTracker.Core.Tests.Annotations;

/// <summary>Who works on an announcement, and a second reading that means something because it was made without the first.</summary>
public sealed class SecondReadingTests
{
    private const string Slug = "miit-press-conference-2023-03-01";

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task An_announcement_is_given_to_an_editor_and_a_second_reading_to_one_who_marked_nothing(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (mei, tom) = (await store.AddEditorAsync("mei"), await store.AddEditorAsync("tom"));
        var (edits, queries) = (store.Get<AssignmentEdits>(), store.Get<AssignmentQueries>());
        Assert.Empty(await queries.ListAsync(mei, [Slug]));
        await edits.SetAsync(tom, Slug, WorkState.InProgress, "Mei");
        Assert.Equal(new AssignmentItem(WorkState.InProgress, "mei"), (await queries.ListAsync(tom, [Slug]))[Slug]);
        await edits.SetAsync(mei, Slug, WorkState.Done, "");
        Assert.Equal(new AssignmentItem(WorkState.Done, null), (await queries.ListAsync(tom, [Slug]))[Slug]);

        await store.Get<AnnotationEdits>().AttachAsync(mei, await store.MarkAsync("network power"), new NewComment("whose?"));
        async Task<string> RefusedAsync(WorkState state, string? who) =>
            (await Assert.ThrowsAsync<Refusal>(() => edits.SetAsync(tom, Slug, state, who))).Code;
        Assert.Equal("second-reader-missing", await RefusedAsync(WorkState.SecondReading, null));
        Assert.Equal("second-reader-was-first", await RefusedAsync(WorkState.SecondReading, "mei"));
        Assert.Equal("no-assignee", await RefusedAsync(WorkState.InProgress, "nobody of us"));
        await edits.SetAsync(mei, Slug, WorkState.SecondReading, "tom");
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Agreement_is_that_of_the_record_and_of_who_read_without_it_and_differences_are_there_to_settle(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (mei, tom) = (await store.AddEditorAsync("mei"), await store.AddEditorAsync("tom"));
        var readings = store.Get<SecondReadings>();
        Assert.Equal("not-second-reader", (await Assert.ThrowsAsync<Refusal>(() => readings.OpenAsync(tom, Slug))).Code);
        await store.Get<AssignmentEdits>().SetAsync(mei, Slug, WorkState.SecondReading, "tom");
        Assert.Equal("not-second-reader", (await Assert.ThrowsAsync<Refusal>(() => readings.OpenAsync(mei, Slug))).Code);

        // All that the record has but one commitment, and one commitment more.
        var text = (await store.TextAsync(Slug)).Text;
        await using var db = store.Db();
        var sentences = SentenceKinds.Of(text);
        var recorded = await SentenceKinds.RecordedAsync(db, await store.TextAsync(Slug), sentences, default);
        var missed = recorded.Where(m => m.Kind is RecordKind.Commitment).OrderBy(m => m.Start).First();
        var more = (
            Start: sentences.First(s => !recorded.Contains((s.ContentStart, RecordKind.Target))).ContentStart,
            Kind: RecordKind.Target
        );
        var read = recorded.Except([missed]).Append(more).ToList();
        var pages = (await readings.OpenAsync(tom, Slug))!.Sentences.Pages;
        for (var page = 1; page <= pages; page++)
        {
            var shown = (await readings.OpenAsync(tom, Slug, page))!.Sentences.Items.Select(s => s.Start).ToList();
            await readings.SaveAsync(tom, Slug, shown, [.. read.Where(m => shown.Contains(m.Start)), (-1, RecordKind.Commitment)]);
        }

        Assert.Null(await store.Get<AgreementQueries>().FindBlindAsync(Slug)); // nobody sees it before it is finished
        await readings.FinishAsync(tom, Slug);
        Assert.Equal(WorkState.Done, (await store.Get<AssignmentQueries>().ListAsync(mei, [Slug]))[Slug].State);
        await Assert.ThrowsAsync<Refusal>(() => readings.SaveAsync(tom, Slug, [0], []));
        var found = (await store.Get<AgreementQueries>().FindBlindAsync(Slug))!;
        var commitments = found.Agreement.Kinds.Single(k => k.Kind is RecordKind.Commitment);
        Assert.Equal((1, 0), (commitments.First, commitments.Second));
        Assert.Equal(recorded.Count(m => m.Kind is RecordKind.Commitment) - 1, commitments.Both);
        Assert.Equal(
            new[] { (missed.Kind, true, false), (more.Kind, false, false) }.Order(),
            found.Differences.Select(d => (d.Kind, d.IsRecorded, d.IsSettled)).Order()
        );
        Assert.Equal("tom", found.Agreement.Second);

        // Given back and finished without a mark: nothing is agreed on, and what was said before is gone.
        await store.Get<AssignmentEdits>().SetAsync(mei, Slug, WorkState.SecondReading, "tom");
        await readings.SaveAsync(tom, Slug, [.. sentences.Select(s => s.ContentStart)], []);
        Assert.Null(await store.Get<AgreementQueries>().FindBlindAsync(Slug));
        await readings.FinishAsync(tom, Slug);
        found = (await store.Get<AgreementQueries>().FindBlindAsync(Slug))!;
        Assert.All(found.Agreement.Kinds, k => Assert.Equal((0, 0), (k.Both, k.Second)));
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Who_has_yet_to_read_a_second_time_is_given_no_mark_of_others_and_makes_none(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (mei, tom) = (await store.AddEditorAsync("mei"), await store.AddEditorAsync("tom"));
        var (bench, threads) = (store.Get<WorkbenchQueries>(), store.Get<ThreadQueries>());
        var text = await store.TextAsync(Slug);
        var words = (await bench.FindAsync(tom, text))!.Highlights[0];
        await store.Get<ThreadEdits>().OpenAsync(mei, RecordKind.Annotation, words.Id, "Too short, @tom?");
        await store.Get<ThreadEdits>().OpenAsync(mei, RecordKind.Announcement, text.AnnouncementId, "Who has the transcript?");
        async Task<int> ThreadsAsync(Editor by) => (await threads.AboutAsync(by, RecordKind.Announcement, text.AnnouncementId)).Items.Count;
        await store.Get<AssignmentEdits>().SetAsync(mei, Slug, WorkState.SecondReading, "tom");

        var shown = (await bench.FindAsync(tom, text))!;
        Assert.True(shown.IsSecondReader);
        Assert.Empty(shown.Highlights);
        Assert.Equal((1, 2), (await ThreadsAsync(tom), await ThreadsAsync(mei)));
        Assert.Equal(0, await threads.CountUnreadAsync(tom));
        Assert.Empty((await threads.ListAsync(tom, ThreadView.Mentions)).Items);
        Assert.NotEmpty((await bench.FindAsync(mei, text))!.Highlights);
        var marked = await store.MarkAsync("network power");
        var refused = await Assert.ThrowsAsync<Refusal>(() =>
            store.Get<AnnotationEdits>().AttachAsync(tom, marked, new NewComment("whose?"))
        );
        Assert.Equal("second-reader-marks", refused.Code);

        await store.Get<SecondReadings>().FinishAsync(tom, Slug);
        Assert.NotEmpty((await bench.FindAsync(tom, text))!.Highlights);
        Assert.Equal((2, 1), (await ThreadsAsync(tom), await threads.CountUnreadAsync(tom)));
        await store.Get<AnnotationEdits>().AttachAsync(tom, marked, new NewComment("whose?"));
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Who_has_yet_to_read_a_second_time_is_not_given_what_waits_either(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (mei, tom) = (await store.AddEditorAsync("mei"), await store.AddEditorAsync("tom"));
        await store.Get<SettingEdits>().SetAsync(await store.AddEditorAsync("ada", Roles.Admin), Setting.Approval, "yes");
        var marked = await store.MarkAsync("network power");
        await store.Get<AnnotationEdits>().AttachAsync(mei, marked, new NewComment("whose?"));
        await store.Get<AssignmentEdits>().SetAsync(mei, Slug, WorkState.SecondReading, "tom");
        Assert.Empty(await store.Get<WorkbenchQueries>().WaitingAsync(tom, marked.SourceVersionId));
        Assert.Single(await store.Get<WorkbenchQueries>().WaitingAsync(mei, marked.SourceVersionId));
    }
}
