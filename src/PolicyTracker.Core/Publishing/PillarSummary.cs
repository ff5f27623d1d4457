using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Indicators;

namespace PolicyTracker.Core.Publishing;

/// <summary>
/// The Markdown summary of a pillar: front matter, goals, commitments, every quotation as a block quote with a footnote
/// that gives source, date and place. The same store state gives the same bytes.
/// </summary>
public sealed class PillarSummary(IDbContextFactory<TrackerDb> contexts)
{
    /// <summary>The summary of the pillar <paramref name="slug"/>; null where there is no such pillar. Line ends are LF.</summary>
    public async Task<string?> WriteAsync(string slug, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await ReadAsync(db, slug, cancel) is { } model ? new SummaryMarkdown(model).Write() : null;
    }

    /// <summary>The slugs of the pillars that there are, in their order.</summary>
    public async Task<List<string>> SlugsAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Pillars.OrderBy(p => p.Order).Select(p => p.Slug).ToListAsync(cancel);
    }

    private static async Task<SummaryModel?> ReadAsync(TrackerDb db, string slug, CancellationToken cancel)
    {
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var pillar = await db.Pillars.FirstOrDefaultAsync(p => p.Slug == slug, cancel);
        if (pillar is null)
        {
            return null;
        }

        var goals = await db.Goals.Where(g => g.PillarId == pillar.Id).OrderBy(g => g.Order).ThenBy(g => g.Slug).ToListAsync(cancel);
        var goalIds = goals.ConvertAll(g => g.Id);
        var commitments = await db.Commitments.Where(c => goalIds.Contains(c.GoalId)).OrderBy(c => c.Order).ThenBy(c => c.Slug).ToListAsync(cancel);
        var achievements = await db.Achievements.Where(a => a.PillarId == pillar.Id).OrderBy(a => a.Order).ThenBy(a => a.Slug).ToListAsync(cancel);
        var indicators = await db.Indicators.Where(i => i.PillarId == pillar.Id).OrderBy(i => i.Order).ThenBy(i => i.Slug).ToListAsync(cancel);
        var indicatorIds = indicators.ConvertAll(i => i.Id);
        var values = new List<IndicatorValue>();
        values.AddRange(await db.Observations.Where(o => indicatorIds.Contains(o.IndicatorId)).ToListAsync(cancel));
        values.AddRange(await db.Targets.Where(t => indicatorIds.Contains(t.IndicatorId)).ToListAsync(cancel));
        // Not by identity: two stores of the same seed write the same summary.
        values = [.. values.OrderBy(v => indicatorIds.IndexOf(v.IndicatorId)).ThenBy(v => v.Kind).ThenBy(v => Period.Of(v.Period)).ThenBy(v => v.Value).ThenBy(v => v.Id)];
        var steps = (await db.StatusChanges.Where(s => db.Commitments.Any(c => c.Id == s.CommitmentId && goalIds.Contains(c.GoalId))).ToListAsync(cancel))
            .GroupBy(s => s.CommitmentId).ToDictionary(g => g.Key, g => CommitmentStatus.InOrder(g).Last());
        var bodyIds = commitments.Select(c => c.ResponsibleId).ToList();
        var bodies = await db.Actors.Where(a => bodyIds.Contains(a.Id)).ToListAsync(cancel);

        List<Record> shown = [pillar, .. goals, .. commitments, .. steps.Values, .. achievements, .. indicators, .. values];
        var ids = shown.ConvertAll(r => (Guid?)r.Id);
        var quoted = await db.Annotations.Where(a => a.State == AnnotationState.Accepted && ids.Contains(a.SupportsId))
            .Join(db.SourceVersions, a => a.SourceVersionId, v => v.Id, (a, v) => new { a, v.AnnouncementId, VersionId = v.Id, v.Number, v.Sha256 })
            .Join(db.Announcements, q => q.AnnouncementId, n => n.Id, (q, n) => new { q, n, newest = db.SourceVersions.Where(v => v.AnnouncementId == n.Id).OrderByDescending(v => v.Number).Select(v => new { v.Number, v.ChangedAt }).First() })
            .Select(r => new SummaryQuotation(
                r.q.a.SupportsId!.Value, r.q.a.Exact, r.q.a.StartCodePoint, r.q.a.EndCodePoint,
                new SummarySource(r.q.VersionId, r.n.Slug, r.q.Number, r.n.Title, r.n.Date, r.n.DateBasis == DateBasis.Inferred, r.q.Sha256, r.n.ChangedAt, r.newest.Number, r.newest.ChangedAt) { DatePrecision = r.n.DatePrecision }, r.q.a.ChangedAt,
                Quotation.AgeOf(r.q.Number, r.newest.Number, r.q.a.NotInVersion)))
            .ToListAsync(cancel);
        var asOf = shown.Concat(bodies).Select(r => r.ChangedAt).Concat(quoted.Select(q => q.ChangedAt)).Concat(quoted.Select(q => q.Source.ChangedAt)).Concat(quoted.Select(q => q.Source.NewestAt)).Max();
        return new SummaryModel(pillar, goals, commitments, steps, achievements, indicators, values,
            bodies.ToDictionary(b => b.Id, b => b.Name),
            quoted.OrderBy(q => q.Source.Date).ThenBy(q => q.Source.Slug, StringComparer.Ordinal).ThenBy(q => q.Source.Version).ThenBy(q => q.Start).ThenBy(q => q.End).ToLookup(q => q.SupportsId),
            asOf);
    }
}
