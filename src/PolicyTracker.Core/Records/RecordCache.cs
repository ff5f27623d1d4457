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
/// <param name="others">Kinds of which items hold something too: after an edit of one, all items are read anew.</param>
internal sealed class RecordCache<T>(
    RecordKind kind,
    Func<T, Guid> id,
    Comparison<T> order,
    Func<TrackerDb, List<Guid>?, IQueryable<T>> read,
    params RecordKind[] others
)
{
    private volatile Content? _content;

    /// <summary>The items of the records as they stand; the same list until there was an edit.</summary>
    public async Task<IReadOnlyList<T>> ReadAsync(TrackerDb db, CancellationToken cancel)
    {
        var known = _content;
        var newest = await NewestAsync(db, kind, cancel);
        var newestOfOthers = 0L;
        foreach (var other in others)
        {
            newestOfOthers = Math.Max(newestOfOthers, await NewestAsync(db, other, cancel));
        }

        if (known?.Newest == newest && known.NewestOfOthers == newestOfOthers)
        {
            return known.Items;
        }

        var isWhole = known?.NewestOfOthers != newestOfOthers;
        var changed = isWhole ? null : await ChangedAsync(db, known!.Newest, cancel);
        var items = await read(db, changed).ToListAsync(cancel);
        items.Sort(order);
        if (!isWhole)
        {
            var isChanged = changed!.ToHashSet();
            items = Merged(known!.Items.Where(i => !isChanged.Contains(id(i))), items);
        }

        _content = new(newest, newestOfOthers, items);
        return items;
    }

    private Task<List<Guid>> ChangedAsync(TrackerDb db, long since, CancellationToken cancel) =>
        db.Set<Revision>().Where(r => r.RecordKind == kind && r.Sequence > since).Select(r => r.RecordId).Distinct().ToListAsync(cancel);

    // Both are in order: what was edited comes between the rest.
    private List<T> Merged(IEnumerable<T> rest, List<T> edited)
    {
        var items = new List<T>();
        var next = 0;
        foreach (var item in rest)
        {
            while (next < edited.Count && order(edited[next], item) < 0)
            {
                items.Add(edited[next++]);
            }

            items.Add(item);
        }

        items.AddRange(edited[next..]);
        return items;
    }

    private static async Task<long> NewestAsync(TrackerDb db, RecordKind kind, CancellationToken cancel) =>
        await db.Set<Revision>().Where(r => r.RecordKind == kind).MaxAsync(r => (long?)r.Sequence, cancel) ?? 0;

    private sealed record Content(long Newest, long NewestOfOthers, List<T> Items);
}
