using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Administration;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Tests.Data;

public sealed class GroupedWritesTests
{
    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Of_edits_that_waited_together_each_stands_or_fails_by_itself(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var reader = new Editor("reader", Guid.NewGuid()); // an account that there is none of
        await using var first = await FirstAsync(store);
        var good = SummaryAsync(store, Editor.Seed, "one");
        var notAllowed = SummaryAsync(store, reader, "not allowed");
        var taken = store
            .Get<RecordWriter>()
            .EditAsync(
                Editor.Seed,
                "a name that is taken",
                async db =>
                {
                    var slugs = await db.Set<Pillar>().Select(p => p.Slug).ToListAsync();
                    return db.Add(
                        new Pillar
                        {
                            Slug = slugs[0],
                            Name = "Twice",
                            Order = 99,
                        }
                    ).Entity.Slug;
                }
            );
        var mistaken = store
            .Get<RecordWriter>()
            .EditAsync<int>(Editor.Seed, "a mistake", _ => throw new InvalidOperationException("Mistaken."));
        using var cancel = new CancellationTokenSource();
        var givenUp = SummaryAsync(store, Editor.Seed, "given up", cancel.Token);
        await cancel.CancelAsync();
        var last = SummaryAsync(store, Editor.Seed, "two");
        first.GoOn();

        await good;
        await last;
        await Assert.ThrowsAsync<Refusal>(() => notAllowed);
        await Assert.ThrowsAsync<Refusal>(() => taken);
        await Assert.ThrowsAsync<InvalidOperationException>(() => mistaken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givenUp);
        await using var db = store.Db();
        var reasons = await db.Set<Edit>().OrderByDescending(e => e.Id).Select(e => e.Why).Take(3).ToListAsync();
        Assert.Equal(["two", "one", "first"], reasons);
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task An_edit_is_told_of_when_it_can_be_read(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var unread = new List<long>();
        store.Get<EditEvents>().Edited += edit =>
        {
            using var db = store.Db();
            if (!db.Set<Revision>().Any(r => r.EditId == edit.Id))
            {
                unread.Add(edit.Id);
            }
        };
        await using var first = await FirstAsync(store);
        var others = Enumerable.Range(0, 5).Select(n => SummaryAsync(store, Editor.Seed, $"edit {n}")).ToList();
        first.GoOn();
        await Task.WhenAll(others);
        Assert.Empty(unread);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task What_waits_for_a_second_editor_takes_no_other_edit_back(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var editor = await store.AddEditorAsync("editor");
        var admin = await store.AddEditorAsync("admin", Roles.Admin);
        await store.Get<SettingEdits>().SetAsync(admin, Setting.Approval, "yes");
        await using var first = await FirstAsync(store);
        var before = SummaryAsync(store, Editor.Seed, "before");
        var waits = SummaryAsync(store, editor, "waits");
        var after = SummaryAsync(store, Editor.Seed, "after");
        first.GoOn();
        await Task.WhenAll(before, waits, after);
        await using var db = store.Db();
        Assert.Equal(["after", "before"], await db.Set<Edit>().OrderByDescending(e => e.Id).Select(e => e.Why).Take(2).ToListAsync());
        Assert.Equal("waits", (await db.Set<ProposedEdit>().SingleAsync()).Why);
    }

    [Fact]
    public async Task An_edit_is_made_in_the_context_of_who_asked_for_it()
    {
        await using var store = await TestStore.OpenAsync("sqlite");
        var who = new AsyncLocal<string>();
        await using var first = await FirstAsync(store);
        var seen = Enumerable
            .Range(0, 3)
            .Select(n =>
            {
                who.Value = $"editor {n}";
                return store
                    .Get<RecordWriter>()
                    .EditAsync(Editor.Seed, "look", async db => (await db.Set<Pillar>().CountAsync(), who.Value).Value);
            })
            .ToList();
        who.Value = "somebody else";
        first.GoOn();
        Assert.Equal(["editor 0", "editor 1", "editor 2"], await Task.WhenAll(seen));
    }

    // An edit that is under way until it is told to go on, so that those after it wait together.
    private static async Task<FirstEdit> FirstAsync(TestStore store)
    {
        var (isUnderWay, mayGoOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var edit = store
            .Get<RecordWriter>()
            .EditAsync(
                Editor.Seed,
                "first",
                async db =>
                {
                    isUnderWay.SetResult();
                    await mayGoOn.Task;
                    (await db.Set<Pillar>().OrderBy(p => p.Order).FirstAsync()).Summary = "first";
                    return 0;
                }
            );
        await isUnderWay.Task;
        return new(edit, mayGoOn);
    }

    private static Task<int> SummaryAsync(TestStore store, Editor by, string summary, CancellationToken cancel = default) =>
        store
            .Get<RecordWriter>()
            .EditAsync(
                by,
                summary,
                async db =>
                {
                    (await db.Set<Pillar>().OrderBy(p => p.Order).FirstAsync(cancel)).Summary = summary;
                    return 0;
                },
                cancel: cancel
            );

    private sealed class FirstEdit(Task edit, TaskCompletionSource mayGoOn) : IAsyncDisposable
    {
        public void GoOn() => mayGoOn.SetResult();

        public async ValueTask DisposeAsync()
        {
            mayGoOn.TrySetResult();
            await edit;
        }
    }
}
