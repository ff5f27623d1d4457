using System.Diagnostics;
using System.Globalization;

namespace PolicyTracker.Benchmarks;

/// <summary>
/// How many pages a second the server gives: the smallest answer (/health/live), a pillar's page from the cache, and the
/// same page made anew (each request asks with a query of its own). The three take turns, so that what else the machine
/// does falls on all of them; the ratio of each round is taken, and the middle one printed.
/// </summary>
internal static class ReadingBenchmark
{
    private const string Page = "/pillars/core-sectors";
    private const int Rounds = 9,
        Readers = 16;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync()
    {
        await using var server = await BenchmarkServer.StartAsync();
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Readers }) { BaseAddress = server.Address };
        var size = (await client.GetByteArrayAsync(Page)).Length;
        var number = 0;
        string Anew() => $"{Page}?n={Interlocked.Increment(ref number).ToString(CultureInfo.InvariantCulture)}";
        await Task.WhenAll(CountAsync(client, () => Page), CountAsync(client, Anew), CountAsync(client, () => "/health/live")); // warm

        var (live, kept, anew) = (new double[Rounds], new double[Rounds], new double[Rounds]);
        for (var round = 0; round < Rounds; round++)
        {
            live[round] = await CountAsync(client, () => "/health/live");
            kept[round] = await CountAsync(client, () => Page);
            anew[round] = await CountAsync(client, Anew);
        }

        Console.WriteLine($"{Page}: {size / 1024.0:0.0} KB, {Readers} readers, median of {Rounds} rounds");
        Console.WriteLine($"a second:  /health/live {Median(live):0}, kept {Median(kept):0}, made anew {Median(anew):0}");
        Console.WriteLine($"kept / live      {Median(kept.Zip(live, (k, l) => k / l)):0.00}");
        Console.WriteLine($"kept / made anew {Median(kept.Zip(anew, (k, a) => k / a)):0.0}");
        Console.WriteLine($"made anew, one reader: {await OneAsync(client, Anew):0.0} ms (median of 200)");
        return 0;
    }

    private static async Task<double> CountAsync(HttpClient client, Func<string> path)
    {
        var done = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(
            Enumerable
                .Range(0, Readers)
                .Select(async _ =>
                {
                    while (watch.Elapsed < Turn)
                    {
                        await client.GetByteArrayAsync(path());
                        Interlocked.Increment(ref done);
                    }
                })
        );
        return done / watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> OneAsync(HttpClient client, Func<string> path)
    {
        var times = new List<double>();
        for (var i = 0; i < 200; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await client.GetByteArrayAsync(path());
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return Median(times);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);
}
