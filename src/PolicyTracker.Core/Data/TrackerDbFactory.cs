using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace PolicyTracker.Core.Data;

/// <summary>
/// Gives a short-lived context for each operation, on the store that was chosen; what a context is made of is kept and given out
/// again, for making it takes as long as a query. A list of identities is one parameter, however
/// long it is: a store has a limit on parameters, and each number of them would be a statement of its own to plan. What EF Core
/// has to say (a command that failed, a query that can't be meant) goes to the program's log, without the values of parameters.
/// </summary>
public sealed class TrackerDbFactory : IDbContextFactory<TrackerDb>, IDisposable
{
    private readonly Func<TrackerDb> _create;
    private readonly WriterTurns _writers = new();
    private readonly HeldRows _held = new();

    /// <summary>A factory for the store at <paramref name="location"/>.</summary>
    /// <param name="location">The store.</param>
    /// <param name="logs">Where EF Core logs; nowhere where none is given.</param>
    /// <param name="watchers">Who is shown each command, such as a test that counts them.</param>
    public TrackerDbFactory(StoreLocation location, ILoggerFactory? logs = null, IEnumerable<IDbCommandInterceptor>? watchers = null)
    {
        ArgumentNullException.ThrowIfNull(location);
        _create = location.Database is { } database
            ? PostgresTrackerDb.Factory(database, Configure)
            : SqliteTrackerDb.Factory(location, Configure);

        void Configure(DbContextOptionsBuilder options) =>
            options
                .UseLoggerFactory(logs)
                .UseApplicationServiceProvider(TrackerDb.WithPasskeys)
                .AddInterceptors(watchers ?? [])
                .AddInterceptors(new UnstorableText());
    }

    /// <inheritdoc/>
    public TrackerDb CreateDbContext()
    {
        var db = _create();
        db.StartAnew();
        db.Writers = _writers;
        db.Held = _held;
        return db;
    }

    /// <inheritdoc/>
    public void Dispose() => _writers.Dispose();
}
