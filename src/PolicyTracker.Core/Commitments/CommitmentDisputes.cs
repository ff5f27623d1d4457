using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Commitments;

/// <summary>
/// What holds while a status is disputed: its steps are changed by two editors, which settles it, and nobody settles alone what
/// they disputed themselves.
/// </summary>
internal static class CommitmentDisputes
{
    /// <summary>Whether an edit changes steps of a commitment in dispute, or ends a dispute that whoever edits has raised.</summary>
    public static async Task<bool> NeedsSecondEditorAsync(TrackerDb db, Guid? account, CancellationToken cancel)
    {
        var commitments = ChangedSteps(db);
        if (
            commitments.Count > 0
            && (
                db.ChangeTracker.Entries<Dispute>().Any(e => GoesOn(e.Entity) && commitments.Contains(e.Entity.CommitmentId)) // taken up again
                || await db.Set<Dispute>()
                    .AsNoTracking() // as they stand in the store, whatever the edit makes of them
                    .AnyAsync(d => commitments.Contains(d.CommitmentId) && d.State == DisputeState.Standing, cancel)
            )
        )
        {
            return true;
        }

        var ended = db
            .ChangeTracker.Entries<Dispute>()
            .Where(e => e.State is EntityState.Modified && !GoesOn(e.Entity))
            .Select(e => e.Entity.Id)
            .ToList();
        return ended.Count > 0
            && await db.Set<Revision>()
                .AnyAsync(
                    r =>
                        r.RecordKind == RecordKind.Dispute
                        && ended.Contains(r.RecordId)
                        && r.RecordVersion == 1
                        && r.Edit.AccountId == account,
                    cancel
                );
    }

    /// <summary>Settles the dispute over a commitment of which the edit changes steps, and sees that there is one at most.</summary>
    /// <exception cref="Refusal">The edit raises another one.</exception>
    public static async Task DeriveAsync(TrackerDb db, CancellationToken cancel)
    {
        var begun = db
            .ChangeTracker.Entries<Dispute>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified && GoesOn(e.Entity))
            .Select(e => e.Entity)
            .ToList();
        foreach (var dispute in begun)
        {
            await db.Set<Dispute>().Where(d => d.CommitmentId == dispute.CommitmentId).LoadAsync(cancel);
            if (db.Set<Dispute>().Local.Any(d => d.CommitmentId == dispute.CommitmentId && d.Id != dispute.Id && GoesOn(d)))
            {
                throw Refusal.DisputedAlready();
            }
        }

        if (ChangedSteps(db) is not { Count: > 0 } commitments)
        {
            return;
        }

        await db.Set<Dispute>().Where(d => commitments.Contains(d.CommitmentId) && d.State == DisputeState.Standing).LoadAsync(cancel);
        foreach (var dispute in db.Set<Dispute>().Local.Where(d => commitments.Contains(d.CommitmentId) && GoesOn(d)).Except(begun))
        {
            dispute.State = DisputeState.Settled;
        }
    }

    private static bool GoesOn(Dispute dispute) => dispute is { State: DisputeState.Standing, RemovedAt: null };

    private static HashSet<Guid> ChangedSteps(TrackerDb db) =>
        [
            .. db
                .ChangeTracker.Entries<StatusChange>()
                .Where(e => e.State is EntityState.Added or EntityState.Modified)
                .Select(e => e.Entity.CommitmentId),
        ];
}
