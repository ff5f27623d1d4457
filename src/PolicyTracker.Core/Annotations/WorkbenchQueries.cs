using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Annotations;

/// <summary>What is recorded about a text that is being annotated: all that can change while it is open.</summary>
/// <param name="Title">The announcement's title.</param>
/// <param name="Language">Its language.</param>
/// <param name="Newest">The number of its newest version, which may be a later one than the text that is open.</param>
/// <param name="Highlights">The quotations and comments of the text, in its order.</param>
/// <param name="Unsettled">How many quotations of older versions wait to be settled; 0 where the text is not the newest.</param>
/// <param name="Carried">The quotation of an older version that was asked for, where it is not settled yet.</param>
/// <param name="NeedsApproval">Whether another editor has to approve edits.</param>
/// <param name="Waiting">How many edits wait for that.</param>
public sealed record Workbench(
    string Title,
    string Language,
    int Newest,
    IReadOnlyList<Highlight> Highlights,
    int Unsettled,
    OlderHighlight? Carried,
    bool NeedsApproval,
    int Waiting
);

/// <summary>What editors ask while annotating.</summary>
public sealed class WorkbenchQueries(IDbContextFactory<TrackerDb> contexts)
{
    /// <summary>What is recorded about a text; null where its announcement was removed. The text itself is not read.</summary>
    /// <param name="source">The text.</param>
    /// <param name="carry">A quotation of an older version for which words of this one are to be marked.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Workbench?> FindAsync(SourceVersion source, Guid? carry = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var of = source.AnnouncementId;
        var announcement = await db.Set<Announcement>()
            .Where(n => n.Id == of)
            .Select(n => new
            {
                n.Title,
                n.Language,
                Newest = db.Set<SourceVersion>().Where(v => v.AnnouncementId == of).Max(v => (int?)v.Number),
            })
            .FirstOrDefaultAsync(cancel);
        if (announcement is not { Newest: { } newest })
        {
            return null;
        }

        var highlights = await AnnouncementQueries.HighlightsAsync(
            db,
            db.Set<Annotation>().Where(a => a.SourceVersionId == source.Id),
            cancel
        );
        var unsettled = source.Number < newest ? 0 : await Unsettled(db, of, newest).CountAsync(cancel);
        return new Workbench(
            announcement.Title,
            announcement.Language,
            newest,
            [.. highlights.Select(p => p.Highlight)],
            unsettled,
            carry is { } id ? await CarriedAsync(db, Unsettled(db, of, newest).Where(a => a.Id == id), cancel) : null,
            await RecordWriter.ApprovalIsRequiredAsync(db, cancel),
            await db.Set<ProposedEdit>().CountAsync(e => e.State == ProposalState.Waiting, cancel)
        );
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
        if (await AnnouncementQueries.HighlightsAsync(db, carried, cancel) is not [var (of, _, highlight)])
        {
            return null;
        }

        var number = await db.Set<SourceVersion>().Where(v => v.Id == of).Select(v => v.Number).FirstAsync(cancel);
        return new(highlight, number, QuotationAge.Unsettled);
    }
}
