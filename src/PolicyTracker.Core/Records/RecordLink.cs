using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Pillars;

namespace PolicyTracker.Core.Records;

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
public sealed record RecordLink(RecordKind Kind, Guid Id, string Label, string? Slug, string? PillarSlug, Accent Accent);

internal static class RecordLinks
{
    /// <summary>Looks up the standing records among <paramref name="wanted"/>, with one query for each kind.</summary>
    public static async Task<Dictionary<Guid, RecordLink>> LinksAsync(
        this TrackerDb db,
        IEnumerable<(RecordKind Kind, Guid Id)> wanted,
        CancellationToken cancel
    )
    {
        var found = new Dictionary<Guid, RecordLink>();
        foreach (var kind in wanted.Distinct().GroupBy(w => w.Kind, w => w.Id))
        {
            List<Guid> ids = [.. kind];
            if (Rows(db, kind.Key)?.Where(r => ids.Contains(r.Id)) is { } query)
            {
                foreach (var row in await query.AsNoTracking().ToListAsync(cancel))
                {
                    found[row.Id] = new RecordLink(kind.Key, row.Id, row.Label, row.Slug, row.PillarSlug, row.Accent ?? Accent.Slate);
                }
            }
        }

        return found;
    }

    /// <summary>Every standing record of a kind by what it is called; null for a kind that has no name.</summary>
    public static IQueryable<Row>? Rows(TrackerDb db, RecordKind kind) =>
        kind switch
        {
            RecordKind.Pillar => from r in db.Pillars
            select new Row
            {
                Id = r.Id,
                Label = r.Name,
                Slug = r.Slug,
                PillarSlug = r.Slug,
                Accent = r.Accent,
                Order = r.Order,
            },
            RecordKind.Goal => from r in db.Goals
            join p in db.Pillars on r.PillarId equals p.Id into ps
            from p in ps.DefaultIfEmpty()
            select new Row
            {
                Id = r.Id,
                Label = r.Title,
                Slug = r.Slug,
                PillarSlug = p.Slug,
                Accent = p.Accent,
                Group = p == null ? "Across the pillars" : p.Name,
                GroupOrder = p == null ? 0 : p.Order,
                Order = r.Order,
            },
            RecordKind.Commitment => from r in db.Commitments
            join g in db.Goals on r.GoalId equals g.Id
            join p in db.Pillars on g.PillarId equals p.Id into ps
            from p in ps.DefaultIfEmpty()
            select new Row
            {
                Id = r.Id,
                Label = r.Title,
                Slug = r.Slug,
                PillarSlug = p.Slug,
                Accent = p.Accent,
                Group = g.Title,
                GroupOrder = ((p == null ? 0 : p.Order) * 10000) + g.Order,
                Order = r.Order,
            },
            RecordKind.StatusChange => from s in db.StatusChanges
            join r in db.Commitments on s.CommitmentId equals r.Id
            join g in db.Goals on r.GoalId equals g.Id
            join p in db.Pillars on g.PillarId equals p.Id into ps
            from p in ps.DefaultIfEmpty()
            select new Row
            {
                Id = s.Id,
                Label = r.Title,
                Slug = r.Slug,
                PillarSlug = p.Slug,
                Accent = p.Accent,
            },
            RecordKind.Achievement => from r in db.Achievements
            join p in db.Pillars on r.PillarId equals p.Id into ps
            from p in ps.DefaultIfEmpty()
            select new Row
            {
                Id = r.Id,
                Label = r.Title,
                Slug = r.Slug,
                PillarSlug = p.Slug,
                Accent = p.Accent,
            },
            RecordKind.Indicator => from r in db.Indicators
            join p in db.Pillars on r.PillarId equals p.Id into ps
            from p in ps.DefaultIfEmpty()
            select new Row
            {
                Id = r.Id,
                Label = r.Name,
                Slug = r.Slug,
                PillarSlug = p.Slug,
                Accent = p.Accent,
            },
            RecordKind.Observation => from o in db.Observations
            join r in db.Indicators on o.IndicatorId equals r.Id
            join p in db.Pillars on r.PillarId equals p.Id into ps
            from p in ps.DefaultIfEmpty()
            select new Row
            {
                Id = o.Id,
                Label = r.Name + ", " + o.Period,
                Slug = r.Slug,
                PillarSlug = p.Slug,
                Accent = p.Accent,
            },
            RecordKind.Target => from o in db.Targets
            join r in db.Indicators on o.IndicatorId equals r.Id
            join p in db.Pillars on r.PillarId equals p.Id into ps
            from p in ps.DefaultIfEmpty()
            select new Row
            {
                Id = o.Id,
                Label = r.Name + ", " + o.Period,
                Slug = r.Slug,
                PillarSlug = p.Slug,
                Accent = p.Accent,
            },
            RecordKind.Initiative => from r in db.Initiatives
            join p in db.Pillars on r.PillarId equals p.Id into ps
            from p in ps.DefaultIfEmpty()
            select new Row
            {
                Id = r.Id,
                Label = r.Name,
                Slug = r.Slug,
                PillarSlug = p.Slug,
                Accent = p.Accent,
                Order = r.Order,
            },
            RecordKind.Actor => from r in db.Actors
            select new Row
            {
                Id = r.Id,
                Label = r.Name,
                Slug = r.Slug,
            },
            RecordKind.Topic => from r in db.Topics
            select new Row
            {
                Id = r.Id,
                Label = r.Name,
                Slug = r.Slug,
                Order = r.Order,
            },
            RecordKind.Term => from r in db.Terms
            select new Row
            {
                Id = r.Id,
                Label = r.English,
                Slug = r.Slug,
            },
            RecordKind.Announcement => from r in db.Announcements
            select new Row
            {
                Id = r.Id,
                Label = r.Title,
                Slug = r.Slug,
            },
            RecordKind.SourceVersion => from v in db.SourceVersions
            join r in db.Announcements on v.AnnouncementId equals r.Id
            select new Row
            {
                Id = v.Id,
                Label = r.Title,
                Slug = r.Slug,
            },
            RecordKind.Annotation => from a in db.Annotations
            join v in db.SourceVersions on a.SourceVersionId equals v.Id
            join r in db.Announcements on v.AnnouncementId equals r.Id
            select new Row
            {
                Id = a.Id,
                Label = r.Title,
                Slug = r.Slug,
            },
            _ => null,
        };

    internal sealed class Row
    {
        public Guid Id { get; init; }
        public string Label { get; init; } = "";
        public string? Group { get; init; }
        public int GroupOrder { get; init; }
        public int Order { get; init; }
        public string? Slug { get; init; }
        public string? PillarSlug { get; init; }
        public Accent? Accent { get; init; }
    }
}
