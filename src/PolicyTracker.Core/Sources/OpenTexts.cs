using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Sources;

/// <summary>
/// The texts that somebody has open. A text never changes: no page reads it a second time, and an edit checks its quotations against
/// the one that is open.
/// </summary>
internal static class OpenTexts
{
    /// <summary>A text for as long as whoever asks holds it, read where nobody has it open; null where there is none.</summary>
    public static async Task<SourceVersion?> OpenTextAsync(this TrackerDb db, Guid id, CancellationToken cancel)
    {
        if (db.Held.Find<SourceVersion>(id) is { } held)
        {
            return held;
        }

        var read = await db.Set<SourceVersion>().AsNoTracking().FirstOrDefaultAsync(v => v.Id == id, cancel);
        if (read is not null)
        {
            db.Held.Add(id, read);
        }

        return read;
    }

    /// <summary>A text as a record of the context: the one that is open where somebody has it so; null where there is none.</summary>
    public static async Task<SourceVersion?> FindTextAsync(this TrackerDb db, Guid id, CancellationToken cancel)
    {
        var texts = db.Set<SourceVersion>();
        if (db.Held.Find<SourceVersion>(id) is not { } held || db.ChangeTracker.Entries<SourceVersion>().Any(e => e.Entity.Id == id))
        {
            return await texts.FindAsync([id], cancel);
        }

        if (!await texts.AnyAsync(v => v.Id == id, cancel))
        {
            return null; // it was removed while it was open
        }

        var source = held.Copy(); // a context keeps what it is given to itself
        db.Attach(source);
        return source;
    }
}
