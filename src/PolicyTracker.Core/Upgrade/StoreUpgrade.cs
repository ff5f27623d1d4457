using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Publishing;

namespace PolicyTracker.Core.Upgrade;

/// <summary>What an upgrade carried over.</summary>
/// <param name="Edits">How many edits.</param>
/// <param name="Revisions">How many revisions they made.</param>
/// <param name="Quotations">How many quotations were checked in the new store.</param>
/// <param name="Kept">Where the store of before is kept: a file, or a schema of the database.</param>
public sealed record UpgradedStore(long Edits, long Revisions, int Quotations, string Kept);

/// <summary>
/// Carries a store of the program from before its first release over to the tables of today, once. The history of the old store is
/// checked before, the new store whole after; the old one is kept as it was. Nothing is changed where any of it fails.
/// </summary>
public sealed class StoreUpgrade(StoreLocation location, TimeProvider clock)
{
    /// <summary>The schema of a PostgreSQL database in which the store of before is kept.</summary>
    public const string FormerSchema = "before_upgrade";

    // The last migrations of the program that this one follows. An older store is first opened with that program.
    private const string LastOnSqlite = "20261126030025_ImportIdentitiesPartialDatesAndIndices";
    private const string LastOnPostgres = "20261126030030_ImportIdentitiesPartialDatesAndIndices";

    /// <summary>Whether a migration was made by the program from before its first release.</summary>
    internal static bool IsFormer(string migration) => string.CompareOrdinal(migration, LastOnPostgres) <= 0;

    /// <summary>Carries the store over.</summary>
    /// <exception cref="Refusal">There is no such store, it is in use, of another version, or its history does not hold.</exception>
    public Task<UpgradedStore> RunAsync(CancellationToken cancel = default) =>
        location.Database is { } database ? OnPostgresAsync(database, cancel) : OnSqliteAsync(cancel);

    private async Task<UpgradedStore> OnSqliteAsync(CancellationToken cancel)
    {
        if (!File.Exists(location.File))
        {
            throw Refusal.NoFile(location.File);
        }

        await StoreFile.FreeAsync(location.File, cancel);
        var made = new StoreLocation(Path.Combine(Path.GetDirectoryName(location.File)!, "upgrading"), null);
        PrivateFiles.MakeFolder(made.Folder);
        File.Delete(made.File);
        PrivateFiles.Make(made.File);
        UpgradedStore upgraded;
        try
        {
            await using var connection = new SqliteConnection($"Data Source={made.File};Foreign Keys=False;Pooling=False");
            SqliteTrackerDb.AddDecimals(connection);
            await connection.OpenAsync(cancel);
            var options = new DbContextOptionsBuilder<SqliteTrackerDb>().UseSqlite(connection).Options;
            var contexts = new OnOneConnection(() => new SqliteTrackerDb(options));
            await using var db = contexts.CreateDbContext();
            await db.Database.ExecuteSqlAsync($"ATTACH DATABASE {location.File} AS former", cancel);
            upgraded = await CopyAsync(contexts, "former", LastOnSqlite, cancel);
        }
        catch
        {
            Directory.Delete(made.Folder, recursive: true);
            throw;
        }

        var time = clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var kept = $"{location.File}.before-upgrade-{time}";
        File.Copy(location.File, kept);
        PrivateFiles.Close(kept);
        File.Move(made.File, location.File, overwrite: true); // at once: there is a store at its place whenever the process ends
        Directory.Delete(made.Folder, recursive: true);
        return upgraded with { Kept = kept };
    }

    private static async Task<UpgradedStore> OnPostgresAsync(string database, CancellationToken cancel)
    {
        await using var connection = new Npgsql.NpgsqlConnection(database);
        await connection.OpenAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var options = new DbContextOptionsBuilder<PostgresTrackerDb>().UseNpgsql(connection).Options;
        var contexts = new OnOneConnection(() =>
        {
            var db = new PostgresTrackerDb(options);
            db.Database.UseTransaction(transaction);
            return db;
        });
        await using var made = contexts.CreateDbContext();
        var schemas = await made.Database.SqlQueryRaw<string>("""SELECT nspname::text AS "Value" FROM pg_namespace""").ToListAsync(cancel);
        if (schemas.Contains(FormerSchema))
        {
            throw Refusal.UpgradedBefore(FormerSchema);
        }

        var schema = await made.Database.SqlQueryRaw<string>("""SELECT current_schema()::text AS "Value" """).SingleAsync(cancel);
#pragma warning disable EF1002 // a name that the database told
        await made.Database.ExecuteSqlRawAsync(
            $"""ALTER SCHEMA "{schema}" RENAME TO {FormerSchema}; CREATE SCHEMA "{schema}"; SET LOCAL datestyle = ISO;""",
            cancel
        );
#pragma warning restore EF1002
        var upgraded = await CopyAsync(contexts, FormerSchema, LastOnPostgres, cancel);
        await transaction.CommitAsync(cancel);
        return upgraded with { Kept = FormerSchema };
    }

    private static async Task<UpgradedStore> CopyAsync(OnOneConnection contexts, string former, string last, CancellationToken cancel)
    {
        await using var db = contexts.CreateDbContext();
        await CheckVersionAsync(db, former, last, cancel);
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.NoTransactions);
        await db.Database.ExecuteSqlRawAsync(script, cancel);
        await new FormerTables(db, former).CopyAsync(cancel);
        var (edits, revisions) = await new FormerHistory(db, former).CopyAsync(cancel);
        db.ChangeTracker.Clear();
        var verified = await new StoreVerifier(contexts).VerifyAsync(cancel);
        return verified.Failures is [var fault, ..]
            ? throw Refusal.UpgradeFaulty(fault, verified.Failures.Count)
            : new(edits, revisions, verified.Quotations, "");
    }

    private static async Task CheckVersionAsync(TrackerDb db, string former, string last, CancellationToken cancel)
    {
        List<string> applied;
        try
        {
#pragma warning disable EF1002 // a name that stands in this code
            applied = await db
                .Database.SqlQueryRaw<string>($"""SELECT "MigrationId" AS "Value" FROM {former}."__EFMigrationsHistory" """)
                .ToListAsync(cancel);
#pragma warning restore EF1002
        }
        catch (DbException e)
        {
            throw Refusal.NothingToUpgrade(e.Message);
        }

        if (applied.Exists(m => !IsFormer(m)))
        {
            throw Refusal.UpgradeNotNeeded();
        }

        if (!applied.Contains(last))
        {
            throw Refusal.TooOldToUpgrade(applied.Max() ?? "");
        }
    }

    // Every context sees what is not committed yet.
    private sealed class OnOneConnection(Func<TrackerDb> create) : IDbContextFactory<TrackerDb>
    {
        public TrackerDb CreateDbContext() => create();
    }
}
