using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Records;

/// <summary>
/// What has to be looked at in every record of a kind, such as whether a name holds some words, kept in memory. It is read whole the
/// first time; after that each reader asks the history what was edited meanwhile, and only that is read again.
/// </summary>
/// <param name="kind">The kind of the records.</param>
/// <param name="id">The record that an item is of.</param>
/// <param name="order">The order of the items.</param>
/// <param name="read">Those of the records of these identities, or of all where there are none given.</param>
internal sealed class RecordCache<T>(
    RecordKind kind,
    Func<T, Guid> id,
    Comparison<T> order,
    Func<TrackerDb, List<Guid>?, IQueryable<T>> read
)
{
    private volatile Content? _content;

    /// <summary>The items of the records as they stand.</summary>
    public async Task<IReadOnlyList<T>> ReadAsync(TrackerDb db, CancellationToken cancel)
    {
        var known = _content;
        var newest = await db.Set<Revision>().Where(r => r.RecordKind == kind).MaxAsync(r => (long?)r.Sequence, cancel) ?? 0;
        if (known?.Newest == newest)
        {
            return known.Items;
        }

        var changed = known is null
            ? null
            : await db.Set<Revision>()
                .Where(r => r.RecordKind == kind && r.Sequence > known.Newest)
                .Select(r => r.RecordId)
                .Distinct()
                .ToListAsync(cancel);
        var items = await read(db, changed).ToListAsync(cancel);
        if (known is not null)
        {
            var isChanged = changed!.ToHashSet();
            items.AddRange(known.Items.Where(i => !isChanged.Contains(id(i))));
        }

        items.Sort(order);
        _content = new(newest, items);
        return items;
    }

    private sealed record Content(long Newest, List<T> Items);
}
