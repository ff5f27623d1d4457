using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Benchmarks.Edits;

/// <summary>What the disk allows: rows of 1 KB, each in a transaction of its own that is on the disk before the next begins.</summary>
internal static class RawInserts
{
    /// <summary>Rows a second beside the store: in another file of its folder, or another table of its database.</summary>
    public static async Task<double> RunAsync(StoreLocation store, TimeSpan time)
    {
        await using DbConnection connection = store.Database is { } database
            ? new NpgsqlConnection(database)
            : new SqliteConnection($"Data Source={Path.Combine(store.Folder, "raw.db")}");
        await connection.OpenAsync();
        await ExecuteAsync(
            connection,
            store.Database is null
                ? "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE IF NOT EXISTS raw (words TEXT)"
                : "CREATE TABLE IF NOT EXISTS raw (words TEXT)"
        );
        var (rows, start) = (0, Stopwatch.GetTimestamp());
        for (; Stopwatch.GetElapsedTime(start) < time; rows++)
        {
            await ExecuteAsync(connection, $"INSERT INTO raw VALUES ('{new string('x', 1024)}')");
        }

        var rate = rows / Stopwatch.GetElapsedTime(start).TotalSeconds;
        await ExecuteAsync(connection, "DROP TABLE raw");
        return rate;
    }

    private static async Task ExecuteAsync(DbConnection connection, string text)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        await command.ExecuteNonQueryAsync();
    }
}
