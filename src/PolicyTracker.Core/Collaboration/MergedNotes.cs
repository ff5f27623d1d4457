using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Collaboration;

/// <summary>What editors said and noted about a record goes along where it is merged into another.</summary>
internal sealed class MergedNotes(TimeProvider clock) : IMergeHandler
{
    public async Task MergeAsync(TrackerDb db, RecordKind kind, Guid from, Guid into, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Set<RecordThread>()
            .Where(t => t.RecordId == from)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(t => t.RecordId, into)
                        .SetProperty(t => t.ChangedAt, now) // open pages of all nodes are told
                        .SetProperty(t => t.Version, t => t.Version + 1), // who answers meanwhile is told
                cancel
            );

        foreach (var note in await db.Set<PrivateNote>().Where(n => n.RecordKind == kind && n.RecordId == from).ToListAsync(cancel))
        {
            db.Remove(note);
            if (await db.Set<PrivateNote>().FindAsync([note.AccountId, kind, into], cancel) is { } own)
            {
                own.Text = $"{own.Text}\n\n{note.Text}"; // whole, even where it gets longer than one may type
                continue;
            }

            db.Add(
                new PrivateNote
                {
                    AccountId = note.AccountId,
                    RecordKind = kind,
                    RecordId = into,
                    Text = note.Text,
                    SavedAt = note.SavedAt,
                }
            );
        }
    }
}
