using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace PolicyTracker.Core.Data;

/// <summary>
/// Writes one after another, and commits those that waited for each other together: a commit waits for the disk, and that is as long
/// as an edit takes otherwise. Each write has a savepoint of its own, so that one which fails takes no other along, and is
/// acknowledged after the commit.
/// </summary>
/// <param name="contexts">Gives the contexts in which is written.</param>
public sealed class GroupedWrites(IDbContextFactory<TrackerDb> contexts) : IDisposable
{
    /// <summary>The savepoint before the write that is being made.</summary>
    public const string Savepoint = "write";

    // Writers of other processes get in between two groups.
    private const int MaxAtOnce = 32;

    private readonly ConcurrentQueue<Write> _waiting = new();
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Makes a write in its turn.</summary>
    /// <param name="write">Writes in the context that it is given, which has a transaction; commits nothing.</param>
    /// <param name="cancel">Gives up before or while it is made; nothing is written then.</param>
    /// <returns>Ends when it is committed.</returns>
    public async Task RunAsync(Func<TrackerDb, Task> write, CancellationToken cancel = default)
    {
        var own = new Write(write, cancel);
        _waiting.Enqueue(own);
        await _turn.WaitAsync(CancellationToken.None); // its group may be under way: whether it is written is known afterwards
        try
        {
            while (!own.Done.IsCompleted) // who had the turn before has written for those who waited
            {
                await Task.Run(() => WriteGroupAsync(own), CancellationToken.None); // not where a page waits for its own events
            }
        }
        finally
        {
            _turn.Release();
        }

        await own.Done;
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task WriteGroupAsync(Write first)
    {
        var written = new List<Write>();
        try
        {
            await using var db = await contexts.CreateDbContextAsync();
            using var turn = await db.WaitForTurnAsync(CancellationToken.None);
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.LockWritersOutAsync(CancellationToken.None);
            db.Database.AutoSavepointsEnabled = false; // there is one
            while (written.Count < MaxAtOnce && _waiting.TryDequeue(out var next))
            {
                if (await IsWrittenAsync(db, transaction, next))
                {
                    written.Add(next);
                }
            }

            await transaction.CommitAsync();
            written.ForEach(w => w.Committed());
        }
        catch (Exception e)
        {
            first.Failed(e);
            written.ForEach(w => w.Failed(e));
        }
    }

    private static async Task<bool> IsWrittenAsync(TrackerDb db, IDbContextTransaction transaction, Write write)
    {
        if (write.Done.IsCompleted)
        {
            return false; // its group could not begin, and whoever asked for it was told so
        }

        try
        {
            write.Cancel.ThrowIfCancellationRequested();
            db.StartAnew();
            await transaction.CreateSavepointAsync(Savepoint);
            await write.MakeAsync(db);
            return true;
        }
        catch (Exception e)
        {
            write.Failed(e);
            try
            {
                await transaction.RollbackToSavepointAsync(Savepoint);
            }
            catch (Exception) when (StoreErrors.IsTransient(e))
            {
                throw new InvalidOperationException("The store gave up the transaction.", e); // with all that was written in it
            }

            return false;
        }
    }

    private sealed class Write(Func<TrackerDb, Task> make, CancellationToken cancel)
    {
        private readonly ExecutionContext? _asked = ExecutionContext.Capture();
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationToken Cancel => cancel;

        public Task Done => _done.Task;

        // In the context of who asked for it, such as the language, not of who has the turn.
        public Task MakeAsync(TrackerDb db)
        {
            if (_asked is null)
            {
                return make(db);
            }

            var made = Task.CompletedTask;
            ExecutionContext.Run(_asked, _ => made = make(db), null);
            return made;
        }

        public void Committed() => _done.TrySetResult();

        public void Failed(Exception why) => _done.TrySetException(why);
    }
}
