using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text.Anchoring;

namespace PolicyTracker.Core.Announcements;

/// <summary>
/// Finds what became of quotations when a new version of their announcement came in. Nothing of it is stored: it follows from
/// the two texts.
/// </summary>
public sealed class ReanchorQueries(IDbContextFactory<TrackerDb> contexts)
{
    private const int Around = 80; // UTF-16 units of the newer text shown on each side of the words

    /// <summary>Where there is something to settle, newest announcement first.</summary>
    public async Task<IReadOnlyList<UnsettledAnnouncement>> AnnouncementsAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await ReadAsync(db, Unsettled(db), cancel);
    }

    /// <summary>The first of those, for a page, with how many announcements there are.</summary>
    public async Task<Part<UnsettledAnnouncement>> FirstAsync(int max, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var open = db.Set<Announcement>()
            .Where(n =>
                db.Set<SourceVersion>()
                    .Any(v =>
                        v.AnnouncementId == n.Id
                        && db.Set<SourceVersion>().Any(w => w.AnnouncementId == n.Id && w.Number > v.Number)
                        && db.Set<Annotation>()
                            .Any(a =>
                                a.SourceVersionId == v.Id
                                && a.State == AnnotationState.Accepted
                                && (
                                    a.NotInVersion == null
                                    || a.NotInVersion < db.Set<SourceVersion>().Where(w => w.AnnouncementId == n.Id).Max(w => w.Number)
                                )
                            )
                    )
            );
        var ids = await open.OrderByDescending(n => n.FirstDay).ThenByDescending(n => n.Id).Take(max).Select(n => n.Id).ToListAsync(cancel);
        return new(
            await ReadAsync(db, Unsettled(db).Where(u => ids.Contains(u.AnnouncementId)), cancel),
            ids.Count < max ? ids.Count : await open.CountAsync(cancel)
        );
    }

    private static Task<List<UnsettledAnnouncement>> ReadAsync(
        TrackerDb db,
        IQueryable<UnsettledRow> unsettled,
        CancellationToken cancel
    ) =>
        (
            from u in unsettled
                .GroupBy(u => u.AnnouncementId)
                .Select(g => new
                {
                    g.Key,
                    Quotations = g.Count(),
                    Newest = g.Max(u => u.Newest),
                })
            join n in db.Set<Announcement>() on u.Key equals n.Id
            orderby n.FirstDay descending, n.Id descending
            select new UnsettledAnnouncement(n.Slug, n.Title, u.Newest, u.Quotations)
        ).ToListAsync(cancel);

    /// <summary>What became of each unsettled quotation of one announcement, in the order of the older text.</summary>
    public async Task<IReadOnlyList<ReanchoredQuotation>> ListAsync(
        string announcement,
        Action<ReanchorProgress>? tell = null,
        CancellationToken cancel = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        // Its identity first: asked for by its slug in the same question, every quotation is looked at.
        var of = await db.Set<Announcement>().Where(n => n.Slug == announcement).Select(n => n.Id).FirstOrDefaultAsync(cancel);
        var ids = await Unsettled(db).Where(u => u.AnnouncementId == of).Select(u => u.Annotation.Id).ToListAsync(cancel);
        var annotations = await db.Set<Annotation>().Where(a => ids.Contains(a.Id)).ToListAsync(cancel);
        if (annotations.Count == 0)
        {
            return [];
        }

        var versionIds = annotations.Select(a => a.SourceVersionId).Distinct().ToList();
        var older = await db.Set<SourceVersion>().Where(v => versionIds.Contains(v.Id)).OrderBy(v => v.Number).ToListAsync(cancel);
        var newest = await db.Set<SourceVersion>()
            .Where(v => v.AnnouncementId == older[0].AnnouncementId)
            .OrderByDescending(v => v.Number)
            .FirstAsync(cancel);
        var records = await db.LinksAsync(
            annotations.Where(a => a.SupportsId != null).Select(a => (a.SupportsKind!.Value, a.SupportsId!.Value)),
            cancel
        );
        return await Task.Run(() => Find(announcement, older, newest, annotations, records, tell, cancel), cancel);
    }

    private static List<ReanchoredQuotation> Find(
        string announcement,
        List<SourceVersion> older,
        SourceVersion newest,
        List<Annotation> annotations,
        Dictionary<Guid, RecordLink> records,
        Action<ReanchorProgress>? tell,
        CancellationToken cancel
    )
    {
        var list = new List<ReanchoredQuotation>();
        tell?.Invoke(new(announcement, 0, annotations.Count));
        foreach (var version in older)
        {
            var reanchoring = new Reanchoring(version.Text, newest.Text, cancel);
            foreach (var a in annotations.Where(a => a.SourceVersionId == version.Id).OrderBy(a => a.Start).ThenBy(a => a.Id))
            {
                var found = reanchoring.Find(new TextQuote(a.Exact, a.Prefix, a.Suffix), a.Start, cancel);
                var there = found.Place is { } place
                    ? new MarkedWords(newest.Id, newest.Sha256, newest.Map.ToCodePoints(place), newest.Text[place.Start..place.End])
                    : null;
                list.Add(
                    new(
                        a.Id,
                        a.Version,
                        announcement,
                        version.Number,
                        a.Exact,
                        a.CodePoints,
                        a.SupportsId is { } id ? records.GetValueOrDefault(id) : null,
                        a.Comment,
                        found,
                        there,
                        found.Place is { } at ? WordsAround.Before(newest.Text, at.Start, Around) : "",
                        found.Place is { } until ? WordsAround.After(newest.Text, until.End, Around) : ""
                    )
                );
                tell?.Invoke(new(announcement, list.Count, annotations.Count));
            }
        }

        return list;
    }

    // Accepted quotations of a version that is not the newest, of which no editor has said that the newest leaves them out.
    private static IQueryable<UnsettledRow> Unsettled(TrackerDb db) =>
        from v in db.Set<SourceVersion>()
        let newest = db.Set<SourceVersion>().Where(w => w.AnnouncementId == v.AnnouncementId).Max(w => w.Number)
        where v.Number < newest
        join a in db.Set<Annotation>() on v.Id equals a.SourceVersionId
        where a.State == AnnotationState.Accepted && (a.NotInVersion == null || a.NotInVersion < newest)
        select new UnsettledRow
        {
            Annotation = a,
            AnnouncementId = v.AnnouncementId,
            Newest = newest,
        };

    private sealed class UnsettledRow
    {
        public required Annotation Annotation { get; init; }
        public Guid AnnouncementId { get; init; }
        public int Newest { get; init; }
    }
}
