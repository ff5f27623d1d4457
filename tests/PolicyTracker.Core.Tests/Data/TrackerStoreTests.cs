using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Administration;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Publishing;

namespace PolicyTracker.Core.Tests.Data;

public sealed class TrackerStoreTests
{
    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_store_made_by_a_newer_version_is_left_alone_and_named(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using var db = store.Db();
        await db.Database.ExecuteSqlRawAsync(
            """INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29991231000000_Tomorrow', '99.0.0')"""
        );

        var refused = await Assert.ThrowsAsync<Refusal>(() => store.Get<TrackerStore>().OpenAsync());

        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
        Assert.Contains("29991231000000_Tomorrow", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--data", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_tables_is_no_store_yet()
    {
        var location = new StoreLocation(Directory.CreateTempSubdirectory("tracker-").FullName, null);
        await using var store = TestStore.Closed(location);
        Assert.False(await store.Get<TrackerStore>().ExistsAsync());
        await File.WriteAllBytesAsync(location.File, []);
        Assert.False(await store.Get<TrackerStore>().ExistsAsync());
        await store.Get<TrackerStore>().OpenAsync();
        Assert.True(await store.Get<TrackerStore>().ExistsAsync());
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_named_and_not_touched()
    {
        var folder = Directory.CreateTempSubdirectory("tracker-");
        var location = new StoreLocation(folder.FullName, null);
        await File.WriteAllTextAsync(location.File, "My notes on industrial policy, which are no database at all.");

        var refused = await Assert.ThrowsAsync<Refusal>(() => TestStore.OpenAsync(location));

        Assert.Contains(location.File, refused.Message, StringComparison.Ordinal);
        Assert.StartsWith("My notes", await File.ReadAllTextAsync(location.File), StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Both_stores_give_the_same_summary()
    {
        await using var sqlite = await TestStore.OpenAsync("sqlite");
        await using var postgres = await TestStore.OpenAsync("postgres");
        foreach (var pillar in new[] { "network-infrastructure", "core-sectors", "manufacturing-transformation" })
        {
            Assert.Equal(await SummaryAsync(sqlite, pillar), await SummaryAsync(postgres, pillar));
        }
    }

    // The time of the seeding is each store's own, and the digest covers it.
    private static async Task<string> SummaryAsync(TestStore store, string pillar) =>
        string.Join(
            '\n',
            (await store.Get<PillarSummary>().WriteAsync(pillar))!
                .Split('\n')
                .Where(line =>
                    !line.StartsWith("as-of:", StringComparison.Ordinal) && !line.StartsWith("statements-sha256:", StringComparison.Ordinal)
                )
        );
}
