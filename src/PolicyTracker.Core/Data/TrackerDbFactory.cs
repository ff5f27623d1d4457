using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace PolicyTracker.Core.Data;

/// <summary>
/// Gives a short-lived context for each operation, on the store that was chosen; what a context is made of is kept and given out
/// again, for making it takes as long as a query. A list of identities is one parameter, however
/// long it is: a store has a limit on parameters, and each number of them would be a statement of its own to plan.
/// </summary>
public sealed class TrackerDbFactory : IDbContextFactory<TrackerDb>, IDisposable
{
    private readonly Func<TrackerDb> _create;
    private readonly WriterTurns _writers = new();

    /// <summary>A factory for the store at <paramref name="location"/>.</summary>
    /// <param name="location">The store.</param>
    /// <param name="watchers">Who is shown each command, such as a test that counts them.</param>
    public TrackerDbFactory(StoreLocation location, IEnumerable<IDbCommandInterceptor>? watchers = null)
    {
        ArgumentNullException.ThrowIfNull(location);
        if (location.Database is { } database)
        {
            var postgres = new DbContextOptionsBuilder<PostgresTrackerDb>()
                .UseNpgsql(database, o => o.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
                .AddInterceptors(watchers ?? [])
                .AddInterceptors(new UnstorableText())
                .UseApplicationServiceProvider(TrackerDb.WithPasskeys)
                .Options;
            _create = new PooledDbContextFactory<PostgresTrackerDb>(postgres).CreateDbContext;
        }
        else
        {
            var connection = new SqliteConnectionStringBuilder
            {
                DataSource = location.File,
                Mode = SqliteOpenMode.ReadWrite,
                ForeignKeys = true,
            }.ToString();
            var sqlite = new DbContextOptionsBuilder<SqliteTrackerDb>()
                .UseSqlite(connection, o => o.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
                .AddInterceptors(watchers ?? [])
                .AddInterceptors(new SqliteTrackerDb.Pragmas(), new UnstorableText())
                .UseApplicationServiceProvider(TrackerDb.WithPasskeys)
                .Options;
            _create = new PooledDbContextFactory<SqliteTrackerDb>(sqlite).CreateDbContext;
        }
    }

    /// <inheritdoc/>
    public TrackerDb CreateDbContext()
    {
        var db = _create();
        db.StartAnew();
        db.Writers = _writers;
        return db;
    }

    /// <inheritdoc/>
    public void Dispose() => _writers.Dispose();
}
