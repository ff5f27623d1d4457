using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Actors;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Initiatives;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Commitments;

/// <summary>What readers ask about commitments.</summary>
public sealed class CommitmentQueries(IDbContextFactory<TrackerDb> contexts, CommitmentIndex index, KnownNames names, TimeProvider clock)
{
    /// <summary>How many commitments a page of the list holds.</summary>
    public const int PageSize = 20;

    /// <summary>How many commitments to the same goal, and results stated for it, a commitment's page names.</summary>
    public const int MaxBeside = 20;

    /// <summary>A page of the commitments that pass the filter, by pillar, goal and order.</summary>
    public async Task<Page<CommitmentItem>> ListAsync(CommitmentFilter filter, int page = 1, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var outline = await index.ReadAsync(db, cancel);
        var found = outline.Where(await ResolveAsync(db, filter, cancel)).ToList();
        page = Page.Within(page, found.Count, PageSize);
        List<Guid> ids = [.. found.Skip((page - 1) * PageSize).Take(PageSize).Select(c => c.Id)];
        return new(await ReadAsync(db, db.Set<Commitment>().Where(c => ids.Contains(c.Id)), clock, cancel), found.Count, page, PageSize);
    }

    /// <summary>The commitment's page; null where there is none.</summary>
    public async Task<CommitmentDetail?> FindAsync(string slug, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var found = await ReadAsync(db, db.Set<Commitment>().AsNoTracking().Where(c => c.Slug == slug), clock, cancel);
        if (found.Count == 0)
        {
            return null;
        }

        var id = found[0].Id;
        var about = await db.Set<Commitment>().Where(c => c.Id == id).Select(c => new { c.GoalId, c.ChangedAt }).FirstAsync(cancel);
        var steps = await db.StepsAsync(db.Set<StatusChange>().Where(s => s.CommitmentId == id), cancel);
        var achievements = await ReadAchievementsAsync(db, db.Set<Achievement>().Where(a => a.CommitmentId == id), cancel);
        var stated = db.Set<Achievement>().Where(a => a.GoalId == about.GoalId && a.CommitmentId == null);
        var ofGoal = new Part<AchievementItem>(
            await ReadAchievementsAsync(db, stated.OrderBy(a => a.Order).ThenBy(a => a.Id).Take(MaxBeside), cancel),
            await stated.CountAsync(cancel)
        );
        var beside = db.Set<Commitment>().Where(c => c.GoalId == about.GoalId && c.Id != id);
        var siblings = new Part<RecordName>(
            await beside
                .OrderBy(c => c.Order)
                .ThenBy(c => c.Id)
                .Take(MaxBeside)
                .Select(c => new RecordName(c.Slug, c.Title))
                .ToListAsync(cancel),
            await beside.CountAsync(cancel)
        );
        return new(found[0], [.. steps[id]], await db.DisputesAsync(id, cancel), achievements, ofGoal, siblings, about.ChangedAt);
    }

    /// <summary>The topics that commitments have, in their order; of one pillar where it is given, and of one jurisdiction.</summary>
    public async Task<IReadOnlyList<RecordName>> TopicsAsync(
        string? pillar = null,
        Guid? jurisdiction = null,
        CancellationToken cancel = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var outline = await index.ReadAsync(db, cancel);
        var wanted = await ResolveAsync(db, new(Pillar: pillar, Jurisdiction: jurisdiction), cancel);
        var topics = await names.ReadAsync(db, RecordKind.Topic, cancel);
        return
        [
            .. topics
                .Where(t => outline.Where(wanted with { Topic = t.Id }).Any())
                .Select(t => new RecordName(t.Slug, t.English, t.Chinese)),
        ];
    }

    /// <summary>A filter with the records that its slugs name; one that was kept under an old slug still means the same.</summary>
    internal static async Task<CommitmentIds> ResolveAsync(TrackerDb db, CommitmentFilter filter, CancellationToken cancel) =>
        new(
            filter.Status,
            await IdAsync(db, RecordKind.Topic, db.Set<Topic>().Where(t => t.Slug == filter.Topic), filter.Topic, cancel),
            await IdAsync(db, RecordKind.Pillar, db.Set<Pillar>().Where(p => p.Slug == filter.Pillar), filter.Pillar, cancel),
            await IdAsync(db, RecordKind.Actor, db.Set<Actor>().Where(a => a.Slug == filter.Responsible), filter.Responsible, cancel),
            await IdAsync(db, RecordKind.Goal, db.Set<Goal>().Where(g => g.Slug == filter.Goal), filter.Goal, cancel),
            filter.Jurisdiction
        );

    // No record is Guid.Empty: what is named by no slug has no commitments.
    private static async Task<Guid?> IdAsync(
        TrackerDb db,
        RecordKind kind,
        IQueryable<Record> named,
        string? slug,
        CancellationToken cancel
    ) =>
        slug is null
            ? null
            : await named.Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancel)
                ?? await db.Set<FormerSlug>()
                    .Where(o => o.Kind == kind && o.Slug == slug)
                    .Select(o => (Guid?)o.RecordId)
                    .FirstOrDefaultAsync(cancel)
                ?? Guid.Empty;

    /// <summary>The commitments of a query that is bounded already, by pillar, goal and order.</summary>
    internal static async Task<List<CommitmentItem>> ReadAsync(
        TrackerDb db,
        IQueryable<Commitment> query,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var rows = await (
            from c in query
            join g in db.Set<Goal>() on c.GoalId equals g.Id
            join p0 in db.Set<Pillar>() on g.PillarId equals p0.Id into ps
            from p in ps.DefaultIfEmpty()
            join a0 in db.Set<Actor>() on c.ResponsibleId equals a0.Id into actors
            from a in actors.DefaultIfEmpty()
            join i0 in db.Set<Initiative>() on c.InitiativeId equals i0.Id into initiatives
            from i in initiatives.DefaultIfEmpty()
            orderby p == null ? 0 : p.Order, p.Id, g.Order, g.Id, c.Order, c.Id
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
                PillarNameZh = p.NameZh,
                Accent = (Accent?)p.Accent,
                ActorSlug = (string?)a.Slug,
                ActorName = (string?)a.Name,
                ActorNameZh = a.NameZh,
                InitiativeSlug = (string?)i.Slug,
                InitiativeName = (string?)i.Name,
                InitiativeNameZh = i.NameZh,
            }
        ).ToListAsync(cancel);
        List<Guid> ids = [.. rows.Select(r => r.Id)];
        var quotations = await db.QuotationsAsync(RecordKind.Commitment, ids, cancel);
        var disputed = await db.DisputedAsync(ids, cancel);
        var topics = (
            await (
                from t in db.Set<CommitmentTopic>()
                where ids.Contains(t.CommitmentId)
                join x in db.Set<Topic>() on t.TopicId equals x.Id
                orderby x.Order
                select new
                {
                    t.CommitmentId,
                    x.Slug,
                    x.Name,
                    x.NameZh,
                }
            ).ToListAsync(cancel)
        ).ToLookup(t => t.CommitmentId, t => new RecordName(t.Slug, t.Name, t.NameZh));
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return
        [
            .. rows.Select(r => new CommitmentItem(
                r.Id,
                r.Slug,
                r.Title,
                r.Status,
                r.Due,
                Commitment.IsOverdue(r.Due, r.Status, today),
                disputed.Contains(r.Id),
                r.Timeframe,
                new(r.GoalSlug, r.GoalTitle),
                Name(r.PillarSlug, r.PillarName, r.PillarNameZh),
                r.Accent ?? Accent.Slate,
                Name(r.ActorSlug, r.ActorName, r.ActorNameZh),
                Name(r.InitiativeSlug, r.InitiativeName, r.InitiativeNameZh),
                [.. topics[r.Id]],
                [.. quotations[r.Id]]
            )),
        ];
    }

    internal static async Task<List<AchievementItem>> ReadAchievementsAsync(
        TrackerDb db,
        IQueryable<Achievement> query,
        CancellationToken cancel
    )
    {
        var rows = await (
            from a in query.AsNoTracking()
            join i0 in db.Set<Indicator>() on a.IndicatorId equals i0.Id into indicators
            from i in indicators.DefaultIfEmpty()
            orderby a.Order, a.Id
            select new
            {
                a.Id,
                a.Slug,
                a.Title,
                a.CommitmentId,
                IndicatorSlug = (string?)i.Slug,
                IndicatorName = (string?)i.Name,
            }
        ).ToListAsync(cancel);
        var quotations = await db.QuotationsAsync(RecordKind.Achievement, [.. rows.Select(r => r.Id)], cancel);
        return
        [
            .. rows.Select(r => new AchievementItem(
                r.Id,
                r.Slug,
                r.Title,
                r.CommitmentId is not null,
                Name(r.IndicatorSlug, r.IndicatorName),
                [.. quotations[r.Id]]
            )),
        ];
    }

    private static RecordName? Name(string? slug, string? name, string? chinese = null) =>
        slug is null || name is null ? null : new RecordName(slug, name, chinese);
}
