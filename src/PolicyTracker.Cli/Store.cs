using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core;
using PolicyTracker.Core.Administration;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Cli;

/// <summary>
/// Opens the store that the options name. A verb that reads or changes what is there must find one: a name that was mistyped
/// would else make a new store, in which nothing is wrong.
/// </summary>
internal static class Store
{
    public static readonly Option<string?> Data = new("--data")
    {
        Description = Texts["DataFolder"],
        HelpName = "DIR",
        Recursive = true,
    };

    public static readonly Option<string?> Database = new("--database")
    {
        Description = Texts["DatabaseString"],
        HelpName = "STRING",
        Recursive = true,
    };

    public static readonly Option<bool> Empty = new("--empty") { Description = Texts["EmptyStore"], Recursive = true };

    public static readonly Option<string?> Seed = new("--seed")
    {
        Description = Texts["SeedFolder"],
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>Where the store is that the options, or the environment, name.</summary>
    public static StoreLocation LocationOf(ParseResult parsed) =>
        StoreLocation.From(
            new(name =>
                name switch
                {
                    "data" => parsed.GetValue(Data),
                    "database" => parsed.GetValue(Database),
                    _ => null,
                }
            )
        );

    /// <param name="parsed">The options.</param>
    /// <param name="verb">What to do with the store.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="mayBegin">
    /// Whether a store that is not there yet is made; it is where <c>--empty</c> or <c>--seed</c> asks for a new one, too.
    /// </param>
    public static Task<int> UseAsync(
        ParseResult parsed,
        Func<IServiceProvider, Task<int>> verb,
        CancellationToken cancel,
        bool mayBegin = false
    ) =>
        Refusals.TellAsync(async () =>
        {
            var location = LocationOf(parsed);
            await using var services = new ServiceCollection().AddLogging().AddTracker(location).BuildServiceProvider();
            if (!await services.GetRequiredService<TrackerStore>().ExistsAsync(cancel))
            {
                if (!mayBegin && !parsed.GetValue(Empty) && parsed.GetValue(Seed) is null)
                {
                    await Console.Error.WriteLineAsync(Texts["NoTracker", location.Name]);
                    return ExitCodes.Misused;
                }

                await Console.Error.WriteLineAsync(Texts["MakingTracker", location.Name]);
            }

            await services
                .GetRequiredService<TrackerStore>()
                .OpenAsync(
                    parsed.GetValue(Empty) ? StoreContent.Empty
                        : parsed.GetValue(Seed) is null ? StoreContent.BuiltIn
                        : StoreContent.Folder,
                    parsed.GetValue(Seed),
                    cancel
                );
            await using var scope = services.CreateAsyncScope();
            return await verb(scope.ServiceProvider);
        });
}
