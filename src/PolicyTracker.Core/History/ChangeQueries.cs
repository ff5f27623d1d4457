using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.History;

/// <summary>One accepted edit as the list of changes shows it; <paramref name="Record"/> is null where the record no longer stands.</summary>
public sealed record ChangeItem(
    long Sequence,
    DateTime At,
    string By,
    RevisionAct Act,
    RecordKind Kind,
    Guid RecordId,
    int Version,
    string Label,
    string Why,
    string Hash,
    RecordLink? Record
);

/// <summary>Which edits to list; null stands for any.</summary>
/// <param name="Kind">Of records of this kind.</param>
/// <param name="Act">That did this.</param>
/// <param name="By">By this editor, also where another approved it.</param>
/// <param name="From">On this day (UTC) or later.</param>
/// <param name="Until">On this day (UTC) or earlier.</param>
/// <param name="Words">Whose record is called so, or whose reason says so (capitals do not count).</param>
public sealed record ChangeFilter(
    RecordKind? Kind = null,
    RevisionAct? Act = null,
    string? By = null,
    DateOnly? From = null,
    DateOnly? Until = null,
    string? Words = null
);

/// <summary>What readers ask about all edits.</summary>
public sealed class ChangeQueries(IDbContextFactory<TrackerDb> contexts)
{
    // How many revisions are read at a time; the rest is read the next time.
    private const int MaxRaised = 2000;

    /// <summary>The edits after a number, each whole, oldest first. From 0 only the newest is told.</summary>
    public async Task<IReadOnlyList<Edit>> SinceAsync(long sequence, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var query = db.Revisions.AsNoTracking().OrderBy(r => r.Sequence).Where(r => r.Sequence > sequence);
        query = sequence == 0 ? db.Revisions.AsNoTracking().OrderByDescending(r => r.Sequence).Take(1) : query.Take(MaxRaised);
        var rows = await query
            .Select(r => new
            {
                r.Sequence,
                r.At,
                r.By,
                r.Why,
                r.RecordKind,
                r.RecordId,
            })
            .ToListAsync(cancel);
        return
        [
            .. rows.GroupBy(r => (r.At, r.By, r.Why))
                .Select(g => new Edit(
                    g.Key.By,
                    [.. g.Select(r => (r.RecordKind, r.RecordId))],
                    g.Min(r => r.Sequence),
                    g.Max(r => r.Sequence)
                )),
        ];
    }

    /// <summary>Up to <paramref name="most"/> edits that pass the filter, newest first, before the edit of that number where it is given.</summary>
    public async Task<IReadOnlyList<ChangeItem>> ListAsync(
        int most,
        long? before = null,
        ChangeFilter? filter = null,
        CancellationToken cancel = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var query = db.Revisions.AsNoTracking();
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
            var approved = by + ", approved by ";
            query = query.Where(r => r.By == by || r.By.StartsWith(approved));
        }

        if (filter?.From is { } from)
        {
            var start = from.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            var first =
                await db
                    .Revisions.Where(r => r.At >= start)
                    .OrderBy(r => r.At)
                    .ThenBy(r => r.Sequence)
                    .Select(r => (long?)r.Sequence)
                    .FirstOrDefaultAsync(cancel)
                ?? long.MaxValue;
            query = query.Where(r => r.Sequence >= first); // the chain is in the order of time: its numbers bound the walk, times would not
        }

        if (filter?.Until is { } until && until < DateOnly.MaxValue)
        {
            var end = until.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            var last =
                await db
                    .Revisions.Where(r => r.At < end)
                    .OrderByDescending(r => r.At)
                    .ThenByDescending(r => r.Sequence)
                    .Select(r => (long?)r.Sequence)
                    .FirstOrDefaultAsync(cancel)
                ?? 0;
            query = query.Where(r => r.Sequence <= last);
        }

        if (filter?.Words?.ToLowerInvariant() is { } words)
        {
#pragma warning disable CA1862 // translated to SQL, which knows no comparison
            query = query.Where(r => r.Label.ToLower().Contains(words) || r.Why.ToLower().Contains(words));
#pragma warning restore CA1862
        }

        return await ReadAsync(db, query, most, cancel);
    }

    /// <summary>Up to <paramref name="most"/> edits of one record, newest first.</summary>
    public async Task<Part<ChangeItem>> OfRecordAsync(RecordKind kind, Guid id, int most, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var query = db.Revisions.AsNoTracking().Where(r => r.RecordKind == kind && r.RecordId == id);
        return new(await ReadAsync(db, query, most, cancel), await query.CountAsync(cancel));
    }

    private static async Task<IReadOnlyList<ChangeItem>> ReadAsync(
        TrackerDb db,
        IQueryable<Revision> query,
        int most,
        CancellationToken cancel
    )
    {
        var rows = await query
            .OrderByDescending(r => r.Sequence)
            .Take(most)
            .Select(r => new
            {
                r.Sequence,
                r.At,
                r.By,
                r.Act,
                r.RecordKind,
                r.RecordId,
                r.RecordVersion,
                r.Label,
                r.Why,
                r.Hash,
            })
            .ToListAsync(cancel);
        var records = await db.LinksAsync(rows.Select(r => (r.RecordKind, r.RecordId)), cancel);
        return
        [
            .. rows.Select(r => new ChangeItem(
                r.Sequence,
                r.At,
                r.By,
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
