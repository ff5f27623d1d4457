using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Annotations;

/// <summary>Reads annotations as such.</summary>
public sealed class AnnotationQueries(IDbContextFactory<TrackerDb> contexts)
{
    // The memory that a download takes is that of so many annotations, whatever the store holds.
    private const int Batch = 500;

    /// <summary>The accepted annotations of one announcement, or of all; null where there is no such announcement.</summary>
    public async Task<AnnotationReading?> ReadAsync(string? announcement = null, CancellationToken cancel = default)
    {
        var db = await contexts.CreateDbContextAsync(cancel);
        if (announcement is not null && !await db.Set<Announcement>().AnyAsync(n => n.Slug == announcement, cancel))
        {
            await db.DisposeAsync();
            return null;
        }

        await db.Database.BeginTransactionAsync(db.OneMoment, cancel); // for the number and for what it counts
        var announcements = (
            await db.Set<Announcement>()
                .Where(n => announcement == null || n.Slug == announcement)
                .OrderBy(n => n.FirstDay)
                .ThenBy(n => n.Id)
                .Select(n => new
                {
                    n.Id,
                    Count = db.Set<SourceVersion>()
                        .Where(v => v.AnnouncementId == n.Id)
                        .SelectMany(v => db.Set<Annotation>().Where(a => a.SourceVersionId == v.Id && a.State == AnnotationState.Accepted))
                        .Count(),
                })
                .ToListAsync(cancel)
        ).ConvertAll(n => (n.Id, n.Count));
        return new(announcements.Sum(n => n.Count), ItemsAsync(db, announcements, cancel), db);
    }

    // Announcement by announcement, some at a time: an index gives their order, and none is sorted with all the others.
    private static async IAsyncEnumerable<AnnotationItem> ItemsAsync(
        TrackerDb db,
        List<(Guid Id, int Count)> announcements,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        for (var done = 0; done < announcements.Count; )
        {
            var ids = new List<Guid>();
            for (var count = 0; done < announcements.Count && (ids.Count == 0 || count + announcements[done].Count <= Batch); done++)
            {
                ids.Add(announcements[done].Id);
                count += announcements[done].Count;
            }

            var read = await (
                from n in db.Set<Announcement>()
                where ids.Contains(n.Id)
                join v in db.Set<SourceVersion>() on n.Id equals v.AnnouncementId
                join a in db.Set<Annotation>() on v.Id equals a.SourceVersionId
                where a.State == AnnotationState.Accepted
                orderby n.FirstDay, n.Id, v.Number, a.Start, a.Id
                select new
                {
                    Annotation = a,
                    n.Slug,
                    v.Number,
                    n.Language,
                }
            )
                .AsNoTracking()
                .ToListAsync(cancel);
            var records = await db.LinksAsync(
                read.Where(r => r.Annotation.SupportsId != null)
                    .Select(r => (r.Annotation.SupportsKind!.Value, r.Annotation.SupportsId!.Value)),
                cancel
            );
            foreach (var r in read)
            {
                yield return new AnnotationItem(
                    r.Annotation.Id,
                    r.Annotation.ChangedAt,
                    r.Annotation.Exact,
                    r.Annotation.Prefix,
                    r.Annotation.Suffix,
                    r.Annotation.CodePoints,
                    r.Slug,
                    r.Number,
                    r.Language,
                    r.Annotation.SupportsId is { } id ? records.GetValueOrDefault(id) : null,
                    r.Annotation.Comment,
                    r.Annotation.Origin
                );
            }
        }
    }
}
