using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Collaboration;

/// <summary>What editors note for themselves: each is given their own and nothing else.</summary>
public sealed class PrivateNotes(IDbContextFactory<TrackerDb> contexts, TimeProvider clock)
{
    /// <summary>The note of an editor about a record; null where there is none.</summary>
    /// <exception cref="Refusal">No editor asks.</exception>
    public async Task<PrivateNote?> FindAsync(Editor by, RecordKind kind, Guid record, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var account = await db.AccountAsync(by, cancel);
        return await db.Set<PrivateNote>()
            .AsNoTracking()
            .FirstOrDefaultAsync(n => n.AccountId == account && n.RecordKind == kind && n.RecordId == record, cancel);
    }

    /// <summary>Keeps the note of an editor about a record in place of the one before; an empty one is none.</summary>
    /// <exception cref="Refusal">No editor asks, or it is too long or holds what can't be seen.</exception>
    public async Task SaveAsync(Editor by, RecordKind kind, Guid record, string text, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var account = await db.AccountAsync(by, cancel);
        MessageText.Check(text, PrivateNote.MaxText, "note", mayBeEmpty: true);
        var note = await db.Set<PrivateNote>().FindAsync([account, kind, record], cancel);
        if (string.IsNullOrWhiteSpace(text))
        {
            if (note is not null)
            {
                db.Remove(note);
            }
        }
        else if (note is null)
        {
            db.Add(
                new PrivateNote
                {
                    AccountId = account,
                    RecordKind = kind,
                    RecordId = record,
                    Text = text.Trim(),
                    SavedAt = clock.GetUtcNow().UtcDateTime,
                }
            );
        }
        else
        {
            (note.Text, note.SavedAt) = (text.Trim(), clock.GetUtcNow().UtcDateTime);
        }

        await db.SaveChangesAsync(cancel);
    }
}
