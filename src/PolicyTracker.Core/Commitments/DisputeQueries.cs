using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Commitments;

/// <summary>What pages ask about disputes over where a commitment stands.</summary>
public sealed class DisputeQueries(IDbContextFactory<TrackerDb> contexts)
{
    /// <summary>The dispute that goes on over a commitment; null where none does.</summary>
    public async Task<DisputeItem?> FindAsync(Guid commitment, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (await db.DisputesAsync(commitment, cancel)).FirstOrDefault(d => d.GoesOn);
    }
}

internal static class DisputeReading
{
    /// <summary>The disputes over a commitment, oldest first.</summary>
    public static async Task<List<DisputeItem>> DisputesAsync(this TrackerDb db, Guid commitment, CancellationToken cancel) =>
        await (
            from d in db.Set<Dispute>()
            where d.CommitmentId == commitment
            join r in db.Set<Revision>() on new { d.Id, Version = 1 } equals new { Id = r.RecordId, Version = r.RecordVersion }
            orderby d.Id
            select new DisputeItem(
                d.Id,
                d.StepId,
                d.Status,
                d.On,
                d.Reason,
                r.Edit.By,
                d.State == DisputeState.Settled ? d.ChangedAt : null,
                d.Settlement
            )
        ).ToListAsync(cancel);

    /// <summary>Those of some commitments over which a dispute goes on.</summary>
    public static async Task<HashSet<Guid>> DisputedAsync(
        this TrackerDb db,
        IReadOnlyCollection<Guid> commitments,
        CancellationToken cancel
    ) =>
        [
            .. await db.Set<Dispute>()
                .Where(d => commitments.Contains(d.CommitmentId) && d.State == DisputeState.Standing)
                .Select(d => d.CommitmentId)
                .ToListAsync(cancel),
        ];
}
