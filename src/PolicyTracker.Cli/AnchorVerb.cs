using System.CommandLine;
using System.Text.Json;
using PolicyTracker.Text.Anchoring;

namespace PolicyTracker.Cli;

/// <summary><c>anchor --text FILE --cases FILE.jsonl [--errors N]</c></summary>
internal static class AnchorVerb
{
    public static Command Make()
    {
        var text = new Option<string>("--text")
        {
            Description = Texts["AnchorText"],
            HelpName = "FILE",
            Required = true,
        };
        var cases = new Option<string>("--cases")
        {
            Description = Texts["AnchorCases"],
            HelpName = "FILE.jsonl",
            Required = true,
        };
        var errors = new Option<int?>("--errors") { Description = Texts["AnchorErrors"], HelpName = "N" };
        errors.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < 0)
            {
                result.AddError(Texts["AnchorErrorsNegative"]);
            }
        });
        var anchor = new Command("anchor", Texts["Anchor"]) { text, cases, errors };
        anchor.SetAction(
            (parsed, cancel) =>
                Refusals.TellAsync(async () =>
                {
                    var source = await TextFiles.ReadAsync(parsed.GetValue(text)!, cancel);
                    using var lines = parsed.GetValue(cases) is "-" or null ? Console.In : new StreamReader(parsed.GetValue(cases)!);
                    var finder = new QuoteFinder(source);
                    var map = new CodePointMap(source);
                    await using var output = TextFiles.Output();
                    var (number, wrong) = (0, 0);
                    while (await lines.ReadLineAsync(cancel) is { } line)
                    {
                        number++;
                        if (string.IsNullOrWhiteSpace(line))
                        {
                            continue;
                        }

                        try
                        {
                            var asked = AnchorCase.Parse(line);
                            int? hint =
                                asked.Start is not { } start ? null
                                : start > map.Length ? source.Length
                                : map.ToUtf16(start);
                            var found = finder.Find(
                                new TextQuote(asked.Exact, asked.Prefix, asked.Suffix),
                                hint,
                                parsed.GetValue(errors),
                                cancel
                            );
                            await output.WriteLineAsync(AnchorCase.Write(asked.Id, found, map));
                        }
                        catch (JsonException e)
                        {
                            wrong++;
                            await Console.Error.WriteLineAsync(Texts["CaseFault", number, e.Message]);
                        }
                    }

                    return wrong == 0 ? ExitCodes.Done : ExitCodes.Wrong;
                })
        );
        return anchor;
    }
}
