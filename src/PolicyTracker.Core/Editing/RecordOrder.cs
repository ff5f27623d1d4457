using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Editing;

/// <summary>The places that editors give to records among those that they are listed with.</summary>
internal static class RecordOrder
{
    /// <summary>The place behind the last. A gap that a removal left stays one, so that no two records share a place.</summary>
    /// <param name="db">The context of the edit.</param>
    /// <param name="kind">The kind of the record.</param>
    /// <param name="within">The record within which it is ordered; null for none.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<int> NextAsync(TrackerDb db, RecordKind kind, Guid? within, CancellationToken cancel)
    {
        var row = Row(db, RecordDescriptors.Of(kind), within);
        return (await row.Select(r => (int?)((IOrdered)r).Order).MaxAsync(cancel) ?? 0) + 1;
    }

    /// <summary>Gives a tracked record that comes into a row the place behind its last.</summary>
    public static async Task PlaceLastAsync(TrackerDb db, Record record, CancellationToken cancel)
    {
        if (record is IOrdered placed)
        {
            placed.Order = await NextAsync(db, record.Kind, WithinOf(db, record), cancel);
        }
    }

    /// <summary>The same for one that stands again, where another stands at its place meanwhile.</summary>
    public static async Task PlaceAgainAsync(TrackerDb db, Record record, CancellationToken cancel)
    {
        if (
            record is IOrdered placed
            && await Row(db, record.Descriptor, WithinOf(db, record))
                .AnyAsync(r => ((IOrdered)r).Order == placed.Order && r.Id != record.Id, cancel)
        )
        {
            await PlaceLastAsync(db, record, cancel);
        }
    }

    /// <summary>Whether an edit brings a tracked record into another row than the one in which it stood.</summary>
    public static bool IsMoved(TrackerDb db, Record record) =>
        record.Descriptor.OrderedWithin is { } key && db.Entry(record).Property(key).IsModified;

    /// <summary>The record within which a tracked record is ordered; null for none.</summary>
    public static Guid? WithinOf(TrackerDb db, Record record) =>
        record.Descriptor.OrderedWithin is { } key ? (Guid?)db.Entry(record).Property(key).CurrentValue : null;

    /// <summary>
    /// Moves a record one place up or down. Two records change; more only where several shared a place, which is put right.
    /// </summary>
    /// <param name="db">The context of the edit.</param>
    /// <param name="record">The record, tracked.</param>
    /// <param name="up">Whether it moves towards the first.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task MoveAsync(TrackerDb db, Record record, bool up, CancellationToken cancel)
    {
        var row = Row(db, record.Descriptor, WithinOf(db, record));
        var moved = (IOrdered)record;
        var beyond = row.Where(r => r.Id != record.Id);
        beyond = up
            ? beyond.Where(r => ((IOrdered)r).Order <= moved.Order).OrderByDescending(r => ((IOrdered)r).Order)
            : beyond.Where(r => ((IOrdered)r).Order >= moved.Order).OrderBy(r => ((IOrdered)r).Order);
        var near = (await beyond.Take(2).ToListAsync(cancel)).ConvertAll(r => (IOrdered)r);
        if (near.Count > 0 && near[0].Order != moved.Order && (near.Count == 1 || near[1].Order != near[0].Order))
        {
            (moved.Order, near[0].Order) = (near[0].Order, moved.Order);
        }
        else if (near.Count > 0)
        {
            await NumberAsync(db, row, record, up, cancel);
        }
    }

    private static async Task NumberAsync(TrackerDb db, IQueryable<Record> row, Record record, bool up, CancellationToken cancel)
    {
        var places = await row.OrderBy(r => ((IOrdered)r).Order)
            .ThenBy(r => r.Id)
            .Select(r => new { r.Id, ((IOrdered)r).Order })
            .ToListAsync(cancel);
        var at = places.FindIndex(p => p.Id == record.Id);
        var to = Math.Clamp(at + (up ? -1 : 1), 0, places.Count - 1);
        (places[at], places[to]) = (places[to], places[at]);
        for (var i = 0; i < places.Count; i++)
        {
            if (places[i].Order != i + 1)
            {
                ((IOrdered)(await record.Descriptor.FindAsync(db, places[i].Id, cancel))!).Order = i + 1;
            }
        }
    }

    private static IQueryable<Record> Row(TrackerDb db, RecordDescriptor descriptor, Guid? within) =>
        descriptor.OrderedWithin is { } key
            ? descriptor.Standing(db).Where(r => EF.Property<Guid?>(r, key) == within)
            : descriptor.Standing(db);
}
