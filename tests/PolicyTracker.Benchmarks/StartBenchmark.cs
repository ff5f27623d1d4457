using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Administration;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Benchmarks;

/// <summary>
/// How long until the server is ready again after it was killed (SIGKILL) in the middle of edits, beside a web app that does
/// nothing. The two take turns, so that what else the machine does falls on both. Every edit that was acknowledged must be there
/// afterwards, and the whole store must hold.
/// </summary>
internal static class StartBenchmark
{
    private const int Rounds = 15;

    /// <param name="folder">Where the server's program lies.</param>
    public static async Task<int> RunAsync(string folder)
    {
        var data = Directory.CreateTempSubdirectory("tracker-start-").FullName;
        var token = await PrepareAsync(data);
        var (ours, empty, cpu, emptyCpu) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var acknowledged = 0;
        for (var round = 0; round <= Rounds; round++)
        {
            var address = FreeAddress();
            using var server = Start(Path.Combine(folder, "PolicyTracker.Web.dll"), "--data", data, "--urls", address.ToString());
            var (wall, used) = await ReadyAsync(server, address);
            acknowledged += await EditUntilKilledAsync(server, address, token, round);

            var other = FreeAddress();
            using var nothing = Start(
                Path.Combine(AppContext.BaseDirectory, "PolicyTracker.Benchmarks.dll"),
                "empty-web-app",
                other.ToString()
            );
            var (emptyWall, emptyUsed) = await ReadyAsync(nothing, other);
            await KillAsync(nothing);
            if (round > 0) // the first has no store of a killed server before it, and cold files
            {
                ours.Add(wall);
                cpu.Add(used);
                empty.Add(emptyWall);
                emptyCpu.Add(emptyUsed);
            }
        }

        var failures = await CheckAsync(data, acknowledged);
        Directory.Delete(data, recursive: true);
        Console.WriteLine(
            $"ready again after kill -9 in the middle of edits, median (worst) of {Rounds} rounds in turn with an empty web app"
        );
        Console.WriteLine($"tracker:       {Tell(ours)} s, processor time {Tell(cpu)} s");
        Console.WriteLine($"empty web app: {Tell(empty)} s, processor time {Tell(emptyCpu)} s");
        Console.WriteLine($"tracker / empty web app {Median([.. ours.Zip(empty, (o, e) => o / e)]):0.0}");
        Console.WriteLine($"{acknowledged} edits acknowledged, {failures.Count} failures{string.Concat(failures.Select(f => "\n" + f))}");
        return failures.Count == 0 ? 0 : 1;
    }

    /// <summary>The web app that does nothing.</summary>
    public static async Task<int> EmptyAsync(string address)
    {
        var app = WebApplication.CreateBuilder(["--urls", address]).Build();
        app.MapGet("/health/ready", () => "ready");
        await app.RunAsync();
        return 0;
    }

    private static async Task<string> PrepareAsync(string data)
    {
        await using var services = Services(data);
        await services.GetRequiredService<TrackerStore>().OpenAsync();
        await using var scope = services.CreateAsyncScope();
        var account = await scope
            .ServiceProvider.GetRequiredService<AccountEdits>()
            .AddAsync("bench", "green lamp under the stairs", Roles.Editor);
        return await services.GetRequiredService<ApiTokens>().MakeAsync(new Editor("bench", account.Id), "bench", [Scopes.Announce], 1);
    }

    private static async Task<int> EditUntilKilledAsync(Process server, Uri address, string token, int round)
    {
        using var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var (done, watch) = (0, Stopwatch.StartNew());
        var isKilled = false;
        var writers = Enumerable
            .Range(0, 4)
            .Select(async writer =>
            {
                try
                {
                    for (var n = 0; ; n++)
                    {
                        var plan = new
                        {
                            title = $"Plan {round}.{writer}.{n}",
                            slug = $"plan-{round}-{writer}-{n}",
                            issuer = "State Council",
                            date = "2024-05-01",
                            text = $"We will build {n + 1} bridges in district {writer}.",
                            addAnyway = true,
                        };
                        (await client.PostAsJsonAsync("/api/v1/announcements", plan)).EnsureSuccessStatusCode();
                        Interlocked.Increment(ref done);
                    }
                }
                catch (HttpRequestException) when (isKilled)
                {
                    // killed
                }
            })
            .ToList();
        while (done < 20 && watch.Elapsed < TimeSpan.FromSeconds(30))
        {
            await Task.Delay(10);
        }

        isKilled = true;
        await KillAsync(server);
        await Task.WhenAll(writers);
        return done;
    }

    private static async Task<IReadOnlyList<string>> CheckAsync(string data, int acknowledged)
    {
        await using var services = Services(data);
        await services.GetRequiredService<TrackerStore>().OpenAsync();
        var found = (await services.GetRequiredService<StoreVerifier>().VerifyAsync()).Failures;
        await using var scope = services.CreateAsyncScope();
        var kept = scope.ServiceProvider.GetRequiredService<TrackerDb>().Set<Announcement>().Count(a => a.Slug.StartsWith("plan-"));
        return kept >= acknowledged ? found : [.. found, $"{acknowledged - kept} edits were acknowledged and are not there."];
    }

    private static async Task<(double Wall, double Cpu)> ReadyAsync(Process process, Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        while (!process.HasExited)
        {
            try
            {
                if ((await client.GetAsync("/health/ready")).IsSuccessStatusCode)
                {
                    return ((DateTime.Now - process.StartTime).TotalSeconds, process.TotalProcessorTime.TotalSeconds);
                }
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }

            await Task.Delay(10);
        }

        throw new InvalidOperationException("The server ended before it was ready.");
    }

    private static Process Start(string program, params string[] args)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. args]) { RedirectStandardOutput = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task KillAsync(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    private static ServiceProvider Services(string data) =>
        new ServiceCollection().AddLogging().AddTracker(new StoreLocation(data, null)).BuildServiceProvider();

    private static Uri FreeAddress()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}");
    }

    private static string Tell(List<double> seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{Median(seconds):0.00} ({seconds.Max():0.00})");

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
