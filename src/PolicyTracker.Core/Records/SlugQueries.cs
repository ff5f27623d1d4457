using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Records;

/// <summary>Old addresses: they lead on, or say that what stood there was removed; none ever leads to something else.</summary>
public sealed class SlugQueries(IDbContextFactory<TrackerDb> contexts)
{
    /// <summary>What became of the record of that slug; null where there never was one, or where it stands.</summary>
    public async Task<SlugResolution?> FindAsync(RecordKind kind, string slug, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (
            await db.Set<FormerSlug>()
                .Where(a => a.Kind == kind && a.Slug == slug)
                .Select(a => (Guid?)a.RecordId)
                .FirstOrDefaultAsync(cancel) is
            { } led
        )
        {
            return new((await db.LinksAsync([(kind, led)], cancel)).GetValueOrDefault(led)?.Slug, kind, led);
        }

        return await RecordDescriptors.Of(kind).FindIdAsync(db, slug, isRemoved: true, cancel) is { } id ? new(null, kind, id) : null;
    }
}
