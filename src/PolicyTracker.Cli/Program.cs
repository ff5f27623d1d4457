using System.CommandLine;
using PolicyTracker.Cli;

var root = new RootCommand(Texts["About"])
{
    Store.Data,
    Store.Database,
    Store.Empty,
    Store.Seed,
    ExportVerb.Make(),
    ImportVerb.Make(),
    VerifyVerb.Make(),
    AnchorVerb.Make(),
    CompareVerb.Make(),
    SuggestVerb.Make(),
    ReanchorVerb.Make(),
    UserVerb.Make(),
    BackupVerbs.Backup(),
    BackupVerbs.Restore(),
    UpgradeVerb.Make(),
};
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
    {
        await Console.Error.WriteLineAsync(error.Message);
    }

    await Console.Error.WriteLineAsync(Texts["AddHelp"]);
    return ExitCodes.Misused;
}

return await parsed.InvokeAsync();
