using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Pillars;

namespace PolicyTracker.Core.Indicators;

/// <summary>A value of an indicator, reported or to reach, with its quotations.</summary>
public sealed record ValueItem(Guid Id, string Period, decimal Value, Comparator Comparator, string? Note, IReadOnlyList<Quotation> Quotations);

/// <summary>An indicator with its values in the order of their periods.</summary>
public sealed record IndicatorItem(
    Guid Id,
    string Slug,
    string Name,
    string Definition,
    string Unit,
    decimal Scale,
    string? Frequency,
    Direction Direction,
    Named? Pillar,
    Accent Accent,
    IReadOnlyList<ValueItem> Observations,
    IReadOnlyList<ValueItem> Targets,
    IReadOnlyList<Quotation> Quotations);

/// <summary>What readers ask about indicators.</summary>
public sealed class IndicatorQueries(IDbContextFactory<TrackerDb> contexts)
{
    /// <summary>How many indicators a page of the list holds.</summary>
    public const int PageSize = 50;

    /// <summary>A page of the indicators, by pillar and order.</summary>
    public async Task<Page<IndicatorItem>> ListAsync(int page = 1, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var total = await db.Indicators.CountAsync(cancel);
        page = Math.Clamp(page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var ordered = from i in db.Indicators
                      join p0 in db.Pillars on i.PillarId equals p0.Id into ps
                      from p in ps.DefaultIfEmpty()
                      orderby p == null ? 0 : p.Order, i.Order, i.Id
                      select i;
        return new(await ReadAsync(db, ordered.Skip((page - 1) * PageSize).Take(PageSize), cancel), total, page, PageSize);
    }

    /// <summary>The indicator; null where there is none.</summary>
    public async Task<IndicatorItem?> FindAsync(string slug, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (await ReadAsync(db, db.Indicators.Where(i => i.Slug == slug), cancel)).FirstOrDefault();
    }

    internal static async Task<List<IndicatorItem>> ReadAsync(TrackerDb db, IQueryable<Indicator> query, CancellationToken cancel)
    {
        var indicators = await query.AsNoTracking().ToListAsync(cancel);
        List<Guid> ids = [.. indicators.Select(i => i.Id)];
        List<Guid> pillarIds = [.. indicators.Select(i => i.PillarId).OfType<Guid>().Distinct()];
        var pillars = await db.Pillars.AsNoTracking().Where(p => pillarIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        var observations = await ValuesAsync(db, db.Observations.Where(o => ids.Contains(o.IndicatorId)), RecordKind.Observation, cancel);
        var targets = await ValuesAsync(db, db.Targets.Where(o => ids.Contains(o.IndicatorId)), RecordKind.Target, cancel);
        var quotations = await db.QuotationsAsync(RecordKind.Indicator, ids, cancel);
        return [.. indicators.Select(i =>
        {
            var pillar = i.PillarId is { } id ? pillars.GetValueOrDefault(id) : null;
            return new IndicatorItem(i.Id, i.Slug, i.Name, i.Definition, i.Unit, i.Scale, i.Frequency, i.Direction,
                pillar is null ? null : new Named(pillar.Slug, pillar.Name), pillar?.Accent ?? Accent.Slate,
                [.. observations[i.Id]], [.. targets[i.Id]], [.. quotations[i.Id]]);
        })];
    }

    private static async Task<ILookup<Guid, ValueItem>> ValuesAsync<T>(TrackerDb db, IQueryable<T> query, RecordKind kind, CancellationToken cancel) where T : IndicatorValue
    {
        var values = (await query.AsNoTracking().ToListAsync(cancel)).OrderBy(v => Period.Of(v.Period)).ThenBy(v => v.Id).ToList();
        var quotations = await db.QuotationsAsync(kind, [.. values.Select(v => v.Id)], cancel);
        return values.ToLookup(v => v.IndicatorId, v => new ValueItem(v.Id, v.Period, v.Value, v.Comparator, v.Note, [.. quotations[v.Id]]));
    }
}
