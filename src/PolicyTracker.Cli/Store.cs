using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Cli;

/// <summary>Opens the store that the options name.</summary>
internal static class Store
{
    public static readonly Option<string?> Data = new("--data") { Description = "The data folder (or POLICYTRACKER_DATA); \"data\" where none is given.", HelpName = "DIR", Recursive = true };

    public static readonly Option<string?> Database = new("--database") { Description = "A PostgreSQL connection string (or POLICYTRACKER_DATABASE) in place of a data folder.", HelpName = "STRING", Recursive = true };

    public static readonly Option<bool> Empty = new("--empty") { Description = "Begins a new store with nothing in it.", Recursive = true };

    public static readonly Option<string?> Seed = new("--seed") { Description = "Begins a new store from the *.yaml files of a folder.", HelpName = "DIR", Recursive = true };

    public static Task<int> UseAsync(ParseResult parsed, Func<IServiceProvider, Task<int>> verb, CancellationToken cancel) => Refusals.TellAsync(async () =>
    {
        var location = StoreLocation.From(parsed.GetValue(Data), parsed.GetValue(Database));
        if (location.Database is null && !File.Exists(location.File))
        {
            await Console.Error.WriteLineAsync($"There is no store at {location.File} yet: making one.");
        }

        await using var services = new ServiceCollection().AddLogging().AddTracker(location).BuildServiceProvider();
        await services.GetRequiredService<TrackerStore>().OpenAsync(parsed.GetValue(Empty) ? Beginning.Empty : parsed.GetValue(Seed) is null ? Beginning.BuiltIn : Beginning.Folder, parsed.GetValue(Seed), cancel);
        await using var scope = services.CreateAsyncScope();
        return await verb(scope.ServiceProvider);
    });
}
