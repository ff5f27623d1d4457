using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Collaboration;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Annotations;

/// <summary>
/// The second reading of a text: who it was given to marks which sentences hold which kinds of statements, and is shown nothing of
/// what others marked. Nothing of it is published, and nobody else sees it before it is finished.
/// </summary>
public sealed class SecondReadings(IDbContextFactory<TrackerDb> contexts, TimeProvider clock)
{
    /// <summary>How many sentences a page holds: a form takes a hundred ticks at most.</summary>
    public const int PageSize = 20;

    /// <summary>The kinds of statements that are asked for.</summary>
    public static IReadOnlyList<RecordKind> Kinds { get; } =
    [RecordKind.Commitment, RecordKind.StatusChange, RecordKind.Achievement, RecordKind.Observation, RecordKind.Target];

    /// <summary>A page of the text; null where there is no such announcement.</summary>
    /// <exception cref="Refusal">The second reading was not given to who asks.</exception>
    public async Task<ReadingDesk?> OpenAsync(Editor by, string slug, int page = 1, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await SourceAsync(db, by, slug, cancel) is not ({ } source, var account))
        {
            return null;
        }

        var about = await db.Set<Announcement>()
            .Where(n => n.Id == source.AnnouncementId)
            .Select(n => new { n.Title, n.Language })
            .FirstAsync(cancel);
        var marks = (await MarksOf(db, source.Id, account).ToListAsync(cancel)).ToLookup(m => m.Start, m => m.Kind);
        var sentences = SentenceKinds.Of(source.Text);
        page = Page.Within(page, sentences.Count, PageSize);
        var shown = sentences
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .Select(s => new ReadingSentence(s.ContentStart, source.Text[s.ContentStart..s.ContentEnd], marks[s.ContentStart].ToHashSet()));
        return new(about.Title, about.Language, new([.. shown], sentences.Count, page, PageSize));
    }

    /// <summary>Keeps what was marked in some sentences, in place of what was marked in them before.</summary>
    /// <exception cref="Refusal">The second reading was not given to who asks, or there is no such announcement.</exception>
    public async Task SaveAsync(
        Editor by,
        string slug,
        IReadOnlyCollection<int> sentences,
        IReadOnlyCollection<(int Start, RecordKind Kind)> marks,
        CancellationToken cancel = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (source, account) = await SourceAsync(db, by, slug, cancel) ?? throw Refusal.RemovedMeanwhile(RecordKind.Announcement);
        var known = SentenceKinds.Of(source.Text).Select(s => s.ContentStart).ToHashSet();
        if (await db.Set<SecondReading>().FindAsync([source.Id, account], cancel) is { } reading)
        {
            reading.FinishedAt = null; // it was given back
        }
        else
        {
            db.Add(
                new SecondReading
                {
                    SourceVersionId = source.Id,
                    AccountId = account,
                    Name = by.Name,
                }
            );
        }

        db.RemoveRange(await MarksOf(db, source.Id, account).Where(m => sentences.Contains(m.Start)).ToListAsync(cancel));
        await db.SaveChangesAsync(cancel);
        db.AddRange(
            marks
                .Where(m => sentences.Contains(m.Start) && known.Contains(m.Start) && Kinds.Contains(m.Kind))
                .Distinct()
                .Select(m => Mark(source.Id, account, m, isRecorded: false))
        );
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>
    /// Finishes the reading: what the record has by then is kept beside it, so that the two can be compared whatever is changed
    /// afterwards, and the announcement is done.
    /// </summary>
    /// <exception cref="Refusal">The second reading was not given to who asks, or there is no such announcement.</exception>
    public async Task FinishAsync(Editor by, string slug, CancellationToken cancel = default)
    {
        await SaveAsync(by, slug, [], [], cancel); // also where nothing was marked
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (source, account) = await SourceAsync(db, by, slug, cancel) ?? throw Refusal.RemovedMeanwhile(RecordKind.Announcement);
        var reading = (await db.Set<SecondReading>().FindAsync([source.Id, account], cancel))!;
        var before = db.Set<ReadingMark>().Where(m => m.SourceVersionId == source.Id && m.AccountId == account && m.IsRecorded);
        db.RemoveRange(await before.ToListAsync(cancel)); // of a reading that was given back
        await db.SaveChangesAsync(cancel);
        var recorded = await SentenceKinds.RecordedAsync(db, source, SentenceKinds.Of(source.Text), cancel);
        db.AddRange(recorded.Select(m => Mark(source.Id, account, m, isRecorded: true)));
        reading.FinishedAt = clock.GetUtcNow().UtcDateTime;
        var assignment = (await db.Set<Assignment>().FindAsync([source.AnnouncementId], cancel))!;
        (assignment.State, assignment.ChangedBy, assignment.ChangedAt) = (WorkState.Done, by.Name, reading.FinishedAt.Value);
        await db.SaveChangesAsync(cancel);
    }

    private static ReadingMark Mark(Guid source, Guid account, (int Start, RecordKind Kind) mark, bool isRecorded) =>
        new()
        {
            SourceVersionId = source,
            AccountId = account,
            Start = mark.Start,
            Kind = mark.Kind,
            IsRecorded = isRecorded,
        };

    private static IQueryable<ReadingMark> MarksOf(TrackerDb db, Guid source, Guid account) =>
        db.Set<ReadingMark>().Where(m => m.SourceVersionId == source && m.AccountId == account && !m.IsRecorded);

    // The newest text, for whom its second reading was given to.
    private static async Task<(SourceVersion Source, Guid Account)?> SourceAsync(
        TrackerDb db,
        Editor by,
        string slug,
        CancellationToken cancel
    )
    {
        var account = await db.AccountAsync(by, cancel);
        var source = await AnnouncementQueries.VersionsOf(db, slug).AsNoTracking().FirstOrDefaultAsync(cancel);
        if (source is null)
        {
            return null;
        }

        var isGiven = await db.Set<Assignment>()
            .AnyAsync(
                a => a.AnnouncementId == source.AnnouncementId && a.State == WorkState.SecondReading && a.AccountId == account,
                cancel
            );
        return isGiven ? (source, account) : throw Refusal.NotSecondReader();
    }
}
