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
            Description = "The text, UTF-8.",
            HelpName = "FILE",
            Required = true,
        };
        var cases = new Option<string>("--cases")
        {
            Description =
                "Quotations, one JSON object a line: id, exact, and if known prefix, suffix, start (code points). Standard input where it is -.",
            HelpName = "FILE.jsonl",
            Required = true,
        };
        var errors = new Option<int?>("--errors")
        {
            Description = "The most characters that may differ; 30 in 100 of the quotation where none is given.",
            HelpName = "N",
        };
        errors.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < 0)
            {
                result.AddError("--errors must be 0 or more.");
            }
        });
        var anchor = new Command(
            "anchor",
            "Finds quotations in a text. Prints one JSON object a line: id, state, start, end (code points), score, and what differs."
        )
        {
            text,
            cases,
            errors,
        };
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
                            await Console.Error.WriteLineAsync($"Line {number}: {e.Message}");
                        }
                    }

                    return wrong == 0 ? ExitCodes.Done : ExitCodes.Wrong;
                })
        );
        return anchor;
    }
}
