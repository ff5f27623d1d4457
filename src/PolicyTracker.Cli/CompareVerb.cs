using System.CommandLine;
using System.Text.Json.Nodes;
using PolicyTracker.Core;
using PolicyTracker.Core.Localization;
using PolicyTracker.Text;
using PolicyTracker.Text.Anchoring;
using PolicyTracker.Text.Comparison;
using PolicyTracker.Text.Segmentation;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Cli;

/// <summary><c>compare FILE FILE [--format text|json]</c></summary>
internal static class CompareVerb
{
    public static Command Make()
    {
        var from = new Argument<string>("FROM") { Description = Texts["CompareFrom"] };
        var to = new Argument<string>("TO") { Description = Texts["CompareTo"] };
        var format = new Option<string>("--format")
        {
            Description = Texts["Format"],
            HelpName = "text|json",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json");
        var compare = new Command("compare", Texts["Compare"]) { from, to, format };
        compare.SetAction(
            (parsed, cancel) =>
                Refusals.TellAsync(async () =>
                {
                    var (first, second) = (
                        await TextFiles.ReadAsync(parsed.GetValue(from)!, cancel),
                        await TextFiles.ReadAsync(parsed.GetValue(to)!, cancel)
                    );
                    var comparison = TextComparison.Of(first, second, cancel);
                    await using var output = TextFiles.Output();
                    if (parsed.GetValue(format) == "json")
                    {
                        await output.WriteLineAsync(
                            Json(parsed.GetValue(from)!, first, parsed.GetValue(to)!, second, comparison)
                                .ToJsonString(new(AnchorCase.Json) { WriteIndented = true, NewLine = "\n" })
                        );
                        return ExitCodes.Done;
                    }

                    foreach (var pair in comparison.Pairs)
                    {
                        await output.WriteLineAsync(Line(pair, first, second, comparison));
                    }

                    if (comparison.DifferentLanguages() is var (fromLanguage, toLanguage))
                    {
                        await Console.Error.WriteLineAsync(
                            Texts["DifferentLanguages", Worded.Language(fromLanguage), Worded.Language(toLanguage)]
                        );
                    }

                    await Console.Error.WriteLineAsync(
                        string.Join(", ", Enum.GetValues<PassageChange>().Select(f => $"{comparison.Count(f)} {WireNames.Of(f)}"))
                    );
                    return ExitCodes.Done;
                })
        );
        return compare;
    }

    private static string Line(PassagePair pair, string first, string second, TextComparison comparison)
    {
        var words = pair.Kind switch
        {
            PassageChange.Dropped => Content(first, comparison.From[pair.From]),
            PassageChange.Reworded => string.Concat(pair.Difference.Select(Marked)),
            _ => Content(second, comparison.To[pair.To]),
        };
        var moved = pair.IsMoved && pair.Kind is PassageChange.Reworded ? ", moved" : "";
        return $"{WireNames.Of(pair.Kind) + moved, -16} {words.ReplaceLineEndings(" ")}";
    }

    private static string Marked(WordRun run)
    {
        var words = run.Text.TrimEnd();
        return (
                run.Kind switch
                {
                    DiffKind.Removed => $"[-{words}-]",
                    DiffKind.Added => $"{{+{words}+}}",
                    _ => words,
                }
            ) + run.Text[words.Length..];
    }

    private static JsonObject Json(string fromFile, string first, string toFile, string second, TextComparison comparison)
    {
        var (firstMap, secondMap) = (new CodePointMap(first), new CodePointMap(second));
        var passages = new JsonArray();
        foreach (var pair in comparison.Pairs)
        {
            var passage = new JsonObject { ["state"] = WireNames.Of(pair.Kind) };
            if (pair.From >= 0)
            {
                passage["from"] = Place(comparison.From[pair.From], first, firstMap);
            }

            if (pair.To >= 0)
            {
                passage["to"] = Place(comparison.To[pair.To], second, secondMap);
            }

            if (pair.From >= 0 && pair.To >= 0)
            {
                (passage["similarity"], passage["moved"]) = (pair.Similarity, pair.IsMoved);
            }

            if (pair.Difference.Count > 0)
            {
                passage["change"] = WireNames.Of(pair.Change);
                passage["difference"] = AnchorCase.Runs(pair.Difference);
            }

            passages.Add((JsonNode)passage);
        }

        return new()
        {
            ["from"] = new JsonObject { ["file"] = fromFile, ["sha256"] = SourceText.Sha256(first) },
            ["to"] = new JsonObject { ["file"] = toFile, ["sha256"] = SourceText.Sha256(second) },
            ["differentLanguages"] = comparison.DifferentLanguages() is var (fromLanguage, toLanguage)
                ? new JsonObject { ["from"] = fromLanguage, ["to"] = toLanguage }
                : null,
            ["counts"] = new JsonObject(
                Enum.GetValues<PassageChange>().Select(f => new KeyValuePair<string, JsonNode?>(WireNames.Of(f), comparison.Count(f)))
            ),
            ["passages"] = passages,
        };
    }

    private static JsonObject Place(TextPassage passage, string text, CodePointMap map) =>
        new()
        {
            ["start"] = map.ToCodePoints(passage.Content).Start,
            ["end"] = map.ToCodePoints(passage.Content).End,
            ["kind"] = WireNames.Of(passage.Kind),
            ["text"] = Content(text, passage),
        };

    private static string Content(string text, TextPassage passage) => text[passage.ContentStart..passage.ContentEnd];
}
