using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Import;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Upgrade;

namespace PolicyTracker.Core.Administration;

/// <summary>Opens the store: makes it, brings it to this version's shape, seeds it.</summary>
public sealed partial class TrackerStore(
    StoreLocation location,
    IDbContextFactory<TrackerDb> contexts,
    SeedImport seed,
    ILogger<TrackerStore> log
)
{
    /// <summary>
    /// Whether there is a store: a file or a database in which tables were made. One that can't be asked, or is gone from its
    /// folder, counts as there: opening it says what is wrong.
    /// </summary>
    public async Task<bool> ExistsAsync(CancellationToken cancel = default)
    {
        if (location.Database is null && !File.Exists(location.File))
        {
            return StoreFolder.HeldOne(location);
        }

        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            return (await db.Database.GetAppliedMigrationsAsync(cancel)).Any();
        }
        catch (Exception e) when (DatabaseFault(e) is not null)
        {
            return true;
        }
    }

    /// <summary>Makes the store ready for use; a store that is ready already is left as it is.</summary>
    /// <exception cref="Refusal">
    /// The folder can't be written, the store is gone or newer than this program, or a seed does not match.
    /// </exception>
    /// <param name="cancel">Gives up.</param>
    public Task OpenAsync(CancellationToken cancel = default) => OpenAsync(StoreContent.BuiltIn, null, cancel);

    /// <summary>Makes the store ready for use, and begins a new one as it is told.</summary>
    /// <param name="content">What a new store begins with.</param>
    /// <param name="folder">The seed folder, where it begins with one.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="Refusal">The same as above, or the store was begun otherwise.</exception>
    public async Task OpenAsync(StoreContent content, string? folder, CancellationToken cancel = default)
    {
        if (location.Database is null && StoreFolder.Prepare(location))
        {
            NewStore(location.File);
        }

        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            await MigrateAsync(db, cancel);
            await FillAsync(db, content, folder, cancel);
        }
        catch (Exception e) when (DatabaseFault(e) is { } fault)
        {
            throw fault is Npgsql.NpgsqlException ? Refusal.PostgresUnusable(fault)
            : StoreErrors.IsTransient(fault) ? Refusal.StoreUnusable(location.Name, fault)
            : Refusal.StoreNotOpened(location.Name, fault);
        }
    }

    // The usual start reads one list and goes on: migrating would take a lock and write.
    private async Task MigrateAsync(TrackerDb db, CancellationToken cancel)
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToHashSet();
        if (applied.Any(StoreUpgrade.IsFormer))
        {
            throw Refusal.StoreToUpgrade(location.Name);
        }

        if (applied.FirstOrDefault(m => !known.Contains(m)) is { } newer)
        {
            throw Refusal.NewerStore(location.Name, newer);
        }

        if (!known.All(applied.Contains))
        {
            await db.Database.MigrateAsync(cancel);
        }

        await db.PrepareAsync(cancel);
    }

    // How a store was begun is kept in it: one that was begun empty stays without the built-in seed at every later start.
    private async Task FillAsync(TrackerDb db, StoreContent asked, string? folder, CancellationToken cancel)
    {
        var kept = await db.Settings.Where(s => s.Name == Setting.StoreContent).Select(s => s.Value).FirstOrDefaultAsync(cancel);
        var begun =
            WireNames.Parse<StoreContent>(kept)
            ?? (await db.Set<Revision>().AnyAsync(cancel) ? StoreContent.BuiltIn : null as StoreContent?);
        if (begun is { } was && asked is not StoreContent.BuiltIn && asked != was)
        {
            throw Refusal.StoreBegun(location.Name, was);
        }

        switch (begun ?? asked)
        {
            case StoreContent.BuiltIn:
                await seed.RunAsync(cancel);
                break;
            case StoreContent.Folder when folder is not null:
                await seed.RunAsync(folder, cancel);
                break;
            case StoreContent.Empty when kept is null:
                await db.SetAsync(Setting.StoreContent, WireNames.Of(StoreContent.Empty), cancel);
                break;
        }
    }

    private static DbException? DatabaseFault(Exception? thrown) =>
        thrown is null ? null : thrown as DbException ?? DatabaseFault(thrown.InnerException);

    [LoggerMessage(LogLevel.Warning, "There was no store at {File}: a new one is begun.")]
    private partial void NewStore(string file);
}
