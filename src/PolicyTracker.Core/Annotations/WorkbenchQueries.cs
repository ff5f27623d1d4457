using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Collaboration;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Annotations;

/// <summary>What editors ask while annotating.</summary>
public sealed class WorkbenchQueries(IDbContextFactory<TrackerDb> contexts)
{
    /// <summary>What is recorded about a text; null where its announcement was removed. The text itself is not read.</summary>
    /// <param name="by">Who annotates: who reads the text a second time is given no mark of others.</param>
    /// <param name="source">The text.</param>
    /// <param name="carry">A quotation of an older version for which words of this one are to be marked.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="Refusal">No editor asks.</exception>
    public async Task<Workbench?> FindAsync(Editor by, SourceVersion source, Guid? carry = null, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.NeedEditorAsync(by, cancel);
        ArgumentNullException.ThrowIfNull(source);
        var of = source.AnnouncementId;
        var announcement = await db.Set<Announcement>()
            .Where(n => n.Id == of)
            .Select(n => new
            {
                n.Title,
                n.Language,
                n.Date,
                Newest = db.Set<SourceVersion>().Where(v => v.AnnouncementId == of).Max(v => (int?)v.Number),
            })
            .FirstOrDefaultAsync(cancel);
        if (announcement is not { Newest: { } newest })
        {
            return null;
        }

        var isSecondReader = await db.IsSecondReaderAsync(by, of, cancel);
        var highlights = isSecondReader
            ? []
            : await db.HighlightsAsync(db.Set<Annotation>().Where(a => a.SourceVersionId == source.Id), cancel);
        var unsettled = isSecondReader || source.Number < newest ? 0 : await Unsettled(db, of, newest).CountAsync(cancel);
        return new Workbench(
            announcement.Title,
            announcement.Language,
            announcement.Date.FirstDay == announcement.Date.LastDay ? announcement.Date.FirstDay : null,
            newest,
            [.. highlights.Select(p => p.Highlight)],
            unsettled,
            carry is { } id && !isSecondReader ? await CarriedAsync(db, Unsettled(db, of, newest).Where(a => a.Id == id), cancel) : null,
            await RecordWriter.ApprovalIsRequiredAsync(db, cancel),
            await db.Set<ProposedEdit>().CountAsync(e => e.State == ProposalState.Waiting, cancel),
            isSecondReader
        );
    }

    /// <summary>The quotations from a text that wait for a second editor, in its order; none for who reads it a second time.</summary>
    /// <exception cref="Refusal">No editor asks.</exception>
    public async Task<IReadOnlyList<WaitingQuotation>> WaitingAsync(Editor by, Guid sourceVersionId, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.NeedEditorAsync(by, cancel);
        var of = await db.Set<SourceVersion>()
            .Where(v => v.Id == sourceVersionId)
            .Select(v => v.AnnouncementId)
            .FirstOrDefaultAsync(cancel);
        return await db.IsSecondReaderAsync(by, of, cancel) ? [] : await db.WaitingQuotationsAsync(sourceVersionId, cancel);
    }

    // Quotations of older versions of which no editor has said what became of them in the newest.
    private static IQueryable<Annotation> Unsettled(TrackerDb db, Guid announcement, int newest) =>
        from v in db.Set<SourceVersion>()
        where v.AnnouncementId == announcement && v.Number < newest
        join a in db.Set<Annotation>() on v.Id equals a.SourceVersionId
        where a.State == AnnotationState.Accepted && (a.NotInVersion == null || a.NotInVersion < newest)
        select a;

    private static async Task<OlderHighlight?> CarriedAsync(TrackerDb db, IQueryable<Annotation> carried, CancellationToken cancel)
    {
        if (await db.HighlightsAsync(carried, cancel) is not [var (of, _, highlight)])
        {
            return null;
        }

        var number = await db.Set<SourceVersion>().Where(v => v.Id == of).Select(v => v.Number).FirstAsync(cancel);
        return new(highlight, number, QuotationAge.Unsettled);
    }
}
