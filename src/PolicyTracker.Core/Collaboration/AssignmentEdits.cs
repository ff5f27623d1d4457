using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Collaboration;

/// <summary>Says who works on an announcement and how far it is. Work is no statement: it has no history and needs no approval.</summary>
public sealed class AssignmentEdits(IDbContextFactory<TrackerDb> contexts, TimeProvider clock)
{
    /// <summary>Sets both.</summary>
    /// <param name="by">Who says so.</param>
    /// <param name="announcement">The announcement's slug.</param>
    /// <param name="state">How far it is.</param>
    /// <param name="assignee">The name of the account that works on it; null or empty for nobody.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="Refusal">
    /// No editor asks, there is no such announcement or account, or who shall read a second time has marked words of the text.
    /// </exception>
    public async Task SetAsync(Editor by, string announcement, WorkState state, string? assignee, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.AccountAsync(by, cancel);
        var of = await db.Set<Announcement>().Where(n => n.Slug == announcement).Select(n => (Guid?)n.Id).FirstOrDefaultAsync(cancel);
        if (of is not { } id)
        {
            throw Refusal.RemovedMeanwhile(RecordKind.Announcement);
        }

        var account = await AssigneeAsync(db, assignee?.Trim(), cancel);
        if (state is WorkState.SecondReading)
        {
            var reader = account?.Account ?? throw Refusal.SecondReaderMissing();
            if (await HasMarkedAsync(db, id, reader, cancel))
            {
                throw Refusal.SecondReaderWasFirst(account.Value.Name);
            }
        }

        var assignment = await db.Set<Assignment>().FindAsync([id], cancel);
        if (assignment is null)
        {
            assignment = new Assignment
            {
                AnnouncementId = id,
                ChangedBy = by.Name,
                ChangedAt = clock.GetUtcNow().UtcDateTime,
            };
            db.Add(assignment);
        }

        (assignment.State, assignment.AccountId, assignment.Name) = (state, account?.Account, account?.Name);
        (assignment.ChangedBy, assignment.ChangedAt) = (by.Name, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
    }

    private static async Task<(Guid Account, string Name)?> AssigneeAsync(TrackerDb db, string? name, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        var found = (await db.EditorNamesAsync(cancel)).FindAll(n => n.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return found.Count > 0 ? found[0] : throw Refusal.NoAssignee(name);
    }

    // Whether words of any version of it were first marked by an account, whatever became of them since.
    private static Task<bool> HasMarkedAsync(TrackerDb db, Guid announcement, Guid account, CancellationToken cancel) =>
        (
            from v in db.Set<SourceVersion>()
            where v.AnnouncementId == announcement
            join a in db.Set<Annotation>().IgnoreQueryFilters() on v.Id equals a.SourceVersionId
            join r in db.Set<Revision>() on new { Kind = RecordKind.Annotation, a.Id } equals new { Kind = r.RecordKind, Id = r.RecordId }
            where r.RecordVersion == 1 && r.Edit.AccountId == account
            select r
        ).AnyAsync(cancel);
}
