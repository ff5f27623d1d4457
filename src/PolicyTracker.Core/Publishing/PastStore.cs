using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Publishing;

/// <summary>The store as it stood at a time, made again in memory from its history.</summary>
internal sealed class PastStore : IDbContextFactory<TrackerDb>, IAsyncDisposable
{
    private const int Batch = 1_000;

    private readonly SqliteConnection _connection = new("Data Source=:memory:;Foreign Keys=False");
    private readonly DbContextOptions<SqliteTrackerDb> _options;

    private readonly IDbContextFactory<TrackerDb> _store;

    private PastStore(IDbContextFactory<TrackerDb> store)
    {
        _store = store;
        SqliteTrackerDb.AddDecimals(_connection);
        _options = new DbContextOptionsBuilder<SqliteTrackerDb>().UseSqlite(_connection).Options;
    }

    /// <summary>The number of the last revision that it shows; 0 where nothing was written by then.</summary>
    public long Sequence { get; private set; }

    /// <summary>The store as it stood when all edits up to <paramref name="time"/>, UTC, were made.</summary>
    public static async Task<PastStore> OpenAsync(IDbContextFactory<TrackerDb> store, DateTime time, CancellationToken cancel)
    {
        var past = new PastStore(store);
        await using var db = await store.CreateDbContextAsync(cancel);
        await past._connection.OpenAsync(cancel);
        await using var made = past.CreateDbContext();
        await made.Database.EnsureCreatedAsync(cancel);
        var edit = await db.Set<Edit>().Where(e => e.At <= time).MaxAsync(e => (long?)e.Id, cancel) ?? 0;
        past.Sequence = await db.Set<Revision>().Where(r => r.EditId <= edit).MaxAsync(r => (long?)r.Sequence, cancel) ?? 0;
        var newest = db.Set<Revision>()
            .Where(r => r.Sequence <= past.Sequence)
            .GroupBy(r => r.RecordId)
            .Select(g => g.Max(r => r.Sequence));
        var revisions = db.Set<Revision>()
            .AsNoTracking()
            .Include(r => r.Edit)
            .Where(r => newest.Contains(r.Sequence))
            .OrderBy(r => r.Sequence)
            .AsAsyncEnumerable();
        var batch = new List<Revision>(Batch);
        await foreach (var revision in revisions.WithCancellation(cancel))
        {
            batch.Add(revision);
            if (batch.Count == Batch)
            {
                await past.WriteAsync(batch, cancel);
                batch.Clear();
            }
        }

        await past.WriteAsync(batch, cancel);
        return past;
    }

    /// <summary>Makes one more edit.</summary>
    /// <param name="edit">Its revisions, in their order.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task ApplyAsync(IReadOnlyList<Revision> edit, CancellationToken cancel)
    {
        await WriteAsync(edit, cancel);
        Sequence = edit[^1].Sequence;
    }

    /// <inheritdoc/>
    public TrackerDb CreateDbContext() => new SqliteTrackerDb(_options);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    // What revisions leave out never changes, so the store still has it as it was.
    private async Task CompleteAsync(TrackerDb db, CancellationToken cancel)
    {
        await using var store = await _store.CreateDbContextAsync(cancel);
        foreach (var entry in db.ChangeTracker.Entries<Record>().Where(e => e.Entity.Descriptor.KeptOnce.Count > 0))
        {
            if (await entry.Entity.Descriptor.FindAsync(store, entry.Entity.Id, cancel) is { } kept)
            {
                foreach (var name in entry.Entity.Descriptor.KeptOnce)
                {
                    entry.Property(name).CurrentValue = store.Entry(kept).Property(name).CurrentValue;
                }
            }
        }
    }

    private async Task WriteAsync(IReadOnlyList<Revision> revisions, CancellationToken cancel)
    {
        await using var db = CreateDbContext();
        db.AllowWrites = true;
        foreach (var revision in revisions)
        {
            var record = await RecordContent.FindOrMakeAsync(db, revision.RecordKind, revision.RecordId, cancel);
            RecordContent.Set(db, record, revision.Content, isForReading: true);
            record.Version = revision.RecordVersion;
            record.ChangedAt = revision.Edit.At;
        }

        await CompleteAsync(db, cancel);

        await db.SaveChangesAsync(cancel);
    }
}
