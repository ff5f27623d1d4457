using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;
using MudBlazor;
using MudBlazor.Services;
using PolicyTracker.Core;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Suggestions;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Annotations;
using PolicyTracker.Web.Announcements;
using PolicyTracker.Web.App;
using PolicyTracker.Web.History;
using PolicyTracker.Web.Pillars;
using PolicyTracker.Web.Shared;

return await Start.RunAsync(() =>
{
    // Settings and files of the program lie beside it; the data folder is looked for where the caller stands.
    var builder = WebApplication.CreateBuilder(
        new WebApplicationOptions
        {
            Args = [.. args.Select(a => a == "--empty" ? "--empty=true" : a)],
            ContentRootPath = AppContext.BaseDirectory,
        }
    );
    builder.WebHost.UseStaticWebAssets();
    builder.UseServerUrls();
    var settings = new OperatorSettings(name => builder.Configuration[name]);
    var address = builder.AddPublicAddress(settings);

    builder.Services.AddTracker(
        StoreLocation.From(settings),
        () => LanguageModelSettings.From(new()), // from the environment alone: the key is no option that the list of processes shows
        SlowQueryOptions.Of(settings)
    );
    builder
        .Services.AddRazorComponents()
        .AddInteractiveServerComponents(o => o.JSInteropDefaultCallTimeout = CircuitLimits.ScriptTimeout)
        .AddHubOptions(o => o.MaximumReceiveMessageSize = 128 * 1024);
    builder.Services.AddSingleton(CircuitLimits.From(settings));
    builder.Services.AddMudServices(o =>
    {
        o.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter;
        o.PopoverOptions.CheckForPopoverProvider = false; // a page that is made in advance has none yet
    });
    builder.Services.AddTransient<MudLocalizer, ComponentLocalizer>();
    builder.Services.AddLocalizationInterceptor(s => new DefaultLocalizationInterceptor(
        s.GetRequiredService<ILoggerFactory>(),
        s.GetRequiredService<MudLocalizer>()
    )
    {
        IgnoreDefaultEnglish = true,
    });
    builder.Services.AddScoped<EditNotices>();
    builder.Services.AddAccounts(SingleSignOn.From(settings), address);
    builder.Services.AddReaderLanguage();
    builder.Services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new(UnicodeRanges.All)); // Chinese as it is, not as numbers
    builder.Services.AddReadingCache();
    builder.Services.AddReadingCompression();
    builder.Services.AddProblemDetails();
    builder.Services.AddExceptionHandler<ApiFaults>();
    builder.Services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true); // ApiFaults names the field
    builder.Services.ConfigureHttpJsonOptions(o =>
    {
        o.SerializerOptions.Converters.Add(new WordConverter());
        o.SerializerOptions.RespectNullableAnnotations = true;
    });

    var app = builder.Build();

    app.UsePublicAddress(); // before all that reads where a request came to
    app.UseReaderLanguage();
    app.UseExceptionHandler("/error", createScopeForErrors: true); // it clears the headers of what failed, and its page gets them anew
    app.UseSecurityHeaders();
    app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
    app.UseApiProblems();
    app.UsePlainAddresses();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseCircuitGate();
    app.UseAntiforgery();
    app.UseReadingCache(); // after whatever signs readers in: pages of signed-in editors are not kept
    app.UseReadingCompression();

    app.UseFontCaching();
    app.MapStaticAssets();
    app.MapHealth();
    ReaderLanguage.Map(app);
    app.MapAccounts();
    app.MapSummaries();
    app.MapAnnotations();
    app.MapTexts();
    app.MapAssignments();
    app.MapHistory();
    app.MapCitations();
    app.MapSitemap();
    app.MapAnnouncementsApi();
    app.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null);
    return app;
});

/// <summary>The server; public so that tests can host it.</summary>
public partial class Program;
