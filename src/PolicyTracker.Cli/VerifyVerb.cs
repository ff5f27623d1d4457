using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core;
using PolicyTracker.Core.Publishing;

namespace PolicyTracker.Cli;

/// <summary><c>verify [FILE.md]</c></summary>
internal static class VerifyVerb
{
    public static Command Make()
    {
        var file = new Argument<string?>("FILE.md")
        {
            Description = "An exported summary; the whole store where none is given.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var head = new Option<string?>("--head")
        {
            Description =
                "A head of the chain that was kept earlier (export head, or /changes/head.json): history up to it must still be the same.",
            HelpName = "FILE",
        };
        var verify = new Command("verify", "Checks every quotation against the words of its source, and the chain of history.")
        {
            file,
            head,
        };
        verify.SetAction(
            (parsed, cancel) =>
                Store.UseAsync(
                    parsed,
                    async services =>
                    {
                        var found = parsed.GetValue(file) is { } path
                            ? await services
                                .GetRequiredService<SummaryVerifier>()
                                .VerifyAsync(await File.ReadAllTextAsync(path, cancel), cancel)
                            : await services.GetRequiredService<StoreVerifier>().VerifyAsync(cancel);
                        if (
                            parsed.GetValue(head) is { } kept
                            && await services.GetRequiredService<StoreVerifier>().CompareAsync(await ReadHeadAsync(kept, cancel), cancel)
                                is { } rewritten
                        )
                        {
                            found = found with { Failures = [.. found.Failures, rewritten] };
                        }

                        foreach (var line in found.Failures.Concat(found.Since ?? []))
                        {
                            Console.WriteLine(line);
                        }

                        Console.WriteLine(
                            found.Failures.Count == 0
                                ? $"{found.Quotations} quotations checked; each is in its source, word for word."
                                : $"{found.Quotations} quotations checked; {found.Failures.Count} found wrong."
                        );
                        return found.Failures.Count == 0 ? ExitCodes.Done : ExitCodes.Wrong;
                    },
                    cancel
                )
        );
        return verify;
    }

    private static async Task<ChainHead> ReadHeadAsync(string path, CancellationToken cancel)
    {
        try
        {
            return JsonSerializer.Deserialize<ChainHead>(await File.ReadAllTextAsync(path, cancel), JsonSerializerOptions.Web)
                ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw Refusal.NoHead(path);
        }
    }
}
