using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.History;

namespace PolicyTracker.Core.Commitments;

/// <summary>What an editor may change on a commitment. Its status has a step of its own.</summary>
public sealed record CommitmentFields
{
    /// <summary>The editors' words for it.</summary>
    public string Title { get; set; } = "";
    /// <summary>The goal that it serves.</summary>
    public Guid GoalId { get; set; }
    /// <summary>The body that answers for it.</summary>
    public Guid? ResponsibleId { get; set; }
    /// <summary>The initiative that it belongs to.</summary>
    public Guid? InitiativeId { get; set; }
    /// <summary>The day by which it is due.</summary>
    public DateOnly? Due { get; set; }
    /// <summary>The editors' note on the time stated.</summary>
    public string? Timeframe { get; set; }
    /// <summary>Its topics.</summary>
    public IReadOnlyList<Guid> TopicIds { get; set; } = [];
    /// <summary>The earlier commitment that it follows.</summary>
    public Guid? FollowsId { get; set; }
    /// <summary>How it stands to that one.</summary>
    public Succession? Follows { get; set; }
    /// <summary>The indicator by which it is measured.</summary>
    public Guid? IndicatorId { get; set; }
}

/// <summary>Changes commitments.</summary>
public sealed class CommitmentEdits(EditDoor door, TimeProvider clock)
{
    /// <summary>Changes the fields of a commitment.</summary>
    /// <returns>The version that it has then.</returns>
    /// <exception cref="ConflictException">Somebody changed it meanwhile.</exception>
    /// <exception cref="RefusedException">A rule says no.</exception>
    public async Task<int> ChangeAsync(Editor by, Guid id, int basedOn, CommitmentFields fields, string why, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return (await door.EditAsync(by, why, async db =>
        {
            var commitment = await FindAsync(db, id, basedOn, cancel);
            if (!await db.Goals.AnyAsync(g => g.Id == fields.GoalId, cancel))
            {
                throw new RefusedException("The goal was removed meanwhile. Choose another.");
            }

            (commitment.Title, commitment.GoalId, commitment.ResponsibleId) = (fields.Title.Trim(), fields.GoalId, fields.ResponsibleId);
            (commitment.InitiativeId, commitment.Due, commitment.Timeframe) = (fields.InitiativeId, fields.Due, string.IsNullOrWhiteSpace(fields.Timeframe) ? null : fields.Timeframe.Trim());
            (commitment.FollowsId, commitment.Follows, commitment.IndicatorId) = (fields.FollowsId, fields.Follows, fields.IndicatorId);
            commitment.Topics.RemoveAll(t => !fields.TopicIds.Contains(t.TopicId));
            commitment.Topics.AddRange(fields.TopicIds.Except(commitment.Topics.Select(t => t.TopicId)).ToList().Select(t => new CommitmentTopic { CommitmentId = id, TopicId = t }));
            return commitment;
        }, cancel: cancel)).Version;
    }

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
            var commitment = await FindAsync(db, id, basedOn, cancel);
            Step(db, commitment, to, on, reason, clock);
            return commitment;
        }, cancel: cancel)).Version;
    }

    /// <summary>Takes a commitment out of view, with the quotations that support it; its history stays.</summary>
    /// <exception cref="ConflictException">Somebody changed it meanwhile.</exception>
    /// <exception cref="RefusedException">A rule says no.</exception>
    public Task RemoveAsync(Editor by, Guid id, int basedOn, string why, CancellationToken cancel = default) =>
        door.EditAsync(by, why, async db =>
        {
            var commitment = await FindAsync(db, id, basedOn, cancel);
            door.Remove(commitment);
            foreach (var annotation in await db.Annotations.Where(a => a.SupportsId == id).ToListAsync(cancel))
            {
                door.Remove(annotation);
            }

            return commitment;
        }, cancel: cancel);

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

    private static async Task<Commitment> FindAsync(TrackerDb db, Guid id, int basedOn, CancellationToken cancel)
    {
        var commitment = await db.Commitments.Include(c => c.Topics).FirstOrDefaultAsync(c => c.Id == id, cancel)
            ?? throw new RefusedException("This commitment was removed meanwhile. What you typed is kept as a draft.");
        await EditDoor.CheckVersionAsync(db, commitment, basedOn, cancel);
        return commitment;
    }
}
