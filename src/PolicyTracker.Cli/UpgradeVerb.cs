using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core;
using PolicyTracker.Core.Upgrade;

namespace PolicyTracker.Cli;

/// <summary><c>upgrade</c></summary>
internal static class UpgradeVerb
{
    public static Command Make()
    {
        var upgrade = new Command(
            "upgrade",
            "Carries a store from before the first release over to this version; the server must be stopped. The store that was there is kept."
        );
        upgrade.SetAction(
            (parsed, cancel) =>
                Refusals.TellAsync(async () =>
                {
                    // Not through Store: opening refuses such a store.
                    await using var services = new ServiceCollection()
                        .AddLogging()
                        .AddTracker(Store.LocationOf(parsed))
                        .BuildServiceProvider();
                    var made = await services.GetRequiredService<StoreUpgrade>().RunAsync(cancel);
                    Console.WriteLine(
                        $"Carried over {made.Edits} edits with {made.Revisions} revisions; the history held before, the store holds after, {made.Quotations} quotations were checked. The store before is kept as {made.Kept}."
                    );
                    return ExitCodes.Done;
                })
        );
        return upgrade;
    }
}
