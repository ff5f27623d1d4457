using System.Globalization;
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
using PolicyTracker.Core.Glossary;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Initiatives;
using PolicyTracker.Core.Pillars;

namespace PolicyTracker.Core.Data;

/// <summary>
/// The store: one model for SQLite and PostgreSQL. Removed records are filtered out of queries.
/// Records change only through <see cref="EditDoor"/>; any other attempt to save one is refused.
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
    public DbSet<Revision> Revisions => Set<Revision>();

    /// <summary>What is half typed.</summary>
    public DbSet<Draft> Drafts => Set<Draft>();

    /// <summary>Slugs that lead on.</summary>
    public DbSet<OldAddress> OldAddresses => Set<OldAddress>();

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

    /// <summary>The turns of those who write to this store, which the contexts of a factory share; null for a context of its own.</summary>
    internal WriterTurns? Writers { get; set; }

    /// <summary>Forgets what the context was used for before.</summary>
    internal void StartAnew()
    {
        ChangeTracker.Clear();
        (IsDoorOpen, Confirmed) = (false, Confirmation.None);
    }

    /// <summary>Set by <see cref="EditDoor"/> alone.</summary>
    internal bool IsDoorOpen { get; set; }

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
        RefuseOutsideTheDoor();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseOutsideTheDoor();
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
            configurationBuilder.Properties(type).HaveConversion(typeof(KebabConverter<>).MakeGenericType(type)).HaveMaxLength(40);
        }

        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<decimal>().HaveConversion<DecimalTextConverter>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var type in typeof(TrackerDb).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Record)) && !t.IsAbstract))
        {
            var record = builder.Entity(type);
            record.HasKey(nameof(Record.Id));
            record.Property(nameof(Record.Id)).ValueGeneratedNever();
            record.Property(nameof(Record.Version)).IsConcurrencyToken();
            record.Ignore(nameof(Record.Kind)).Ignore(nameof(Record.Label)).Ignore(nameof(Record.NeedsQuotation));
            if (type.GetProperty("Slug") is not null)
            {
                record.HasIndex("Slug").IsUnique();
            }

            Hidden.MakeGenericMethod(type).Invoke(null, [builder]);
        }

        Belongs<Goal, Pillar>(builder, nameof(Goal.PillarId));
        Belongs<Commitment, Goal>(builder, nameof(Commitment.GoalId));
        Belongs<Commitment, Actor>(builder, nameof(Commitment.ResponsibleId));
        Belongs<Commitment, Initiative>(builder, nameof(Commitment.InitiativeId));
        Belongs<Commitment, Commitment>(builder, nameof(Commitment.FollowsId));
        Belongs<Commitment, Indicator>(builder, nameof(Commitment.IndicatorId));
        Belongs<StatusChange, Commitment>(builder, nameof(StatusChange.CommitmentId));
        Belongs<Achievement, Pillar>(builder, nameof(Achievement.PillarId));
        Belongs<Achievement, Goal>(builder, nameof(Achievement.GoalId));
        Belongs<Achievement, Indicator>(builder, nameof(Achievement.IndicatorId));
        Belongs<Achievement, Commitment>(builder, nameof(Achievement.CommitmentId));
        Belongs<Indicator, Pillar>(builder, nameof(Indicator.PillarId));
        Belongs<Observation, Indicator>(builder, nameof(Observation.IndicatorId));
        Belongs<Target, Indicator>(builder, nameof(Target.IndicatorId));
        Belongs<Initiative, Pillar>(builder, nameof(Initiative.PillarId));
        Belongs<Actor, Actor>(builder, nameof(Actor.PartOfId));
        Belongs<Announcement, Actor>(builder, nameof(Announcement.IssuerId));
        Belongs<Announcement, Actor>(builder, nameof(Announcement.SpeakerId));
        Belongs<SourceVersion, Announcement>(builder, nameof(SourceVersion.AnnouncementId));
        Belongs<Annotation, SourceVersion>(builder, nameof(Annotation.SourceVersionId));

        builder.Entity<SourceVersion>().Ignore(v => v.Map).HasIndex(v => new { v.AnnouncementId, v.Number }).IsUnique();
        builder.Entity<Annotation>().HasIndex(a => a.SupportsId);
        builder.Entity<Annotation>().HasIndex(a => a.ForeignId);
        builder.Entity<Annotation>().Property(a => a.ForeignId).HasMaxLength(300);
        builder.Entity<Annotation>().Property(a => a.ForeignDigest).HasMaxLength(64);
        builder.Entity<Announcement>().Property(a => a.DatePrecision).HasDefaultValue(DatePrecision.Day);
        builder.Entity<Announcement>().HasIndex(a => a.Date);
        IndexStanding(builder);
        builder.Entity<Commitment>().HasMany(c => c.Topics).WithOne().HasForeignKey(t => t.CommitmentId);
        builder.Entity<CommitmentTopic>(t =>
        {
            t.HasKey(e => new { e.CommitmentId, e.TopicId });
            t.HasOne<Topic>().WithMany().HasForeignKey(e => e.TopicId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Revision>(r =>
        {
            r.HasKey(e => e.Sequence);
            r.Property(e => e.Sequence).ValueGeneratedNever();
            r.HasIndex(e => new
                {
                    e.RecordKind,
                    e.RecordId,
                    e.RecordVersion,
                })
                .IsUnique();
            r.HasIndex(e => e.RecordId);
            r.HasIndex(e => new { e.RecordKind, e.Sequence });
            r.HasIndex(e => new { e.Act, e.Sequence });
            r.HasIndex(e => e.At);
        });
        builder
            .Entity<Draft>()
            .HasKey(d => new
            {
                d.AccountId,
                d.Key,
                d.Tab,
            });
        builder.Entity<Draft>().HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId);
        builder.Entity<OldAddress>().HasKey(a => new { a.Kind, a.Slug });
        builder.Entity<OldAddress>().HasIndex(a => a.RecordId);
        builder.Entity<ProposedEdit>().HasIndex(e => e.State);
        builder.Entity<Session>().HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
        builder.Entity<Invitation>().HasIndex(i => i.Hash).IsUnique();
        builder.Entity<ApiToken>().HasIndex(t => t.Hash).IsUnique();
        builder.Entity<ApiToken>().HasOne<Account>().WithMany().HasForeignKey(t => t.AccountId);
        builder.Entity<Presence>().HasKey(p => p.Tab);
        builder.Entity<Setting>().HasKey(s => s.Name);
    }

    // What pages list and count, in the order in which they do, so that neither reads more than is shown. Only what stands is in them.
    private static void IndexStanding(ModelBuilder builder)
    {
        const string Standing = "\"RemovedAt\" IS NULL";
        builder
            .Entity<Goal>()
            .HasIndex(g => new
            {
                g.PillarId,
                g.Order,
                g.Id,
            })
            .IsUnique()
            .HasFilter(Standing); // unique, or SQLite sorts what follows
        builder
            .Entity<Commitment>()
            .HasIndex(c => new
            {
                c.GoalId,
                c.Order,
                c.Id,
                c.Status,
            })
            .HasFilter(Standing);
        builder
            .Entity<Commitment>()
            .HasIndex(c => new
            {
                c.GoalId,
                c.Status,
                c.Due,
            })
            .HasFilter(Standing);
        builder.Entity<Commitment>().HasIndex(c => c.ResponsibleId).HasFilter(Standing);
        builder
            .Entity<Commitment>()
            .HasIndex(c => new
            {
                c.InitiativeId,
                c.Order,
                c.Id,
            })
            .HasFilter(Standing);
        builder.Entity<Commitment>().HasIndex(c => c.RemovedAt).HasFilter("\"RemovedAt\" IS NOT NULL"); // few: what the topics' counts leave out
        builder
            .Entity<Achievement>()
            .HasIndex(a => new
            {
                a.PillarId,
                a.Order,
                a.Id,
            })
            .HasFilter(Standing);
        builder
            .Entity<Achievement>()
            .HasIndex(a => new
            {
                a.GoalId,
                a.CommitmentId,
                a.Order,
            })
            .HasFilter(Standing);
        builder
            .Entity<Indicator>()
            .HasIndex(i => new
            {
                i.PillarId,
                i.Order,
                i.Id,
            })
            .HasFilter(Standing);
        builder.Entity<Indicator>().HasIndex(i => i.Unit).HasFilter(Standing);
        builder.Entity<Initiative>().HasIndex(i => new { i.Order, i.Id }).HasFilter(Standing);
        builder.Entity<Actor>().HasIndex(a => new { a.Id, a.Slug }).HasFilter(Standing);
        builder.Entity<Term>().HasIndex(t => new { t.Slug, t.Id }).HasFilter(Standing);
        builder.Entity<Announcement>().HasIndex(n => new { n.Date, n.Id }).HasFilter(Standing);
        builder
            .Entity<SourceVersion>()
            .HasIndex(v => new
            {
                v.AnnouncementId,
                v.Number,
                v.Id,
            })
            .HasFilter(Standing); // the text stands before the rest of a row
        builder
            .Entity<Annotation>()
            .HasIndex(a => new
            {
                a.SourceVersionId,
                a.State,
                a.Start,
                a.Id,
            })
            .HasFilter(Standing);
        builder
            .Entity<Annotation>()
            .HasIndex(a => new
            {
                a.SupportsKind,
                a.SupportsId,
                a.State,
            })
            .HasFilter(Standing); // none on kind and state alone: SQLite would take it for a list of identities
        builder.Entity<Annotation>().HasIndex(a => new { a.State, a.Id }).HasFilter("\"State\" = 'rejected'"); // few
    }

    private static readonly System.Reflection.MethodInfo Hidden = typeof(TrackerDb).GetMethod(
        nameof(HideRemoved),
        System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static
    )!;

    private static void HideRemoved<T>(ModelBuilder builder)
        where T : Record => builder.Entity<T>().HasQueryFilter(r => r.RemovedAt == null);

    private static void Belongs<TPart, TWhole>(ModelBuilder builder, string key)
        where TPart : Record
        where TWhole : Record => builder.Entity<TPart>().HasOne<TWhole>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Restrict);

    private void RefuseOutsideTheDoor()
    {
        if (
            !IsDoorOpen
            && ChangeTracker
                .Entries()
                .Any(e =>
                    e.Entity is Record or CommitmentTopic or Revision && e.State is not (EntityState.Unchanged or EntityState.Detached)
                )
        )
        {
            throw new InvalidOperationException("Records change only through EditDoor, which writes their history.");
        }
    }

    private sealed class KebabConverter<T>() : ValueConverter<T, string>(v => Kebab.Of(v), s => Kebab.Read<T>(s))
        where T : struct, Enum;

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(v => v, v => DateTime.SpecifyKind(v, DateTimeKind.Utc));

    private sealed class DecimalTextConverter()
        : ValueConverter<decimal, string>(
            v => v.ToString(CultureInfo.InvariantCulture),
            s => decimal.Parse(s, CultureInfo.InvariantCulture)
        );
}
