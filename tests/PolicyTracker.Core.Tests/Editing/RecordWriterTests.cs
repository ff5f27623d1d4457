using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Tests.Data;

namespace PolicyTracker.Core.Tests.Editing;

public sealed class RecordWriterTests
{
    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task The_chain_of_revisions_is_whole_also_after_many_editors_at_once(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(i =>
                    Task.Run(() =>
                        store
                            .Get<RecordWriter>()
                            .EditAsync(
                                Editor.Seed,
                                $"edit {i}",
                                async db =>
                                {
                                    (await db.Set<Pillar>().OrderBy(p => p.Order).FirstAsync()).Summary = $"Summary {i}";
                                    return i;
                                }
                            )
                    )
                )
        );
        await using var db = store.Db();
        var chain = await db.Set<Revision>().Include(r => r.Edit).OrderBy(r => r.Sequence).ToListAsync();
        var previous = Revision.NoHash;
        for (var i = 0; i < chain.Count; i++)
        {
            Assert.Equal(i + 1, chain[i].Sequence);
            Assert.Equal(previous, chain[i].PreviousHash);
            Assert.Equal(chain[i].ComputeHash(), chain[i].Hash);
            previous = chain[i].Hash;
        }

        Assert.Equal(21, (await db.Set<Pillar>().OrderBy(p => p.Order).FirstAsync()).Version);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_commitment_without_a_quotation_can_not_exist(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var writer = store.Get<RecordWriter>();
        var refused = await Assert.ThrowsAsync<Refusal>(() =>
            writer.EditAsync(
                Editor.Seed,
                "no words",
                async db =>
                    db.Add(
                        new Commitment
                        {
                            Slug = "bare",
                            Title = "Bare",
                            GoalId = (await db.Set<Goal>().FirstAsync()).Id,
                        }
                    ).Entity.Id
            )
        );
        Assert.Contains("needs one", refused.Message, StringComparison.Ordinal);

        await Assert.ThrowsAsync<Refusal>(() =>
            writer.EditAsync(
                Editor.Seed,
                "take the words away",
                async db =>
                {
                    var commitment = await db.Set<Commitment>().FirstAsync(c => c.Slug == "software-colleges");
                    foreach (var annotation in await db.Set<Annotation>().Where(a => a.SupportsId == commitment.Id).ToListAsync())
                    {
                        writer.Remove(annotation);
                    }

                    return 0;
                }
            )
        );
        await using var after = store.Db();
        Assert.False(await after.Set<Commitment>().AnyAsync(c => c.Slug == "bare"));
        Assert.True(await after.Set<Annotation>().AnyAsync(a => a.SupportsKind == RecordKind.Commitment));
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_source_text_never_changes_and_a_reader_may_not_write(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var writer = store.Get<RecordWriter>();
        await Assert.ThrowsAsync<Refusal>(() =>
            writer.EditAsync(
                Editor.Seed,
                "rewrite",
                async db =>
                {
                    db.Entry(await db.Set<SourceVersion>().SingleAsync()).Property(v => v.Text).CurrentValue = "other";
                    return 0;
                }
            )
        );
        await Assert.ThrowsAsync<Refusal>(() => writer.EditAsync(Editor.Anonymous, "try", _ => Task.FromResult(0)));

        await using var db = store.Db();
        (await db.Set<Pillar>().FirstAsync()).Name = "Past the writer";
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    [Theory, EachStore]
    public async Task A_slug_that_exists_is_refused_by_name(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        var refused = await Assert.ThrowsAsync<Refusal>(() =>
            store
                .Get<RecordWriter>()
                .EditAsync(Editor.Seed, "again", db => Task.FromResult(db.Add(new Topic { Slug = "5g", Name = "5G" }).Entity.Id))
        );
        Assert.Contains("“5g” is taken", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_full_says_what_to_do_and_the_next_edit_goes_through()
    {
        await using var store = await TestStore.OpenAsync("sqlite");
        var writer = store.Get<RecordWriter>();
        var refused = await Assert.ThrowsAsync<Refusal>(() =>
            writer.EditAsync<int>(Editor.Seed, "", _ => throw new SqliteException("database or disk is full", 13))
        );
        Assert.Contains("Nothing was changed, and what you typed is still here", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<SqliteException>(() =>
            writer.EditAsync<int>(Editor.Seed, "", _ => throw new SqliteException("constraint failed", 19))
        );
        await store.ChangeAsync(await store.CommitmentAsync("software-parks"), new() { ["title"] = "Parks" });
    }
}
