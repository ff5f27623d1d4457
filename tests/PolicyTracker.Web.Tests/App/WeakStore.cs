using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Web.Tests.App;

/// <summary>A server's own store, held up or full.</summary>
internal sealed class WeakStore(IDbContextFactory<TrackerDb> real) : IDbContextFactory<TrackerDb>
{
    private TaskCompletionSource _open = Opened();
    private TaskCompletionSource _asked = new();

    /// <summary>Whoever asks for the store from now on waits until <see cref="GoOn"/>.</summary>
    /// <returns>Done once somebody waits.</returns>
    public Task HoldUp()
    {
        (_open, _asked) = (
            new(TaskCreationOptions.RunContinuationsAsynchronously),
            new(TaskCreationOptions.RunContinuationsAsynchronously)
        );
        return _asked.Task;
    }

    public void GoOn() => _open.TrySetResult();

    public bool IsFull { get; set; }

    public TrackerDb CreateDbContext() => throw new NotSupportedException();

    public async Task<TrackerDb> CreateDbContextAsync(CancellationToken cancellationToken = default)
    {
        _asked.TrySetResult();
        await _open.Task.WaitAsync(cancellationToken);
        return IsFull ? throw new SqliteException("database or disk is full", 13) : await real.CreateDbContextAsync(cancellationToken);
    }

    private static TaskCompletionSource Opened()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }
}
