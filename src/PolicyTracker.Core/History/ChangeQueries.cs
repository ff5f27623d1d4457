using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.History;

/// <summary>One accepted edit as the list of changes shows it; <paramref name="Record"/> is null where the record no longer stands.</summary>
public sealed record ChangeItem(long Sequence, DateTime At, string By, RevisionAct Act, RecordKind Kind, Guid RecordId, int Version, string Label, string Why, RecordRef? Record);

/// <summary>What readers ask about history.</summary>
public sealed class ChangeQueries(IDbContextFactory<TrackerDb> contexts)
{
    /// <summary>The number of the newest edit; 0 where there is none.</summary>
    public async Task<long> NewestAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Revisions.MaxAsync(r => (long?)r.Sequence, cancel) ?? 0;
    }

    /// <summary>
    /// Up to <paramref name="most"/> edits, newest first, before the edit of that number, of one kind where it is given.
    /// </summary>
    public async Task<IReadOnlyList<ChangeItem>> ListAsync(int most, long? before = null, RecordKind? kind = null, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var query = db.Revisions.AsNoTracking();
        if (before is { } sequence)
        {
            query = query.Where(r => r.Sequence < sequence);
        }

        if (kind is { } wanted)
        {
            query = query.Where(r => r.RecordKind == wanted);
        }

        return await ReadAsync(db, query, most, cancel);
    }

    /// <summary>Up to <paramref name="most"/> edits of one record, newest first.</summary>
    public async Task<IReadOnlyList<ChangeItem>> OfRecordAsync(RecordKind kind, Guid id, int most, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await ReadAsync(db, db.Revisions.AsNoTracking().Where(r => r.RecordKind == kind && r.RecordId == id), most, cancel);
    }

    private static async Task<IReadOnlyList<ChangeItem>> ReadAsync(TrackerDb db, IQueryable<Revision> query, int most, CancellationToken cancel)
    {
        var rows = await query.OrderByDescending(r => r.Sequence).Take(most)
            .Select(r => new { r.Sequence, r.At, r.By, r.Act, r.RecordKind, r.RecordId, r.RecordVersion, r.Label, r.Why }).ToListAsync(cancel);
        var records = await db.RefsAsync(rows.Select(r => (r.RecordKind, r.RecordId)), cancel);
        return [.. rows.Select(r => new ChangeItem(r.Sequence, r.At, r.By, r.Act, r.RecordKind, r.RecordId, r.RecordVersion, r.Label, r.Why, records.GetValueOrDefault(r.RecordId)))];
    }
}
