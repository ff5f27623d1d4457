using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Records;

/// <summary>How many records of a kind stand: counted again only after an edit of one, because it takes the longer the more there are.</summary>
public sealed class RecordCounts
{
    private readonly ConcurrentDictionary<RecordKind, (long Newest, int Count)> _kept = new();

    /// <summary>How many there are now.</summary>
    internal async Task<int> OfAsync(TrackerDb db, RecordKind kind, CancellationToken cancel)
    {
        var newest = await db.Set<Revision>().Where(r => r.RecordKind == kind).MaxAsync(r => (long?)r.Sequence, cancel) ?? 0;
        if (!_kept.TryGetValue(kind, out var kept) || kept.Newest != newest)
        {
            _kept[kind] = kept = (newest, await RecordDescriptors.Of(kind).Standing(db).CountAsync(cancel));
        }

        return kept.Count;
    }
}
