using System.Data;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Data;

/// <summary>
/// The store: one model for SQLite and PostgreSQL, made of the mappings that stand beside each class; tables are called as the class
/// in the plural. Removed records are filtered out of queries. What <see cref="IWrittenByEdits"/> marks changes only through
/// <see cref="Editing.RecordWriter"/>; any other attempt to save it is refused.
/// </summary>
public abstract class TrackerDb(DbContextOptions options)
    : IdentityDbContext<Account, IdentityRole<Guid>, Guid>(options),
        IDataProtectionKeyContext
{
    /// <summary>What administrators have set.</summary>
    public DbSet<Setting> Settings => Set<Setting>();

    /// <summary>Keys that protect cookies and forms; in the store, so that every node shares them.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    // Identity asks an application's services whether its model has a table for passkeys; contexts here are made without one.
    internal static readonly IServiceProvider WithPasskeys = new ServiceCollection()
        .Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    /// <summary>Set by <see cref="Editing.RecordWriter"/> alone.</summary>
    internal bool AllowWrites { get; set; }

    /// <summary>The isolation in which several queries see one moment, and writers are not held up.</summary>
    internal abstract IsolationLevel OneMoment { get; }

    /// <summary>Sets what the database keeps of itself beside the tables; changes nothing where it is so already.</summary>
    internal abstract Task PrepareAsync(CancellationToken cancel);

    /// <summary>How many bytes the store takes.</summary>
    internal abstract Task<long> SizeAsync(CancellationToken cancel);

    /// <summary>What a quick look of the database at itself finds wrong; null where nothing is, or there is no such look.</summary>
    internal abstract Task<string?> QuickFaultAsync(CancellationToken cancel);

    /// <summary>All that the database finds wrong with itself, each in a sentence.</summary>
    /// <exception cref="System.Data.Common.DbException">It is so damaged that it can't be asked.</exception>
    internal abstract Task<IReadOnlyList<string>> IntegrityFaultsAsync(CancellationToken cancel);

    /// <summary>Keeps writers of other processes out until the transaction ends.</summary>
    internal abstract Task LockWritersOutAsync(CancellationToken cancel);

    /// <summary>The turns of those who write to this store, which the contexts of a factory share; null for a context of its own.</summary>
    internal WriterTurns? Writers { get; set; }

    /// <summary>Rows that are held in memory, which the contexts of a factory share.</summary>
    internal HeldRows Held { get; set; } = new();

    /// <summary>Forgets what the context was used for before.</summary>
    internal void StartAnew()
    {
        ChangeTracker.Clear();
        (AllowWrites, Confirmed) = (false, Confirmation.None);
    }

    /// <summary>
    /// Waits until nobody else of this process writes; <see cref="SaveChangesAsync(bool, CancellationToken)"/> does so by
    /// itself.
    /// </summary>
    /// <returns>The turn, which ends when it is disposed.</returns>
    internal async Task<IDisposable?> WaitForTurnAsync(CancellationToken cancel) =>
        Writers is null ? null : await Writers.WaitAsync(cancel);

    /// <summary>Sets a setting at once, in the transaction that is open if there is one.</summary>
    internal Task<int> SetAsync(string name, string value, CancellationToken cancel) =>
        Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Settings" ("Name", "Value") VALUES ({name}, {value})
            ON CONFLICT ("Name") DO UPDATE SET "Value" = excluded."Value"
            """,
            cancel
        );

    /// <summary>The doubts about quoted words that whoever makes this edit was told; set by edits before they write.</summary>
    internal Confirmation Confirmed { get; set; } = Confirmation.None;

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseDirectWrites();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseDirectWrites();
        // A transaction has its turn.
        using var turn = Database.CurrentTransaction is null ? await WaitForTurnAsync(cancellationToken) : null;
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc/>
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        if (
            optionsBuilder
                .Options.FindExtension<Microsoft.EntityFrameworkCore.Infrastructure.CoreOptionsExtension>()
                ?.ApplicationServiceProvider
            is null
        )
        {
            optionsBuilder.UseApplicationServiceProvider(WithPasskeys); // options of a pool have it already, and must not be changed here
        }
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        foreach (var type in typeof(TrackerDb).Assembly.GetTypes().Where(t => t.IsEnum && t.IsPublic))
        {
            configurationBuilder.Properties(type).HaveConversion(typeof(WireNameConverter<>).MakeGenericType(type)).HaveMaxLength(40);
        }

        configurationBuilder.Properties<Period>().HaveConversion<PeriodConverter>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(TrackerDb).Assembly); // each beside its class, of records in their descriptors
        foreach (var type in builder.Model.GetEntityTypes().Where(t => t.ClrType.Assembly == typeof(TrackerDb).Assembly))
        {
            if (type.FindAnnotation(RelationalAnnotationNames.TableName) is null)
            {
                type.SetTableName(type.ClrType.Name + "s");
            }
        }
    }

    private void RefuseDirectWrites()
    {
        if (
            !AllowWrites
            && ChangeTracker
                .Entries()
                .Any(e => e.Entity is IWrittenByEdits && e.State is not (EntityState.Unchanged or EntityState.Detached))
        )
        {
            throw new InvalidOperationException("Records change only through RecordWriter, which writes their history.");
        }
    }

    private sealed class WireNameConverter<T>() : ValueConverter<T, string>(v => WireNames.Of(v), s => WireNames.Read<T>(s))
        where T : struct, Enum;

    private sealed class PeriodConverter() : ValueConverter<Period, string>(p => p.ToString(), s => Period.Of(s));

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(v => v, v => DateTime.SpecifyKind(v, DateTimeKind.Utc));
}
