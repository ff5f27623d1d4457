using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace PolicyTracker.Core.Data;

/// <summary>
/// What the database finds wrong with itself. SQLite: pages, indexes against their tables, constraints (integrity_check) and
/// references (foreign_key_check). PostgreSQL: references, indexes that are not valid, and each index against its table where the
/// extension amcheck is there.
/// </summary>
internal static class StoreIntegrity
{
    /// <summary>Each fault, in a sentence; none where all is as it should be.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(TrackerDb db, CancellationToken cancel)
    {
        try
        {
            return db is SqliteTrackerDb ? await OfSqliteAsync(db, cancel) : await OfPostgresAsync(db, cancel);
        }
        catch (DbException e)
        {
            return [$"The database is damaged: {e.Message}"];
        }
    }

    private static async Task<List<string>> OfSqliteAsync(TrackerDb db, CancellationToken cancel)
    {
        var faults = (
            await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync(cancel)
        ).Where(f => f != "ok");
        var lost = await db
            .Database.SqlQueryRaw<string>(
                """SELECT "table" || ', row ' || coalesce(rowid, '?') || ', names a row of ' || parent || ' that is not there' AS Value FROM pragma_foreign_key_check"""
            )
            .ToListAsync(cancel);
        return [.. faults.Concat(lost).Select(f => $"The database is damaged: {f}.")];
    }

    private static async Task<List<string>> OfPostgresAsync(TrackerDb db, CancellationToken cancel)
    {
        var faults = await db
            .Database.SqlQueryRaw<string>(
                """
                SELECT 'The database is damaged: the index ' || indexrelid::regclass::text || ' is not valid.' AS "Value" FROM pg_index WHERE NOT indisvalid OR NOT indisready
                """
            )
            .ToListAsync(cancel);
        foreach (
            var key in db.Model.GetEntityTypes().SelectMany(t => t.GetForeignKeys()).Where(k => k.Properties.Count == 1 && !k.IsOwnership)
        )
        {
            var (table, column) = (key.DeclaringEntityType.GetTableName(), key.Properties[0].GetColumnName());
            var (parent, id) = (key.PrincipalEntityType.GetTableName(), key.PrincipalKey.Properties[0].GetColumnName());
            var sql =
                $"""SELECT count(*)::int AS "Value" FROM "{table}" c WHERE c."{column}" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "{parent}" p WHERE p."{id}" = c."{column}")""";
            if ((await db.Database.SqlQueryRaw<int>(sql).ToListAsync(cancel))[0] is > 0 and var count)
            {
                faults.Add($"The database is damaged: {count} rows of {table} name a row of {parent} that is not there.");
            }
        }

        if (
            (
                await db
                    .Database.SqlQueryRaw<int>("""SELECT count(*)::int AS "Value" FROM pg_extension WHERE extname = 'amcheck'""")
                    .ToListAsync(cancel)
            )[0] > 0
        )
        {
            await db.Database.ExecuteSqlRawAsync(
                """
                SELECT bt_index_check(i.indexrelid, true) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam
                WHERE a.amname = 'btree' AND c.relnamespace = current_schema()::regnamespace AND i.indisvalid
                """,
                cancel
            );
        }

        return faults;
    }
}
