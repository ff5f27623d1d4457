using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Administration;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Collaboration;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Glossary;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Import;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Jurisdictions;
using PolicyTracker.Core.Overview;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Rules;
using PolicyTracker.Core.Suggestions;
using PolicyTracker.Core.Upgrade;

namespace PolicyTracker.Core;

/// <summary>The only list of registrations of what the server and the command line share.</summary>
public static class CoreServices
{
    /// <summary>Registers the tracker on the store at <paramref name="location"/>.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="location">The store.</param>
    /// <param name="model">Gives the language model that an operator has set; null for none.</param>
    /// <param name="slowQueries">Which queries are logged as slow; null for the usual.</param>
    public static IServiceCollection AddTracker(
        this IServiceCollection services,
        StoreLocation location,
        Func<LanguageModelSettings?>? model = null,
        SlowQueryOptions? slowQueries = null
    )
    {
        services.AddSingleton(location);
        services.AddSingleton(slowQueries ?? SlowQueryOptions.Default);
        services.AddSingleton<IDbCommandInterceptor, SlowQueryLog>();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IDbContextFactory<TrackerDb>, TrackerDbFactory>();
        services.AddScoped(s => s.GetRequiredService<IDbContextFactory<TrackerDb>>().CreateDbContext()); // for Identity and data protection
        services.AddSingleton<EditEvents>();
        services.AddSingleton<RecordWriter>();
        services.AddSingleton<SeedImport>();
        services.AddSingleton<TrackerStore>();
        services.AddSingleton<StoreBackup>();
        services.AddSingleton<StoreUpgrade>();
        services.AddSingleton<Drafts>();
        services.AddSingleton<ThreadEvents>();
        services.AddSingleton<ThreadEdits>();
        services.AddSingleton<ThreadQueries>();
        services.AddSingleton<PrivateNotes>();
        services.AddSingleton<IMergeHandler, MergedNotes>();
        services.AddSingleton<AssignmentEdits>();
        services.AddSingleton<AssignmentQueries>();
        services.AddSingleton<AnnotationEdits>();
        services.AddSingleton<AnnotationImport>();
        services.AddSingleton(_ => new LanguageModel(model?.Invoke()));
        services.AddSingleton<SuggestionEdits>();
        services.AddSingleton<PillarModelQueries>();
        services.AddSingleton<SuggestionQueries>();
        services.AddSingleton<SuggestionMatchQueries>();
        services.AddSingleton<ReanchorQueries>();
        services.AddSingleton<ReanchorEdits>();
        services.AddSingleton<SelectOptionQueries>();
        services.AddSingleton<WorkbenchQueries>();
        services.AddSingleton<AnnotationQueries>();
        services.AddSingleton<AgreementQueries>();
        services.AddSingleton<SecondReadings>();
        services.AddSingleton<AnnouncementEdits>();
        services.AddSingleton<AnnouncementDoubts>();
        services.AddSingleton<CommitmentEdits>();
        services.AddSingleton<DisputeEdits>();
        services.AddSingleton<DisputeQueries>();
        services.AddSingleton<PillarSummary>();
        services.AddSingleton<SummaryVerifier>();
        services.AddSingleton<StoreVerifier>();
        services.AddScoped<AccountEdits>();
        services.AddSingleton<AccountQueries>();
        services.AddSingleton<SettingEdits>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<ApiTokens>();
        services.AddSingleton<PresenceTracker>();
        services.AddSingleton<JurisdictionQueries>();
        services.AddSingleton<EditorialRuleQueries>();
        services.AddSingleton<PillarQueries>();
        services.AddSingleton<CommitmentIndex>();
        services.AddSingleton<CommitmentQueries>();
        services.AddSingleton<CommitmentTimelineQueries>();
        services.AddSingleton<IndicatorQueries>();
        services.AddSingleton<AnnouncementQueries>();
        services.AddSingleton<KnownNames>();
        services.AddSingleton<GlossaryQueries>();
        services.AddSingleton<ChangeQueries>();
        services.AddSingleton<HistoryQueries>();
        services.AddSingleton<RecordQueries>();
        services.AddSingleton<RecordEdits>();
        services.AddSingleton<SlugQueries>();
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<CitationQueries>();
        services.AddSingleton<SitemapQueries>();
        services.AddSingleton<HistoryEdits>();
        services.AddSingleton<Approvals>();
        services
            .AddIdentityCore<Account>(o =>
            {
                // Length and a look at what is tried first, not composition: PasswordRules.
                o.Password.RequiredLength = 1;
                o.Password.RequireDigit =
                    o.Password.RequireLowercase =
                    o.Password.RequireUppercase =
                    o.Password.RequireNonAlphanumeric =
                        false;
                // An account is never locked for everybody: names stand in the public history.
                o.Lockout.MaxFailedAccessAttempts = int.MaxValue;
                o.User.AllowedUserNameCharacters = "";
                o.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<TrackerDb>()
            .AddPasswordValidator<PasswordRules>();
        return services;
    }
}
