using Microsoft.AspNetCore.Connections;
using MudBlazor.Services;
using PolicyTracker.Core;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Data;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Announcements;
using PolicyTracker.Web.App;
using PolicyTracker.Web.History;
using PolicyTracker.Web.Pillars;

// Settings and files of the program lie beside it; the data folder is looked for where the caller stands.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. args.Select(a => a == "--empty" ? "--empty=true" : a)], ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseStaticWebAssets();
builder.UseAddress();

builder.Services.AddTracker(StoreLocation.From(builder.Configuration["data"], builder.Configuration["database"]), LanguageModelSettings.FromEnvironment);
builder.Services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(o => o.MaximumReceiveMessageSize = 128 * 1024);
builder.Services.AddMudServices();
builder.Services.AddAccounts(SingleSignOn.From(builder.Configuration));
builder.Services.AddReadingCache();
builder.Services.AddProblemDetails();
builder.Services.AddExceptionHandler<ApiFaults>();
builder.Services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true); // ApiFaults names the field
builder.Services.ConfigureHttpJsonOptions(o =>
{
    o.SerializerOptions.Converters.Add(new WordConverter());
    o.SerializerOptions.RespectNullableAnnotations = true;
});

var app = builder.Build();

app.UseExceptionHandler("/error", createScopeForErrors: true); // first: it clears the headers of what failed, and its page gets them anew
app.UseSecurityHeaders();
app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
app.UseApiProblems();
app.UsePlainAddresses();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.UseReadingCache(); // after whatever signs readers in: pages of signed-in editors are not kept

app.MapStaticAssets();
app.MapHealth();
app.MapAccounts();
app.MapSummaries();
app.MapAnnotations();
app.MapTexts();
app.MapHistory();
app.MapAnnouncementsApi();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null);

try
{
    app.Services.GetRequiredService<LanguageModel>(); // what an operator set wrongly is refused at the start
    await app.Services.GetRequiredService<TrackerStore>().OpenAsync(app.Configuration["empty"] == "true" ? Beginning.Empty : app.Configuration["seed"] is { Length: > 0 } ? Beginning.Folder : Beginning.BuiltIn, app.Configuration["seed"]);
    await app.StartAsync();
    await app.Services.GetRequiredService<SetupLink>().PrintAsync(app.Urls.First());
}
catch (RefusedException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
catch (IOException e) when (e.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync(Address.InUse(app, e));
    return 1;
}

await app.WaitForShutdownAsync();
return 0;

/// <summary>The server; public so that tests can host it.</summary>
public partial class Program;
