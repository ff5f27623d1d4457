using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PolicyTracker.Core.Data;

/// <summary>The store on SQLite.</summary>
public sealed class SqliteTrackerDb(DbContextOptions<SqliteTrackerDb> options) : TrackerDb(options)
{
    /// <summary>Sets what SQLite forgets with each connection: every commit is on the disk before it is acknowledged.</summary>
    internal sealed class Pragmas : DbConnectionInterceptor
    {
        /// <inheritdoc/>
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";
            command.ExecuteNonQuery();
        }

        /// <inheritdoc/>
        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }

    internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteTrackerDb>
    {
        public SqliteTrackerDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<SqliteTrackerDb>().UseSqlite("Data Source=:memory:").Options);
    }
}
