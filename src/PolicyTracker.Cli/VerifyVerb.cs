using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Publishing;

namespace PolicyTracker.Cli;

/// <summary><c>verify [FILE.md]</c></summary>
internal static class VerifyVerb
{
    public static Command Make()
    {
        var file = new Argument<string?>("FILE.md") { Description = "An exported summary; the whole store where none is given.", Arity = ArgumentArity.ZeroOrOne };
        var verify = new Command("verify", "Checks every quotation against the words of its source, and the chain of history.") { file };
        verify.SetAction((parsed, cancel) => Store.UseAsync(parsed, async services =>
        {
            var found = parsed.GetValue(file) is { } path
                ? await services.GetRequiredService<SummaryVerifier>().VerifyAsync(await File.ReadAllTextAsync(path, cancel), cancel)
                : await services.GetRequiredService<StoreVerifier>().VerifyAsync(cancel);
            foreach (var failure in found.Failures)
            {
                Console.WriteLine(failure);
            }

            Console.WriteLine(found.Failures.Count == 0
                ? $"{found.Quotations} quotations checked; each is in its source, word for word."
                : $"{found.Quotations} quotations checked; {found.Failures.Count} found wrong.");
            return found.Failures.Count == 0 ? ExitCodes.Done : ExitCodes.Wrong;
        }, cancel));
        return verify;
    }
}
