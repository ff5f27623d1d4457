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
        var upgrade = new Command("upgrade", Texts["Upgrade"]);
        upgrade.SetAction(
            (parsed, cancel) =>
                Refusals.TellAsync(async () =>
                {
                    // Not through Store: opening refuses such a store.
                    var location = Store.LocationOf(parsed);
                    await using var services = new ServiceCollection().AddLogging().AddTracker(location).BuildServiceProvider();
                    var made = await services.GetRequiredService<StoreUpgrade>().RunAsync(cancel);
                    Console.WriteLine(
                        location.Database is null
                            ? Texts["Upgraded", made.Edits, made.Revisions, made.Quotations, made.Kept]
                            : Texts["UpgradedInDatabase", made.Edits, made.Revisions, made.Quotations, made.Kept]
                    );
                    return ExitCodes.Done;
                })
        );
        return upgrade;
    }
}
