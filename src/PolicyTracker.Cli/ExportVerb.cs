using System.CommandLine;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core;
using PolicyTracker.Core.Publishing;

namespace PolicyTracker.Cli;

/// <summary><c>export pillar SLUG [-o FILE]</c></summary>
internal static class ExportVerb
{
    public static Command Make()
    {
        var slug = new Argument<string>("SLUG") { Description = "The pillar, such as core-sectors." };
        var output = new Option<string?>("--output", "-o") { Description = "The file to write; standard output where none is given.", HelpName = "FILE" };
        var pillar = new Command("pillar", "Writes a pillar's Markdown summary.") { slug, output };
        pillar.SetAction((parsed, cancel) => Store.UseAsync(parsed, async services =>
        {
            var summary = services.GetRequiredService<PillarSummary>();
            var markdown = await summary.WriteAsync(parsed.GetValue(slug)!, cancel)
                ?? throw new RefusedException($"There is no pillar “{parsed.GetValue(slug)}”. There are: {string.Join(", ", await summary.SlugsAsync(cancel))}.");
            var bytes = Encoding.UTF8.GetBytes(markdown);
            if (parsed.GetValue(output) is { } file)
            {
                await File.WriteAllBytesAsync(file, bytes, cancel);
                await Console.Error.WriteLineAsync($"Wrote {file}.");
            }
            else
            {
                await using var standard = Console.OpenStandardOutput();
                await standard.WriteAsync(bytes, cancel);
            }

            return ExitCodes.Done;
        }, cancel));
        return new Command("export", "Writes what the tracker knows into files.") { pillar };
    }
}
