using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core;
using PolicyTracker.Core.Suggestions;
using PolicyTracker.Text;
using PolicyTracker.Text.Anchoring;
using PolicyTracker.Text.Suggestions;

namespace PolicyTracker.Cli;

/// <summary><c>suggest FILE [--format text|json]</c></summary>
internal static class SuggestVerb
{
    public static Command Make()
    {
        var file = new Argument<string>("FILE") { Description = Texts["SuggestFile"] };
        var format = new Option<string>("--format")
        {
            Description = Texts["Format"],
            HelpName = "text|json",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json");
        var year = new Option<int>("--year") { Description = Texts["SuggestYear"], HelpName = "YYYY" };
        var withModel = new Option<bool>("--with-model") { Description = Texts["SuggestWithModel"] };
        var suggest = new Command("suggest", Texts["Suggest"]) { file, format, year, withModel };
        suggest.SetAction(
            (parsed, cancel) =>
                Refusals.TellAsync(async () =>
                {
                    var text = await TextFiles.ReadAsync(parsed.GetValue(file)!, cancel);
                    if (TextLanguage.Of(text) is null)
                    {
                        await Console.Error.WriteLineAsync(Texts["LanguageUnknown"]);
                    }

                    var model = PillarModel.BuiltIn;
                    IReadOnlyDictionary<string, string> pillars = model.Pillars.ToDictionary(p => p);
                    if (parsed.GetResult(Store.Data) is { Implicit: false } || parsed.GetResult(Store.Database) is { Implicit: false })
                    {
                        var opened = await Store.UseAsync(
                            parsed,
                            async services =>
                            {
                                var models = services.GetRequiredService<PillarModelQueries>();
                                (model, pillars) = (await models.ReadAsync(cancel), await models.PillarsAsync(cancel: cancel));
                                return ExitCodes.Done;
                            },
                            cancel
                        );
                        if (opened != ExitCodes.Done)
                        {
                            return opened;
                        }
                    }

                    await Console.Error.WriteLineAsync(Texts["PillarModel", model.Version]);
                    var candidates = parsed.GetValue(withModel) ? await AskAsync(text, pillars, cancel) : null;
                    var suggestions = new SuggestionReader(model).Read(text, parsed.GetValue(year), candidates, cancel);
                    await using var output = TextFiles.Output();
                    if (parsed.GetValue(format) == "json")
                    {
                        var map = new CodePointMap(text);
                        var array = new JsonArray([.. suggestions.Select(s => (JsonNode)Json(s, text, map))]);
                        await output.WriteLineAsync(array.ToJsonString(new(AnchorCase.Json) { WriteIndented = true, NewLine = "\n" }));
                        return ExitCodes.Done;
                    }

                    foreach (var s in suggestions)
                    {
                        var what = s.Figure is { } figure ? Described(figure) : s.Pillar ?? Texts["NoPillar"];
                        var words = text[s.Place.Start..s.Place.End].ReplaceLineEndings(" ");
                        await output.WriteLineAsync($"{WireNames.Of(s.Kind), -11} {s.Confidence:0.00}  {what, -36} {words}");
                    }

                    return ExitCodes.Done;
                })
        );
        return suggest;
    }

    private static async Task<IReadOnlyList<ModelCandidate>> AskAsync(
        string text,
        IReadOnlyDictionary<string, string> pillars,
        CancellationToken cancel
    )
    {
        using var model = new LanguageModel(LanguageModelSettings.From(new()));
        return model.IsSet ? await model.ReadAsync(text, pillars, cancel) : throw Refusal.NoModel();
    }

    // "target at least 90 percent, 2025"
    private static string Described(Figure figure)
    {
        var kind = figure.IsTarget ? "target" : "value";
        var comparator = figure.Comparator is FigureComparator.Equal ? "" : WireNames.Of(figure.Comparator).Replace('-', ' ') + " ";
        var period = figure.Period is null ? "" : ", " + figure.Period;
        return $"{kind} {comparator}{figure.Value:0.####} {figure.Unit}{period}";
    }

    private static JsonObject Json(Suggestion s, string text, CodePointMap map)
    {
        var json = new JsonObject
        {
            ["kind"] = WireNames.Of(s.Kind),
            ["quote"] = text[s.Place.Start..s.Place.End],
            ["start"] = map.ToCodePoints(s.Place).Start,
            ["end"] = map.ToCodePoints(s.Place).End,
            ["pillar"] = s.Pillar,
            ["pillarConfidence"] = Math.Round(s.PillarConfidence, 3),
            ["confidence"] = s.Confidence,
        };
        if (s.Figure is { } f)
        {
            (json["value"], json["unit"], json["period"], json["isTarget"]) = (f.Value, f.Unit, f.Period?.ToString(), f.IsTarget);
            (json["comparator"], json["measures"]) = (WireNames.Of(f.Comparator), f.Measures);
        }

        if (s.Details is { } p)
        {
            (json["verbClass"], json["responsible"], json["due"]) = (
                p.Verb is { } verb ? WireNames.Of(verb) : null,
                p.Responsible,
                p.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            );
        }

        if (s.IsProposed)
        {
            json["by"] = "language-model";
        }

        return json;
    }
}
