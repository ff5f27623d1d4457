using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Administration;
using PolicyTracker.Core.Collaboration;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Tests.Data;
using PolicyTracker.Core.Upgrade;
using PolicyTracker.Tests;

namespace PolicyTracker.Core.Tests.Upgrade;

/// <summary>
/// An office that used the program before its first release loses nothing. The stores beside this file were made by that program
/// (commit 7b55866): a small seed, then three accounts that add, correct, rename, remove, import, approve and propose.
/// </summary>
public sealed class StoreUpgradeTests
{
    [EachStore]
    [Theory]
    public async Task All_that_stood_stands_after_it_and_editors_go_on(string kind)
    {
        await using var store = await FormerAsync(kind);
        var upgraded = await store.Get<StoreUpgrade>().RunAsync();
        Assert.Equal((15, 36, 9), (upgraded.Edits, upgraded.Revisions, upgraded.Quotations));
        await store.Get<TrackerStore>().OpenAsync();

        await using var db = store.Db();
        var plan = await db.Set<Announcement>().SingleAsync(a => a.Slug == "park-plan");
        Assert.Equal(("2025-11", new DateOnly(2025, 11, 1)), (plan.Date.ToString(), plan.FirstDay));
        Assert.Equal("12.50", $"{await db.Set<Observation>().Where(o => o.Note == null).MinAsync(o => o.Value)}");
        var former = (await store.Get<RecordQueries>().FindToEditAsync(RecordKind.Commitment, "open-one-more-park"))!;
        Assert.Equal(("another-park", "in-progress"), (former.Values["slug"], former.Values["status"]));
        Assert.Equal(3, await db.Users.CountAsync(u => u.PasswordHash != null));
        Assert.Equal(1, await db.Set<Draft>().CountAsync());

        var history = (await store.Get<HistoryQueries>().FindAsync(RecordKind.Commitment, former.Id))!;
        Assert.Equal(("mei", "tom", "clearer"), (history.Versions[0].By, history.Versions[0].ApprovedBy, history.Versions[0].Why));
        await store.Get<HistoryEdits>().RestoreAsync(Editor.Seed, RecordKind.Commitment, former.Id, 1, former.Version, "as it was");
        Assert.Equal("Open one more park", (await db.Set<Commitment>().SingleAsync(c => c.Id == former.Id)).Title);
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);
    }

    [EachStore]
    [Theory]
    public async Task Edits_are_put_together_from_their_revisions_with_accounts_approval_and_way(string kind)
    {
        await using var store = await FormerAsync(kind);
        await store.Get<StoreUpgrade>().RunAsync();
        await using var db = store.Db();
        var accounts = await db.Users.ToDictionaryAsync(u => u.UserName!, u => (Guid?)u.Id);
        var edits = await db.Set<Edit>().OrderBy(e => e.Id).ToListAsync();
        var seed = edits[0];
        Assert.Equal(("Seed", null, EditOrigin.Seed), (seed.By, seed.AccountId, seed.Origin));
        Assert.True(await db.Set<Revision>().CountAsync(r => r.EditId == seed.Id) > 10);
        var approved = Assert.Single(edits, e => e.ApprovedBy is not null);
        Assert.Equal(
            ("mei", accounts["mei"], "tom", accounts["tom"], EditOrigin.NotKept),
            (approved.By, approved.AccountId, approved.ApprovedBy, approved.ApprovedById, approved.Origin)
        );
        Assert.Equal("Command line", Assert.Single(edits, e => e.Origin is EditOrigin.Import).By);
    }

    [EachStore]
    [Theory]
    public async Task What_waited_for_a_second_editor_is_approved_as_it_was_proposed(string kind)
    {
        await using var store = await FormerAsync(kind);
        await store.Get<StoreUpgrade>().RunAsync();
        await using var db = store.Db();
        var tom = new Editor("tom", await db.Users.Where(u => u.UserName == "tom").Select(u => u.Id).SingleAsync());
        var waiting = Assert.Single((await store.Get<Approvals>().ListAsync(tom)).Items);
        await store.Get<Approvals>().ApproveAsync(tom, waiting.Edit.Id);
        Assert.Equal("This waits.", (await db.Set<Pillar>().SingleAsync()).Summary);
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);
    }

    [EachStore]
    [Theory]
    public async Task A_history_that_was_tampered_with_is_not_carried_over_and_the_store_stays(string kind)
    {
        await using var store = await FormerAsync(kind);
        await using (var db = store.Db())
        {
            await db.Database.ExecuteSqlRawAsync("""UPDATE "Revisions" SET "Why" = 'for no reason' WHERE "Sequence" = 30""");
        }

        var refused = await Assert.ThrowsAsync<Refusal>(() => store.Get<StoreUpgrade>().RunAsync());
        Assert.Equal("upgrade-broken", refused.Code);
        Assert.Contains("30", refused.Message, StringComparison.Ordinal);
        await using var left = store.Db();
        Assert.Equal(
            36,
            await left.Database.SqlQueryRaw<int>("""SELECT CAST(count("Why") AS integer) AS "Value" FROM "Revisions" """).SingleAsync()
        );
    }

    [EachStore]
    [Theory]
    public async Task The_server_says_what_to_do_with_such_a_store_and_an_upgrade_is_made_once(string kind)
    {
        await using var store = await FormerAsync(kind);
        var refused = await Assert.ThrowsAsync<Refusal>(() => store.Get<TrackerStore>().OpenAsync());
        Assert.Equal("store-to-upgrade", refused.Code);
        await store.Get<StoreUpgrade>().RunAsync();
        var again = await Assert.ThrowsAsync<Refusal>(() => store.Get<StoreUpgrade>().RunAsync());
        Assert.Equal(kind == "sqlite" ? "upgrade-not-needed" : "upgraded-before", again.Code);
    }

    [Fact]
    public async Task A_head_that_was_kept_before_is_told_from_one_of_another_store()
    {
        await using var store = await FormerAsync("sqlite");
        var hashes = await HashesAsync(store.Location);
        var (head, earlier) = (new ChainHead(36, hashes[35], DateTime.UnixEpoch), new ChainHead(3, hashes[2], DateTime.UnixEpoch));
        await store.Get<StoreUpgrade>().RunAsync();
        var verifier = store.Get<StoreVerifier>();
        Assert.Null(await verifier.CompareAsync(head));
        Assert.Contains("before the store was upgraded", await verifier.CompareAsync(earlier), StringComparison.Ordinal);
        Assert.Contains("another store", await verifier.CompareAsync(head with { Sequence = 99 }), StringComparison.Ordinal);
        Assert.Null(await verifier.CompareAsync((await verifier.HeadAsync())!));
    }

    // On a connection of its own: one that is kept open would stay with the file of before.
    private static async Task<List<string>> HashesAsync(StoreLocation location)
    {
        await using var connection = new SqliteConnection($"Data Source={location.File};Pooling=False");
        await connection.OpenAsync();
        await using var command = new SqliteCommand("""SELECT "Hash" FROM "Revisions" ORDER BY "Sequence" """, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var hashes = new List<string>();
        while (await reader.ReadAsync())
        {
            hashes.Add(reader.GetString(0));
        }

        return hashes;
    }

    private static async Task<TestStore> FormerAsync(string kind)
    {
        var folder = Directory.CreateTempSubdirectory("tracker-former-").FullName;
        var location = new StoreLocation(folder, kind == "postgres" ? await SeededStore.CreateDatabaseAsync() : null);
        var file = Path.Combine(AppContext.BaseDirectory, kind == "postgres" ? "former-store.sql.gz" : "former-store.db.gz");
        await using var packed = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        if (location.Database is null)
        {
            await using var store = File.Create(location.File);
            await packed.CopyToAsync(store);
        }
        else
        {
            using var sql = new StreamReader(packed);
            await using var connection = new NpgsqlConnection(location.Database);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(await sql.ReadToEndAsync(), connection);
            await command.ExecuteNonQueryAsync();
        }

        return TestStore.Closed(location);
    }
}
