using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Web.Tests.App;

/// <summary>A server's own store, slow or full.</summary>
internal sealed class WeakStore(IDbContextFactory<TrackerDb> real) : IDbContextFactory<TrackerDb>
{
    public TimeSpan Pause { get; init; }

    public bool IsFull { get; set; }

    public TrackerDb CreateDbContext() => throw new NotSupportedException();

    public async Task<TrackerDb> CreateDbContextAsync(CancellationToken cancellationToken = default)
    {
        await Task.Delay(Pause, cancellationToken);
        return IsFull ? throw new SqliteException("database or disk is full", 13) : await real.CreateDbContextAsync(cancellationToken);
    }
}
