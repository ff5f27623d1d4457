using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PolicyTracker.Core.Tests.Data;

/// <summary>Counts how often a store is asked for something.</summary>
public sealed class QueryCounter : DbCommandInterceptor
{
    private int _count;

    /// <summary>How many queries an act makes.</summary>
    public async Task<int> CountAsync(Func<Task> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        _count = 0;
        await act();
        return _count;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Interlocked.Increment(ref _count);
        return new(result);
    }
}
