using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Administration;

/// <summary>A backup beside the store.</summary>
public sealed record BackupItem(string File, long Bytes, DateTime MadeAt);

/// <summary>How the store is.</summary>
/// <param name="Name">Where it is.</param>
/// <param name="Bytes">How much room it takes.</param>
/// <param name="Fault">What the database itself finds wrong; null where nothing is.</param>
/// <param name="Counts">How many there are of what matters.</param>
public sealed record StoreHealth(string Name, long Bytes, string? Fault, IReadOnlyList<(string What, int Count)> Counts);

/// <summary>Backups of the store, and how it is.</summary>
public sealed class StoreBackup(StoreLocation location, IDbContextFactory<TrackerDb> contexts, TimeProvider clock)
{
    private string Folder => StoreFolder.BackupsOf(location);

    /// <summary>The backups in the data folder, newest first.</summary>
    public IReadOnlyList<BackupItem> List() =>
        location.Database is not null || !Directory.Exists(Folder)
            ? []
            :
            [
                .. new DirectoryInfo(Folder)
                    .GetFiles("*.db")
                    .OrderByDescending(f => f.LastWriteTimeUtc)
                    .Select(f => new BackupItem(f.FullName, f.Length, f.LastWriteTimeUtc)),
            ];

    /// <summary>Makes a backup in the data folder, named by the time.</summary>
    /// <exception cref="Refusal">No administrator asks, or it can't be written.</exception>
    public async Task<string> MakeAsync(Editor by, CancellationToken cancel = default)
    {
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            await db.NeedAdminAsync(by, cancel);
        }

        var file = Path.Combine(
            Folder,
            $"tracker-{clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.db"
        );
        await WriteAsync(file, cancel);
        return file;
    }

    /// <summary>Copies the store as it is at one moment into a new file, while editors go on, and checks the copy.</summary>
    /// <exception cref="Refusal">The file exists, can't be written, or the store is on PostgreSQL.</exception>
    public async Task WriteAsync(string file, CancellationToken cancel = default)
    {
        if (location.Database is not null)
        {
            throw Refusal.BackupOnPostgres();
        }

        if (File.Exists(file))
        {
            throw Refusal.FileExists(file);
        }

        var part = file + ".part";
        try
        {
            PrivateFiles.MakeFolder(Path.GetDirectoryName(Path.GetFullPath(file))!);
            File.Delete(part);
            PrivateFiles.Make(part);
            await using (var from = StoreFile.Open(location.File, SqliteOpenMode.ReadOnly))
            await using (var to = StoreFile.Open(part, SqliteOpenMode.ReadWrite))
            {
                await from.OpenAsync(cancel);
                await to.OpenAsync(cancel);
                from.BackupDatabase(to);
                await CheckAsync(to, part, cancel);
            }

            File.Move(part, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            File.Delete(part);
            throw Refusal.BackupNotWritten(file, e.Message);
        }
    }

    /// <summary>Puts a backup in the place of the store. No server may run on it; the store that was there is kept beside it.</summary>
    /// <returns>The file that the store before is kept as; null where there was none.</returns>
    /// <exception cref="Refusal">The file is no store, or the store is in use or on PostgreSQL.</exception>
    public async Task<string?> RestoreAsync(string file, CancellationToken cancel = default)
    {
        if (location.Database is not null)
        {
            throw Refusal.BackupOnPostgres();
        }

        if (!File.Exists(file))
        {
            throw Refusal.NoFile(file);
        }

        PrivateFiles.MakeFolder(Path.GetDirectoryName(location.File)!);
        var part = location.File + ".restored";
        File.Delete(part);
        PrivateFiles.Make(part);
        await using (var from = File.OpenRead(file))
        await using (var to = File.OpenWrite(part))
        {
            await from.CopyToAsync(to, cancel);
        }

        try
        {
            await using var copy = StoreFile.Open(part, SqliteOpenMode.ReadWrite);
            await copy.OpenAsync(cancel);
            await CheckAsync(copy, file, cancel);
            if (
                Convert.ToInt64(
                    await StoreFile.ScalarAsync(copy, "SELECT count(*) FROM sqlite_master WHERE name = 'Revisions'", cancel),
                    CultureInfo.InvariantCulture
                ) == 0
            )
            {
                throw Refusal.NoStore(file);
            }
        }
        catch (Exception e) when (e is SqliteException or Refusal)
        {
            File.Delete(part);
            throw e as Refusal ?? Refusal.StoreUnreadable(file, e.Message);
        }

        string? kept = null;
        if (File.Exists(location.File))
        {
            await StoreFile.FreeAsync(location.File, cancel);
            kept = $"{location.File}.before-{clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";
            File.Move(location.File, kept);
            PrivateFiles.Close(kept);
        }

        File.Delete(location.File + "-wal");
        File.Delete(location.File + "-shm");

        File.Move(part, location.File);
        return kept;
    }

    /// <summary>How the store is: its size, what the database finds wrong with itself, and how much is in it.</summary>
    /// <param name="check">Whether the database looks itself through, which takes the longer the more it holds.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<StoreHealth> HealthAsync(bool check = true, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return new(
            location.Name,
            await db.SizeAsync(cancel),
            check ? await db.QuickFaultAsync(cancel) : null,
            [
                (RecordDescriptors.Of(RecordKind.Announcement).Many, await db.Set<Announcement>().CountAsync(cancel)),
                (StoreTexts.Texts["SourceVersions"], await db.Set<SourceVersion>().CountAsync(cancel)),
                (StoreTexts.Texts["Annotations"], await db.Set<Annotation>().CountAsync(cancel)),
                (RecordDescriptors.Of(RecordKind.Commitment).Many, await db.Set<Commitment>().CountAsync(cancel)),
                (RecordDescriptors.Of(RecordKind.Indicator).Many, await db.Set<Indicator>().CountAsync(cancel)),
                (StoreTexts.Texts["Edits"], (int)(await db.Set<Edit>().MaxAsync(e => (long?)e.Id, cancel) ?? 0)), // numbered without gaps
            ]
        );
    }

    private static async Task CheckAsync(SqliteConnection connection, string file, CancellationToken cancel)
    {
        if (await StoreFile.ScalarAsync(connection, "PRAGMA integrity_check(1)", cancel) is not "ok" and var fault)
        {
            throw Refusal.StoreDamaged(file, $"{fault}");
        }
    }
}
