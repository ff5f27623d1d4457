using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PolicyTracker.Core.Data;

/// <summary>The store on SQLite.</summary>
public sealed class SqliteTrackerDb(DbContextOptions<SqliteTrackerDb> options) : TrackerDb(options)
{
    // Under this name SQLite's own shell has it too, so that it can sort, dump and vacuum a store.
    private const string DecimalCollation = "decimal";

    /// <summary>The one that takes no place in the writers' queue.</summary>
    internal override IsolationLevel OneMoment => IsolationLevel.ReadUncommitted;

    /// <summary>Creates contexts on the file of the store at <paramref name="location"/>.</summary>
    internal static Func<TrackerDb> Factory(StoreLocation location, Action<DbContextOptionsBuilder> configure)
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = location.File,
            Mode = SqliteOpenMode.ReadWrite,
            ForeignKeys = true,
        };
        var options = new DbContextOptionsBuilder<SqliteTrackerDb>().UseSqlite(
            connection.ToString(),
            o => o.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
        );
        options.AddInterceptors(new Pragmas());
        // Tables are made anew between two pragmas that no transaction takes; nobody can do anything about it.
        options.ConfigureWarnings(w => w.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning));
        configure(options);
        return new PooledDbContextFactory<SqliteTrackerDb>(options.Options).CreateDbContext;
    }

    // The mode is kept in the file; it is another in a backup that was brought back.
    internal override Task PrepareAsync(CancellationToken cancel) => Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancel);

    // A transaction that is begun to write has the file for itself (BEGIN IMMEDIATE).
    internal override Task LockWritersOutAsync(CancellationToken cancel) => Task.CompletedTask;

    internal override Task<long> SizeAsync(CancellationToken cancel)
    {
        var file = Database.GetDbConnection().DataSource;
        return Task.FromResult(BytesOf(file) + BytesOf(file + "-wal"));
    }

    internal override async Task<string?> QuickFaultAsync(CancellationToken cancel)
    {
        var found = await Database.SqlQueryRaw<string>("SELECT quick_check AS Value FROM pragma_quick_check").ToListAsync(cancel);
        return found is [not "ok" and var fault, ..] ? fault : null;
    }

    // Pages, indexes against their tables, constraints (integrity_check) and references (foreign_key_check).
    internal override async Task<IReadOnlyList<string>> IntegrityFaultsAsync(CancellationToken cancel)
    {
        var faults = (
            await Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync(cancel)
        ).Where(f => f != "ok");
        var lost = await Database
            .SqlQueryRaw<string>(
                """
                SELECT "table" || ', row ' || coalesce(rowid, '?') || ', names a row of ' || parent || ' that is not there' AS Value
                FROM pragma_foreign_key_check
                """
            )
            .ToListAsync(cancel);
        return [.. faults.Concat(lost).Select(f => StoreTexts.Texts["DamagedIn", f])];
    }

    /// <summary>Lets a connection sort and compare decimals, which it can do no query of them without.</summary>
    internal static void AddDecimals(SqliteConnection connection) => connection.CreateCollation(DecimalCollation, Compare);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // SQLite has no decimals. The text keeps every digit, the collation sorts and compares such texts as numbers.
        configurationBuilder.Properties<decimal>().HaveConversion<DecimalTextConverter>().UseCollation(DecimalCollation);
    }

    // What another program wrote there may be no number: an error in the middle of SQLite would end the process.
    private static int Compare(string one, string other) =>
        (IsDecimal(one, out var a), IsDecimal(other, out var b)) switch
        {
            (true, true) => decimal.Compare(a, b),
            (false, false) => string.CompareOrdinal(one, other),
            (var isNumber, _) => isNumber ? -1 : 1,
        };

    private static bool IsDecimal(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out number);

    private static decimal Decimal(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static long BytesOf(string file) => new FileInfo(file) is { Exists: true } found ? found.Length : 0;

    /// <summary>
    /// Sets what SQLite forgets with each connection (every commit is on the disk before it is acknowledged; who finds the store locked
    /// asks again after a millisecond or some, where the driver would sleep for 150), and sees that the file is still the one
    /// at its place: what is written to a file that was deleted or replaced is lost with the process.
    /// </summary>
    internal sealed class Pragmas : DbConnectionInterceptor
    {
        // https://www.sqlite.org/c3ref/c_fcntl_begin_atomic_write.html
        private const int HasMoved = 20;

        private readonly ConditionalWeakTable<SafeHandle, object?> _ready = [];
        private volatile bool _isGone;

        /// <inheritdoc/>
        public override DbConnection ConnectionCreated(ConnectionCreatedEventData eventData, DbConnection result)
        {
            AddDecimals((SqliteConnection)result);
            return result;
        }

        /// <inheritdoc/>
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            if (_isGone || (file_control(((SqliteConnection)connection).Handle!, "main", HasMoved, out var moved) == 0 && moved != 0))
            {
                // For good: one at the same place later would be another store, and half of the connections would go on in this
                // one.
                _isGone = true;
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

        /// <inheritdoc/>
        public override void ConnectionFailed(DbConnection connection, ConnectionErrorEventData eventData)
        {
            if (!File.Exists(connection.DataSource)) // a connection that was not kept open finds no file
            {
                _isGone = true;
                throw new StoreGoneException();
            }
        }

        /// <inheritdoc/>
        public override Task ConnectionFailedAsync(
            DbConnection connection,
            ConnectionErrorEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            ConnectionFailed(connection, eventData);
            return Task.CompletedTask;
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

    private sealed class DecimalTextConverter()
        : ValueConverter<decimal, string>(v => v.ToString(CultureInfo.InvariantCulture), s => Decimal(s));

    internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteTrackerDb>
    {
        public SqliteTrackerDb CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<SqliteTrackerDb>().UseSqlite("Data Source=:memory:").Options);
    }
}
