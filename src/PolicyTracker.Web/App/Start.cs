using Microsoft.AspNetCore.Connections;
using PolicyTracker.Core;
using PolicyTracker.Core.Administration;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Suggestions;
using PolicyTracker.Web.Accounts;

namespace PolicyTracker.Web.App;

/// <summary>From the command line to a server that listens, and what is said where it does not come to that.</summary>
internal static class Start
{
    /// <summary>Runs the server until it is stopped.</summary>
    /// <returns>The exit code: 0, or 1 with a message on standard error.</returns>
    public static async Task<int> RunAsync(Func<WebApplication> make)
    {
        try
        {
            await using var app = make();
            await ListenAsync(app);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Refusal e)
        {
            await Console.Error.WriteLineAsync(e.Message);
        }
        catch (Exception e) when (StoreErrors.IsTransient(e))
        {
            await Console.Error.WriteLineAsync(AppTexts.Texts["StoreUnusable", e.GetBaseException().Message]);
        }

        return 1;
    }

    private static async Task ListenAsync(WebApplication app)
    {
        foreach (var variable in OperatorSettings.UnknownVariables())
        {
            app.Logger.LogWarning(
                "{Variable} is set, but is no setting of this program: see docs/operators.md for those that are.",
                variable
            );
        }

        app.Services.GetRequiredService<LanguageModel>(); // what an operator set wrongly is refused at the start
        var seed = app.Configuration["seed"] is { Length: > 0 } folder ? folder : null;
        var content =
            app.Configuration["empty"] == "true" ? StoreContent.Empty
            : seed is null ? StoreContent.BuiltIn
            : StoreContent.Folder;
        await app.Services.GetRequiredService<TrackerStore>().OpenAsync(content, seed);
        try
        {
            await app.StartAsync();
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw ServerUrls.InUse(app, e);
        }

        await app.Services.GetRequiredService<SetupLink>().PrintAsync(app.Urls.First());
    }
}
