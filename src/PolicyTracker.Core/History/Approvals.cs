using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.History;

/// <summary>A proposed edit as the list of those that wait shows it.</summary>
/// <param name="Edit">The edit.</param>
/// <param name="Records">What becomes of each of its records.</param>
/// <param name="Words">The words that it quotes, as they stand in their texts.</param>
public sealed record WaitingEdit(ProposedEdit Edit, IReadOnlyList<RecordDifference> Records, IReadOnlyList<WaitingWords> Words);

/// <summary>The second pair of eyes: edits that wait, and what another editor says to them.</summary>
public sealed class Approvals(
    RecordWriter writer,
    EditEvents events,
    IDbContextFactory<TrackerDb> contexts,
    HistoryQueries history,
    TimeProvider clock
)
{
    /// <summary>Whether an administrator requires that another editor approves.</summary>
    public async Task<bool> AreRequiredAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await RecordWriter.ApprovalIsRequiredAsync(db, cancel);
    }

    /// <summary>How many edits a page of those that wait holds.</summary>
    public const int PageSize = 50;

    /// <summary>How many edits wait.</summary>
    public async Task<int> CountAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<ProposedEdit>().CountAsync(e => e.State == ProposalState.Waiting, cancel);
    }

    /// <summary>A page of the edits that wait, and of those of <paramref name="by"/> that were sent back lately, oldest first.</summary>
    public async Task<Page<WaitingEdit>> ListAsync(Editor by, int page = 1, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var since = clock.GetUtcNow().UtcDateTime.AddDays(-30);
        var query = db.Set<ProposedEdit>()
            .AsNoTracking()
            .Where(e =>
                e.State == ProposalState.Waiting
                || (e.State == ProposalState.SentBack && e.AccountId == by.AccountId && e.DecidedAt > since)
            );
        var total = await query.CountAsync(cancel);
        page = Page.Within(page, total, PageSize);
        var edits = await query.OrderBy(e => e.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        var proposed = edits.ConvertAll(e => RecordsOf(e.Records));
        var differences = await history.DifferencesAsync(proposed, cancel);
        var words = await db.WaitingWordsAsync(proposed.SelectMany(r => r), cancel);
        var listed = edits.Zip(
            differences,
            (edit, records) =>
                new WaitingEdit(edit, records, [.. records.Select(r => words.GetValueOrDefault(r.Id)).OfType<WaitingWords>()])
        );
        return new([.. listed], total, page, PageSize);
    }

    /// <summary>Publishes a proposed edit, exactly as it was proposed.</summary>
    /// <exception cref="Refusal">It is the editor's own, was decided meanwhile, or a record of it was changed since.</exception>
    public Task<int> ApproveAsync(Editor by, Guid id, CancellationToken cancel = default) =>
        DecideAsync(
            by,
            id,
            ProposalState.Approved,
            null,
            async (db, edit) =>
            {
                db.Confirmed = new([edit.Why]); // it tells what the one who proposed it confirmed
                var records = RecordsOf(edit.Records);
                foreach (var proposed in records)
                {
                    var record = await RecordContent.FindOrMakeAsync(db, proposed.Kind, proposed.Id, cancel);
                    if (record.Version != proposed.BasedOn)
                    {
                        throw Refusal.ChangedSinceProposed(proposed.Label, edit.By);
                    }

                    RecordContent.Set(db, record, proposed.Content);
                }

                RecordWriter.NeedChange(db, Refusal.NothingToPublish);
                return records.Count;
            },
            cancel: cancel
        );

    /// <summary>Sends a proposed edit back to who proposed it.</summary>
    /// <exception cref="Refusal">There is no reason, or it was decided meanwhile.</exception>
    public Task<int> SendBackAsync(Editor by, Guid id, string reason, CancellationToken cancel = default) =>
        string.IsNullOrWhiteSpace(reason) ? throw Refusal.ReasonMissing()
        : reason.Length > 2000 ? throw Refusal.ReasonTooLong(reason.Length, 2000)
        : DecideAsync(by, id, ProposalState.SentBack, reason.Trim(), (_, _) => Task.FromResult(0), cancel);

    /// <summary>Publishes several proposed edits, in this order and each on its own: where one is refused, the others stand.</summary>
    /// <exception cref="Refusal">Who asks may decide none.</exception>
    public Task<IReadOnlyList<Decision>> ApproveAllAsync(Editor by, IReadOnlyList<Guid> ids, CancellationToken cancel = default) =>
        EachAsync(by, ids, id => ApproveAsync(by, id, cancel), cancel);

    /// <summary>Sends several proposed edits back for one reason, each on its own.</summary>
    /// <exception cref="Refusal">Who asks may decide none.</exception>
    public Task<IReadOnlyList<Decision>> SendBackAllAsync(
        Editor by,
        IReadOnlyList<Guid> ids,
        string reason,
        CancellationToken cancel = default
    ) => EachAsync(by, ids, id => SendBackAsync(by, id, reason, cancel), cancel);

    /// <summary>Takes back what one has proposed oneself.</summary>
    /// <exception cref="Refusal">It is another's, or was decided meanwhile.</exception>
    public Task<int> TakeBackAsync(Editor by, Guid id, CancellationToken cancel = default) =>
        DecideAsync(by, id, ProposalState.TakenBack, null, (_, _) => Task.FromResult(0), cancel);

    private async Task<IReadOnlyList<Decision>> EachAsync(
        Editor by,
        IReadOnlyList<Guid> ids,
        Func<Guid, Task> decide,
        CancellationToken cancel
    )
    {
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            await db.NeedEditorAsync(by, cancel); // who may decide none is told so once
        }

        var decided = new List<Decision>();
        foreach (var id in ids)
        {
            try
            {
                await decide(id);
                decided.Add(new(id, null));
            }
            catch (Refusal refused)
            {
                decided.Add(new(id, refused));
            }
        }

        return decided;
    }

    private async Task<int> DecideAsync(
        Editor by,
        Guid id,
        ProposalState state,
        string? reason,
        Func<TrackerDb, ProposedEdit, Task<int>> write,
        CancellationToken cancel
    )
    {
        ProposedEdit proposal;
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            await db.NeedEditorAsync(by, cancel);
            proposal = await FindAsync(db, id, cancel);
        }

        var count = await writer.EditAsync(
            by,
            proposal.Why,
            async db =>
            {
                var edit = await FindAsync(db, id, cancel);
                if ((edit.AccountId == by.AccountId) != (state is ProposalState.TakenBack))
                {
                    throw state is ProposalState.TakenBack ? Refusal.TakenBackByOthers() : Refusal.OwnProposal();
                }

                (edit.State, edit.DecidedBy, edit.DecidedAt, edit.Reason) = (state, by.Name, clock.GetUtcNow().UtcDateTime, reason);
                var written = await write(db, edit);
                await db.Set<ProposedEdit>()
                    .Where(e => e.Id == id)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(e => e.State, edit.State)
                                .SetProperty(e => e.DecidedBy, edit.DecidedBy)
                                .SetProperty(e => e.DecidedAt, edit.DecidedAt)
                                .SetProperty(e => e.Reason, edit.Reason),
                        cancel
                    );
                return written;
            },
            isPublication: false,
            approves: state is ProposalState.Approved ? proposal : null,
            cancel: cancel
        );
        events.Raise(new EditEvent(0, []));
        return count;
    }

    private static async Task<ProposedEdit> FindAsync(TrackerDb db, Guid id, CancellationToken cancel) =>
        await db.Set<ProposedEdit>().AsNoTracking().FirstOrDefaultAsync(e => e.Id == id && e.State == ProposalState.Waiting, cancel)
        ?? throw Refusal.DecidedMeanwhile();

    internal static List<ProposedRecord> RecordsOf(string records) => JsonSerializer.Deserialize<List<ProposedRecord>>(records)!;
}
