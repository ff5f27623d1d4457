using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace PolicyTracker.Core.Data;

/// <summary>The store on PostgreSQL.</summary>
public sealed class PostgresTrackerDb(DbContextOptions<PostgresTrackerDb> options) : TrackerDb(options)
{
    internal override IsolationLevel OneMoment => IsolationLevel.RepeatableRead;

    /// <summary>Creates contexts on a database.</summary>
    internal static Func<TrackerDb> Factory(string connection, Action<DbContextOptionsBuilder> configure)
    {
        var options = new DbContextOptionsBuilder<PostgresTrackerDb>().UseNpgsql(
            connection,
            o => o.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
        );
        configure(options);
        return new PooledDbContextFactory<PostgresTrackerDb>(options.Options).CreateDbContext;
    }

    internal override Task LockWritersOutAsync(CancellationToken cancel) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(7361210)", cancel);

    internal override Task PrepareAsync(CancellationToken cancel) => Task.CompletedTask;

    internal override async Task<long> SizeAsync(CancellationToken cancel) =>
        (await Database.SqlQueryRaw<long>("SELECT pg_database_size(current_database()) AS \"Value\"").ToListAsync(cancel))[0];

    internal override Task<string?> QuickFaultAsync(CancellationToken cancel) => Task.FromResult<string?>(null);

    // References, indexes that are not valid, and each index against its table where the extension amcheck is there.
    internal override async Task<IReadOnlyList<string>> IntegrityFaultsAsync(CancellationToken cancel)
    {
        var faults = await Database
            .SqlQueryRaw<string>(
                """
                SELECT 'The database is damaged: the index ' || indexrelid::regclass::text || ' is not valid.' AS "Value"
                FROM pg_index WHERE NOT indisvalid OR NOT indisready
                """
            )
            .ToListAsync(cancel);
        foreach (
            var key in Model.GetEntityTypes().SelectMany(t => t.GetForeignKeys()).Where(k => k.Properties.Count == 1 && !k.IsOwnership)
        )
        {
            var (table, column) = (key.DeclaringEntityType.GetTableName(), key.Properties[0].GetColumnName());
            var (parent, id) = (key.PrincipalEntityType.GetTableName(), key.PrincipalKey.Properties[0].GetColumnName());
            var sql = $"""
                SELECT count(*)::int AS "Value" FROM "{table}" c
                WHERE c."{column}" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "{parent}" p WHERE p."{id}" = c."{column}")
                """;
            if ((await Database.SqlQueryRaw<int>(sql).ToListAsync(cancel))[0] is > 0 and var count)
            {
                faults.Add(StoreTexts.Texts["RowsUnrelated", count, table, parent]);
            }
        }

        if (
            (
                await Database
                    .SqlQueryRaw<int>("""SELECT count(*)::int AS "Value" FROM pg_extension WHERE extname = 'amcheck'""")
                    .ToListAsync(cancel)
            )[0] > 0
        )
        {
            await Database.ExecuteSqlRawAsync(
                """
                SELECT bt_index_check(i.indexrelid, true) FROM pg_index i
                JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam
                WHERE a.amname = 'btree' AND c.relnamespace = current_schema()::regnamespace AND i.indisvalid
                """,
                cancel
            );
        }

        return faults;
    }

    internal sealed class DesignTime : IDesignTimeDbContextFactory<PostgresTrackerDb>
    {
        public PostgresTrackerDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<PostgresTrackerDb>().UseNpgsql("Host=localhost").Options);
    }
}
