using PolicyTracker.Core.Data;
using PolicyTracker.Core.Initiatives;

namespace PolicyTracker.Core.Records;

/// <summary>
/// The names that the glossary and forms have, in the order in which they are shown. They are kept in memory: whether a part of a
/// name is asked for, or stands in a text, no index of a store can tell.
/// </summary>
public sealed class KnownNames
{
    private readonly Dictionary<RecordKind, RecordCache<KnownName>> _caches = new()
    {
        [RecordKind.Term] = Cache(
            RecordKind.Term,
            (a, b) => string.CompareOrdinal(a.Slug, b.Slug),
            (db, ids) =>
                db
                    .Terms.Where(t => ids == null || ids.Contains(t.Id))
                    .Select(t => new KnownName(t.Id, t.English, t.Chinese) { Slug = t.Slug, Pinyin = t.Pinyin })
        ),
        [RecordKind.Initiative] = Cache(
            RecordKind.Initiative,
            ByOrder,
            (db, ids) =>
                db
                    .Initiatives.Where(i => ids == null || ids.Contains(i.Id))
                    .Select(i => new KnownName(i.Id, i.Name, i.NameZh) { Slug = i.Slug, Order = i.Order })
        ),
        [RecordKind.Actor] = Cache(
            RecordKind.Actor,
            ByOrder,
            (db, ids) =>
                db
                    .Actors.Where(a => ids == null || ids.Contains(a.Id))
                    .Select(a => new KnownName(a.Id, a.Name, a.NameZh) { Slug = a.Slug, IsPerson = a.ActorKind == ActorKind.Person })
        ),
        [RecordKind.Topic] = Cache(
            RecordKind.Topic,
            ByOrder,
            (db, ids) =>
                db
                    .Topics.Where(t => ids == null || ids.Contains(t.Id))
                    .Select(t => new KnownName(t.Id, t.Name, t.NameZh) { Slug = t.Slug, Order = t.Order })
        ),
        [RecordKind.Pillar] = Cache(
            RecordKind.Pillar,
            ByOrder,
            (db, ids) =>
                db
                    .Pillars.Where(p => ids == null || ids.Contains(p.Id))
                    .Select(p => new KnownName(p.Id, p.Name, p.NameZh) { Order = p.Order })
        ),
        [RecordKind.Goal] = Cache(
            RecordKind.Goal,
            ByOrder,
            (db, ids) =>
                db.Goals.Where(g => ids == null || ids.Contains(g.Id)).Select(g => new KnownName(g.Id, g.Title, null) { Order = g.Order })
        ),
        [RecordKind.Commitment] = Cache(
            RecordKind.Commitment,
            ByOrder,
            (db, ids) =>
                db
                    .Commitments.Where(c => ids == null || ids.Contains(c.Id))
                    .Select(c => new KnownName(c.Id, c.Title, null) { Order = c.Order })
        ),
        [RecordKind.Indicator] = Cache(
            RecordKind.Indicator,
            ByOrder,
            (db, ids) =>
                db
                    .Indicators.Where(i => ids == null || ids.Contains(i.Id))
                    .Select(i => new KnownName(i.Id, i.Name, null) { Order = i.Order })
        ),
    };

    /// <summary>Those of a kind that forms let editors choose from.</summary>
    internal Task<IReadOnlyList<KnownName>> ReadAsync(TrackerDb db, RecordKind kind, CancellationToken cancel) =>
        _caches[kind].ReadAsync(db, cancel);

    private static int ByOrder(KnownName a, KnownName b) => a.Order != b.Order ? a.Order.CompareTo(b.Order) : a.Id.CompareTo(b.Id);

    private static RecordCache<KnownName> Cache(
        RecordKind kind,
        Comparison<KnownName> order,
        Func<TrackerDb, List<Guid>?, IQueryable<KnownName>> read
    ) => new(kind, n => n.Id, order, read);
}
