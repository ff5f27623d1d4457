using System.CommandLine;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Publishing;

namespace PolicyTracker.Cli;

/// <summary><c>export pillar SLUG [-o FILE]</c>, <c>export head [-o FILE]</c></summary>
internal static class ExportVerb
{
    private static readonly Option<string?> Output = new("--output", "-o") { Description = Texts["OutputFile"], HelpName = "FILE" };

    public static Command Make()
    {
        var slug = new Argument<string>("SLUG") { Description = Texts["PillarSlug"] };
        var pillar = new Command("pillar", Texts["ExportPillar"]) { slug, Output };
        pillar.SetAction(
            (parsed, cancel) =>
                Store.UseAsync(
                    parsed,
                    async services =>
                    {
                        var summary = services.GetRequiredService<PillarSummary>();
                        return await WriteAsync(
                            parsed,
                            await summary.WriteAsync(parsed.GetValue(slug)!, cancel)
                                ?? throw Refusal.NoPillar(parsed.GetValue(slug), string.Join(", ", await summary.SlugsAsync(cancel))),
                            cancel
                        );
                    },
                    cancel
                )
        );
        var head = new Command("head", Texts["ExportHead"]) { Output };
        head.SetAction(
            (parsed, cancel) =>
                Store.UseAsync(
                    parsed,
                    async services =>
                        await WriteAsync(
                            parsed,
                            JsonSerializer.Serialize(
                                await services.GetRequiredService<StoreVerifier>().HeadAsync(cancel) ?? throw Refusal.NoHistory(),
                                JsonSerializerOptions.Web
                            ) + "\n",
                            cancel
                        ),
                    cancel
                )
        );
        return new Command("export", Texts["Export"]) { pillar, head };
    }

    private static async Task<int> WriteAsync(ParseResult parsed, string text, CancellationToken cancel)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (parsed.GetValue(Output) is { } file)
        {
            await File.WriteAllBytesAsync(file, bytes, cancel);
            await Console.Error.WriteLineAsync(Texts["Written", file]);
        }
        else
        {
            await using var standard = Console.OpenStandardOutput();
            await standard.WriteAsync(bytes, cancel);
        }

        return ExitCodes.Done;
    }
}
