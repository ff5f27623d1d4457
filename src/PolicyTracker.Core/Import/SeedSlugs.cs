using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Import;

/// <summary>
/// The records of a store by every slug that they have or had: one that an editor renamed, merged or removed is there, whatever it
/// is called now.
/// </summary>
internal sealed class SeedSlugs
{
    private readonly Dictionary<(Type, string), Guid> _ids = [];
    private readonly HashSet<(Type, string)> _had = [];
    private readonly HashSet<Guid> _removed = [];

    private SeedSlugs() { }

    /// <summary>Reads those of a store.</summary>
    public static async Task<SeedSlugs> ReadAsync(TrackerDb db, CancellationToken cancel)
    {
        var slugs = new SeedSlugs();
        foreach (var descriptor in RecordDescriptors.All.Where(d => d.HasSlug))
        {
            var rows = descriptor
                .All(db)
                .Select(r => new
                {
                    r.Id,
                    ((IHasSlug)r).Slug,
                    r.RemovedAt,
                });
            foreach (var row in await rows.ToListAsync(cancel))
            {
                slugs._ids[(descriptor.Type, row.Slug)] = row.Id;
                if (row.RemovedAt is not null)
                {
                    slugs._removed.Add(row.Id);
                }
            }
        }

        foreach (var old in await db.Set<FormerSlug>().AsNoTracking().ToListAsync(cancel))
        {
            var key = (RecordDescriptors.Of(old.Kind).Type, old.Slug);
            if (!slugs._ids.TryGetValue(key, out var there) || slugs._removed.Contains(there))
            {
                slugs._ids[key] = old.RecordId; // renamed, or merged into that one
            }
        }

        slugs.EndFile();
        return slugs;
    }

    /// <summary>Whether the store had a record of that slug before this file.</summary>
    public bool Had<T>(string slug) => _had.Contains((typeof(T), slug));

    /// <summary>Notes what a file makes.</summary>
    /// <exception cref="Refusal">The slug is that of another.</exception>
    public void Add(string slug, Record record)
    {
        if (!_ids.TryAdd((record.GetType(), slug), record.Id))
        {
            throw Refusal.SeedTwice(record.Kind, slug);
        }
    }

    /// <summary>Ends a file: what it has made, the next may name again.</summary>
    public void EndFile() => _had.UnionWith(_ids.Keys);

    /// <summary>
    /// The record that a slug of the file means here, also under another name; null where none is named, or an editor removed
    /// it.
    /// </summary>
    /// <exception cref="Refusal">There is none.</exception>
    public Guid? Find<T>(string? slug)
    {
        if (slug is null)
        {
            return null;
        }

        return !_ids.TryGetValue((typeof(T), slug), out var id) ? throw Refusal.SeedUnknown(typeof(T).Name.ToLowerInvariant(), slug)
            : _removed.Contains(id) ? null
            : id;
    }
}
