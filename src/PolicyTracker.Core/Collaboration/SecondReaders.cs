using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Collaboration;

/// <summary>Who reads a text a second time is shown nothing of what others marked in it, and marks nothing, until that is done.</summary>
internal static class SecondReaders
{
    /// <summary>Whether the second reading of an announcement was given to an editor and is not finished.</summary>
    public static Task<bool> IsSecondReaderAsync(this TrackerDb db, Editor by, Guid announcement, CancellationToken cancel) =>
        db.Set<Assignment>()
            .AnyAsync(a => a.AnnouncementId == announcement && a.State == WorkState.SecondReading && a.AccountId == by.AccountId, cancel);

    /// <summary>The threads that an account is shown: none about words of a text that it has yet to read a second time.</summary>
    public static IQueryable<RecordThread> ThreadsFor(this TrackerDb db, Guid account) =>
        db.Set<RecordThread>()
            .AsNoTracking()
            .Where(t =>
                t.RecordKind != RecordKind.Annotation
                || !db.Set<Assignment>()
                    .Any(a => a.AnnouncementId == t.AnnouncementId && a.State == WorkState.SecondReading && a.AccountId == account)
            );
}
