using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Administration;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Tests.Data;

namespace PolicyTracker.Core.Tests.History;

public sealed class ApprovalTests
{
    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task What_one_editor_proposes_readers_see_when_another_has_approved_it(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (ada, mei, tom) = await RequireAsync(store);
        var approvals = store.Get<Approvals>();
        await using var db = store.Db();
        var (goal, topic) = (await db.Set<Goal>().FirstAsync(), await db.Set<Topic>().FirstAsync());
        var edits = await db.Set<Revision>().CountAsync();
        await store
            .Get<AnnotationEdits>()
            .AttachAsync(
                mei,
                await store.MarkAsync("famous Chinese software parks"),
                new NewCommitment(goal.Id, "Famous parks", null, null, null, null, [topic.Id])
            );

        Assert.Null(await store.Get<CommitmentQueries>().FindAsync("famous-parks"));
        Assert.Equal(edits, await db.Set<Revision>().CountAsync());
        var waiting = Assert.Single((await approvals.ListAsync(tom)).Items);
        Assert.Equal(("mei", 2), (waiting.Edit.By, waiting.Records.Count));
        Assert.Contains(waiting.Records, r => r.Fields.Any(f => f.Field.Name == "exact" && f.After == "famous Chinese software parks"));
        Assert.Contains(waiting.Records, r => r.Fields.Any(f => f.Field.Name == "supportsId" && f.After == "Famous parks"));

        Assert.Contains(
            "Another editor",
            (await Assert.ThrowsAsync<Refusal>(() => approvals.ApproveAsync(mei, waiting.Edit.Id))).Message,
            StringComparison.Ordinal
        );
        await Assert.ThrowsAsync<Refusal>(() => approvals.ApproveAsync(Editor.Anonymous, waiting.Edit.Id));
        await approvals.ApproveAsync(tom, waiting.Edit.Id);
        var parks = (await store.Get<CommitmentQueries>().FindAsync("famous-parks"))!;
        Assert.Equal("famous Chinese software parks", Assert.Single(parks.Commitment.Quotations).Exact);
        Assert.Equal(topic.Slug, Assert.Single(parks.Commitment.Topics).Slug);
        var change = (await store.Get<ChangeQueries>().ListAsync(1))[0];
        Assert.Equal(("mei", "tom"), (change.By, change.ApprovedBy));
        var edit = await db.Set<Edit>().OrderBy(e => e.Id).LastAsync();
        Assert.Equal((mei.AccountId, tom.AccountId, EditOrigin.Page), (edit.AccountId, edit.ApprovedById, edit.Origin));
        Assert.NotEmpty(await store.Get<ChangeQueries>().ListAsync(5, filter: new(By: "mei")));
        Assert.Contains(
            "decided meanwhile",
            (await Assert.ThrowsAsync<Refusal>(() => approvals.ApproveAsync(ada, waiting.Edit.Id))).Message,
            StringComparison.Ordinal
        );
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_proposal_that_was_overtaken_overwrites_nothing(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (_, mei, tom) = await RequireAsync(store);
        var approvals = store.Get<Approvals>();
        var parks = await store.CommitmentAsync("software-parks");
        await store.ChangeAsync(parks, new() { ["title"] = "Mei’s title" }, mei);
        await store.ChangeAsync(parks, new() { ["title"] = "Another title" }, Editor.CommandLine); // the program itself needs no approval
        var waiting = Assert.Single((await approvals.ListAsync(tom)).Items);
        Assert.Contains(
            "changed since",
            (await Assert.ThrowsAsync<Refusal>(() => approvals.ApproveAsync(tom, waiting.Edit.Id))).Message,
            StringComparison.Ordinal
        );
        Assert.Equal("Another title", (await store.CommitmentAsync("software-parks")).Values["title"]);

        await Assert.ThrowsAsync<Refusal>(() => approvals.SendBackAsync(tom, waiting.Edit.Id, " "));
        await approvals.SendBackAsync(tom, waiting.Edit.Id, "Look at the title that stands now.");
        Assert.Equal("Look at the title that stands now.", Assert.Single((await approvals.ListAsync(mei)).Items).Edit.Reason);
        Assert.Empty((await approvals.ListAsync(tom)).Items);
    }

    [Theory, EachStore]
    public async Task Several_are_decided_at_once_each_on_its_own_and_one_that_is_refused_waits_on(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        var (ada, mei, tom) = await RequireAsync(store);
        var approvals = store.Get<Approvals>();
        var parks = await store.CommitmentAsync("software-parks");
        await store.Get<AnnotationEdits>().AttachAsync(mei, await store.MarkAsync("5G"), new NewComment("First"));
        await store.ChangeAsync(parks, new() { ["title"] = "Mei’s title" }, mei);
        await store.Get<AnnotationEdits>().AttachAsync(mei, await store.MarkAsync("big data"), new NewComment("Last"));
        await store.Get<AnnotationEdits>().AttachAsync(tom, await store.MarkAsync("blockchain"), new NewComment("Tom’s own"));
        await store.ChangeAsync(parks, new() { ["title"] = "Another title" }, Editor.CommandLine);
        List<Guid> waiting = [.. (await approvals.ListAsync(tom)).Items.Select(w => w.Edit.Id)];

        await Assert.ThrowsAsync<Refusal>(() => approvals.ApproveAllAsync(Editor.Anonymous, waiting));
        Assert.Equal(4, await approvals.CountAsync());
        var decided = await approvals.ApproveAllAsync(tom, waiting);
        Assert.Equal(waiting, decided.Select(d => d.Edit));
        Assert.Equal([false, true, false, true], decided.Select(d => d.Refused is not null));
        Assert.Contains("changed since", decided[1].Refused!.Message, StringComparison.Ordinal);
        Assert.Contains("Another editor", decided[3].Refused!.Message, StringComparison.Ordinal);
        Assert.Equal([waiting[1], waiting[3]], (await approvals.ListAsync(tom)).Items.Select(w => w.Edit.Id));

        Assert.All(await approvals.SendBackAllAsync(ada, waiting, " "), d => Assert.NotNull(d.Refused));
        var sent = await approvals.SendBackAllAsync(ada, waiting, "Look at it again.");
        Assert.Equal([true, false, true, false], sent.Select(d => d.Refused is not null));
        Assert.Equal(0, await approvals.CountAsync());
        Assert.Equal("Another title", (await store.CommitmentAsync("software-parks")).Values["title"]);
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);
    }

    [Theory, EachStore]
    public async Task Two_who_approve_the_same_edits_at_once_publish_each_of_them_once(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        var (ada, mei, tom) = await RequireAsync(store);
        var approvals = store.Get<Approvals>();
        foreach (var words in new[] { "5G", "big data", "blockchain" })
        {
            await store.Get<AnnotationEdits>().AttachAsync(mei, await store.MarkAsync(words), new NewComment("!"));
        }

        List<Guid> waiting = [.. (await approvals.ListAsync(tom)).Items.Select(w => w.Edit.Id)];
        var both = await Task.WhenAll(approvals.ApproveAllAsync(tom, waiting), approvals.ApproveAllAsync(ada, waiting));
        Assert.All(waiting, id => Assert.Single(both, decided => decided.Single(d => d.Edit == id).Refused is null));
        Assert.All(
            both.SelectMany(d => d).Where(d => d.Refused is not null),
            d => Assert.Contains("decided meanwhile", d.Refused!.Message, StringComparison.Ordinal)
        );
        Assert.Equal(0, await approvals.CountAsync());
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);
    }

    [Theory, EachStore]
    public async Task A_second_editor_sees_the_quoted_words_where_they_stand_and_whoever_has_the_text_open_that_they_wait(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        var (_, mei, tom) = await RequireAsync(store);
        var approvals = store.Get<Approvals>();
        var marked = await store.MarkAsync("famous Chinese software parks");
        await store.Get<AnnotationEdits>().AttachAsync(mei, marked, new NewComment("Which?"));

        var words = Assert.Single(Assert.Single((await approvals.ListAsync(tom)).Items).Words);
        Assert.Equal(("famous Chinese software parks", 1), (words.Exact, words.Version));
        Assert.NotEmpty(words.Before);
        Assert.DoesNotContain('\n', words.Before + words.After);
        var bench = store.Get<WorkbenchQueries>();
        var waiting = Assert.Single(await bench.WaitingAsync(tom, marked.SourceVersionId));
        Assert.Equal(("mei", marked.Place, marked.Exact), (waiting.By, waiting.CodePoints, waiting.Exact));
        Assert.Empty(await bench.WaitingAsync(tom, Guid.CreateVersion7()));
        await Assert.ThrowsAsync<Refusal>(() => bench.WaitingAsync(Editor.Anonymous, marked.SourceVersionId));

        await approvals.ApproveAsync(tom, (await approvals.ListAsync(tom)).Items[0].Edit.Id);
        Assert.Empty(await bench.WaitingAsync(tom, marked.SourceVersionId));
    }

    [Theory, EachStore]
    public async Task A_proposal_is_checked_before_it_waits_and_can_be_taken_back(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        var (_, mei, tom) = await RequireAsync(store);
        var words = await store.MarkAsync("5G");
        await Assert.ThrowsAsync<Refusal>(() =>
            store.Get<AnnotationEdits>().AttachAsync(mei, words with { Exact = "6G" }, new NewComment("!"))
        );
        Assert.Equal(0, await store.Get<Approvals>().CountAsync());

        // What waits is not suggested a second time.
        await store
            .Get<Core.Announcements.AnnouncementEdits>()
            .AddAsync(
                mei,
                new Core.Announcements.NewAnnouncement
                {
                    Title = "Plan",
                    Slug = "plan",
                    Issuer = "MIIT",
                    Date = new DateOnly(2024, 1, 1),
                    Text = "The ministry will build 300 software parks.",
                }
            );
        await using var db = store.Db();
        var suggested = (await store.SuggestAsync("plan")).First(s => s.Kind is RecordKind.Commitment);
        await store
            .Get<AnnotationEdits>()
            .AttachAsync(
                mei,
                suggested.Words,
                new NewCommitment((await db.Set<Goal>().FirstAsync()).Id, "Parks", null, null, null, null, [])
            );
        Assert.DoesNotContain(await store.SuggestAsync("plan"), s => s.Kind is RecordKind.Commitment);
        await store.Get<Approvals>().TakeBackAsync(mei, Assert.Single((await store.Get<Approvals>().ListAsync(mei)).Items).Edit.Id);
        Assert.Contains(await store.SuggestAsync("plan"), s => s.Kind is RecordKind.Commitment);

        await store.Get<AnnotationEdits>().AttachAsync(mei, words, new NewComment("!"));
        var waiting = Assert.Single((await store.Get<Approvals>().ListAsync(mei)).Items);
        await Assert.ThrowsAsync<Refusal>(() => store.Get<Approvals>().TakeBackAsync(tom, waiting.Edit.Id));
        await store.Get<Approvals>().TakeBackAsync(mei, waiting.Edit.Id);
        Assert.Equal(0, await store.Get<Approvals>().CountAsync());
    }

    private static async Task<(Editor Ada, Editor Mei, Editor Tom)> RequireAsync(TestStore store)
    {
        var (ada, mei, tom) = (
            await store.AddEditorAsync("ada", Roles.Admin),
            await store.AddEditorAsync("mei"),
            await store.AddEditorAsync("tom")
        );
        var settings = store.Get<SettingEdits>();
        await Assert.ThrowsAsync<Refusal>(() => settings.SetAsync(tom, Setting.Approval, "yes"));
        await settings.SetAsync(ada, Setting.Approval, "yes");
        return (ada, mei, tom);
    }
}
