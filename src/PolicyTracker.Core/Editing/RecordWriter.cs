using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Editing;

/// <summary>
/// The one way to write records. In one transaction it checks the editor's rights, makes the change, checks the rules
/// of every record touched, raises versions and appends a revision for each; then it tells those who watch.
/// Writers queue: in this process (<see cref="GroupedWrites"/>), between processes by BEGIN IMMEDIATE (SQLite) or an advisory
/// lock (PostgreSQL), so that the chain of revisions has no forks.
/// </summary>
public sealed partial class RecordWriter(
    IDbContextFactory<TrackerDb> contexts,
    EditEvents events,
    TimeProvider clock,
    ILogger<RecordWriter> log
) : IDisposable
{
    private readonly GroupedWrites _writes = new(contexts);
    private readonly RevisionWriter _revisions = new(clock);

    /// <summary>Makes an edit.</summary>
    /// <param name="by">Who edits; needs the role Editor or Admin.</param>
    /// <param name="why">Why, for the history.</param>
    /// <param name="change">Changes tracked records of the context it is given; must not save.</param>
    /// <param name="isPublication">
    /// Whether readers are shown something else after it. Where an administrator requires a second editor, such an edit by an
    /// editor is checked whole, undone, and kept as a <see cref="ProposedEdit"/> that waits; so is one of which the descriptor of a
    /// record says that it takes two.
    /// </param>
    /// <param name="approves">The proposal that <paramref name="by"/> approves: history names who proposed it, and who approved it.</param>
    /// <param name="cancel">Gives up; nothing is written then.</param>
    /// <returns>What <paramref name="change"/> returned.</returns>
    /// <exception cref="Refusal">A right or a rule says no, or the store takes nothing at the moment; nothing was written.</exception>
    public async Task<T> EditAsync<T>(
        Editor by,
        string why,
        Func<TrackerDb, Task<T>> change,
        bool isPublication = true,
        ProposedEdit? approves = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(by);
        RecordRules.CheckTyped(why, "why", RuleTexts.Texts["Reason"], hasLines: true);
        T result = default!;
        List<Revision> written = [];
        ProposedEdit? proposed = null;
        try
        {
            await _writes.RunAsync(
                async db =>
                {
                    await db.NeedEditorAsync(by, cancel);
                    var canWait = isPublication && !by.IsProgram;
                    var waits = canWait && await ApprovalIsRequiredAsync(db, cancel);
                    result = await change(db);
                    waits |= canWait && !waits && await NeedsSecondEditorAsync(db, by, cancel);
                    written = await _revisions.WriteAsync(db, by, approves, why, cancel);
                    if (waits && written.Count > 0)
                    {
                        proposed = Proposal(db, by, written);
                        await db.Database.CurrentTransaction!.RollbackToSavepointAsync(GroupedWrites.Savepoint, cancel);
                        db.ChangeTracker.Clear();
                        db.Add(proposed);
                        await db.SaveChangesAsync(cancel);
                    }
                },
                cancel
            );
        }
        catch (Exception e) when (StoreErrors.IsTransient(e))
        {
            NotTaken(e);
            throw StoreErrors.Refusal(e);
        }

        if (proposed is not null)
        {
            events.Raise(new EditEvent(0, []));
        }
        else if (written.Count > 0)
        {
            events.Raise(new EditEvent(written[0].Edit.Id, [.. written.Select(r => (r.RecordKind, r.RecordId))]));
        }

        return result;
    }

    /// <summary>Whether an administrator requires that another editor approves what editors change.</summary>
    public static Task<bool> ApprovalIsRequiredAsync(TrackerDb db, CancellationToken cancel = default) =>
        db.Settings.AnyAsync(s => s.Name == Setting.Approval && s.Value == "yes", cancel);

    /// <summary>Refuses an edit that was based on another version of the record than the one that stands.</summary>
    /// <exception cref="VersionConflict">It was.</exception>
    public static async Task CheckVersionAsync(TrackerDb db, Record record, int basedOn, CancellationToken cancel = default)
    {
        if (record.Version != basedOn)
        {
            var last = await db.Set<Revision>()
                .Where(r => r.RecordKind == record.Kind && r.RecordId == record.Id && r.RecordVersion == record.Version)
                .Select(r => new { r.Edit.By, r.Edit.At })
                .FirstAsync(cancel);
            throw new VersionConflict(basedOn, record.Version, last.By, last.At);
        }
    }

    /// <summary>
    /// Refuses an edit that changes nothing, so that nobody is told of an edit that no history shows. Called last where the change
    /// is made.
    /// </summary>
    /// <param name="db">The context of the edit.</param>
    /// <param name="refusal">What stands already, and that nothing was done.</param>
    /// <exception cref="Refusal">Nothing is changed.</exception>
    public static void NeedChange(TrackerDb db, Func<Refusal> refusal)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (!db.ChangeTracker.HasChanges())
        {
            throw refusal();
        }
    }

    /// <summary>Takes a record out of view; its history stays.</summary>
    public void Remove(Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        record.RemovedAt = _revisions.Now();
    }

    /// <inheritdoc/>
    public void Dispose() => _writes.Dispose();

    private static async Task<bool> NeedsSecondEditorAsync(TrackerDb db, Editor by, CancellationToken cancel)
    {
        db.ChangeTracker.DetectChanges();
        foreach (var descriptor in RecordDescriptors.All)
        {
            if (await descriptor.NeedsSecondEditorAsync(db, by.AccountId, cancel))
            {
                return true;
            }
        }

        return false;
    }

    [LoggerMessage(LogLevel.Error, "The store did not take an edit.")]
    private partial void NotTaken(Exception why);

    private ProposedEdit Proposal(TrackerDb db, Editor by, List<Revision> revisions)
    {
        var records = db.ChangeTracker.Entries<Record>().ToDictionary(e => e.Entity.Id);
        return new()
        {
            AccountId = by.AccountId!.Value,
            By = by.Name,
            At = _revisions.Now(),
            Why = revisions[0].Edit.Why,
            Origin = by.Origin,
            Records = JsonSerializer.Serialize(
                revisions.Select(r => new ProposedRecord(
                    r.RecordKind,
                    r.RecordId,
                    r.RecordVersion - 1,
                    r.Label,
                    RecordContent.Whole(records[r.RecordId])
                ))
            ),
        };
    }
}
