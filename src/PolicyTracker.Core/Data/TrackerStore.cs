using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Import;

namespace PolicyTracker.Core.Data;

/// <summary>Opens the store: makes it, brings it to this version's shape, seeds it.</summary>
public sealed class TrackerStore(StoreLocation location, IDbContextFactory<TrackerDb> contexts, SeedImport seed)
{
    /// <summary>Makes the store ready for use; a store that is ready already is left as it is.</summary>
    /// <exception cref="RefusedException">The folder can't be written, the store is newer than this program, or a seed does not match.</exception>
    public async Task OpenAsync(CancellationToken cancel = default)
    {
        if (location.Database is null)
        {
            MakeFolder();
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        try
        {
            var known = db.Database.GetMigrations().ToHashSet();
            var applied = await db.Database.GetAppliedMigrationsAsync(cancel);
            if (applied.FirstOrDefault(m => !known.Contains(m)) is { } newer)
            {
                throw new RefusedException($"{location.Name} was made by a newer version of Policy Tracker (it has the change “{newer}”, which this version does not know). Start that version, or choose another data folder with --data.");
            }

            await db.Database.MigrateAsync(cancel);
            if (db is SqliteTrackerDb)
            {
                await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancel);
            }
        }
        catch (SqliteException e)
        {
            throw new RefusedException($"{location.Name} can't be opened as a store: {e.Message} Check the file and its folder, or choose another data folder with --data.");
        }
        catch (Npgsql.NpgsqlException e)
        {
            throw new RefusedException($"The PostgreSQL database can't be used: {e.Message} Check that the server runs and that --database names host, database, user and password.");
        }

        await seed.RunAsync(cancel);
    }

    private void MakeFolder()
    {
        var folder = Path.GetDirectoryName(location.File)!;
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".write-{Guid.NewGuid():n}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"The data folder {folder} can't be written: {e.Message} Give this user the right to write there, or choose another folder with --data.");
        }
    }
}
