using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Localization;

namespace PolicyTracker.Core.Records;

/// <summary>
/// The names that the glossary, forms and editors' lists have, in the order in which they are shown. They are kept in memory: whether
/// a part of a name is asked for, or stands in a text, no index of a store can tell.
/// </summary>
public sealed class KnownNames
{
    private readonly ConcurrentDictionary<RecordKind, RecordCache<KnownName>> _caches = new();
    private readonly ConditionalWeakTable<IReadOnlyList<KnownName>, NameSearch> _searches = [];
    private readonly ConditionalWeakTable<IReadOnlyList<KnownName>, IReadOnlyList<KnownName>> _byPinyin = [];

    /// <summary>Those of a kind. Where they are in no order of the editors', Chinese names are sorted by pinyin for who reads Chinese.</summary>
    internal async Task<IReadOnlyList<KnownName>> ReadAsync(TrackerDb db, RecordKind kind, CancellationToken cancel)
    {
        var names = await _caches.GetOrAdd(kind, Cache).ReadAsync(db, cancel);
        return Languages.IsChinese && RecordDescriptors.Of(kind).NameOrder == KnownName.ByName
            ? _byPinyin.GetValue(names, ByPinyin)
            : names;
    }

    /// <summary>Those of a kind that hold some words; capitals, accents and spaces do not count.</summary>
    internal async Task<IReadOnlyList<KnownName>> FindAsync(TrackerDb db, RecordKind kind, string words, CancellationToken cancel)
    {
        var names = await ReadAsync(db, kind, cancel);
        return _searches.GetValue(names, n => new(n)).Find(words);
    }

    private static IReadOnlyList<KnownName> ByPinyin(IReadOnlyList<KnownName> names) =>
        [
            .. names
                .OrderBy(n => KnownName.SortKey(n.English, n.Chinese, n.Pinyin), StringComparer.OrdinalIgnoreCase)
                .ThenBy(n => n.Chinese, StringComparer.Ordinal)
                .ThenBy(n => n.Id),
        ];

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
                        GroupOrder = r.GroupOrder,
                        Order = r.Order,
                        IsPerson = r.IsPerson,
                        JurisdictionId = r.JurisdictionId,
                    }),
            descriptor.OrderedBy
        );
    }
}
