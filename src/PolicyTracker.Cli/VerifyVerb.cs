using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Publishing;

namespace PolicyTracker.Cli;

/// <summary><c>verify [FILE.md]</c></summary>
internal static class VerifyVerb
{
    public static Command Make()
    {
        var file = new Argument<string?>("FILE.md") { Description = Texts["VerifyFile"], Arity = ArgumentArity.ZeroOrOne };
        var head = new Option<string?>("--head") { Description = Texts["VerifyHead"], HelpName = "FILE" };
        var verify = new Command("verify", Texts["Verify"]) { file, head };
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
                                ? Texts["VerifiedWhole", found.Quotations]
                                : Texts["VerifiedWrong", found.Quotations, found.Failures.Count]
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
