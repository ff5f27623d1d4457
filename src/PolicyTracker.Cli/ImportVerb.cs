using System.CommandLine;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Import;

namespace PolicyTracker.Cli;

/// <summary><c>import annotations FILE [--announcement SLUG] [--restricted] [--cut-off]</c></summary>
internal static class ImportVerb
{
    public static Command Make()
    {
        var file = new Argument<string>("FILE") { Description = Texts["AnnotationFile"] };
        var announcement = new Option<string?>("--announcement") { Description = Texts["ImportAnnouncement"], HelpName = "SLUG" };
        var restricted = new Option<bool>("--restricted") { Description = Texts["ImportRestricted"] };
        var cutOff = new Option<bool>("--cut-off") { Description = Texts["ImportCutOff"] };
        var annotations = new Command("annotations", Texts["ImportAnnotations"]) { file, announcement, restricted, cutOff };
        annotations.SetAction(
            (parsed, cancel) =>
                Store.UseAsync(
                    parsed,
                    async services =>
                    {
                        await using var stream = File.OpenRead(parsed.GetValue(file)!);
                        var read = await AnnotationFile.ReadAsync(stream, cancel);
                        var choice = new ImportChoice(parsed.GetValue(restricted), parsed.GetValue(cutOff));
                        Action<int>? progress =
                            read.Count > AnnotationImport.BatchSize
                                ? done => Console.Error.WriteLine(Texts["ImportProgress", done, read.Count])
                                : null;
                        var results = await services
                            .GetRequiredService<AnnotationImport>()
                            .RunAsync(Editor.CommandLine, read, parsed.GetValue(announcement), choice, progress, cancel);
                        await using var output = TextFiles.Output();
                        foreach (var result in results)
                        {
                            await output.WriteLineAsync(Line(result).ToJsonString(AnchorCase.Json));
                        }

                        await Console.Error.WriteLineAsync(
                            string.Join(
                                ", ",
                                Enum.GetValues<ImportResult>().Select(r => $"{results.Count(x => x.Result == r)} {WireNames.Of(r)}")
                            )
                        );
                        return results.Any(r => r.Result is ImportResult.Left) ? ExitCodes.Wrong : ExitCodes.Done;
                    },
                    cancel
                )
        );
        return new Command("import", Texts["Import"]) { annotations };
    }

    private static JsonObject Line(ImportedAnnotation r)
    {
        var line = new JsonObject
        {
            ["id"] = r.Id,
            ["result"] = WireNames.Of(r.Result),
            ["exact"] = r.Exact,
        };
        if (r.Announcement is not null && r.State is { } state)
        {
            (line["announcement"], line["state"]) = (r.Announcement, WireNames.Of(state));
            if (r.Start >= 0)
            {
                (line["start"], line["end"]) = (r.Start, r.End);
            }
        }

        if (r.Why.Length > 0)
        {
            line["why"] = r.Why;
        }

        return line;
    }
}
