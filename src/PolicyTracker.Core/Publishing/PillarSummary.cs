using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Actors;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Publishing;

/// <summary>
/// The Markdown summary of a pillar: front matter, goals, commitments, every quotation as a block quote with a footnote
/// that gives source, date and place. The same store state gives the same bytes.
/// </summary>
public sealed class PillarSummary(IDbContextFactory<TrackerDb> contexts, CommitmentIndex index)
{
    /// <summary>How many commitments, results and indicators a page shows of a summary at most.</summary>
    public const int MaxOnPage = 15;

    /// <summary>The summary of the pillar <paramref name="slug"/>; null where there is no such pillar. Line ends are LF.</summary>
    public async Task<string?> WriteAsync(string slug, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await ReadAsync(db, slug, null, cancel) is { } model ? new SummaryMarkdown(model).Write() : null;
    }

    /// <summary>
    /// The beginning of a summary, for a page: whole goals until there are <see cref="MaxOnPage"/> commitments (of the goal that goes
    /// beyond, the first), as many results and indicators; null where there is no such pillar.
    /// </summary>
    public async Task<SummaryBeginning?> BeginningAsync(string slug, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Set<Pillar>().Where(p => p.Slug == slug).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancel) is not { } pillar)
        {
            return null;
        }

        var outline = await index.ReadAsync(db, cancel);
        var of = outline.GoalsOfPillar[pillar];
        var goals = new List<Guid>();
        var shown = 0;
        foreach (var goal in of.Take(MaxOnPage))
        {
            goals.Add(goal.Id);
            shown += outline.OfGoal[goal.Id].Count();
            if (shown >= MaxOnPage)
            {
                break;
            }
        }

        var model = (await ReadAsync(db, slug, goals, cancel))!;
        return new(
            new SummaryMarkdown(model).WriteBody(),
            new(model.Goals.Count, of.Count()),
            new(model.Commitments.Count, outline.OfPillar[pillar].Count()),
            new(model.Achievements.Count, await db.Set<Achievement>().CountAsync(a => a.PillarId == pillar, cancel)),
            new(model.Indicators.Count, await db.Set<Indicator>().CountAsync(i => i.PillarId == pillar, cancel))
        );
    }

    /// <summary>The slugs of the pillars that there are, in their order.</summary>
    public async Task<List<string>> SlugsAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<Pillar>().OrderBy(p => p.Order).Select(p => p.Slug).ToListAsync(cancel);
    }

    // All of it, or what a page shows: these goals, and so many of the rest.
    private static async Task<SummaryModel?> ReadAsync(TrackerDb db, string slug, List<Guid>? only, CancellationToken cancel)
    {
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var pillar = await db.Set<Pillar>().FirstOrDefaultAsync(p => p.Slug == slug, cancel);
        if (pillar is null)
        {
            return null;
        }

        var max = only is null ? int.MaxValue : MaxOnPage;
        var goals = await db.Set<Goal>()
            .Where(g => g.PillarId == pillar.Id && (only == null || only.Contains(g.Id)))
            .OrderBy(g => g.Order)
            .ThenBy(g => g.Slug)
            .ToListAsync(cancel);
        var goalIds = goals.ConvertAll(g => g.Id);
        var commitments = only is null
            ? await db.Set<Commitment>()
                .Where(c => goalIds.Contains(c.GoalId))
                .OrderBy(c => c.Order)
                .ThenBy(c => c.Slug)
                .ToListAsync(cancel)
            : await FirstAsync(db, goalIds, cancel);
        var achievements = await db.Set<Achievement>()
            .Where(a => a.PillarId == pillar.Id)
            .OrderBy(a => a.Order)
            .ThenBy(a => a.Slug)
            .Take(max)
            .ToListAsync(cancel);
        var indicators = await db.Set<Indicator>()
            .Where(i => i.PillarId == pillar.Id)
            .OrderBy(i => i.Order)
            .ThenBy(i => i.Slug)
            .Take(max)
            .ToListAsync(cancel);
        var indicatorIds = indicators.ConvertAll(i => i.Id);
        var places = indicatorIds.Select((id, place) => (id, place)).ToDictionary(i => i.id, i => i.place);
        var values = new List<IndicatorValue>();
        values.AddRange(await db.Set<Observation>().Where(o => indicatorIds.Contains(o.IndicatorId)).ToListAsync(cancel));
        values.AddRange(await db.Set<Target>().Where(t => indicatorIds.Contains(t.IndicatorId)).ToListAsync(cancel));
        // Not by identity: two stores of the same seed write the same summary.
        values =
        [
            .. values.OrderBy(v => places[v.IndicatorId]).ThenBy(v => v.Kind).ThenBy(v => v.Period).ThenBy(v => v.Value).ThenBy(v => v.Id),
        ];
        var commitmentIds = commitments.ConvertAll(c => c.Id);
        var steps = (await db.Set<StatusChange>().Where(s => commitmentIds.Contains(s.CommitmentId)).ToListAsync(cancel))
            .GroupBy(s => s.CommitmentId)
            .ToDictionary(g => g.Key, g => CommitmentStatus.InOrder(g).Last());
        // Also those that are settled: a summary that leaves them out is of the time since which it does.
        var disputes = await db.Set<Dispute>().IgnoreQueryFilters().Where(d => commitmentIds.Contains(d.CommitmentId)).ToListAsync(cancel);
        var bodyIds = commitments.Select(c => c.ResponsibleId).ToList();
        var bodies = await db.Set<Actor>().Where(a => bodyIds.Contains(a.Id)).ToListAsync(cancel);

        List<Record> shown = [pillar, .. goals, .. commitments, .. steps.Values, .. achievements, .. indicators, .. values];
        var ids = shown.ConvertAll(r => (Guid?)r.Id);
        var quoted = await QuotedAsync(db, ids, cancel);
        var asOf = shown
            .Concat(bodies)
            .Concat(disputes)
            .Select(r => r.ChangedAt)
            .Concat(quoted.Select(q => q.ChangedAt))
            .Concat(quoted.Select(q => q.Source.ChangedAt))
            .Concat(quoted.Select(q => q.Source.NewestAt))
            .Max();
        return new SummaryModel(
            pillar,
            goals,
            commitments,
            steps,
            disputes.Where(d => d is { State: DisputeState.Standing, RemovedAt: null }).ToDictionary(d => d.CommitmentId),
            achievements,
            indicators,
            values,
            bodies.ToDictionary(b => b.Id, b => b.Name),
            quoted
                .OrderBy(q => q.Source.Date.FirstDay)
                .ThenBy(q => q.Source.Slug, StringComparer.Ordinal)
                .ThenBy(q => q.Source.Version)
                .ThenBy(q => q.Place.Start)
                .ThenBy(q => q.Place.End)
                .ToLookup(q => q.SupportsId),
            asOf
        );
    }

    // The first commitments, goal by goal.
    private static async Task<List<Commitment>> FirstAsync(TrackerDb db, List<Guid> goals, CancellationToken cancel)
    {
        var found = new List<Commitment>();
        foreach (var goal in goals)
        {
            found.AddRange(
                await db.Set<Commitment>()
                    .Where(c => c.GoalId == goal)
                    .OrderBy(c => c.Order)
                    .ThenBy(c => c.Slug)
                    .Take(MaxOnPage - found.Count)
                    .ToListAsync(cancel)
            );
        }

        return found;
    }

    // A source is read once, however often it is quoted.
    private static async Task<List<SummaryQuotation>> QuotedAsync(TrackerDb db, List<Guid?> ids, CancellationToken cancel)
    {
        var annotations = await db.Set<Annotation>()
            .Where(a => a.State == AnnotationState.Accepted && ids.Contains(a.SupportsId))
            .Select(a => new
            {
                SupportsId = a.SupportsId!.Value,
                a.Exact,
                a.StartCodePoint,
                a.EndCodePoint,
                a.SourceVersionId,
                a.ChangedAt,
                a.NotInVersion,
            })
            .ToListAsync(cancel);
        var versionIds = annotations.Select(a => a.SourceVersionId).Distinct().ToList();
        var versions = await (
            from v in db.Set<SourceVersion>()
            where versionIds.Contains(v.Id)
            join n in db.Set<Announcement>() on v.AnnouncementId equals n.Id
            select new
            {
                v.Id,
                v.AnnouncementId,
                v.Number,
                v.Sha256,
                n.Slug,
                n.Title,
                n.Date,
                n.DateBasis,
                n.ChangedAt,
            }
        ).ToListAsync(cancel);
        var announcementIds = versions.Select(v => v.AnnouncementId).Distinct().ToList();
        var newest = (
            await db.Set<SourceVersion>()
                .Where(v => announcementIds.Contains(v.AnnouncementId))
                .Select(v => new
                {
                    v.AnnouncementId,
                    v.Number,
                    v.ChangedAt,
                })
                .ToListAsync(cancel)
        ).GroupBy(v => v.AnnouncementId).ToDictionary(g => g.Key, g => g.MaxBy(v => v.Number)!);
        var sources = versions.ToDictionary(
            v => v.Id,
            v => new SummarySource(
                v.Id,
                v.Slug,
                v.Number,
                v.Title,
                v.Date,
                v.DateBasis == DateBasis.Inferred,
                v.Sha256,
                v.ChangedAt,
                newest[v.AnnouncementId].Number,
                newest[v.AnnouncementId].ChangedAt
            )
        );
        return
        [
            .. annotations
                .Where(a => sources.ContainsKey(a.SourceVersionId))
                .Select(a => new SummaryQuotation(
                    a.SupportsId,
                    a.Exact,
                    new(a.StartCodePoint, a.EndCodePoint),
                    sources[a.SourceVersionId],
                    a.ChangedAt,
                    Quotation.AgeOf(sources[a.SourceVersionId].Version, sources[a.SourceVersionId].Newest, a.NotInVersion)
                )),
        ];
    }
}
