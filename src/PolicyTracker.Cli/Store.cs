using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Cli;

/// <summary>Opens the store that the options name, and turns a refusal into a message and an exit code.</summary>
internal static class Store
{
    public static readonly Option<string?> Data = new("--data") { Description = "The data folder (or POLICYTRACKER_DATA); \"data\" where none is given.", HelpName = "DIR", Recursive = true };

    public static readonly Option<string?> Database = new("--database") { Description = "A PostgreSQL connection string (or POLICYTRACKER_DATABASE) in place of a data folder.", HelpName = "STRING", Recursive = true };

    public static async Task<int> UseAsync(ParseResult parsed, Func<IServiceProvider, Task<int>> verb, CancellationToken cancel)
    {
        try
        {
            var location = StoreLocation.From(parsed.GetValue(Data), parsed.GetValue(Database));
            if (location.Database is null && !File.Exists(location.File))
            {
                await Console.Error.WriteLineAsync($"There is no store at {location.File} yet: making one.");
            }

            await using var services = new ServiceCollection().AddLogging().AddTracker(location).BuildServiceProvider();
            await services.GetRequiredService<TrackerStore>().OpenAsync(cancel);
            await using var scope = services.CreateAsyncScope();
            return await verb(scope.ServiceProvider);
        }
        catch (RefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return ExitCodes.Wrong;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{e.Message} Check the path and its rights.");
            return ExitCodes.Wrong;
        }
    }
}
