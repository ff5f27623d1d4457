using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Pillars;

namespace PolicyTracker.Core.Commitments;

/// <summary>A record by its name and its part of an address.</summary>
public sealed record Named(string Slug, string Name);

/// <summary>A commitment as lists and pages show it.</summary>
public sealed record CommitmentItem(
    Guid Id,
    string Slug,
    string Title,
    Status Status,
    DateOnly? Due,
    bool IsOverdue,
    string? Timeframe,
    Named Goal,
    Named? Pillar,
    Accent Accent,
    Named? Responsible,
    Named? Initiative,
    IReadOnlyList<Named> Topics,
    IReadOnlyList<Quotation> Quotations);

/// <summary>A result stated as reached, as pages show it; <paramref name="IsOfCommitment"/> says whether it bears on a commitment of its own, not only on a goal.</summary>
public sealed record AchievementItem(Guid Id, string Slug, string Title, bool IsOfCommitment, Named? Indicator, IReadOnlyList<Quotation> Quotations);

/// <summary>A commitment's own page: the commitment, how its status came about, the results that bear on it.</summary>
public sealed record CommitmentDetail(CommitmentItem Commitment, IReadOnlyList<StatusStep> Steps, IReadOnlyList<AchievementItem> Achievements, IReadOnlyList<Named> Siblings, DateTime ChangedAt);

/// <summary>How many commitments have a status.</summary>
public sealed record StatusCount(Status Status, int Count);

/// <summary>Which commitments to list; null stands for any.</summary>
public sealed record CommitmentFilter(Status? Status = null, string? Topic = null, string? Pillar = null, string? Responsible = null);

/// <summary>A page of a list: its items, how many there are in all, and which page it is (from 1).</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total, int Number, int Size)
{
    /// <summary>How many pages there are, at least 1.</summary>
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);
}

/// <summary>What readers ask about commitments.</summary>
public sealed class CommitmentQueries(IDbContextFactory<TrackerDb> contexts, TimeProvider clock)
{
    /// <summary>How many commitments a page of the list holds.</summary>
    public const int PageSize = 40;

    /// <summary>A page of the commitments that pass the filter, by pillar, goal and order.</summary>
    public async Task<Page<CommitmentItem>> ListAsync(CommitmentFilter filter, int page = 1, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var query = Where(db, db.Commitments.AsNoTracking(), filter);
        var total = await query.CountAsync(cancel);
        page = Math.Clamp(page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        return new(await ReadAsync(db, query, clock, (page - 1) * PageSize, PageSize, cancel), total, page, PageSize);
    }

    /// <summary>The commitment's page; null where there is none.</summary>
    public async Task<CommitmentDetail?> FindAsync(string slug, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var found = await ReadAsync(db, db.Commitments.AsNoTracking().Where(c => c.Slug == slug), clock, 0, 1, cancel);
        if (found.Count == 0)
        {
            return null;
        }

        var id = found[0].Id;
        var about = await db.Commitments.Where(c => c.Id == id).Select(c => new { c.GoalId, c.ChangedAt }).FirstAsync(cancel);
        var steps = await db.StepsAsync(db.StatusChanges.Where(s => s.CommitmentId == id), cancel);
        var achievements = await ReadAchievementsAsync(db, db.Achievements.Where(a => a.CommitmentId == id || (a.GoalId == about.GoalId && a.CommitmentId == null)), cancel);
        var siblings = await db.Commitments.Where(c => c.GoalId == about.GoalId && c.Id != id).OrderBy(c => c.Order).Take(30).Select(c => new Named(c.Slug, c.Title)).ToListAsync(cancel);
        return new(found[0], [.. steps[id]], achievements, siblings, about.ChangedAt);
    }

    /// <summary>The topics that commitments have, in their order; of one pillar where it is given.</summary>
    public async Task<IReadOnlyList<Named>> TopicsAsync(string? pillar = null, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var used = Where(db, db.Commitments, new(Pillar: pillar)).SelectMany(c => c.Topics).Select(t => t.TopicId);
        return await db.Topics.AsNoTracking().Where(t => used.Contains(t.Id)).OrderBy(t => t.Order).Select(t => new Named(t.Slug, t.Name)).ToListAsync(cancel);
    }

    // A filter that was kept under an old slug still means the same.
    internal static IQueryable<Commitment> Where(TrackerDb db, IQueryable<Commitment> query, CommitmentFilter filter)
    {
        if (filter.Status is { } status)
        {
            query = query.Where(c => c.Status == status);
        }

        if (filter.Topic is { } topic)
        {
            query = query.Where(c => c.Topics.Any(t => db.Topics.Any(x => x.Id == t.TopicId && (x.Slug == topic || db.OldAddresses.Any(o => o.Kind == RecordKind.Topic && o.Slug == topic && o.RecordId == x.Id)))));
        }

        if (filter.Pillar is { } pillar)
        {
            query = query.Where(c => db.Goals.Any(g => g.Id == c.GoalId && db.Pillars.Any(p => p.Id == g.PillarId && (p.Slug == pillar || db.OldAddresses.Any(o => o.Kind == RecordKind.Pillar && o.Slug == pillar && o.RecordId == p.Id)))));
        }

        if (filter.Responsible is { } actor)
        {
            query = query.Where(c => db.Actors.Any(a => a.Id == c.ResponsibleId && (a.Slug == actor || db.OldAddresses.Any(o => o.Kind == RecordKind.Actor && o.Slug == actor && o.RecordId == a.Id))));
        }

        return query;
    }

    internal static async Task<List<CommitmentItem>> ReadAsync(TrackerDb db, IQueryable<Commitment> query, TimeProvider clock, int skip, int take, CancellationToken cancel)
    {
        var rows = await (
            from c in query
            join g in db.Goals on c.GoalId equals g.Id
            join p0 in db.Pillars on g.PillarId equals p0.Id into ps
            from p in ps.DefaultIfEmpty()
            join a0 in db.Actors on c.ResponsibleId equals a0.Id into actors
            from a in actors.DefaultIfEmpty()
            join i0 in db.Initiatives on c.InitiativeId equals i0.Id into initiatives
            from i in initiatives.DefaultIfEmpty()
            orderby p == null ? 0 : p.Order, g.Order, c.Order, c.Id
            select new
            {
                c.Id,
                c.Slug,
                c.Title,
                c.Status,
                c.Due,
                c.Timeframe,
                GoalSlug = g.Slug,
                GoalTitle = g.Title,
                PillarSlug = (string?)p.Slug,
                PillarName = (string?)p.Name,
                Accent = (Accent?)p.Accent,
                ActorSlug = (string?)a.Slug,
                ActorName = (string?)a.Name,
                InitiativeSlug = (string?)i.Slug,
                InitiativeName = (string?)i.Name,
            }).Skip(skip).Take(take).ToListAsync(cancel);
        List<Guid> ids = [.. rows.Select(r => r.Id)];
        var quotations = await db.QuotationsAsync(RecordKind.Commitment, ids, cancel);
        var topics = (await (
            from t in db.Set<CommitmentTopic>()
            where ids.Contains(t.CommitmentId)
            join x in db.Topics on t.TopicId equals x.Id
            orderby x.Order
            select new { t.CommitmentId, x.Slug, x.Name }).ToListAsync(cancel)).ToLookup(t => t.CommitmentId, t => new Named(t.Slug, t.Name));
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return [.. rows.Select(r => new CommitmentItem(
            r.Id, r.Slug, r.Title, r.Status, r.Due, Commitment.IsOverdue(r.Due, r.Status, today), r.Timeframe,
            new(r.GoalSlug, r.GoalTitle), Name(r.PillarSlug, r.PillarName), r.Accent ?? Accent.Slate,
            Name(r.ActorSlug, r.ActorName), Name(r.InitiativeSlug, r.InitiativeName), [.. topics[r.Id]], [.. quotations[r.Id]]))];
    }

    internal static async Task<List<AchievementItem>> ReadAchievementsAsync(TrackerDb db, IQueryable<Achievement> query, CancellationToken cancel)
    {
        var rows = await (
            from a in query.AsNoTracking()
            join i0 in db.Indicators on a.IndicatorId equals i0.Id into indicators
            from i in indicators.DefaultIfEmpty()
            orderby a.Order, a.Id
            select new { a.Id, a.Slug, a.Title, a.CommitmentId, IndicatorSlug = (string?)i.Slug, IndicatorName = (string?)i.Name }).ToListAsync(cancel);
        var quotations = await db.QuotationsAsync(RecordKind.Achievement, [.. rows.Select(r => r.Id)], cancel);
        return [.. rows.Select(r => new AchievementItem(r.Id, r.Slug, r.Title, r.CommitmentId is not null, Name(r.IndicatorSlug, r.IndicatorName), [.. quotations[r.Id]]))];
    }

    private static Named? Name(string? slug, string? name) => slug is null || name is null ? null : new Named(slug, name);
}
