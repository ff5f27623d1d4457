using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Administration;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Tests.Data;

public sealed class StoreBackupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tracker-backup-").FullName;

    [Fact]
    public async Task A_backup_brings_back_what_stood_and_keeps_what_it_replaces()
    {
        var location = new StoreLocation(Path.Combine(_folder, "data"), null);
        var file = Path.Combine(_folder, "kept.db");
        await using (var store = await TestStore.OpenAsync(location))
        {
            await store.Get<StoreBackup>().WriteAsync(file);
            await store.Get<AnnotationEdits>().AttachAsync(Editor.Seed, await store.MarkAsync("5G"), new NewComment("After the backup"));
            Assert.Contains(
                "exists already",
                (await Assert.ThrowsAsync<Refusal>(() => store.Get<StoreBackup>().WriteAsync(file))).Message,
                StringComparison.Ordinal
            );
            var kept = await store.Get<StoreBackup>().HealthAsync();
            Assert.Null(kept.Fault);
            Assert.True(kept.Bytes > 100_000);

            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            var before = await store.Get<StoreBackup>().RestoreAsync(file);
            Assert.True(File.Exists(before));
            await using var db = store.Db();
            Assert.False(await db.Set<Annotation>().AnyAsync(a => a.Comment == "After the backup"));
            Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);

            var text = Path.Combine(_folder, "no-store.txt");
            await File.WriteAllTextAsync(text, "words");
            await Assert.ThrowsAsync<Refusal>(() => store.Get<StoreBackup>().RestoreAsync(text));
            Assert.NotEqual(0, await db.Set<Revision>().CountAsync());
        }
    }

    [Fact]
    public async Task A_store_in_use_is_not_replaced_under_the_servers_feet()
    {
        var location = new StoreLocation(Path.Combine(_folder, "data"), null);
        var file = Path.Combine(_folder, "kept.db");
        await using var store = await TestStore.OpenAsync(location);
        await store.Get<StoreBackup>().WriteAsync(file);
        await using var server = store.Db();
        await server.Database.OpenConnectionAsync();
        Assert.NotEqual(0, await server.Set<Revision>().CountAsync());
        Assert.Contains(
            "Stop the server",
            (await Assert.ThrowsAsync<Refusal>(() => store.Get<StoreBackup>().RestoreAsync(file))).Message,
            StringComparison.Ordinal
        );
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_head_that_was_kept_finds_history_that_was_rewritten(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var verifier = store.Get<StoreVerifier>();
        var head = (await verifier.HeadAsync())!;
        await store.Get<AnnotationEdits>().AttachAsync(Editor.Seed, await store.MarkAsync("5G"), new NewComment("Later"));
        Assert.Null(await verifier.CompareAsync(head));
        Assert.Contains("rewritten", await verifier.CompareAsync(head with { Hash = new string('0', 64) }), StringComparison.Ordinal);
        Assert.Contains(
            "later edits are gone",
            await verifier.CompareAsync(head with { Sequence = head.Sequence + 99 }),
            StringComparison.Ordinal
        );
        Assert.NotEqual(0, (await store.Get<StoreBackup>().HealthAsync()).Bytes);
    }

    [Fact]
    public async Task A_tracker_of_another_field_begins_empty_or_from_a_folder_and_stays_so()
    {
        var empty = new StoreLocation(Path.Combine(_folder, "empty"), null);
        await using (var store = TestStore.Closed(empty))
        {
            await store.Get<TrackerStore>().OpenAsync(StoreContent.Empty, null);
            await store.Get<TrackerStore>().OpenAsync(); // a later start without the option
            await using var db = store.Db();
            Assert.Equal((0, 0), (await db.Set<Pillar>().CountAsync(), await db.Set<Revision>().CountAsync()));
            Assert.Contains(
                "--data",
                (await Assert.ThrowsAsync<Refusal>(() => store.Get<TrackerStore>().OpenAsync(StoreContent.Folder, _folder))).Message,
                StringComparison.Ordinal
            );
        }

        var seeds = Path.Combine(AppContext.BaseDirectory, "examples", "green-city"); // the example of the documentation
        await using var own = TestStore.Closed(new StoreLocation(Path.Combine(_folder, "own"), null));
        await own.Get<TrackerStore>().OpenAsync(StoreContent.Folder, seeds);
        await own.Get<TrackerStore>().OpenAsync();
        await using var trees = own.Db();
        Assert.Equal("Green city", (await trees.Set<Pillar>().SingleAsync()).Name);
        Assert.Equal(
            ["open two parks along the river", "plant 400 trees by 2030"],
            await trees
                .Set<Annotation>()
                .Where(a => a.SupportsKind == Core.Records.RecordKind.Commitment)
                .Select(a => a.Exact)
                .Order()
                .ToListAsync()
        );
        Assert.Empty((await own.Get<StoreVerifier>().VerifyAsync()).Failures);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
