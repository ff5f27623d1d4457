using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Announcements;

/// <summary>
/// The texts that somebody has open, each once in memory for as long as it is held. A text never changes: no page reads it a second
/// time, and an edit checks its quotations against the one that is open.
/// </summary>
internal sealed class OpenTexts
{
    private readonly ConcurrentDictionary<Guid, WeakReference<SourceVersion>> _held = new();

    /// <summary>A text for as long as whoever asks holds it, read where nobody has it open; null where there is none.</summary>
    public async Task<SourceVersion?> OpenAsync(TrackerDb db, Guid id, CancellationToken cancel)
    {
        if (Held(id) is { } held)
        {
            return held;
        }

        if (await db.SourceVersions.AsNoTracking().FirstOrDefaultAsync(v => v.Id == id, cancel) is not { } read)
        {
            return null;
        }

        foreach (var closed in _held.Where(h => !h.Value.TryGetTarget(out _)))
        {
            _held.TryRemove(closed);
        }

        _held[id] = new(read);
        return read;
    }

    /// <summary>A text as a record of the context: the one that is open where somebody has it so; null where there is none.</summary>
    public async Task<SourceVersion?> FindAsync(TrackerDb db, Guid id, CancellationToken cancel)
    {
        if (Held(id) is not { } held || db.ChangeTracker.Entries<SourceVersion>().Any(e => e.Entity.Id == id))
        {
            return await db.SourceVersions.FindAsync([id], cancel);
        }

        if (!await db.SourceVersions.AnyAsync(v => v.Id == id, cancel))
        {
            return null; // it was removed while it was open
        }

        var source = held.Copy(); // a context keeps what it is given to itself
        db.Attach(source);
        return source;
    }

    private SourceVersion? Held(Guid id) => _held.TryGetValue(id, out var held) && held.TryGetTarget(out var source) ? source : null;
}
