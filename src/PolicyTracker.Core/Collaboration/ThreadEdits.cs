using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Collaboration;

/// <summary>
/// What editors say to each other about records. A message is changed and withdrawn by its author alone, and both are seen; nothing
/// goes without a mark.
/// </summary>
public sealed class ThreadEdits(IDbContextFactory<TrackerDb> contexts, ThreadEvents events, TimeProvider clock)
{
    /// <summary>Begins a thread about a record.</summary>
    /// <returns>The thread's identity.</returns>
    /// <exception cref="Refusal">No editor asks, the record is not there, or the text is empty or too long.</exception>
    public async Task<Guid> OpenAsync(Editor by, RecordKind kind, Guid record, string text, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var account = await db.AccountAsync(by, cancel);
        MessageText.Check(text, ThreadMessage.MaxText, "message");
        if (await RecordDescriptors.Of(kind).FindAsync(db, record, cancel) is not { RemovedAt: null } found)
        {
            throw Refusal.RemovedMeanwhile(kind);
        }

        var thread = new RecordThread
        {
            RecordKind = kind,
            RecordId = record,
            AnnouncementId = found switch
            {
                Announcement => found.Id,
                Annotation words => await db.Set<SourceVersion>()
                    .Where(v => v.Id == words.SourceVersionId)
                    .Select(v => (Guid?)v.AnnouncementId)
                    .FirstOrDefaultAsync(cancel),
                _ => null,
            },
            AccountId = account,
            ChangedAt = Now,
        };
        db.Add(thread);
        await SayAsync(db, thread, by, ThreadAct.Said, text, cancel);
        await SaveAsync(db, thread, cancel);
        return thread.Id;
    }

    /// <summary>Answers in a thread.</summary>
    /// <exception cref="Refusal">No editor asks, it is settled, or the text is empty or too long.</exception>
    public Task ReplyAsync(Editor by, Guid thread, string text, CancellationToken cancel = default) =>
        ChangeAsync(
            by,
            thread,
            async (db, found, _) =>
            {
                MessageText.Check(text, ThreadMessage.MaxText, "message");
                Need(found, RecordThreadState.Open);
                await SayAsync(db, found, by, ThreadAct.Said, text, cancel);
            },
            cancel
        );

    /// <summary>Settles a thread.</summary>
    /// <exception cref="Refusal">No editor asks, or it is settled.</exception>
    public Task SettleAsync(Editor by, Guid thread, CancellationToken cancel = default) =>
        ChangeAsync(
            by,
            thread,
            async (db, found, _) =>
            {
                Need(found, RecordThreadState.Open);
                found.State = RecordThreadState.Settled;
                await SayAsync(db, found, by, ThreadAct.Settled, "", cancel);
            },
            cancel
        );

    /// <summary>Opens a thread again.</summary>
    /// <exception cref="Refusal">No editor asks, or it is open.</exception>
    public Task ReopenAsync(Editor by, Guid thread, CancellationToken cancel = default) =>
        ChangeAsync(
            by,
            thread,
            async (db, found, _) =>
            {
                Need(found, RecordThreadState.Settled);
                found.State = RecordThreadState.Open;
                await SayAsync(db, found, by, ThreadAct.Reopened, "", cancel);
            },
            cancel
        );

    /// <summary>Changes a message of one's own, and says so beside it.</summary>
    /// <exception cref="Refusal">It is another's, was withdrawn, or the text is empty or too long.</exception>
    public Task RewordAsync(Editor by, Guid message, string text, CancellationToken cancel = default) =>
        ChangeOwnAsync(
            by,
            message,
            async (db, own) =>
            {
                MessageText.Check(text, ThreadMessage.MaxText, "message");
                if (own.Text != text.Trim())
                {
                    (own.Text, own.EditedAt) = (text.Trim(), Now);
                    await MentionAsync(db, own, cancel);
                }
            },
            cancel
        );

    /// <summary>Takes the words of a message of one's own back; that there was one stays to be seen.</summary>
    /// <exception cref="Refusal">It is another's, or was withdrawn.</exception>
    public Task WithdrawAsync(Editor by, Guid message, CancellationToken cancel = default) =>
        ChangeOwnAsync(
            by,
            message,
            (_, own) =>
            {
                (own.Text, own.WithdrawnAt) = ("", Now);
                own.Mentions.Clear();
                return Task.CompletedTask;
            },
            cancel
        );

    /// <summary>Notes that an editor has seen where they are mentioned in the threads about some records.</summary>
    /// <exception cref="Refusal">No editor asks.</exception>
    public async Task ReadAsync(Editor by, IReadOnlyCollection<Guid> messages, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var account = await db.AccountAsync(by, cancel);
        var now = Now;
        using (await db.WaitForTurnAsync(cancel))
        {
            await db.Set<Mention>()
                .Where(m => m.AccountId == account && messages.Contains(m.MessageId) && m.ReadAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.ReadAt, now), cancel);
        }

        events.RaiseSeen();
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static void Need(RecordThread thread, RecordThreadState state)
    {
        if (thread.State != state)
        {
            throw state is RecordThreadState.Open ? Refusal.ThreadSettled() : Refusal.ThreadOpen();
        }
    }

    private async Task ChangeAsync(Editor by, Guid thread, Func<TrackerDb, RecordThread, Guid, Task> change, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var account = await db.AccountAsync(by, cancel);
        var found = await db.Set<RecordThread>().FirstOrDefaultAsync(t => t.Id == thread, cancel) ?? throw Refusal.NoThread();
        await change(db, found, account);
        found.ChangedAt = Now;
        await SaveAsync(db, found, cancel);
    }

    private async Task ChangeOwnAsync(Editor by, Guid message, Func<TrackerDb, ThreadMessage, Task> change, CancellationToken cancel)
    {
        Guid thread;
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            await db.AccountAsync(by, cancel);
            thread = await db.Set<ThreadMessage>().Where(m => m.Id == message).Select(m => m.ThreadId).FirstOrDefaultAsync(cancel);
        }

        await ChangeAsync(
            by,
            thread,
            async (db, _, account) =>
            {
                var own = await db.Set<ThreadMessage>().Include(m => m.Mentions).FirstAsync(m => m.Id == message, cancel);
                if (own.AccountId != account)
                {
                    throw Refusal.MessageOfAnother();
                }

                if (own.WithdrawnAt is not null || own.Act is not ThreadAct.Said)
                {
                    throw Refusal.MessageWithdrawn();
                }

                await change(db, own);
            },
            cancel
        );
    }

    private async Task SayAsync(TrackerDb db, RecordThread thread, Editor by, ThreadAct act, string text, CancellationToken cancel)
    {
        var message = new ThreadMessage
        {
            ThreadId = thread.Id,
            AccountId = by.AccountId!.Value,
            By = by.Name,
            At = Now,
            Act = act,
            Text = text.Trim(),
        };
        db.Add(message);
        await MentionAsync(db, message, cancel);
    }

    // Who was told already is not told again; oneself is told nothing.
    private static async Task MentionAsync(TrackerDb db, ThreadMessage message, CancellationToken cancel)
    {
        var names = message.Text.Contains('@', StringComparison.Ordinal) ? await db.EditorNamesAsync(cancel) : [];
        var found = MessageText.MentionsIn(message.Text, names.Where(n => n.Account != message.AccountId));
        message.Mentions.RemoveAll(m => !found.ContainsKey(m.AccountId));
        foreach (var (account, name) in found.Where(f => message.Mentions.TrueForAll(m => m.AccountId != f.Key)))
        {
            message.Mentions.Add(
                new Mention
                {
                    MessageId = message.Id,
                    AccountId = account,
                    Name = name,
                }
            );
        }
    }

    private async Task SaveAsync(TrackerDb db, RecordThread thread, CancellationToken cancel)
    {
        thread.Version++;
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw Refusal.ThreadChanged();
        }

        events.Raise(new(thread.Id, thread.RecordId, thread.AnnouncementId, thread.Version, thread.ChangedAt));
    }
}
