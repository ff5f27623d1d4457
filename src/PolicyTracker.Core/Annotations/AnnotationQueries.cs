using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.History;

namespace PolicyTracker.Core.Annotations;

/// <summary>An accepted annotation with its selectors (code points), for those who take annotations elsewhere.</summary>
public sealed record AnnotationItem(Guid Id, DateTime ChangedAt, string Exact, string Prefix, string Suffix, int Start, int End, string AnnouncementSlug, int SourceVersion, string Language, RecordRef? Supports, string? Comment, AnnotationOrigin Origin);

/// <summary>Reads annotations as such.</summary>
public sealed class AnnotationQueries(IDbContextFactory<TrackerDb> contexts)
{
    /// <summary>The accepted annotations of one announcement, or of all; null where there is no such announcement. Oldest announcement first, in the order of the text.</summary>
    public async Task<IReadOnlyList<AnnotationItem>?> ListAsync(string? announcement = null, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (announcement is not null && !await db.Announcements.AnyAsync(n => n.Slug == announcement, cancel))
        {
            return null;
        }

        var rows = await (
            from a in db.Annotations.AsNoTracking()
            where a.State == AnnotationState.Accepted
            join v in db.SourceVersions on a.SourceVersionId equals v.Id
            join n in db.Announcements on v.AnnouncementId equals n.Id
            where announcement == null || n.Slug == announcement
            orderby n.Date, n.Id, v.Number, a.Start, a.Id
            select new { Annotation = a, n.Slug, v.Number, n.Language }).ToListAsync(cancel);
        var records = await db.RefsAsync(rows.Where(r => r.Annotation.SupportsId != null).Select(r => (r.Annotation.SupportsKind!.Value, r.Annotation.SupportsId!.Value)), cancel);
        return [.. rows.Select(r => new AnnotationItem(r.Annotation.Id, r.Annotation.ChangedAt, r.Annotation.Exact, r.Annotation.Prefix, r.Annotation.Suffix,
            r.Annotation.StartCodePoint, r.Annotation.EndCodePoint, r.Slug, r.Number, r.Language,
            r.Annotation.SupportsId is { } id ? records.GetValueOrDefault(id) : null, r.Annotation.Comment, r.Annotation.Origin))];
    }
}
