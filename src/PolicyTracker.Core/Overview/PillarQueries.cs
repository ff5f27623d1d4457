using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Jurisdictions;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Overview;

/// <summary>What readers ask about pillars.</summary>
public sealed class PillarQueries(IDbContextFactory<TrackerDb> contexts, CommitmentIndex index, TimeProvider clock)
{
    /// <summary>How many goals a page of them holds.</summary>
    public const int GoalsPerPage = 4;

    /// <summary>How many commitments are shown under a goal; the list of commitments has them all.</summary>
    public const int CommitmentsPerGoal = 5;

    /// <summary>How many results a page of them holds.</summary>
    public const int ResultsPerPage = 5;

    /// <summary>How many indicators a pillar's page shows; the list of indicators has them all.</summary>
    public const int IndicatorsOfPillar = 5;

    private const int IndicatorsOfCard = 4;

    /// <summary>The pillars by name, in their order; those of one jurisdiction where it is given.</summary>
    public async Task<IReadOnlyList<RecordName>> NamesAsync(Guid? jurisdiction = null, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<Pillar>()
            .AsNoTracking()
            .InJurisdiction(jurisdiction)
            .OrderBy(p => p.Order)
            .Select(p => new RecordName(p.Slug, p.Name, p.NameZh))
            .ToListAsync(cancel);
    }

    /// <summary>The pillars in their order, with counts; those of one jurisdiction where it is given.</summary>
    public async Task<IReadOnlyList<PillarCard>> OverviewAsync(Guid? jurisdiction = null, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var pillars = await db.Set<Pillar>().AsNoTracking().InJurisdiction(jurisdiction).OrderBy(p => p.Order).ToListAsync(cancel);
        var achievements = await db.Set<Achievement>()
            .Where(a => a.PillarId != null)
            .GroupBy(a => a.PillarId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancel);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var measured = await db.Set<Indicator>()
            .Where(i => i.PillarId != null)
            .GroupBy(i => i.PillarId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancel);
        var first = new List<Guid>();
        var outline = await index.ReadAsync(db, cancel);
        var statuses = outline.Tallies(today).ToLookup(s => s.Pillar);
        foreach (var pillar in pillars)
        {
            first.AddRange(
                await db.Set<Indicator>()
                    .Where(i => i.PillarId == pillar.Id)
                    .OrderBy(i => i.Order)
                    .ThenBy(i => i.Id)
                    .Take(IndicatorsOfCard)
                    .Select(i => i.Id)
                    .ToListAsync(cancel)
            );
        }

        var indicators = await IndicatorQueries.ReadAsync(db, first, cancel);
        return
        [
            .. pillars.Select(p => new PillarCard(
                p.Id,
                p.Slug,
                p.Name,
                p.NameZh,
                p.Accent,
                p.Summary,
                outline.GoalsOfPillar[p.Id].Count(),
                statuses[p.Id].Sum(s => s.Count),
                achievements.Find(a => a.Key == p.Id)?.Count ?? 0,
                statuses[p.Id].Where(s => Commitment.IsOverdue(today.AddDays(-1), s.Status, today)).Sum(s => s.Late),
                [.. statuses[p.Id].Select(s => new StatusCount(s.Status, s.Count))],
                new([.. indicators.Where(i => i.Pillar?.Slug == p.Slug)], measured.Find(m => m.Key == p.Id)?.Count ?? 0)
            )),
        ];
    }

    /// <summary>What is followed, in figures; those of one jurisdiction where it is given.</summary>
    public async Task<OverviewFigures> FiguresAsync(Guid? jurisdiction = null, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var outline = await index.ReadAsync(db, cancel);
        var beyond = outline.PillarsBeyond(jurisdiction);
        var tallies = outline.Tallies(today).Where(t => !beyond.Contains(t.Pillar)).ToList();
        var announcements = db.Set<Announcement>().AsNoTracking().InJurisdiction(jurisdiction);
        var first = await announcements.OrderBy(n => n.FirstDay).ThenBy(n => n.Id).FirstOrDefaultAsync(cancel);
        var last = await announcements.OrderByDescending(n => n.FirstDay).ThenByDescending(n => n.Id).FirstOrDefaultAsync(cancel);
        return new(
            tallies.Sum(t => t.Count),
            tallies.Where(t => Commitment.IsOverdue(today.AddDays(-1), t.Status, today)).Sum(t => t.Late),
            [.. tallies.GroupBy(t => t.Status).OrderBy(g => g.Key).Select(g => new StatusCount(g.Key, g.Sum(t => t.Count)))],
            await announcements.CountAsync(cancel),
            first?.Date,
            last?.Date,
            await db.Set<Edit>().OrderByDescending(e => e.Id).Select(e => (DateTime?)e.At).FirstOrDefaultAsync(cancel)
        );
    }

    /// <summary>The pillar's page; null where there is none.</summary>
    public async Task<PillarDetail?> FindAsync(string slug, PillarView? view = null, CancellationToken cancel = default)
    {
        view ??= new();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var pillar = await db.Set<Pillar>().FirstOrDefaultAsync(p => p.Slug == slug, cancel);
        if (pillar is null)
        {
            return null;
        }

        var quotations = await db.QuotationsAsync(RecordKind.Pillar, [pillar.Id], cancel);
        var outline = await index.ReadAsync(db, cancel);
        var wanted = await CommitmentQueries.ResolveAsync(db, new(view.Status, view.Topic), cancel);
        var (commitments, goals) = (outline.OfGoal, outline.GoalsOfPillar[pillar.Id]);
        if (view is not { Status: null, Topic: null })
        {
            commitments = outline.Where(wanted with { Pillar = pillar.Id }).ToLookup(c => c.GoalId);
            goals = goals.Where(g => commitments.Contains(g.Id));
        }

        var statuses = outline.Tallies(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var indicators = db.Set<Indicator>().Where(i => i.PillarId == pillar.Id);
        var first = await indicators.OrderBy(i => i.Order).ThenBy(i => i.Id).Take(IndicatorsOfPillar).Select(i => i.Id).ToListAsync(cancel);
        return new(
            pillar.Id,
            pillar.Slug,
            pillar.Name,
            pillar.NameZh,
            pillar.Accent,
            pillar.Summary,
            pillar.ChangedAt,
            [.. quotations[pillar.Id]],
            await ReadGoalsAsync(db, [.. goals], commitments, view.Page, view.Goal, cancel),
            await ReadResultsAsync(db, pillar.Id, view, cancel),
            new(await IndicatorQueries.ReadAsync(db, first, cancel), await indicators.CountAsync(cancel)),
            [.. statuses.Where(s => s.Pillar == pillar.Id).Select(s => new StatusCount(s.Status, s.Count))]
        );
    }

    /// <summary>
    /// A page of the strategic goals that span the pillars, with the first of their commitments; that with the goal of a slug
    /// where one is given.
    /// </summary>
    public async Task<Page<GoalItem>> StrategicGoalsAsync(int page = 1, string? goal = null, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var outline = await index.ReadAsync(db, cancel);
        return await ReadGoalsAsync(db, [.. outline.GoalsOfPillar[null]], outline.OfGoal, page, goal, cancel);
    }

    /// <summary>A page of the stated results that span the pillars; that with the result of a slug where one is given.</summary>
    public async Task<Page<AchievementItem>> StrategicResultsAsync(
        int page = 1,
        string? achievement = null,
        CancellationToken cancel = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await ReadResultsAsync(db, null, new(Results: page, Achievement: achievement), cancel);
    }

    // A page of goals, each with the first of the commitments that are given for it.
    private async Task<Page<GoalItem>> ReadGoalsAsync(
        TrackerDb db,
        List<GoalEntry> goals,
        ILookup<Guid, CommitmentEntry> commitments,
        int page,
        string? slug,
        CancellationToken cancel
    )
    {
        var at = slug is null ? -1 : goals.FindIndex(g => g.Slug == slug);
        page = Page.Within(at < 0 ? page : 1 + (at / GoalsPerPage), goals.Count, GoalsPerPage);
        List<Guid> ids = [.. goals.Skip((page - 1) * GoalsPerPage).Take(GoalsPerPage).Select(g => g.Id)];
        List<Guid> first = [.. ids.SelectMany(g => commitments[g].Take(CommitmentsPerGoal)).Select(c => c.Id)];
        var quotations = await db.QuotationsAsync(RecordKind.Goal, ids, cancel);
        var found = await db.Set<Goal>().AsNoTracking().Where(g => ids.Contains(g.Id)).ToDictionaryAsync(g => g.Id, cancel);
        var byGoal = (
            await CommitmentQueries.ReadAsync(db, db.Set<Commitment>().AsNoTracking().Where(c => first.Contains(c.Id)), clock, cancel)
        ).ToLookup(c => c.Goal.Slug);
        return new(
            [
                .. ids.Where(found.ContainsKey)
                    .Select(id => found[id])
                    .Select(g => new GoalItem(
                        g.Id,
                        g.Slug,
                        g.Title,
                        g.Summary,
                        [.. quotations[g.Id]],
                        new([.. byGoal[g.Slug]], commitments[g.Id].Count())
                    )),
            ],
            goals.Count,
            page,
            GoalsPerPage
        );
    }

    private static async Task<Page<AchievementItem>> ReadResultsAsync(TrackerDb db, Guid? pillar, PillarView view, CancellationToken cancel)
    {
        var query = db.Set<Achievement>().Where(a => a.PillarId == pillar);
        var page = view.Results;
        if (view.Achievement is { } slug && await query.FirstOrDefaultAsync(a => a.Slug == slug, cancel) is { } wanted)
        {
            page =
                1
                + (
                    await query.CountAsync(
                        a => a.Order < wanted.Order || (a.Order == wanted.Order && a.Id.CompareTo(wanted.Id) < 0),
                        cancel
                    ) / ResultsPerPage
                );
        }

        var total = await query.CountAsync(cancel);
        page = Page.Within(page, total, ResultsPerPage);
        return new(
            await CommitmentQueries.ReadAchievementsAsync(
                db,
                query.OrderBy(a => a.Order).ThenBy(a => a.Id).Skip((page - 1) * ResultsPerPage).Take(ResultsPerPage),
                cancel
            ),
            total,
            page,
            ResultsPerPage
        );
    }
}
