using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Indicators;

namespace PolicyTracker.Core.Pillars;

/// <summary>A pillar on the overview: what it is, and how much stands under it.</summary>
public sealed record PillarCard(Guid Id, string Slug, string Name, string? NameZh, Accent Accent, string Summary, int Goals, int Commitments, int Achievements, int Overdue, IReadOnlyList<StatusCount> Statuses, IReadOnlyList<IndicatorItem> Indicators);

/// <summary>A goal with the commitments that serve it.</summary>
public sealed record GoalItem(Guid Id, string Slug, string Title, string? Summary, IReadOnlyList<Quotation> Quotations, IReadOnlyList<CommitmentItem> Commitments);

/// <summary>A pillar's page. Commitments are those that pass the filter; counts are of all.</summary>
public sealed record PillarDetail(
    Guid Id,
    string Slug,
    string Name,
    string? NameZh,
    Accent Accent,
    string Summary,
    DateTime ChangedAt,
    IReadOnlyList<Quotation> Quotations,
    IReadOnlyList<GoalItem> Goals,
    IReadOnlyList<AchievementItem> Achievements,
    IReadOnlyList<IndicatorItem> Indicators,
    IReadOnlyList<StatusCount> Statuses);

/// <summary>What readers ask about pillars.</summary>
public sealed class PillarQueries(IDbContextFactory<TrackerDb> contexts, TimeProvider clock)
{
    /// <summary>The most commitments that a pillar's page shows; the list of commitments has them all.</summary>
    public const int MostCommitments = 300;

    /// <summary>The pillars by name, in their order.</summary>
    public async Task<IReadOnlyList<Named>> NamesAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Pillars.AsNoTracking().OrderBy(p => p.Order).Select(p => new Named(p.Slug, p.Name)).ToListAsync(cancel);
    }

    /// <summary>The pillars in their order, with counts.</summary>
    public async Task<IReadOnlyList<PillarCard>> OverviewAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var pillars = await db.Pillars.AsNoTracking().OrderBy(p => p.Order).ToListAsync(cancel);
        var goals = await db.Goals.Where(g => g.PillarId != null).GroupBy(g => g.PillarId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        var achievements = await db.Achievements.Where(a => a.PillarId != null).GroupBy(a => a.PillarId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var statuses = await (
            from c in db.Commitments
            join g in db.Goals on c.GoalId equals g.Id
            where g.PillarId != null
            group c by new { g.PillarId, c.Status } into byStatus
            select new { byStatus.Key.PillarId, byStatus.Key.Status, Count = byStatus.Count(), Late = byStatus.Count(c => c.Due < today) }).ToListAsync(cancel);
        var indicators = await IndicatorQueries.ReadAsync(db, db.Indicators.Where(i => i.PillarId != null).OrderBy(i => i.Order).Take(30), cancel);
        return [.. pillars.Select(p => new PillarCard(
            p.Id, p.Slug, p.Name, p.NameZh, p.Accent, p.Summary,
            goals.Find(g => g.Key == p.Id)?.Count ?? 0,
            statuses.Where(s => s.PillarId == p.Id).Sum(s => s.Count),
            achievements.Find(a => a.Key == p.Id)?.Count ?? 0,
            statuses.Where(s => s.PillarId == p.Id && Commitment.IsOverdue(today.AddDays(-1), s.Status, today)).Sum(s => s.Late),
            [.. statuses.Where(s => s.PillarId == p.Id).OrderBy(s => s.Status).Select(s => new StatusCount(s.Status, s.Count))],
            [.. indicators.Where(i => i.Pillar?.Slug == p.Slug).Take(4)]))];
    }

    /// <summary>The pillar's page; null where there is none.</summary>
    public async Task<PillarDetail?> FindAsync(string slug, Status? status = null, string? topic = null, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var pillar = await db.Pillars.AsNoTracking().FirstOrDefaultAsync(p => p.Slug == slug, cancel);
        if (pillar is null)
        {
            return null;
        }

        var quotations = await db.QuotationsAsync(RecordKind.Pillar, [pillar.Id], cancel);
        var filtered = CommitmentQueries.Where(db, db.Commitments.AsNoTracking(), new(status, topic, slug));
        var goals = await ReadGoalsAsync(db, db.Goals.Where(g => g.PillarId == pillar.Id), filtered, cancel);
        var achievements = await CommitmentQueries.ReadAchievementsAsync(db, db.Achievements.Where(a => a.PillarId == pillar.Id), cancel);
        var indicators = await IndicatorQueries.ReadAsync(db, db.Indicators.Where(i => i.PillarId == pillar.Id).OrderBy(i => i.Order), cancel);
        var statuses = await CommitmentQueries.Where(db, db.Commitments, new(Pillar: slug)).GroupBy(c => c.Status).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        return new(pillar.Id, pillar.Slug, pillar.Name, pillar.NameZh, pillar.Accent, pillar.Summary, pillar.ChangedAt, [.. quotations[pillar.Id]],
            goals, achievements, indicators, [.. statuses.OrderBy(s => s.Key).Select(s => new StatusCount(s.Key, s.Count))]);
    }

    /// <summary>The strategic goals that span the pillars, with their commitments.</summary>
    public async Task<IReadOnlyList<GoalItem>> StrategicGoalsAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await ReadGoalsAsync(db, db.Goals.Where(g => g.PillarId == null),
            db.Commitments.AsNoTracking().Where(c => db.Goals.Any(g => g.Id == c.GoalId && g.PillarId == null)), cancel);
    }

    /// <summary>The stated results that span the pillars.</summary>
    public async Task<IReadOnlyList<AchievementItem>> StrategicAchievementsAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await CommitmentQueries.ReadAchievementsAsync(db, db.Achievements.Where(a => a.PillarId == null), cancel);
    }

    private async Task<List<GoalItem>> ReadGoalsAsync(TrackerDb db, IQueryable<Goal> query, IQueryable<Commitment> commitments, CancellationToken cancel)
    {
        var goals = await query.AsNoTracking().OrderBy(g => g.Order).ThenBy(g => g.Id).ToListAsync(cancel);
        var quotations = await db.QuotationsAsync(RecordKind.Goal, [.. goals.Select(g => g.Id)], cancel);
        var byGoal = (await CommitmentQueries.ReadAsync(db, commitments, clock, 0, MostCommitments, cancel)).ToLookup(c => c.Goal.Slug);
        return [.. goals.Select(g => new GoalItem(g.Id, g.Slug, g.Title, g.Summary, [.. quotations[g.Id]], [.. byGoal[g.Slug]]))];
    }
}
