using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Commitments;

/// <summary>
/// Where commitments stand, told from their steps: at the step of the latest day; of several on one day, at the one that was
/// entered last. A step that is entered late and dated earlier takes its place in the row and changes nothing of where it ends.
/// </summary>
internal static class CommitmentStatus
{
    /// <summary>Where a commitment with these steps stands.</summary>
    public static Status At(IEnumerable<StatusChange> steps) => InOrder(steps).LastOrDefault()?.To ?? Status.Announced;

    /// <summary>Where a commitment stood at the end of a day.</summary>
    public static async Task<Status> AtAsync(TrackerDb db, Guid commitment, DateOnly day, CancellationToken cancel) =>
        At(await db.Set<StatusChange>().Where(s => s.CommitmentId == commitment && s.On <= day).ToListAsync(cancel));

    /// <summary>Steps by their days. Identities are of UUID version 7, so that what was entered later sorts last.</summary>
    public static IOrderedEnumerable<StatusChange> InOrder(IEnumerable<StatusChange> steps) => steps.OrderBy(s => s.On).ThenBy(s => s.Id);

    /// <summary>
    /// Sets the status of every commitment of which the edit adds, removes or brings back a step, or which comes back itself.
    /// The one place where a status is set, so that a step, undoing it, restoring and approving all come to the same.
    /// </summary>
    public static async Task DeriveAsync(TrackerDb db, CancellationToken cancel)
    {
        var moved = db
            .ChangeTracker.Entries<StatusChange>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified)
            .Select(e => e.Entity.CommitmentId);
        var back = db
            .ChangeTracker.Entries<Commitment>()
            .Where(e => e.State is EntityState.Modified && e.Property(c => c.RemovedAt).IsModified)
            .Select(e => e.Entity.Id);
        foreach (var id in moved.Union(back).ToList())
        {
            // Those of this edit stay as they are.
            await db.Set<StatusChange>().IgnoreQueryFilters().Where(s => s.CommitmentId == id).LoadAsync(cancel);
            var steps = db.Set<StatusChange>().Local.Where(s => s.CommitmentId == id && s.RemovedAt is null);
            Record? of = db.Set<Commitment>().Local.FirstOrDefault(c => c.Id == id);
            of ??= await RecordDescriptors.Of(RecordKind.Commitment).FindAsync(db, id, cancel);
            if (of is Commitment commitment)
            {
                commitment.Status = At(steps);
            }
        }
    }
}
