using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Administration;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Import;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Tests.Data;

/// <summary>The files of an SQLite store: closed to others, and missed where they are gone.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class StoreFilesTests : IDisposable
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;
    private readonly string _folder = Directory.CreateTempSubdirectory("tracker-files-").FullName;

    private StoreLocation Location => new(Path.Combine(_folder, "data"), null);

    [Fact]
    public async Task Nobody_else_reads_the_store_its_backups_or_what_a_restore_keeps_aside()
    {
        await using var store = await TestStore.OpenAsync(Location);
        await store.Get<StoreBackup>().MakeAsync(Editor.CommandLine);
        var elsewhere = Path.Combine(_folder, "data", "by-hand.db");
        await store.Get<StoreBackup>().WriteAsync(elsewhere);
        SqliteConnection.ClearAllPools();
        File.SetUnixFileMode(elsewhere, File.GetUnixFileMode(elsewhere) | Others); // what is brought back lies open
        await store.Get<StoreBackup>().RestoreAsync(elsewhere);
        await using var db = store.Db();
        Assert.NotEqual(0, await db.Set<Revision>().CountAsync());
        File.Delete(elsewhere);
        AssertClosed();

        // Files of an older version, or copied in by hand, are closed at the next start.
        foreach (var path in Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(Location.File)!, "*", SearchOption.AllDirectories))
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | Others);
        }

        await store.Get<TrackerStore>().OpenAsync();
        AssertClosed();
    }

    [Fact]
    public async Task A_folder_that_holds_other_things_keeps_its_rights_and_the_store_in_it_is_closed()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "data", "photographs"));
        await using var store = await TestStore.OpenAsync(Location);
        Assert.NotEqual(UnixFileMode.None, File.GetUnixFileMode(Path.Combine(_folder, "data")) & Others);
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(Location.File) & Others);
    }

    [Theory]
    [InlineData("deleted")]
    [InlineData("replaced")]
    [InlineData("deleted with its folder")]
    public async Task Nothing_is_written_to_a_store_that_is_not_at_its_place_any_more(string how)
    {
        await using var store = await TestStore.OpenAsync(Location);
        var words = await store.MarkAsync("5G");
        switch (how)
        {
            case "deleted":
                File.Delete(Location.File);
                break;
            case "replaced":
                File.Copy(Location.File, Location.File + ".copy");
                File.Move(Location.File + ".copy", Location.File, overwrite: true);
                break;
            default:
                Directory.Delete(Path.Combine(_folder, "data"), recursive: true);
                break;
        }

        for (var i = 0; i < 3; i++)
        {
            var refused = await Assert.ThrowsAsync<Refusal>(() =>
                store.Get<AnnotationEdits>().AttachAsync(Editor.Seed, words, new NewComment("Lost?"))
            );
            Assert.True(StoreErrors.IsTransient(refused));
            Assert.Contains("deleted or replaced", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_next_start_says_that_the_store_is_gone_and_begins_no_other()
    {
        await using (await TestStore.OpenAsync(Location))
        {
            SqliteConnection.ClearAllPools();
            foreach (var file in Directory.GetFiles(Path.Combine(_folder, "data"), "tracker.db*"))
            {
                File.Delete(file);
            }

            await using var next = TestStore.Closed(Location);
            var refused = await Assert.ThrowsAsync<Refusal>(() => next.Get<TrackerStore>().OpenAsync());
            Assert.Contains("is gone", refused.Message, StringComparison.Ordinal);
            Assert.False(File.Exists(Location.File));
        }
    }

    [Fact]
    public async Task A_start_on_a_full_disk_ends_with_a_message()
    {
        await using var store = TestStore.Closed(Location);
        var full = new TrackerStore(Location, new FullStore(), store.Get<SeedImport>(), NullLogger<TrackerStore>.Instance);
        var refused = await Assert.ThrowsAsync<Refusal>(() => full.OpenAsync());
        Assert.Contains("disk is not full", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_finds_an_index_that_lost_rows()
    {
        await using var store = await TestStore.OpenAsync("sqlite");
        await using (var db = store.Db())
        {
            await db.Database.ExecuteSqlRawAsync(
                """
                CREATE INDEX "ByStart" ON "Annotations" ("Start") WHERE "Start" > 1000;
                PRAGMA writable_schema = ON;
                UPDATE sqlite_schema SET sql = 'CREATE INDEX "ByStart" ON "Annotations" ("Start")' WHERE name = 'ByStart';
                """
            );
        }

        SqliteConnection.ClearAllPools();
        var found = await store.Get<StoreVerifier>().VerifyAsync();
        Assert.Contains(found.Failures, f => f.Contains("ByStart", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Verify_finds_rows_that_belong_to_nothing(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using (var db = store.Db())
        {
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync(
                db is SqliteTrackerDb ? "PRAGMA foreign_keys = OFF" : "SET session_replication_role = replica"
            );
            await db.Database.ExecuteSqlRawAsync("""DELETE FROM "Indicators" """);
            await db.Database.ExecuteSqlRawAsync(
                db is SqliteTrackerDb ? "PRAGMA foreign_keys = ON" : "SET session_replication_role = origin"
            );
        }

        var found = await store.Get<StoreVerifier>().VerifyAsync();
        Assert.Contains(
            found.Failures,
            f => f.Contains("Observations", StringComparison.Ordinal) && f.Contains("Indicators", StringComparison.Ordinal)
        );
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private void AssertClosed()
    {
        var folder = Path.GetDirectoryName(Location.File)!;
        Assert.All(
            [folder, .. Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)],
            path => Assert.True((File.GetUnixFileMode(path) & Others) == 0, $"{path} is {File.GetUnixFileMode(path)}")
        );
        Assert.Contains(Directory.GetFiles(folder), f => f.Contains(".before-", StringComparison.Ordinal));
    }

    private sealed class FullStore : IDbContextFactory<TrackerDb>
    {
        public TrackerDb CreateDbContext() => throw new SqliteException("database or disk is full", 13);
    }
}
