using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Pillars;

namespace PolicyTracker.Core.History;

/// <summary>
/// A record as something to link to. <paramref name="Slug"/> and <paramref name="PillarSlug"/> are those of the page that
/// shows it: for an observation its indicator's, for a step in a status its commitment's. Both are null where it has no page.
/// </summary>
/// <param name="Kind">Which noun it is.</param>
/// <param name="Id">Its identity.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Slug">Names it in an address.</param>
/// <param name="PillarSlug">The pillar that it belongs to.</param>
/// <param name="Accent">The pillar's colour.</param>
public sealed record RecordRef(RecordKind Kind, Guid Id, string Label, string? Slug, string? PillarSlug, Accent Accent);

internal static class RecordRefs
{
    /// <summary>Looks up the standing records among <paramref name="wanted"/>, with one query for each kind.</summary>
    public static async Task<Dictionary<Guid, RecordRef>> RefsAsync(this TrackerDb db, IEnumerable<(RecordKind Kind, Guid Id)> wanted, CancellationToken cancel)
    {
        var found = new Dictionary<Guid, RecordRef>();
        foreach (var kind in wanted.Distinct().GroupBy(w => w.Kind, w => w.Id))
        {
            if (Of(db, kind.Key, [.. kind]) is { } query)
            {
                foreach (var row in await query.AsNoTracking().ToListAsync(cancel))
                {
                    found[row.Id] = new RecordRef(kind.Key, row.Id, row.Label, row.Slug, row.PillarSlug, row.Accent ?? Accent.Slate);
                }
            }
        }

        return found;
    }

    private static IQueryable<Row>? Of(TrackerDb db, RecordKind kind, List<Guid> ids) => kind switch
    {
        RecordKind.Pillar => from r in db.Pillars where ids.Contains(r.Id) select new Row { Id = r.Id, Label = r.Name, Slug = r.Slug, PillarSlug = r.Slug, Accent = r.Accent },
        RecordKind.Goal =>
            from r in db.Goals
            where ids.Contains(r.Id)
            join p in db.Pillars on r.PillarId equals p.Id into ps
            from p in ps.DefaultIfEmpty()
            select new Row { Id = r.Id, Label = r.Title, Slug = r.Slug, PillarSlug = p.Slug, Accent = p.Accent },
        RecordKind.Commitment =>
            from r in db.Commitments
            where ids.Contains(r.Id)
            join g in db.Goals on r.GoalId equals g.Id
            join p in db.Pillars on g.PillarId equals p.Id into ps
            from p in ps.DefaultIfEmpty()
            select new Row { Id = r.Id, Label = r.Title, Slug = r.Slug, PillarSlug = p.Slug, Accent = p.Accent },
        RecordKind.StatusChange =>
            from s in db.StatusChanges
            where ids.Contains(s.Id)
            join r in db.Commitments on s.CommitmentId equals r.Id
            join g in db.Goals on r.GoalId equals g.Id
            join p in db.Pillars on g.PillarId equals p.Id into ps
            from p in ps.DefaultIfEmpty()
            select new Row { Id = s.Id, Label = r.Title, Slug = r.Slug, PillarSlug = p.Slug, Accent = p.Accent },
        RecordKind.Achievement =>
            from r in db.Achievements
            where ids.Contains(r.Id)
            join p in db.Pillars on r.PillarId equals p.Id into ps
            from p in ps.DefaultIfEmpty()
            select new Row { Id = r.Id, Label = r.Title, Slug = r.Slug, PillarSlug = p.Slug, Accent = p.Accent },
        RecordKind.Indicator =>
            from r in db.Indicators
            where ids.Contains(r.Id)
            join p in db.Pillars on r.PillarId equals p.Id into ps
            from p in ps.DefaultIfEmpty()
            select new Row { Id = r.Id, Label = r.Name, Slug = r.Slug, PillarSlug = p.Slug, Accent = p.Accent },
        RecordKind.Observation =>
            from o in db.Observations
            where ids.Contains(o.Id)
            join r in db.Indicators on o.IndicatorId equals r.Id
            join p in db.Pillars on r.PillarId equals p.Id into ps
            from p in ps.DefaultIfEmpty()
            select new Row { Id = o.Id, Label = r.Name + ", " + o.Period, Slug = r.Slug, PillarSlug = p.Slug, Accent = p.Accent },
        RecordKind.Target =>
            from o in db.Targets
            where ids.Contains(o.Id)
            join r in db.Indicators on o.IndicatorId equals r.Id
            join p in db.Pillars on r.PillarId equals p.Id into ps
            from p in ps.DefaultIfEmpty()
            select new Row { Id = o.Id, Label = r.Name + ", " + o.Period, Slug = r.Slug, PillarSlug = p.Slug, Accent = p.Accent },
        RecordKind.Initiative =>
            from r in db.Initiatives
            where ids.Contains(r.Id)
            join p in db.Pillars on r.PillarId equals p.Id into ps
            from p in ps.DefaultIfEmpty()
            select new Row { Id = r.Id, Label = r.Name, Slug = r.Slug, PillarSlug = p.Slug, Accent = p.Accent },
        RecordKind.Actor => from r in db.Actors where ids.Contains(r.Id) select new Row { Id = r.Id, Label = r.Name, Slug = r.Slug },
        RecordKind.Topic => from r in db.Topics where ids.Contains(r.Id) select new Row { Id = r.Id, Label = r.Name, Slug = r.Slug },
        RecordKind.Term => from r in db.Terms where ids.Contains(r.Id) select new Row { Id = r.Id, Label = r.English, Slug = r.Slug },
        RecordKind.Announcement => from r in db.Announcements where ids.Contains(r.Id) select new Row { Id = r.Id, Label = r.Title, Slug = r.Slug },
        RecordKind.SourceVersion =>
            from v in db.SourceVersions
            where ids.Contains(v.Id)
            join r in db.Announcements on v.AnnouncementId equals r.Id
            select new Row { Id = v.Id, Label = r.Title, Slug = r.Slug },
        RecordKind.Annotation =>
            from a in db.Annotations
            where ids.Contains(a.Id)
            join v in db.SourceVersions on a.SourceVersionId equals v.Id
            join r in db.Announcements on v.AnnouncementId equals r.Id
            select new Row { Id = a.Id, Label = r.Title, Slug = r.Slug },
        _ => null,
    };

    private sealed class Row
    {
        public Guid Id { get; init; }
        public string Label { get; init; } = "";
        public string? Slug { get; init; }
        public string? PillarSlug { get; init; }
        public Accent? Accent { get; init; }
    }
}
