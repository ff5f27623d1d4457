using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.History;

/// <summary>Brings back what stood before, always as a new edit.</summary>
public sealed class HistoryEdits(RecordWriter writer)
{
    /// <summary>
    /// Sets a record to one of its earlier versions; one that was removed stands again, with the quotations that went with it.
    /// </summary>
    /// <param name="by">Who edits.</param>
    /// <param name="kind">The record's kind.</param>
    /// <param name="id">The record.</param>
    /// <param name="version">The version to bring back.</param>
    /// <param name="basedOn">The newest version that the editor saw.</param>
    /// <param name="why">Why; empty says only which version.</param>
    /// <param name="confirmed">The messages of doubts about quoted words that the editor was told.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The record's new version.</returns>
    /// <exception cref="VersionConflict">Somebody changed it meanwhile.</exception>
    /// <exception cref="DoubtfulWords">Words would not state a value that is brought back, or were cut off from a negation.</exception>
    /// <exception cref="Refusal">There is no such version, the record stands as in that version already, or a rule says no.</exception>
    public Task<int> RestoreAsync(
        Editor by,
        RecordKind kind,
        Guid id,
        int version,
        int basedOn,
        string why,
        IReadOnlyCollection<string>? confirmed = null,
        CancellationToken cancel = default
    ) =>
        writer.EditAsync(
            by,
            string.IsNullOrWhiteSpace(why) ? EditReasons.Texts["Restored", version] : EditReasons.Texts["RestoredFor", version, why.Trim()],
            async db =>
            {
                db.Confirmed = new(confirmed ?? []);
                var record = await RecordDescriptors.Of(kind).FindAsync(db, id, cancel) ?? throw Refusal.NoRecord();
                await RecordWriter.CheckVersionAsync(db, record, basedOn, cancel);
                var content = await ContentAsync(db, kind, id, version, cancel) ?? throw Refusal.NoVersion(version);
                var removed = record.RemovedAt;
                RecordContent.Set(db, record, content);
                if (removed is { } at)
                {
                    await QuotationRules.BringBackAsync(db, record, at, cancel);
                    await RecordOrder.PlaceAgainAsync(db, record, cancel);
                }

                RecordWriter.NeedChange(db, () => Refusal.NothingToRestore(version));
                return record.Version;
            },
            cancel: cancel
        );

    /// <summary>
    /// Takes one edit back: every record that it touched is set to what it was before. What the edit had made is removed from
    /// view.
    /// </summary>
    /// <param name="by">Who edits.</param>
    /// <param name="edit">The number of the edit.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>How many records were set back.</returns>
    /// <exception cref="Refusal">A record was changed again since, so that taking the edit back would overwrite that.</exception>
    public Task<int> RevertAsync(Editor by, long edit, CancellationToken cancel = default) =>
        writer.EditAsync(
            by,
            EditReasons.Texts["TookBack", edit],
            async db =>
            {
                db.Confirmed = Confirmation.OfAll; // what stood before stood by itself
                var revisions = await db.Set<Revision>()
                    .Where(r => r.EditId == edit)
                    .OrderByDescending(r => r.Sequence)
                    .ToListAsync(cancel);
                foreach (var revision in revisions)
                {
                    var record = await RecordDescriptors.Of(revision.RecordKind).FindAsync(db, revision.RecordId, cancel);
                    if (record is null || record.Version != revision.RecordVersion)
                    {
                        throw Refusal.ChangedSince(revision.Label);
                    }

                    if (revision.Act is RevisionAct.Created)
                    {
                        writer.Remove(record);
                    }
                    else
                    {
                        var before = await ContentAsync(db, revision.RecordKind, revision.RecordId, revision.RecordVersion - 1, cancel);
                        RecordContent.Set(db, record, before!);
                        if (revision.Act is RevisionAct.Removed)
                        {
                            await RecordOrder.PlaceAgainAsync(db, record, cancel);
                        }
                    }
                }

                RecordWriter.NeedChange(db, Refusal.NothingToTakeBack);
                return revisions.Count;
            },
            cancel: cancel
        );

    private static Task<string?> ContentAsync(TrackerDb db, RecordKind kind, Guid id, int version, CancellationToken cancel) =>
        db.Set<Revision>()
            .Where(r => r.RecordKind == kind && r.RecordId == id && r.RecordVersion == version)
            .Select(r => (string?)r.Content)
            .FirstOrDefaultAsync(cancel);
}
