using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Records;

/// <summary>What forms let editors choose from.</summary>
public sealed class SelectOptionQueries(IDbContextFactory<TrackerDb> contexts, KnownNames names)
{
    /// <summary>
    /// How many records of a kind a form lists; where there are more, it lists the newest and asks for words of the name.
    /// </summary>
    public const int MaxListed = 50;

    /// <summary>The standing records of a kind, in the order in which they are shown; of many, the newest.</summary>
    public async Task<SelectOptions> ListAsync(RecordKind kind, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var descriptor = RecordDescriptors.Of(kind);
        var total = (await names.ReadAsync(db, kind, cancel)).Count;
        var rows = descriptor.Rows(db);
        var ids =
            total <= MaxListed
                ? null
                : await descriptor.Standing(db).OrderByDescending(r => r.Id).Take(MaxListed).Select(r => r.Id).ToListAsync(cancel);
        return new(
            kind,
            Sorted(await (ids is null ? rows : rows.Where(r => ids.Contains(r.Id))).AsNoTracking().ToListAsync(cancel)),
            total
        );
    }

    /// <summary>The first records of a kind whose name holds some words; capitals, accents and spaces do not count.</summary>
    public async Task<SelectOptions> FindAsync(RecordKind kind, string words, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(words);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var found = await names.FindAsync(db, kind, words, cancel);
        List<Guid> listed = [.. found.Take(MaxListed).Select(n => n.Id)];
        var rows = await RecordDescriptors.Of(kind).Rows(db).AsNoTracking().Where(r => listed.Contains(r.Id)).ToListAsync(cancel);
        return new(kind, Sorted(rows), found.Count);
    }

    /// <summary>What records are called; those that were removed are not among them.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        IEnumerable<(RecordKind Kind, Guid Id)> records,
        CancellationToken cancel = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (await db.LinksAsync(records, cancel)).ToDictionary(r => r.Key, r => r.Value.Label);
    }

    /// <summary>The first of these records that stands; null where none does.</summary>
    public async Task<RecordLink?> FirstAsync(IReadOnlyList<(RecordKind Kind, Guid Id)> records, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var found = await db.LinksAsync(records, cancel);
        return records.Select(r => found.GetValueOrDefault(r.Id)).FirstOrDefault(r => r is not null);
    }

    private static List<SelectOption> Sorted(IEnumerable<RecordRow> rows) =>
        [
            .. rows.OrderBy(r => r.GroupOrder)
                .ThenBy(r => r.Group, StringComparer.Ordinal)
                .ThenBy(r => r.Order)
                .ThenBy(r => KnownName.SortKey(r.Label, r.Chinese, r.Pinyin), StringComparer.OrdinalIgnoreCase)
                .Select(r => new SelectOption(r.Id, RecordNames.Shown(r.Label, r.Chinese), r.Group)),
        ];
}
