using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PolicyTracker.Core.Data;

/// <summary>The store on SQLite.</summary>
public sealed class SqliteTrackerDb(DbContextOptions<SqliteTrackerDb> options) : TrackerDb(options)
{
    /// <summary>
    /// Sets what SQLite forgets with each connection (every commit is on the disk before it is acknowledged; who finds the store locked
    /// asks again after a millisecond or some, where the driver would sleep for 150), and sees that the file is still the one at its place: what is written to a file that was deleted or replaced is lost with the process.
    /// </summary>
    internal sealed class Pragmas : DbConnectionInterceptor
    {
        // https://www.sqlite.org/c3ref/c_fcntl_begin_atomic_write.html
        private const int HasMoved = 20;

        private readonly ConditionalWeakTable<SafeHandle, object?> _ready = [];
        private volatile bool _isGone;

        /// <inheritdoc/>
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            if (_isGone || (file_control(((SqliteConnection)connection).Handle!, "main", HasMoved, out var moved) == 0 && moved != 0))
            {
                _isGone = true; // for good: one at the same place later would be another store, and half of the connections would go on in this one
                throw new StoreGoneException();
            }

            if (!_ready.TryAdd(((SqliteConnection)connection).Handle!, null))
            {
                return; // the driver keeps connections open and gives them out again
            }

            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=30000;";
            command.ExecuteNonQuery();
        }

        [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
        private static extern int file_control(
            SafeHandle connection,
            [MarshalAs(UnmanagedType.LPUTF8Str)] string database,
            int operation,
            out int result
        );

        /// <inheritdoc/>
        public override Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
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
