using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core;
using PolicyTracker.Core.Administration;

namespace PolicyTracker.Cli;

/// <summary><c>backup FILE</c>, <c>restore FILE</c></summary>
internal static class BackupVerbs
{
    public static Command Backup()
    {
        var file = new Argument<string>("FILE") { Description = Texts["BackupFile"] };
        var backup = new Command("backup", Texts["Backup"]) { file };
        backup.SetAction(
            (parsed, cancel) =>
                Store.UseAsync(
                    parsed,
                    async services =>
                    {
                        await services.GetRequiredService<StoreBackup>().WriteAsync(parsed.GetValue(file)!, cancel);
                        Console.WriteLine(Texts["BackupWritten", parsed.GetValue(file), new FileInfo(parsed.GetValue(file)!).Length]);
                        return ExitCodes.Done;
                    },
                    cancel
                )
        );
        return backup;
    }

    public static Command Restore()
    {
        var file = new Argument<string>("FILE") { Description = Texts["RestoreFile"] };
        var restore = new Command("restore", Texts["Restore"]) { file };
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
                    Console.WriteLine(
                        kept is null ? Texts["Restored", parsed.GetValue(file)] : Texts["RestoredInPlace", parsed.GetValue(file), kept]
                    );
                    return ExitCodes.Done;
                })
        );
        return restore;
    }
}
