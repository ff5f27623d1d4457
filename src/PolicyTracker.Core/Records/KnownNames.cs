using System.Collections.Concurrent;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Records;

/// <summary>
/// The names that the glossary and forms have, in the order in which they are shown. They are kept in memory: whether a part of a
/// name is asked for, or stands in a text, no index of a store can tell.
/// </summary>
public sealed class KnownNames
{
    private readonly ConcurrentDictionary<RecordKind, RecordCache<KnownName>> _caches = new();

    /// <summary>Those of a kind that forms let editors choose from.</summary>
    internal Task<IReadOnlyList<KnownName>> ReadAsync(TrackerDb db, RecordKind kind, CancellationToken cancel) =>
        _caches.GetOrAdd(kind, Cache).ReadAsync(db, cancel);

    private static RecordCache<KnownName> Cache(RecordKind kind)
    {
        var descriptor = RecordDescriptors.Of(kind);
        return new(
            kind,
            n => n.Id,
            descriptor.NameOrder,
            (db, ids) =>
                descriptor
                    .Rows(db)
                    .Where(r => ids == null || ids.Contains(r.Id))
                    .Select(r => new KnownName(r.Id, r.Label, r.Chinese)
                    {
                        Slug = r.Slug ?? "",
                        Pinyin = r.Pinyin,
                        Order = r.Order,
                        IsPerson = r.IsPerson,
                    })
        );
    }
}
