using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.History;

/// <summary>What readers ask about all edits.</summary>
public sealed class ChangeQueries(IDbContextFactory<TrackerDb> contexts)
{
    // How many edits are read at a time; the rest is read the next time.
    private const int MaxRaised = 200;

    /// <summary>The edits after that of a number, oldest first; up to 200. From 0 only the newest is told.</summary>
    public async Task<IReadOnlyList<EditEvent>> SinceAsync(long edit, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var last = await db.Set<Edit>().MaxAsync(e => (long?)e.Id, cancel) ?? 0;
        var first = edit == 0 ? last : edit + 1;
        if (last < first)
        {
            return [];
        }

        last = Math.Min(last, first + MaxRaised - 1);
        var rows = await db.Set<Revision>()
            .Where(r => r.EditId >= first && r.EditId <= last)
            .OrderBy(r => r.Sequence)
            .Select(r => new
            {
                r.EditId,
                r.RecordKind,
                r.RecordId,
            })
            .ToListAsync(cancel);
        return [.. rows.GroupBy(r => r.EditId).Select(g => new EditEvent(g.Key, [.. g.Select(r => (r.RecordKind, r.RecordId))]))];
    }

    /// <summary>
    /// Up to <paramref name="max"/> edits that pass the filter, newest first, before the edit of that number where it is given.
    /// </summary>
    public async Task<IReadOnlyList<ChangeItem>> ListAsync(
        int max,
        long? before = null,
        ChangeFilter? filter = null,
        CancellationToken cancel = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var query = db.Set<Revision>().AsNoTracking();
        if (before is { } sequence)
        {
            query = query.Where(r => r.Sequence < sequence);
        }

        if (filter?.Kind is { } kind)
        {
            query = query.Where(r => r.RecordKind == kind);
        }

        if (filter?.Act is { } act)
        {
            query = query.Where(r => r.Act == act);
        }

        if (filter?.By is { } by)
        {
            query = query.Where(r => r.Edit.By == by);
        }

        if (filter?.From is { } from)
        {
            var start = from.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            var edit = db.Set<Edit>().Where(e => e.At >= start).OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => e.Id).Take(1);
            var first =
                await db.Set<Revision>().Where(r => edit.Contains(r.EditId)).MinAsync(r => (long?)r.Sequence, cancel) ?? long.MaxValue;
            query = query.Where(r => r.Sequence >= first); // the chain is in the order of time: its numbers bound the walk, times would not
        }

        if (filter?.Until is { } until && until < DateOnly.MaxValue)
        {
            var end = until.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            var edit = db.Set<Edit>()
                .Where(e => e.At < end)
                .OrderByDescending(e => e.At)
                .ThenByDescending(e => e.Id)
                .Select(e => e.Id)
                .Take(1);
            var last = await db.Set<Revision>().Where(r => edit.Contains(r.EditId)).MaxAsync(r => (long?)r.Sequence, cancel) ?? 0;
            query = query.Where(r => r.Sequence <= last);
        }

        if (filter?.Words?.ToLowerInvariant() is { } words)
        {
#pragma warning disable CA1862 // translated to SQL, which knows no comparison
            query = query.Where(r => r.Label.ToLower().Contains(words) || r.Edit.Why.ToLower().Contains(words));
#pragma warning restore CA1862
        }

        return await ReadAsync(db, query, max, cancel);
    }

    /// <summary>Up to <paramref name="max"/> edits of one record, newest first.</summary>
    public async Task<Part<ChangeItem>> OfRecordAsync(RecordKind kind, Guid id, int max, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var query = db.Set<Revision>().AsNoTracking().Where(r => r.RecordKind == kind && r.RecordId == id);
        return new(await ReadAsync(db, query, max, cancel), await query.CountAsync(cancel));
    }

    private static async Task<IReadOnlyList<ChangeItem>> ReadAsync(
        TrackerDb db,
        IQueryable<Revision> query,
        int max,
        CancellationToken cancel
    )
    {
        var rows = await query
            .OrderByDescending(r => r.Sequence)
            .Take(max)
            .Select(r => new
            {
                r.Sequence,
                r.EditId,
                r.Edit.At,
                r.Edit.By,
                r.Edit.ApprovedBy,
                r.Edit.Why,
                r.Act,
                r.RecordKind,
                r.RecordId,
                r.RecordVersion,
                r.Label,
                r.Hash,
            })
            .ToListAsync(cancel);
        var records = await db.LinksAsync(rows.Select(r => (r.RecordKind, r.RecordId)), cancel);
        return
        [
            .. rows.Select(r => new ChangeItem(
                r.Sequence,
                r.EditId,
                r.At,
                r.By,
                r.ApprovedBy,
                r.Act,
                r.RecordKind,
                r.RecordId,
                r.RecordVersion,
                r.Label,
                r.Why,
                r.Hash,
                records.GetValueOrDefault(r.RecordId)
            )),
        ];
    }
}
