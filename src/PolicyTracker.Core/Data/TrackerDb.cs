using System.Data;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Glossary;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Initiatives;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Data;

/// <summary>
/// The store: one model for SQLite and PostgreSQL. Removed records are filtered out of queries.
/// Records change only through <see cref="RecordWriter"/>; any other attempt to save one is refused.
/// </summary>
public abstract class TrackerDb(DbContextOptions options)
    : IdentityDbContext<Account, IdentityRole<Guid>, Guid>(options),
        IDataProtectionKeyContext
{
    /// <summary>Priority areas.</summary>
    public DbSet<Pillar> Pillars => Set<Pillar>();

    /// <summary>Goals.</summary>
    public DbSet<Goal> Goals => Set<Goal>();

    /// <summary>Commitments.</summary>
    public DbSet<Commitment> Commitments => Set<Commitment>();

    /// <summary>Steps in the status of commitments.</summary>
    public DbSet<StatusChange> StatusChanges => Set<StatusChange>();

    /// <summary>Results stated as reached.</summary>
    public DbSet<Achievement> Achievements => Set<Achievement>();

    /// <summary>Measured quantities.</summary>
    public DbSet<Indicator> Indicators => Set<Indicator>();

    /// <summary>Reported values.</summary>
    public DbSet<Observation> Observations => Set<Observation>();

    /// <summary>Values to reach.</summary>
    public DbSet<Target> Targets => Set<Target>();

    /// <summary>Named plans, programmes, campaigns and events.</summary>
    public DbSet<Initiative> Initiatives => Set<Initiative>();

    /// <summary>Bodies and persons.</summary>
    public DbSet<Actor> Actors => Set<Actor>();

    /// <summary>Tags.</summary>
    public DbSet<Topic> Topics => Set<Topic>();

    /// <summary>Glossary entries.</summary>
    public DbSet<Term> Terms => Set<Term>();

    /// <summary>Source documents.</summary>
    public DbSet<Announcement> Announcements => Set<Announcement>();

    /// <summary>Their texts.</summary>
    public DbSet<SourceVersion> SourceVersions => Set<SourceVersion>();

    /// <summary>Quotations and comments.</summary>
    public DbSet<Annotation> Annotations => Set<Annotation>();

    /// <summary>Every accepted edit.</summary>
    public DbSet<Edit> Edits => Set<Edit>();

    /// <summary>What each edit made of each record.</summary>
    public DbSet<Revision> Revisions => Set<Revision>();

    /// <summary>What is half typed.</summary>
    public DbSet<Draft> Drafts => Set<Draft>();

    /// <summary>Slugs that lead on.</summary>
    public DbSet<FormerSlug> FormerSlugs => Set<FormerSlug>();

    /// <summary>Edits that wait for a second editor.</summary>
    public DbSet<ProposedEdit> ProposedEdits => Set<ProposedEdit>();

    /// <summary>Browsers that are signed in.</summary>
    public DbSet<Session> Sessions => Set<Session>();

    /// <summary>Links with which accounts are made.</summary>
    public DbSet<Invitation> Invitations => Set<Invitation>();

    /// <summary>Secrets of programs.</summary>
    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    /// <summary>Editors who have an announcement open.</summary>
    public DbSet<Presence> Presences => Set<Presence>();

    /// <summary>What administrators have set.</summary>
    public DbSet<Setting> Settings => Set<Setting>();

    /// <summary>Keys that protect cookies and forms; in the store, so that every node shares them.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    // Identity asks an application's services whether its model has a table for passkeys; contexts here are made without one.
    internal static readonly IServiceProvider WithPasskeys = new ServiceCollection()
        .Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    /// <summary>Set by <see cref="RecordWriter"/> alone.</summary>
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

    /// <summary>The texts that are open, which the contexts of a factory share.</summary>
    internal OpenTexts Texts { get; set; } = new();

    /// <summary>Forgets what the context was used for before.</summary>
    internal void StartAnew()
    {
        ChangeTracker.Clear();
        (AllowWrites, Confirmed) = (false, Confirmation.None);
    }

    /// <summary>Waits until nobody else of this process writes; <see cref="SaveChangesAsync(bool, CancellationToken)"/> does so by itself.</summary>
    /// <returns>The turn, which ends when it is disposed.</returns>
    internal async Task<IDisposable?> WaitForTurnAsync(CancellationToken cancel) =>
        Writers is null ? null : await Writers.WaitAsync(cancel);

    /// <summary>Sets a setting at once, in the transaction that is open if there is one.</summary>
    internal Task<int> SetAsync(string name, string value, CancellationToken cancel) =>
        Database.ExecuteSqlAsync(
            $"""INSERT INTO "Settings" ("Name", "Value") VALUES ({name}, {value}) ON CONFLICT ("Name") DO UPDATE SET "Value" = excluded."Value" """,
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
        using var turn = Database.CurrentTransaction is null ? await WaitForTurnAsync(cancellationToken) : null; // a transaction has its turn
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
    }

    private void RefuseDirectWrites()
    {
        if (
            !AllowWrites
            && ChangeTracker
                .Entries()
                .Any(e =>
                    e.Entity is Record or IRecordPart or Revision or Edit && e.State is not (EntityState.Unchanged or EntityState.Detached)
                )
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
