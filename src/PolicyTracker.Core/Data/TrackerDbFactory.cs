using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace PolicyTracker.Core.Data;

/// <summary>Makes a short-lived context for each operation, on the store that was chosen.</summary>
public sealed class TrackerDbFactory : IDbContextFactory<TrackerDb>
{
    private readonly Func<TrackerDb> _create;

    /// <summary>A factory for the store at <paramref name="location"/>.</summary>
    public TrackerDbFactory(StoreLocation location)
    {
        ArgumentNullException.ThrowIfNull(location);
        if (location.Database is { } database)
        {
            var postgres = new DbContextOptionsBuilder<PostgresTrackerDb>().UseNpgsql(database).AddInterceptors(new UnstorableText()).Options;
            _create = () => new PostgresTrackerDb(postgres);
        }
        else
        {
            var connection = new SqliteConnectionStringBuilder { DataSource = location.File, Mode = SqliteOpenMode.ReadWrite, ForeignKeys = true }.ToString();
            var sqlite = new DbContextOptionsBuilder<SqliteTrackerDb>().UseSqlite(connection).AddInterceptors(new SqliteTrackerDb.Pragmas(), new UnstorableText()).Options;
            _create = () => new SqliteTrackerDb(sqlite);
        }
    }

    /// <inheritdoc/>
    public TrackerDb CreateDbContext() => _create();
}
