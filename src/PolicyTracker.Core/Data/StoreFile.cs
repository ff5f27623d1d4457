using Microsoft.Data.Sqlite;

namespace PolicyTracker.Core.Data;

/// <summary>The file of an SQLite store as such: asked and freed without its model.</summary>
internal static class StoreFile
{
    /// <summary>What a statement gives first.</summary>
    public static async Task<object?> ScalarAsync(SqliteConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancel);
    }

    /// <summary>A connection to a file, by itself and not opened yet.</summary>
    public static SqliteConnection Open(string file, SqliteOpenMode mode) =>
        new(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = mode,
                Pooling = false,
                DefaultTimeout = 5,
            }.ToString()
        );

    /// <summary>Takes a file out of the mode in which a server keeps it, as only who has it alone can.</summary>
    /// <exception cref="Refusal">It is in use.</exception>
    public static async Task FreeAsync(string file, CancellationToken cancel)
    {
        try
        {
            await using var store = Open(file, SqliteOpenMode.ReadWrite);
            await store.OpenAsync(cancel);
            if (await ScalarAsync(store, "PRAGMA journal_mode=DELETE", cancel) is not "delete")
            {
                throw new SqliteException(StoreTexts.Texts["StoreOpenElsewhere"], 5);
            }
        }
        catch (SqliteException e)
        {
            throw Refusal.StoreInUse(file, e.Message);
        }
    }
}
