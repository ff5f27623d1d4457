using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Administration;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Publishing;

namespace PolicyTracker.Benchmarks.Edits;

/// <summary>
/// How many edits a second the server takes from 1, 10 and 50 editors at once while readers read, how long each waits, and what the
/// same disk does with inserts of one row, one after another, in the same minute. The server is killed (SIGKILL) in the middle of
/// the last edits: each that was acknowledged must be there, and the whole store must hold.
/// </summary>
internal static class EditsBenchmark
{
    private const string Name = "bench";

    private const int EditsToWarm = 400;

    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(4),
        Measured = TimeSpan.FromSeconds(12),
        Raw = TimeSpan.FromSeconds(3);

    /// <param name="place">A folder, or the connection string of a PostgreSQL server without a database. The store is made where there is none.</param>
    /// <param name="writers">How many editors save at once, in turn.</param>
    /// <param name="readers">How many readers ask for page after page meanwhile.</param>
    public static async Task<int> RunAsync(string place, int[] writers, int readers)
    {
        var store = place.Contains('=', StringComparison.Ordinal)
            ? new StoreLocation(StoreLocation.DefaultFolder, $"{place};Database=tracker_edits")
            : new StoreLocation(Path.Combine(place, "edits"), null);
        var tokens = await PrepareAsync(store);
        var ledger = new EditLedger();
        Console.WriteLine(
            $"{store.Name}: edits over HTTP while {readers} readers read; one announcement with its text, then four quotations of it"
        );
        Console.WriteLine(
            $"{"editors", 8} {"edits/s", 8} {"p50 ms", 8} {"p99 ms", 8} {"worst", 8} {"pages/s", 8} {"cpu ms/edit", 12} {"raw inserts/s", 14} {"edits/raw", 10}"
        );
        var server = await BenchmarkServer.StartAsync(store);
        foreach (var count in writers)
        {
            var before = await RawInserts.RunAsync(store, Raw);
            var run = await RunAsync(server, tokens, count, readers, ledger, isKilled: count == writers[^1]);
            var raw = (before + await RawInserts.RunAsync(store, Raw)) / 2;
            var rate = run.Times.Count / Measured.TotalSeconds;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{count, 8} {rate, 8:0} {At(run.Times, 0.5), 8:0.0} {At(run.Times, 0.99), 8:0.0} {run.Times[^1], 8:0} {run.Pages / Measured.TotalSeconds, 8:0} {run.Processor.TotalMilliseconds / run.Times.Count, 12:0.0} {raw, 14:0} {rate / raw, 10:0.00}"
                )
            );
        }

        var failures = await CheckAsync(store, ledger);
        Console.WriteLine(
            $"{ledger.Count} edits acknowledged, {ledger.Refused} refused, {failures.Count} failures after a kill{string.Concat(failures.Select(f => "\n" + f))}"
        );
        return failures.Count == 0 && ledger.Refused == 0 ? 0 : 1;
    }

    // A seeded store with 50 editors, each with a token.
    private static async Task<string[]> PrepareAsync(StoreLocation store)
    {
        await using var services = Services(store);
        await services.GetRequiredService<TrackerStore>().OpenAsync();
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var tokens = new string[50];
        for (var i = 0; i < tokens.Length; i++)
        {
            var name = $"{Name}{i}";
            var account =
                await accounts.FindByNameAsync(name)
                ?? await scope
                    .ServiceProvider.GetRequiredService<AccountEdits>()
                    .AddAsync(name, "green lamp under the stairs", Roles.Editor);
            tokens[i] = await services
                .GetRequiredService<ApiTokens>()
                .MakeAsync(new Editor(name, account.Id), Name, [Scopes.Announce, Scopes.Annotate], 1);
        }

        return tokens;
    }

    private static async Task<(List<double> Times, int Pages, TimeSpan Processor)> RunAsync(
        BenchmarkServer server,
        string[] tokens,
        int writers,
        int readers,
        EditLedger ledger,
        bool isKilled
    )
    {
        using var stop = new CancellationTokenSource();
        var editing = Enumerable
            .Range(0, writers)
            .Select(w => new EditingClient(server.Address, tokens[w % tokens.Length], ledger))
            .ToList();
        var reading = Enumerable.Range(0, readers).Select(_ => new ReadingClient(server.Address)).ToList();
        List<Task> tasks = [.. editing.Select(e => e.RunAsync(stop.Token)), .. reading.Select(r => r.RunAsync(stop.Token))];
        var known = ledger.Count;
        do
        {
            await Task.Delay(Warm);
        } while (ledger.Count < known + EditsToWarm);
        editing.ForEach(e => e.StartMeasuring());
        reading.ForEach(r => r.StartMeasuring());
        var used = server.ProcessorTime;
        await Task.Delay(Measured);
        used = server.ProcessorTime - used;
        List<double> times = [.. editing.SelectMany(e => e.StopMeasuring()).Order()];
        var pages = reading.Sum(r => r.StopMeasuring());
        if (isKilled)
        {
            ledger.ServerIsKilled();
            await server.DisposeAsync();
        }

        await stop.CancelAsync();
        await Task.WhenAll(tasks);
        editing.ForEach(e => e.Dispose());
        reading.ForEach(r => r.Dispose());
        return (times, pages, used);
    }

    private static async Task<IReadOnlyList<string>> CheckAsync(StoreLocation store, EditLedger ledger)
    {
        await using var services = Services(store);
        await services.GetRequiredService<TrackerStore>().OpenAsync();
        var found = (await services.GetRequiredService<StoreVerifier>().VerifyAsync()).Failures;
        await using var scope = services.CreateAsyncScope();
        return [.. found, .. ledger.Missing(scope.ServiceProvider.GetRequiredService<TrackerDb>())];
    }

    private static ServiceProvider Services(StoreLocation store) =>
        new ServiceCollection().AddLogging().AddTracker(store).BuildServiceProvider();

    private static double At(List<double> sorted, double share) => sorted[(int)((sorted.Count - 1) * share)];
}
