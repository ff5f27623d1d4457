using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Actors;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Publishing;

/// <summary>What somebody needs who cites a record.</summary>
public sealed class CitationQueries(IDbContextFactory<TrackerDb> contexts, TimeProvider clock)
{
    /// <summary>
    /// A version of a record that stands; null where there is none. A version of a source is cited as the text of its announcement,
    /// whose issuer wrote it.
    /// </summary>
    /// <param name="kind">The record's kind.</param>
    /// <param name="id">The record.</param>
    /// <param name="version">Its version; null for the newest.</param>
    /// <param name="tracker">The tracker's own address, such as https://tracker.example/.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Citation?> FindAsync(RecordKind kind, Guid id, int? version, Uri tracker, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var revision = await db.Set<Revision>()
            .Where(r => r.RecordKind == kind && r.RecordId == id && (version == null || r.RecordVersion == version))
            .OrderByDescending(r => r.RecordVersion)
            .Select(r => new
            {
                r.RecordVersion,
                r.Label,
                r.Hash,
                r.Edit.At,
            })
            .FirstOrDefaultAsync(cancel);
        if (revision is null || (await db.LinksAsync([(kind, id)], cancel)).GetValueOrDefault(id) is not { } link)
        {
            return null;
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var name = RecordDescriptors.Of(kind).HasSlug && link.Slug is { } slug ? slug : id.ToString("n")[..12];
        var record = new Citation(
            $"{WireNames.Of(kind)}-{name}-v{revision.RecordVersion}",
            kind,
            revision.Label,
            null,
            Period.Of(DateOnly.FromDateTime(revision.At)),
            today,
            revision.RecordVersion,
            revision.Hash,
            new(tracker, $"/history/{WireNames.Of(kind)}/{id}/{revision.RecordVersion}"),
            null,
            null
        );
        return kind is RecordKind.SourceVersion ? await TextAsync(db, id, record, tracker, cancel) : record;
    }

    private static async Task<Citation> TextAsync(TrackerDb db, Guid id, Citation record, Uri tracker, CancellationToken cancel)
    {
        var text = await (
            from v in db.Set<SourceVersion>()
            where v.Id == id
            join n in db.Set<Announcement>() on v.AnnouncementId equals n.Id
            join a in db.Set<Actor>().IgnoreQueryFilters() on n.IssuerId equals a.Id
            select new
            {
                v.Number,
                v.Sha256,
                n.Slug,
                n.Title,
                n.Date,
                n.AnnouncementKind,
                n.Language,
                n.Address,
                Issuer = a.Name,
            }
        ).FirstAsync(cancel);
        return record with
        {
            Key = $"{text.Slug}-v{text.Number}",
            Genre = text.AnnouncementKind,
            Title = text.Title,
            Author = text.Issuer,
            Issued = text.Date,
            Version = text.Number,
            Sha256 = text.Sha256,
            Address = new(tracker, $"/announcements/{text.Slug}?version={text.Number}"),
            Original = string.IsNullOrEmpty(text.Address) ? null : text.Address,
            Language = text.Language,
        };
    }
}
