using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace PolicyTracker.Core.Data;

/// <summary>
/// Logs each command that took long, by its text alone: the values of its parameters are what people typed. A query is timed
/// until its first row and from there to its last, since SQLite finds rows as they are read.
/// </summary>
internal sealed partial class SlowQueryLog(SlowQueryOptions options, ILogger<SlowQueryLog> log) : DbCommandInterceptor
{
    /// <inheritdoc/>
    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        Look(command, eventData.Duration);
        return result;
    }

    /// <inheritdoc/>
    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        DbDataReader result,
        CancellationToken cancellationToken = default
    )
    {
        Look(command, eventData.Duration);
        return ValueTask.FromResult(result);
    }

    /// <inheritdoc/>
    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        Look(command, eventData.Duration);
        return result;
    }

    /// <inheritdoc/>
    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        Look(command, eventData.Duration);
        return ValueTask.FromResult(result);
    }

    /// <inheritdoc/>
    public override InterceptionResult DataReaderDisposing(
        DbCommand command,
        DataReaderDisposingEventData eventData,
        InterceptionResult result
    )
    {
        Look(command, eventData.Duration);
        return result;
    }

    private void Look(DbCommand command, TimeSpan took)
    {
        if (took >= options.From)
        {
            Slow((long)took.TotalMilliseconds, command.CommandText);
        }
    }

    [LoggerMessage(LogLevel.Warning, "A query took {Milliseconds} ms: {Query}")]
    private partial void Slow(long milliseconds, string query);
}
