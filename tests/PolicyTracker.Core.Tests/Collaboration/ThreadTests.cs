using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Collaboration;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Refusals;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Tests.Data;

namespace PolicyTracker.Core.Tests.Collaboration;

/// <summary>Editors talk about records and words; nobody else reads it, and nothing goes without a mark.</summary>
public sealed class ThreadTests
{
    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_thread_is_begun_answered_settled_and_opened_again_and_says_who_did_what(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (mei, tom) = (await store.AddEditorAsync("mei"), await store.AddEditorAsync("tom"));
        var (edits, queries) = (store.Get<ThreadEdits>(), store.Get<ThreadQueries>());
        var id = (await store.CommitmentAsync("software-parks")).Id;
        var heard = new List<ThreadEvent>();
        store.Get<ThreadEvents>().Changed += heard.Add;

        var thread = await edits.OpenAsync(mei, RecordKind.Commitment, id, "Is it @Tom who knows?\n<b>bold</b>");
        Assert.Equal(1, await queries.CountUnreadAsync(tom));
        Assert.Equal(0, await queries.CountUnreadAsync(mei));
        var row = Assert.Single((await queries.ListAsync(tom, ThreadView.Mentions)).Items);
        Assert.Equal((true, "Create software parks", "mei", 1), (row.IsUnread, row.About.Label, row.By, row.Messages));
        Assert.Equal("/commitments/software-parks", row.About.Address);
        Assert.Empty((await queries.ListAsync(tom, ThreadView.Mine)).Items);

        await edits.ReplyAsync(tom, thread, "It is not.");
        await edits.SettleAsync(tom, thread);
        Assert.Equal("thread-settled", (await Assert.ThrowsAsync<Refusal>(() => edits.ReplyAsync(mei, thread, "But"))).Code);
        Assert.Equal("thread-settled", (await Assert.ThrowsAsync<Refusal>(() => edits.SettleAsync(mei, thread))).Code);
        Assert.Empty((await queries.ListAsync(mei, ThreadView.Open)).Items);
        Assert.Single((await queries.ListAsync(mei, ThreadView.Settled)).Items);
        await edits.ReopenAsync(mei, thread);
        await edits.ReplyAsync(mei, thread, "But look");

        var shown = Assert.Single((await queries.AboutAsync(tom, RecordKind.Commitment, id)).Items);
        Assert.Equal(
            [
                ("mei", ThreadAct.Said),
                ("tom", ThreadAct.Said),
                ("tom", ThreadAct.Settled),
                ("mei", ThreadAct.Reopened),
                ("mei", ThreadAct.Said),
            ],
            shown.Messages.Select(m => (m.By, m.Act))
        );
        Assert.Equal("Is it @Tom who knows?\n<b>bold</b>", shown.Messages[0].Text);
        Assert.Equal([true, false], [shown.Messages[0].IsUnread, shown.Messages[0].IsOwn]);
        await edits.ReadAsync(tom, [shown.Messages[0].Id]);
        Assert.Equal(0, await queries.CountUnreadAsync(tom));
        Assert.Equal(5, heard.Count);
        Assert.All(heard, h => Assert.Equal((thread, id), (h.Id, h.RecordId)));
        Assert.Equal(heard[^1].Version, Assert.Single(await queries.SinceAsync(null)).Version);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_message_is_changed_and_withdrawn_by_its_author_alone_and_both_are_seen(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (mei, tom) = (await store.AddEditorAsync("mei"), await store.AddEditorAsync("tom"));
        var (edits, queries) = (store.Get<ThreadEdits>(), store.Get<ThreadQueries>());
        var id = (await store.CommitmentAsync("software-parks")).Id;
        await edits.OpenAsync(mei, RecordKind.Commitment, id, "Ask @tom");
        async Task<MessageItem> MessageAsync() =>
            (await queries.AboutAsync(mei, RecordKind.Commitment, id)).Items.Single().Messages.Single();
        var message = (await MessageAsync()).Id;

        Assert.Equal("message-of-another", (await Assert.ThrowsAsync<Refusal>(() => edits.RewordAsync(tom, message, "No"))).Code);
        Assert.Equal("message-of-another", (await Assert.ThrowsAsync<Refusal>(() => edits.WithdrawAsync(tom, message))).Code);
        await edits.RewordAsync(mei, message, "Ask nobody");
        var now = await MessageAsync();
        Assert.Equal(("Ask nobody", true), (now.Text, now.EditedAt is not null));
        Assert.Equal(0, await queries.CountUnreadAsync(tom));
        await edits.RewordAsync(mei, message, "Ask @tom after all");
        Assert.Equal(1, await queries.CountUnreadAsync(tom));
        await edits.WithdrawAsync(mei, message);
        now = await MessageAsync();
        Assert.Equal(("", true, 0), (now.Text, now.WithdrawnAt is not null, now.Mentioned.Count));
        Assert.Equal(0, await queries.CountUnreadAsync(tom));
        Assert.Equal("message-withdrawn", (await Assert.ThrowsAsync<Refusal>(() => edits.RewordAsync(mei, message, "Again"))).Code);
        Assert.Equal("", Assert.Single((await queries.ListAsync(tom, ThreadView.Open)).Items).Text);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Threads_about_words_stand_with_their_announcement_and_are_called_by_the_words(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var mei = await store.AddEditorAsync("mei");
        var (edits, queries) = (store.Get<ThreadEdits>(), store.Get<ThreadQueries>());
        await using var db = store.Db();
        var announcement = await db.Set<Announcement>().Select(n => n.Id).SingleAsync();
        var words = await db.Set<Annotation>().OrderBy(a => a.Start).FirstAsync();
        await edits.OpenAsync(mei, RecordKind.Annotation, words.Id, "Too short?");
        await edits.OpenAsync(mei, RecordKind.Announcement, announcement, "Who has the transcript?");
        var shown = (await queries.AboutAsync(mei, RecordKind.Announcement, announcement)).Items;
        Assert.Equal(
            [(RecordKind.Announcement, "MIIT press conference, 1 March 2023"), (RecordKind.Annotation, words.Exact)],
            shown.Select(t => (t.About.Kind, t.About.Label))
        );
        Assert.Contains($"quote={words.Id}", shown[1].About.Address, StringComparison.Ordinal);
        Assert.Single((await queries.AboutAsync(mei, RecordKind.Annotation, words.Id)).Items);

        // What is taken out of view keeps its thread, by another name.
        var parks = await store.CommitmentAsync("software-parks");
        await edits.OpenAsync(mei, RecordKind.Commitment, parks.Id, "Read wrongly?");
        await store.Get<Core.Editing.RecordEdits>().RetireAsync(mei, RecordKind.Commitment, parks.Id, parks.Version, "read wrongly");
        var row = (await queries.ListAsync(mei, ThreadView.Open)).Items[0];
        Assert.Equal(("taken out of view", null), (row.About.Label, row.About.Address));
        var refused = await Assert.ThrowsAsync<Refusal>(() => edits.OpenAsync(mei, RecordKind.Commitment, parks.Id, "More"));
        Assert.Equal(RefusalKind.NotFound, refused.Kind);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_private_note_is_its_authors_alone(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (mei, tom) = (await store.AddEditorAsync("mei"), await store.AddEditorAsync("tom"));
        var ada = await store.AddEditorAsync("ada", Roles.Admin);
        var notes = store.Get<PrivateNotes>();
        await using var db = store.Db();
        var announcement = await db.Set<Announcement>().Select(n => n.Id).SingleAsync();
        await notes.SaveAsync(mei, RecordKind.Announcement, announcement, "Call the ministry.");
        await notes.SaveAsync(tom, RecordKind.Announcement, announcement, "Boring.");
        await notes.SaveAsync(mei, RecordKind.Announcement, announcement, "Call the ministry on Monday.");
        Assert.Equal("Call the ministry on Monday.", (await notes.FindAsync(mei, RecordKind.Announcement, announcement))!.Text);
        Assert.Equal("Boring.", (await notes.FindAsync(tom, RecordKind.Announcement, announcement))!.Text);
        Assert.Null(await notes.FindAsync(ada, RecordKind.Announcement, announcement));
        await notes.SaveAsync(mei, RecordKind.Announcement, announcement, " ");
        Assert.Null(await notes.FindAsync(mei, RecordKind.Announcement, announcement));
        Assert.Equal(
            "note",
            (await Assert.ThrowsAsync<Refusal>(() => notes.SaveAsync(mei, RecordKind.Announcement, announcement, new('x', 4001)))).Field
        );
        await Assert.ThrowsAsync<Refusal>(() => notes.FindAsync(Editor.Anonymous, RecordKind.Announcement, announcement));
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task What_was_said_and_noted_about_a_record_goes_along_where_it_is_merged(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (mei, tom) = (await store.AddEditorAsync("mei"), await store.AddEditorAsync("tom"));
        var (edits, queries, notes) = (store.Get<ThreadEdits>(), store.Get<ThreadQueries>(), store.Get<PrivateNotes>());
        await using var db = store.Db();
        var topics = await db.Set<Topic>().OrderBy(t => t.Order).Take(2).ToListAsync();
        var (from, into) = (topics[0], topics[1]);
        var thread = await edits.OpenAsync(mei, RecordKind.Topic, from.Id, "Is it the same, @tom?");
        await notes.SaveAsync(mei, RecordKind.Topic, from.Id, "Of the one.");
        await notes.SaveAsync(mei, RecordKind.Topic, into.Id, "Of the other.");
        await notes.SaveAsync(tom, RecordKind.Topic, from.Id, "Tom's.");
        var before = Assert.Single(await queries.SinceAsync(null));

        await store.Get<Core.Editing.RecordEdits>().MergeAsync(mei, RecordKind.Topic, from.Id, from.Version, into.Id, "the same");

        Assert.Equal(thread, Assert.Single((await queries.AboutAsync(tom, RecordKind.Topic, into.Id)).Items).Id);
        Assert.Empty((await queries.AboutAsync(tom, RecordKind.Topic, from.Id)).Items);
        var row = Assert.Single((await queries.ListAsync(tom, ThreadView.Mentions)).Items);
        Assert.Equal((into.Name, true), (row.About.Label, row.IsUnread));
        var told = Assert.Single(await queries.SinceAsync(before.ChangedAt));
        Assert.Equal((into.Id, before.Version + 1), (told.RecordId, told.Version));
        await edits.ReplyAsync(tom, thread, "It was.");
        Assert.Equal("Of the other.\n\nOf the one.", (await notes.FindAsync(mei, RecordKind.Topic, into.Id))!.Text);
        Assert.Equal("Tom's.", (await notes.FindAsync(tom, RecordKind.Topic, into.Id))!.Text);
        Assert.Null(await notes.FindAsync(mei, RecordKind.Topic, from.Id));
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Two_who_answer_at_once_are_both_heard_or_told(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (mei, tom) = (await store.AddEditorAsync("mei"), await store.AddEditorAsync("tom"));
        var (edits, queries) = (store.Get<ThreadEdits>(), store.Get<ThreadQueries>());
        var id = (await store.CommitmentAsync("software-parks")).Id;
        var thread = await edits.OpenAsync(mei, RecordKind.Commitment, id, "Now");
        var told = 0;
        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(async i =>
                {
                    try
                    {
                        await edits.ReplyAsync(i % 2 == 0 ? mei : tom, thread, $"Answer {i}");
                    }
                    catch (Refusal refused) when (refused.Code == "thread-changed")
                    {
                        Interlocked.Increment(ref told);
                    }
                })
        );
        var said = (await queries.AboutAsync(mei, RecordKind.Commitment, id)).Items.Single().Messages;
        Assert.Equal(21 - told, said.Count);
        await Assert.ThrowsAsync<Refusal>(() => edits.ReplyAsync(mei, thread, "\u202e"));
        await Assert.ThrowsAsync<Refusal>(() => edits.ReplyAsync(mei, thread, " "));
        Assert.Equal("no-thread", (await Assert.ThrowsAsync<Refusal>(() => edits.SettleAsync(mei, Guid.NewGuid()))).Code);
    }

    [Theory]
    [InlineData("ask @mei", "mei")]
    [InlineData("@MEI请看", "mei")]
    [InlineData("mail to tom@mei.cn", "")]
    [InlineData("@meister", "")]
    [InlineData("@mei wang, and @mei", "mei wang|mei")]
    [InlineData("@王梅和@mei", "王梅|mei")]
    [InlineData("@", "")]
    [InlineData("@@mei", "mei")]
    public void Who_is_mentioned(string text, string expected)
    {
        (Guid, string)[] names = [(Guid.NewGuid(), "mei"), (Guid.NewGuid(), "mei wang"), (Guid.NewGuid(), "王梅")];
        Assert.Equal(
            expected.Split('|', StringSplitOptions.RemoveEmptyEntries).Order(),
            MessageText.MentionsIn(text, names).Values.Order()
        );
    }
}
