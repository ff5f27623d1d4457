using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Commitments;

/// <summary>Raises and settles disputes over where a commitment stands.</summary>
public sealed class DisputeEdits(RecordWriter writer, TimeProvider clock)
{
    // The field of forms in which either reason is typed.
    private const string Typed = "dispute";

    /// <summary>Says that the status of a commitment is disputed.</summary>
    /// <param name="by">Who edits.</param>
    /// <param name="commitment">The commitment.</param>
    /// <param name="reason">Why, the editors' words; readers see it.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The dispute's identity.</returns>
    /// <exception cref="Refusal">It is disputed already, or there is no reason.</exception>
    public Task<Guid> RaiseAsync(Editor by, Guid commitment, string reason, CancellationToken cancel = default) =>
        writer.EditAsync(
            by,
            reason,
            async db =>
            {
                var of =
                    await db.Set<Commitment>().FirstOrDefaultAsync(c => c.Id == commitment, cancel)
                    ?? throw Refusal.RemovedMeanwhile(RecordKind.Commitment);
                if (string.IsNullOrWhiteSpace(reason))
                {
                    throw Refusal.FieldEmpty(RuleTexts.Texts["ReasonForTheDispute"], Typed);
                }

                var steps = await db.Set<StatusChange>().Where(s => s.CommitmentId == commitment).ToListAsync(cancel);
                var dispute = new Dispute
                {
                    CommitmentId = of.Id,
                    StepId = CommitmentStatus.InOrder(steps).LastOrDefault()?.Id,
                    Status = of.Status,
                    On = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime),
                    Reason = reason.Trim(),
                };
                db.Add(dispute);
                return dispute.Id;
            },
            cancel: cancel
        );

    /// <summary>
    /// Settles a dispute without a change of the steps. Where it is settled by who raised it another editor has to approve that.
    /// </summary>
    /// <param name="by">Who edits.</param>
    /// <param name="id">The dispute.</param>
    /// <param name="reason">Why, the editors' words; readers see it.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="Refusal">It was settled meanwhile, or there is no reason.</exception>
    public Task<int> SettleAsync(Editor by, Guid id, string reason, CancellationToken cancel = default) =>
        writer.EditAsync(
            by,
            reason,
            async db =>
            {
                var dispute = await db.Set<Dispute>().FirstOrDefaultAsync(d => d.Id == id, cancel);
                if (dispute is not { State: DisputeState.Standing })
                {
                    throw Refusal.DisputeSettled();
                }

                if (string.IsNullOrWhiteSpace(reason))
                {
                    throw Refusal.FieldEmpty(RuleTexts.Texts["ReasonForTheSettlement"], Typed);
                }

                (dispute.State, dispute.Settlement) = (DisputeState.Settled, reason.Trim());
                return dispute.Version;
            },
            cancel: cancel
        );
}
