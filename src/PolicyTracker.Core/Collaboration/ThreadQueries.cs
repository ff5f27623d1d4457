using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Collaboration;

/// <summary>What editors ask about what they say to each other; nobody else is answered.</summary>
public sealed class ThreadQueries(IDbContextFactory<TrackerDb> contexts)
{
    /// <summary>How many threads about a record are shown, and how many a page of the list holds.</summary>
    public const int PageSize = 50;

    /// <summary>The threads about a record, about an announcement also those about words of it: open ones first, then the newest.</summary>
    /// <exception cref="Refusal">No editor asks.</exception>
    public async Task<Part<ThreadItem>> AboutAsync(Editor by, RecordKind kind, Guid record, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var account = await db.AccountAsync(by, cancel);
        var all = db.ThreadsFor(account);
        var query = kind is RecordKind.Announcement ? all.Where(t => t.AnnouncementId == record) : all.Where(t => t.RecordId == record);
        var threads = await query
            .OrderBy(t => t.State) // "open" comes before "settled"
            .ThenByDescending(t => t.ChangedAt)
            .ThenByDescending(t => t.Id)
            .Take(PageSize)
            .ToListAsync(cancel);
        var ids = threads.ConvertAll(t => t.Id);
        var messages = await db.Set<ThreadMessage>()
            .AsNoTracking()
            .Include(m => m.Mentions)
            .Where(m => ids.Contains(m.ThreadId))
            .OrderBy(m => m.Id)
            .ToListAsync(cancel);
        var of = messages.ToLookup(m => m.ThreadId);
        var subjects = await SubjectsAsync(db, threads, cancel);
        return new(
            [.. threads.Select(t => new ThreadItem(t.Id, subjects[t.RecordId], t.State, [.. of[t.Id].Select(m => ItemOf(m, account))]))],
            await query.CountAsync(cancel)
        );
    }

    /// <summary>A page of the threads of all records, those in which something was said last first.</summary>
    /// <exception cref="Refusal">No editor asks.</exception>
    public async Task<Page<ThreadRow>> ListAsync(Editor by, ThreadView view, int page = 1, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var account = await db.AccountAsync(by, cancel);
        var query = db.ThreadsFor(account);
        var mentions = db.Set<Mention>().Where(m => m.AccountId == account);
        query = view switch
        {
            ThreadView.Mentions => query.Where(t =>
                db.Set<ThreadMessage>().Where(m => mentions.Select(n => n.MessageId).Contains(m.Id)).Select(m => m.ThreadId).Contains(t.Id)
            ),
            ThreadView.Mine => query.Where(t =>
                db.Set<ThreadMessage>().Where(m => m.AccountId == account).Select(m => m.ThreadId).Contains(t.Id)
            ),
            ThreadView.Settled => query.Where(t => t.State == RecordThreadState.Settled),
            _ => query.Where(t => t.State == RecordThreadState.Open),
        };
        var total = await query.CountAsync(cancel);
        page = Page.Within(page, total, PageSize);
        var threads = await query
            .OrderByDescending(t => t.ChangedAt)
            .ThenByDescending(t => t.Id)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancel);
        var ids = threads.ConvertAll(t => t.Id);
        var messages = (
            await db.Set<ThreadMessage>().AsNoTracking().Where(m => ids.Contains(m.ThreadId)).OrderBy(m => m.Id).ToListAsync(cancel)
        ).ToLookup(m => m.ThreadId);
        var unread = await (
            from n in mentions
            where n.ReadAt == null
            join m in db.Set<ThreadMessage>() on n.MessageId equals m.Id
            select m.ThreadId
        ).ToListAsync(cancel);
        var subjects = await SubjectsAsync(db, threads, cancel);
        return new(
            [
                .. threads.Select(t =>
                {
                    var last = messages[t.Id].Last();
                    var words = messages[t.Id].LastOrDefault(m => m is { Act: ThreadAct.Said, WithdrawnAt: null })?.Text ?? "";
                    var said = messages[t.Id].Count(m => m.Act is ThreadAct.Said);
                    return new ThreadRow(t.Id, subjects[t.RecordId], t.State, last.By, last.At, words, said, unread.Contains(t.Id));
                }),
            ],
            total,
            page,
            PageSize
        );
    }

    /// <summary>How many messages mention an editor who has not seen them.</summary>
    /// <exception cref="Refusal">No editor asks.</exception>
    public async Task<int> CountUnreadAsync(Editor by, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var account = await db.AccountAsync(by, cancel);
        return await (
            from n in db.Set<Mention>()
            where n.AccountId == account && n.ReadAt == null
            join m in db.Set<ThreadMessage>() on n.MessageId equals m.Id
            join t in db.ThreadsFor(account) on m.ThreadId equals t.Id
            select n
        ).CountAsync(cancel);
    }

    /// <summary>The names by which others can be mentioned.</summary>
    /// <exception cref="Refusal">No editor asks.</exception>
    public async Task<IReadOnlyList<string>> NamesAsync(Editor by, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var account = await db.AccountAsync(by, cancel);
        return [.. (await db.EditorNamesAsync(cancel)).Where(n => n.Account != account).Select(n => n.Name)];
    }

    /// <summary>A record as what a thread can be about; null where there is none, or it was removed.</summary>
    /// <exception cref="Refusal">No editor asks.</exception>
    public async Task<ThreadSubject?> SubjectAsync(Editor by, RecordKind kind, Guid record, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.AccountAsync(by, cancel);
        return (await db.LinksAsync([(kind, record)], cancel)).GetValueOrDefault(record) is { } link
            ? new(kind, record, await LabelAsync(db, link, cancel), link.Address)
            : null;
    }

    /// <summary>The changes since a time, for those who watch: up to 200. Null tells the newest alone.</summary>
    public async Task<IReadOnlyList<ThreadEvent>> SinceAsync(DateTime? since, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var query = db.Set<RecordThread>().AsNoTracking();
        query = since is { } from
            ? query.Where(t => t.ChangedAt > from).OrderBy(t => t.ChangedAt).Take(200)
            : query.OrderByDescending(t => t.ChangedAt).Take(1);
        return await query.Select(t => new ThreadEvent(t.Id, t.RecordId, t.AnnouncementId, t.Version, t.ChangedAt)).ToListAsync(cancel);
    }

    private static async Task<string> LabelAsync(TrackerDb db, RecordLink link, CancellationToken cancel) =>
        link.Kind is RecordKind.Annotation
            ? await db.Set<Annotation>().Where(a => a.Id == link.Id).Select(a => a.Exact).FirstAsync(cancel)
            : link.Label;

    private static MessageItem ItemOf(ThreadMessage m, Guid account) =>
        new(
            m.Id,
            m.By,
            m.AccountId == account,
            m.At,
            m.Act,
            m.Text,
            m.EditedAt,
            m.WithdrawnAt,
            m.Mentions.ConvertAll(n => n.Name),
            m.Mentions.Exists(n => n.AccountId == account && n.ReadAt is null)
        );

    // Words are called by themselves, other records as everywhere.
    private static async Task<Dictionary<Guid, ThreadSubject>> SubjectsAsync(
        TrackerDb db,
        List<RecordThread> threads,
        CancellationToken cancel
    )
    {
        var links = await db.LinksAsync(threads.Select(t => (t.RecordKind, t.RecordId)), cancel);
        var quoted = threads.Where(t => t.RecordKind is RecordKind.Annotation).Select(t => t.RecordId).ToHashSet();
        var words = await db.Set<Annotation>().Where(a => quoted.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Exact, cancel);
        return threads
            .DistinctBy(t => t.RecordId)
            .ToDictionary(
                t => t.RecordId,
                t =>
                    links.GetValueOrDefault(t.RecordId) is { } link
                        ? new ThreadSubject(t.RecordKind, t.RecordId, words.GetValueOrDefault(t.RecordId, link.Label), link.Address)
                        : new ThreadSubject(t.RecordKind, t.RecordId, CollaborationTexts.Texts["Removed"], null)
            );
    }
}

internal static class EditorNames
{
    /// <summary>The accounts that may edit, by name.</summary>
    public static async Task<List<(Guid Account, string Name)>> EditorNamesAsync(this TrackerDb db, CancellationToken cancel) =>
        (
            await db
                .Users.Where(u => u.DisabledAt == null)
                .OrderBy(u => u.UserName)
                .Select(u => new { u.Id, u.UserName })
                .ToListAsync(cancel)
        ).ConvertAll(u => (u.Id, u.UserName!));
}
