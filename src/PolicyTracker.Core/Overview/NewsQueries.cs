using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Jurisdictions;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Overview;

/// <summary>What was recorded last, as the front page tells it.</summary>
public sealed class NewsQueries(IDbContextFactory<TrackerDb> contexts)
{
    /// <summary>How many records of each kind are looked at: a day that goes beyond them is counted as far as they reach.</summary>
    public const int MaxOfKind = 100;

    private const int MaxGroups = 6;
    private const int MovesOfPillar = 3;

    private static readonly RecordKind[] Told =
    [
        RecordKind.Announcement,
        RecordKind.Commitment,
        RecordKind.StatusChange,
        RecordKind.Achievement,
        RecordKind.Observation,
        RecordKind.Target,
    ];

    /// <summary>The news; of one jurisdiction where it is given.</summary>
    public async Task<News> ReadAsync(Guid? jurisdiction = null, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var made = new List<Made>();
        foreach (var kind in Told) // one walk for each: among all edits they may stand far apart
        {
            made.AddRange(
                await db.Set<Revision>()
                    .Where(r => r.RecordKind == kind && r.Act == RevisionAct.Created)
                    .OrderByDescending(r => r.Sequence)
                    .Take(MaxOfKind)
                    .Select(r => new Made(r.Sequence, r.Edit.At, r.RecordKind, r.RecordId))
                    .ToListAsync(cancel)
            );
        }

        List<Guid> steps = [.. made.Where(m => m.Kind == RecordKind.StatusChange).Select(m => m.Id)];
        var led = await db.Set<StatusChange>().Where(s => steps.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancel);
        var links = await db.LinksAsync(
            made.Select(m => led.TryGetValue(m.Id, out var step) ? (RecordKind.Commitment, step.CommitmentId) : (m.Kind, m.Id)),
            cancel
        );
        var sources = await SourcesAsync(db, [.. made.Select(m => m.Id)], cancel);
        var items = made.OrderByDescending(m => m.Sequence)
            .Select(m => (Made: m, Step: led.GetValueOrDefault(m.Id), Found: sources.GetValueOrDefault(m.Id)))
            .Where(m => jurisdiction is null || JurisdictionFilter.IsShown(m.Found?.Jurisdiction, jurisdiction.Value))
            .Select(m => (m.Made, m.Step, m.Found, Link: links.GetValueOrDefault(m.Step?.CommitmentId ?? m.Made.Id)))
            .Where(m => m.Link is not null)
            .Select(m => (m.Made.Kind, Item: new NewsItem(m.Made.At, m.Link!, m.Step?.To, m.Step?.On, m.Found?.Source)))
            .ToList();
        var groups = items
            .GroupBy(i => (Day: DateOnly.FromDateTime(i.Item.At), i.Item.Source))
            .Take(MaxGroups)
            .Select(g => new NewsGroup(
                g.Key.Day,
                g.Key.Source,
                [
                    .. g.Where(i => i.Item.Status is null)
                        .GroupBy(i => i.Kind)
                        .OrderBy(k => Array.IndexOf(Told, k.Key))
                        .Select(k => new KindCount(k.Key, k.Count())),
                ],
                [.. g.Select(i => i.Item).Where(i => i.Status is not null)]
            ));
        var moves = items
            .Where(i => i.Item.Record.PillarSlug is not null && i.Kind != RecordKind.Announcement)
            .GroupBy(i => i.Item.Record.PillarSlug!)
            .SelectMany(g => g.Take(MovesOfPillar).Select(i => (Pillar: g.Key, i.Item)))
            .ToLookup(m => m.Pillar, m => m.Item);
        return new([.. groups], moves);
    }

    // Of each record the newest announcement that is quoted for it; of an announcement itself.
    private static async Task<Dictionary<Guid, Found>> SourcesAsync(TrackerDb db, List<Guid> ids, CancellationToken cancel)
    {
        var quoted = await (
            from a in db.Set<Annotation>()
            where a.SupportsId != null && ids.Contains(a.SupportsId.Value) && a.State == AnnotationState.Accepted
            join v in db.Set<SourceVersion>() on a.SourceVersionId equals v.Id
            join n in db.Set<Announcement>() on v.AnnouncementId equals n.Id
            select new
            {
                Id = a.SupportsId!.Value,
                n.FirstDay,
                Found = new Found(new NewsSource(n.Slug, n.Title, n.Date, n.DateBasis), n.JurisdictionId),
            }
        ).ToListAsync(cancel);
        var themselves = await db.Set<Announcement>()
            .Where(n => ids.Contains(n.Id))
            .Select(n => new
            {
                n.Id,
                n.FirstDay,
                Found = new Found(new NewsSource(n.Slug, n.Title, n.Date, n.DateBasis), n.JurisdictionId),
            })
            .ToListAsync(cancel);
        return quoted.Concat(themselves).GroupBy(q => q.Id).ToDictionary(g => g.Key, g => g.MaxBy(q => q.FirstDay)!.Found);
    }

    private sealed record Made(long Sequence, DateTime At, RecordKind Kind, Guid Id);

    private sealed record Found(NewsSource Source, Guid? Jurisdiction);
}
