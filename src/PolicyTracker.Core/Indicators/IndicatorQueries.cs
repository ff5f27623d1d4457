using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Jurisdictions;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Indicators;

/// <summary>What readers ask about indicators.</summary>
public sealed class IndicatorQueries(IDbContextFactory<TrackerDb> contexts)
{
    /// <summary>How many indicators a page of the list holds.</summary>
    public const int PageSize = 20;

    /// <summary>
    /// A page of the indicators by pillar and order; of one pillar where it is given, and of one jurisdiction, with those that span the
    /// pillars.
    /// </summary>
    public async Task<Page<IndicatorItem>> ListAsync(
        int page = 1,
        string? pillar = null,
        Guid? jurisdiction = null,
        CancellationToken cancel = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var pillars = (
            await db.Set<Pillar>()
                .InJurisdiction(jurisdiction)
                .OrderBy(p => p.Order)
                .ThenBy(p => p.Id)
                .Where(p =>
                    pillar == null
                    || p.Slug == pillar
                    || db.Set<FormerSlug>().Any(o => o.Kind == RecordKind.Pillar && o.Slug == pillar && o.RecordId == p.Id)
                )
                .Select(p => p.Id)
                .ToListAsync(cancel)
        )
            .Select(id => (Guid?)id)
            .ToList();
        if (pillar is null && jurisdiction != Guid.Empty)
        {
            pillars.Insert(0, null); // what spans the pillars comes first
        }

        var counts = await db.Set<Indicator>().GroupBy(i => i.PillarId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        var lists = pillars.ConvertAll(p => (Pillar: p, Count: counts.Find(c => c.Key == p)?.Count ?? 0));
        var total = lists.Sum(l => l.Count);
        page = Page.Within(page, total, PageSize);
        var ids = new List<Guid>();
        // Pillar by pillar, as an index has them: sorted together, all would be read for the first page.
        foreach (var (of, skip, take) in Page.Across(lists, (page - 1) * PageSize, PageSize))
        {
            ids.AddRange(
                await db.Set<Indicator>()
                    .Where(i => i.PillarId == of)
                    .OrderBy(i => i.Order)
                    .ThenBy(i => i.Id)
                    .Skip(skip)
                    .Take(take)
                    .Select(i => i.Id)
                    .ToListAsync(cancel)
            );
        }

        return new(await ReadAsync(db, ids, cancel), total, page, PageSize);
    }

    /// <summary>The indicator; null where there is none.</summary>
    public async Task<IndicatorItem?> FindAsync(string slug, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (
            await ReadAsync(db, await db.Set<Indicator>().Where(i => i.Slug == slug).Select(i => i.Id).ToListAsync(cancel), cancel)
        ).FirstOrDefault();
    }

    /// <summary>The indicators of these identities, in the order of them.</summary>
    internal static async Task<List<IndicatorItem>> ReadAsync(TrackerDb db, List<Guid> ids, CancellationToken cancel)
    {
        var found = await db.Set<Indicator>().AsNoTracking().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancel);
        List<Indicator> indicators = [.. ids.Where(found.ContainsKey).Select(id => found[id])];
        List<Guid> pillarIds = [.. indicators.Select(i => i.PillarId).OfType<Guid>().Distinct()];
        var pillars = await db.Set<Pillar>().AsNoTracking().Where(p => pillarIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        var observations = await ValuesAsync(
            db,
            db.Set<Observation>().Where(o => ids.Contains(o.IndicatorId)),
            RecordKind.Observation,
            cancel
        );
        var targets = await ValuesAsync(db, db.Set<Target>().Where(o => ids.Contains(o.IndicatorId)), RecordKind.Target, cancel);
        var quotations = await db.QuotationsAsync(RecordKind.Indicator, ids, cancel);
        return
        [
            .. indicators.Select(i =>
            {
                var pillar = i.PillarId is { } id ? pillars.GetValueOrDefault(id) : null;
                return new IndicatorItem(
                    i.Id,
                    i.Slug,
                    i.Name,
                    i.Definition,
                    i.Unit,
                    i.Scale,
                    i.Frequency,
                    i.Direction,
                    pillar is null ? null : new RecordName(pillar.Slug, pillar.Name, pillar.NameZh),
                    pillar?.Accent ?? Accent.Slate,
                    [.. observations[i.Id]],
                    [.. targets[i.Id]],
                    [.. quotations[i.Id]]
                );
            }),
        ];
    }

    private static async Task<ILookup<Guid, ValueItem>> ValuesAsync<T>(
        TrackerDb db,
        IQueryable<T> query,
        RecordKind kind,
        CancellationToken cancel
    )
        where T : IndicatorValue
    {
        var values = (await query.AsNoTracking().ToListAsync(cancel)).OrderBy(v => v.Period).ThenBy(v => v.Id).ToList();
        var quotations = await db.QuotationsAsync(kind, [.. values.Select(v => v.Id)], cancel);
        return values.ToLookup(
            v => v.IndicatorId,
            v => new ValueItem(v.Id, v.Period, v.Value, v.Comparator, v.Note, [.. quotations[v.Id]])
        );
    }
}
