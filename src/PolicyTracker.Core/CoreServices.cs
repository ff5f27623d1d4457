using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Glossary;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Import;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Publishing;

namespace PolicyTracker.Core;

/// <summary>The only list of registrations of what the server and the command line share.</summary>
public static class CoreServices
{
    /// <summary>Registers the tracker on the store at <paramref name="location"/>.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="location">The store.</param>
    /// <param name="model">Gives the language model that an operator has set; null for none.</param>
    public static IServiceCollection AddTracker(this IServiceCollection services, StoreLocation location, Func<LanguageModelSettings?>? model = null)
    {
        services.AddSingleton(location);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IDbContextFactory<TrackerDb>, TrackerDbFactory>();
        services.AddScoped(s => s.GetRequiredService<IDbContextFactory<TrackerDb>>().CreateDbContext()); // for Identity and data protection
        services.AddSingleton<EditNews>();
        services.AddSingleton<EditDoor>();
        services.AddSingleton<SeedImport>();
        services.AddSingleton<TrackerStore>();
        services.AddSingleton<Drafts>();
        services.AddSingleton<AnnotationEdits>();
        services.AddSingleton<AnnotationImport>();
        services.AddSingleton(_ => new LanguageModel(model?.Invoke()));
        services.AddSingleton<SuggestionQueries>();
        services.AddSingleton<SuggestionLinkQueries>();
        services.AddSingleton<ReanchorQueries>();
        services.AddSingleton<ReanchorEdits>();
        services.AddSingleton<WorkbenchQueries>();
        services.AddSingleton<AnnotationQueries>();
        services.AddSingleton<AnnouncementEdits>();
        services.AddSingleton<CommitmentEdits>();
        services.AddSingleton<PillarSummary>();
        services.AddSingleton<SummaryVerifier>();
        services.AddSingleton<StoreVerifier>();
        services.AddScoped<AccountEdits>();
        services.AddSingleton<PillarQueries>();
        services.AddSingleton<CommitmentQueries>();
        services.AddSingleton<IndicatorQueries>();
        services.AddSingleton<AnnouncementQueries>();
        services.AddSingleton<GlossaryQueries>();
        services.AddSingleton<ChangeQueries>();
        services.AddIdentityCore<Account>(o =>
        {
            // Length, not composition: NIST SP 800-63B.
            o.Password.RequiredLength = 12;
            o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
            o.User.AllowedUserNameCharacters = "";
        }).AddRoles<IdentityRole<Guid>>().AddEntityFrameworkStores<TrackerDb>();
        return services;
    }
}
