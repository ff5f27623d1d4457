using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Commitments;

/// <summary>Follows what becomes of commitments. Their fields change as those of every record do, in <see cref="RecordEdits"/>.</summary>
public sealed class CommitmentEdits(RecordWriter writer, TimeProvider clock)
{
    /// <summary>Records that a commitment came to stand elsewhere on a day.</summary>
    /// <param name="by">Who edits.</param>
    /// <param name="id">The commitment.</param>
    /// <param name="basedOn">The version that the editor saw.</param>
    /// <param name="to">Where it stood from then on.</param>
    /// <param name="on">
    /// The day on which that came about; not in the future. It may lie before that of a step that is there already.
    /// </param>
    /// <param name="reason">Why, the editors' words.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The version that the commitment has then.</returns>
    /// <exception cref="VersionConflict">Somebody changed it meanwhile.</exception>
    /// <exception cref="Refusal">A rule says no.</exception>
    public async Task<int> ChangeStatusAsync(
        Editor by,
        Guid id,
        int basedOn,
        Status to,
        DateOnly on,
        string reason,
        CancellationToken cancel = default
    )
    {
        return (
            await writer.EditAsync(
                by,
                reason,
                async db =>
                {
                    var commitment =
                        await db.Set<Commitment>().FirstOrDefaultAsync(c => c.Id == id, cancel)
                        ?? throw Refusal.RemovedMeanwhile(RecordKind.Commitment);
                    await RecordWriter.CheckVersionAsync(db, commitment, basedOn, cancel);
                    await StepAsync(db, commitment.Id, to, on, reason, clock, cancel);
                    return commitment;
                },
                cancel: cancel
            )
        ).Version;
    }

    /// <summary>
    /// Adds a step to the history of a commitment's status, inside an edit. Where the commitment stands follows from its steps.
    /// </summary>
    /// <exception cref="Refusal">The day is in the future, or the commitment stood there already on that day.</exception>
    internal static async Task<StatusChange> StepAsync(
        TrackerDb db,
        Guid commitment,
        Status to,
        DateOnly on,
        string reason,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        // A day's grace: it may be tomorrow already where the editor is.
        if (on > DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1))
        {
            throw Refusal.StatusInFuture(on);
        }

        if (on.Year < Period.EarliestYear)
        {
            throw Refusal.StatusYear(on);
        }

        var from = await CommitmentStatus.AtAsync(db, commitment, on, cancel);
        if (from == to)
        {
            throw Refusal.StatusStoodThen(on, to);
        }

        var step = new StatusChange
        {
            CommitmentId = commitment,
            From = from,
            To = to,
            On = on,
            Reason = reason,
        };
        db.Add(step);
        return step;
    }

    /// <summary>
    /// Records that a commitment was replaced, on the day of the announcement that says so, with its words as evidence. One that
    /// was superseded by then already stays as it is.
    /// </summary>
    /// <param name="db">The context of the edit.</param>
    /// <param name="replaced">The commitment that is replaced.</param>
    /// <param name="successor">What takes its place, by its title.</param>
    /// <param name="words">A quotation of the successor.</param>
    /// <param name="source">The text that it quotes.</param>
    /// <param name="clock">Tells the day.</param>
    /// <param name="cancel">Gives up.</param>
    internal static async Task SupersedeAsync(
        TrackerDb db,
        Guid replaced,
        string successor,
        Annotation words,
        SourceVersion source,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        if (!await db.Set<Commitment>().AnyAsync(c => c.Id == replaced, cancel))
        {
            throw Refusal.ReplacedRemoved();
        }

        var said = await db.Set<Announcement>().Where(n => n.Id == source.AnnouncementId).Select(n => n.FirstDay).SingleAsync(cancel);
        if (await CommitmentStatus.AtAsync(db, replaced, said, cancel) is Status.Superseded)
        {
            return;
        }

        var step = await StepAsync(db, replaced, Status.Superseded, said, EditReasons.Texts["ReplacedBy", successor.Trim()], clock, cancel);
        var evidence = Annotation.At(source, words.Chars);
        (evidence.Origin, evidence.SupportsKind, evidence.SupportsId) = (words.Origin, RecordKind.StatusChange, step.Id);
        db.Add(evidence);
    }
}
