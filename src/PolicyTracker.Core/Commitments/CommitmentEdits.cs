using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.History;

namespace PolicyTracker.Core.Commitments;

/// <summary>Follows what becomes of commitments. Their fields change as those of every record do, in <see cref="RecordEdits"/>.</summary>
public sealed class CommitmentEdits(EditDoor door, TimeProvider clock)
{
    /// <summary>Records that a commitment stands elsewhere than before.</summary>
    /// <param name="by">Who edits.</param>
    /// <param name="id">The commitment.</param>
    /// <param name="basedOn">The version that the editor saw.</param>
    /// <param name="to">Where it stands now.</param>
    /// <param name="on">The day on which that came about; not in the future.</param>
    /// <param name="reason">Why, the editors' words.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The version that it has then.</returns>
    /// <exception cref="ConflictException">Somebody changed it meanwhile.</exception>
    /// <exception cref="RefusedException">A rule says no.</exception>
    public async Task<int> ChangeStatusAsync(Editor by, Guid id, int basedOn, Status to, DateOnly on, string reason, CancellationToken cancel = default)
    {
        return (await door.EditAsync(by, reason, async db =>
        {
            var commitment = await db.Commitments.Include(c => c.Topics).FirstOrDefaultAsync(c => c.Id == id, cancel)
                ?? throw new RefusedException("This commitment was removed meanwhile. What you typed is kept as a draft.");
            await EditDoor.CheckVersionAsync(db, commitment, basedOn, cancel);
            Step(db, commitment, to, on, reason, clock);
            return commitment;
        }, cancel: cancel)).Version;
    }

    /// <summary>Appends a step to the history of a commitment's status, inside an edit.</summary>
    /// <exception cref="RefusedException">The day is in the future.</exception>
    internal static StatusChange Step(TrackerDb db, Commitment commitment, Status to, DateOnly on, string reason, TimeProvider clock)
    {
        if (on > DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1)) // a day's grace: it may be tomorrow already where the editor is
        {
            throw new RefusedException($"The date {on:yyyy-MM-dd} is in the future. Give the day on which the status changed.");
        }

        var step = new StatusChange { CommitmentId = commitment.Id, From = commitment.Status, To = to, On = on, Reason = reason };
        db.Add(step);
        commitment.Status = to;
        return step;
    }
}
