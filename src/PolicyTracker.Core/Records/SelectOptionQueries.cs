using System.Collections;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Records;

/// <summary>A record to choose from a list.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Group">The record that it belongs to, where a list is grouped.</param>
public sealed record SelectOption(Guid Id, string Label, string? Group = null);

/// <summary>The records of a kind that can be chosen: all of them, or the first of many, which a field lets editors look through.</summary>
/// <param name="kind">The kind.</param>
/// <param name="items">Those that are listed.</param>
/// <param name="total">How many there are.</param>
public sealed class SelectOptions(RecordKind kind, IReadOnlyList<SelectOption> items, int total) : IReadOnlyList<SelectOption>
{
    /// <summary>The kind of the records.</summary>
    public RecordKind Kind => kind;

    /// <summary>How many there are in all.</summary>
    public int Total => total;

    /// <summary>Whether there are more than are listed.</summary>
    public bool IsCut => total > items.Count;

    /// <inheritdoc/>
    public int Count => items.Count;

    /// <inheritdoc/>
    public SelectOption this[int index] => items[index];

    /// <inheritdoc/>
    public IEnumerator<SelectOption> GetEnumerator() => items.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>What forms let editors choose from.</summary>
public sealed class SelectOptionQueries(IDbContextFactory<TrackerDb> contexts, KnownNames names)
{
    /// <summary>How many records of a kind a form lists; where there are more, it lists the newest and asks for words of the name.</summary>
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
                .ThenBy(r => r.Label, StringComparer.OrdinalIgnoreCase)
                .Select(r => new SelectOption(r.Id, r.Label, r.Group)),
        ];
}
