using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Administration;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Benchmarks.Growth;

/// <summary>
/// What pages and downloads cost on the seed's store and on ones with 100 and 1,000 times its records: milliseconds and kilobytes,
/// asked by a signed-in editor, for whom nothing is kept. All servers run at once and take turns, so that what else the machine
/// does falls on all of them. Printed are the middle of the rounds and, for a machine that is busy, the processor time of the
/// server for one request, with what a larger store takes of the seed's.
/// </summary>
internal static partial class GrowthBenchmark
{
    private const int Rounds = 15,
        RoundsOfSlow = 3;
    private const string Name = "bench",
        Password = "green lamp under the stairs";
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    private static readonly (string Name, string Path)[] Pages =
    [
        ("overview", "/"),
        ("pillar", "/pillars/core-sectors"),
        ("pillar, later page", "/pillars/core-sectors?page=3"),
        ("its summary page", "/pillars/core-sectors/summary"),
        ("commitments", "/commitments"),
        ("commitments, filtered", "/commitments?status=delivered&pillar=core-sectors"),
        ("commitments, later page", "/commitments?page=5"),
        ("commitments of a status", "/commitments?status=announced"),
        ("commitments of a topic", "/commitments?topic=5g"),
        ("commitments of a body", "/commitments?responsible=miit"),
        ("a commitment", "/commitments/software-colleges"),
        ("its edit page", "/commitments/software-colleges/edit"),
        ("its history", "HISTORY"),
        ("indicators", "/indicators"),
        ("an indicator", "/indicators/software-business-revenue"),
        ("announcements", "/announcements"),
        ("an announcement", "/announcements/miit-press-conference-2023-03-01"),
        ("annotate", "/announcements/miit-press-conference-2023-03-01/annotate"),
        ("compare", "/compare"),
        ("glossary", "/glossary"),
        ("glossary, filtered", "/glossary?q=gong ye"),
        ("glossary, of many", "/glossary?q=a"),
        ("changes", "/changes"),
        ("changes, filtered", "/changes?kind=pillar"),
        ("changes that wait", "/changes/waiting"),
        ("structure: goals", "/structure/goal"),
        ("account", "/account"),
        ("changes.atom", "/changes.atom"),
        ("one's annotations.jsonld", "/announcements/miit-press-conference-2023-03-01/annotations.jsonld"),
        ("summary.md (the whole)", "/pillars/core-sectors/summary.md"),
        ("annotations.jsonld (the whole)", "/annotations.jsonld"),
    ];

    /// <summary>Measures; makes the stores first where they are missing.</summary>
    /// <param name="place">The folder of the stores, or a PostgreSQL connection string without a database: each store is one of its own there.</param>
    /// <param name="sizes">How many times the seed's records the stores have, the smallest first.</param>
    /// <param name="program">The folder of another build that takes turns with this one.</param>
    /// <param name="others">The place of its stores.</param>
    public static async Task<int> RunAsync(string place, int[] sizes, string? program = null, string? others = null)
    {
        var runs = new List<Run>();
        foreach (var size in sizes)
        {
            await MakeAsync(Store(place, size), size);
            runs.Add(new Run("now", size, await BenchmarkServer.StartAsync(Store(place, size))));
            if (program is not null)
            {
                runs.Add(new Run("other", size, await BenchmarkServer.StartAsync(Store(others!, size), program)));
            }
        }

        foreach (var run in runs)
        {
            await run.SignInAsync();
        }

        Console.WriteLine($"{"", -31} {"", -6} {string.Join("", sizes.Select(s => $"{(s == 1 ? "seed" : $"{s}x"), 40}"))}");
        foreach (var (name, path) in Pages)
        {
            foreach (var run in runs)
            {
                await run.WarmAsync(path);
            }

            for (var round = 0; round < Rounds; round++)
            {
                foreach (var run in runs.Where(r => round < RoundsOfSlow || r.Median < Slow))
                {
                    await run.MeasureAsync(path);
                }
            }

            foreach (var build in runs.GroupBy(r => r.Build))
            {
                var seed = build.First();
                Console.WriteLine(
                    $"{name, -31} {(program is null ? "" : build.Key), -6} {string.Join("", build.Select(r => $"{r.Told(seed), 40}"))}"
                );
            }
        }

        foreach (var run in runs)
        {
            await run.DisposeAsync();
        }

        return 0;
    }

    /// <summary>The store of a size at a place: a folder in it, or a database.</summary>
    public static StoreLocation Store(string place, int times) =>
        place.Contains('=', StringComparison.Ordinal)
            ? new(StoreLocation.DefaultFolder, $"{place};Database=tracker_growth_{times}")
            : new(Path.Combine(place, times.ToString(CultureInfo.InvariantCulture)), null);

    // With an account that may see what editors see.
    private static async Task MakeAsync(StoreLocation store, int times)
    {
        await using var services = new ServiceCollection().AddLogging().AddTracker(store).BuildServiceProvider();
        if (!await services.GetRequiredService<TrackerStore>().ExistsAsync())
        {
            await StoreGenerator.RunAsync(store, times, Console.Error.WriteLine);
        }

        await using var scope = services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByNameAsync(Name) is null)
        {
            await scope.ServiceProvider.GetRequiredService<AccountEdits>().AddAsync(Name, Password, Roles.Editor);
        }
    }

    // One server with its times for the page that is being measured.
    private sealed class Run(string build, int size, BenchmarkServer server) : IAsyncDisposable
    {
        private readonly HttpClient _editor = new(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = server.Address,
            Timeout = TimeSpan.FromMinutes(3),
        };
        private readonly List<TimeSpan> _times = [];
        private string? _history;
        private HttpStatusCode _status;
        private TimeSpan _processor;
        private long _bytes;

        public string Build => build;

        public TimeSpan Median => _times.Order().ElementAt(_times.Count / 2);

        private TimeSpan Processor => _processor / _times.Count;

        public async Task SignInAsync()
        {
            var form = SignInForm().Match(await _editor.GetStringAsync("/account/sign-in")).Value;
            var fields = Hidden()
                .Matches(form)
                .Select(m => KeyValuePair.Create(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)))
                .Append(KeyValuePair.Create("Input.Name", Name))
                .Append(KeyValuePair.Create("Input.Password", Password));
            using var answer = await _editor.PostAsync("/account/sign-in", new FormUrlEncodedContent(fields));
            if (answer.StatusCode != HttpStatusCode.Redirect)
            {
                throw new InvalidOperationException(
                    $"No editor could sign in at {server.Address} ({build}, {size}x): {answer.StatusCode}."
                );
            }
        }

        public async Task WarmAsync(string path)
        {
            _history ??= HistoryLink().Match(await _editor.GetStringAsync("/commitments/software-colleges")).Value;
            _times.Clear();
            for (var i = 0; i < 2; i++)
            {
                await MeasureAsync(path);
            }

            _times.Clear();
            _processor = TimeSpan.Zero;
        }

        public async Task MeasureAsync(string path)
        {
            var used = server.ProcessorTime;
            var start = Stopwatch.GetTimestamp();
            using var answer = await _editor.GetAsync(path == "HISTORY" ? _history : path, HttpCompletionOption.ResponseHeadersRead);
            _status = answer.StatusCode;
            await using var body = await answer.Content.ReadAsStreamAsync();
            _bytes = 0;
            var buffer = new byte[81920];
            try
            {
                for (int read; (read = await body.ReadAsync(buffer)) > 0; )
                {
                    _bytes += read;
                }
            }
            catch (HttpIOException)
            {
                _status = HttpStatusCode.InternalServerError; // it broke off in the middle
            }

            _times.Add(Stopwatch.GetElapsedTime(start));
            _processor += server.ProcessorTime - used;
        }

        public string Told(Run seed)
        {
            var ratio = ReferenceEquals(this, seed) ? "" : $" {Median / seed.Median:0.0}x";
            var processorRatio = ReferenceEquals(this, seed) ? "" : $" {Processor / seed.Processor:0.0}x";
            return _status is HttpStatusCode.OK
                ? $"{Median.TotalMilliseconds:0.0} ms{ratio}, cpu {Processor.TotalMilliseconds:0.0}{processorRatio}, {_bytes / 1024.0:0} KB"
                : $"{(int)_status} after {Median.TotalMilliseconds:0} ms";
        }

        public ValueTask DisposeAsync()
        {
            _editor.Dispose();
            return server.DisposeAsync();
        }
    }

    [GeneratedRegex("<form(?:(?!</form>).)*value=\"sign-in\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex SignInForm();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\"(?: value=\"([^\"]*)\")?")]
    private static partial Regex Hidden();

    [GeneratedRegex("/history/commitment/[0-9a-f-]{36}")]
    private static partial Regex HistoryLink();
}
