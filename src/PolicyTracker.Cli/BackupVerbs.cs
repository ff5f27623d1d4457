using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Cli;

/// <summary><c>backup FILE</c>, <c>restore FILE</c></summary>
internal static class BackupVerbs
{
    public static Command Backup()
    {
        var file = new Argument<string>("FILE") { Description = "The file to write; it must not exist." };
        var backup = new Command("backup", "Copies the store as it is now into one file, while the server goes on.") { file };
        backup.SetAction(
            (parsed, cancel) =>
                Store.UseAsync(
                    parsed,
                    async services =>
                    {
                        await services.GetRequiredService<StoreBackup>().WriteAsync(parsed.GetValue(file)!, cancel);
                        Console.WriteLine($"Wrote {parsed.GetValue(file)}, {new FileInfo(parsed.GetValue(file)!).Length} bytes, checked.");
                        return ExitCodes.Done;
                    },
                    cancel
                )
        );
        return backup;
    }

    public static Command Restore()
    {
        var file = new Argument<string>("FILE") { Description = "A backup." };
        var restore = new Command(
            "restore",
            "Puts a backup in the place of the store; the server must be stopped. The store that was there is kept beside it."
        )
        {
            file,
        };
        restore.SetAction(
            (parsed, cancel) =>
                Refusals.TellAsync(async () =>
                {
                    // Not through Store: opening would make a store where there is none.
                    await using var services = new ServiceCollection()
                        .AddLogging()
                        .AddTracker(Store.LocationOf(parsed))
                        .BuildServiceProvider();
                    var kept = await services.GetRequiredService<StoreBackup>().RestoreAsync(parsed.GetValue(file)!, cancel);
                    Console.WriteLine($"Restored {parsed.GetValue(file)}.{(kept is null ? "" : $" The store before is kept as {kept}.")}");
                    return ExitCodes.Done;
                })
        );
        return restore;
    }
}
