using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Data;
using PolicyTracker.Text;

namespace PolicyTracker.Benchmarks;

/// <summary>
/// Common tasks of an editor by keyboard alone, in a real Chromium: how many keys beside typing each takes, and how long it takes from
/// the first key until it is done; and how long a decision takes to the eye.
/// </summary>
internal sealed class DeskBenchmark
{
    private const string Password = "green lamp under the stairs";
    private const int Decisions = 20;

    private readonly IPage _page;
    private int _keys;

    private DeskBenchmark(IPage page) => _page = page;

    public static async Task<int> RunAsync()
    {
        await using var server = await BenchmarkServer.StartAsync();
        await FillAsync(server.Data);
        await using var chromium = await BenchmarkBrowser.LaunchAsync();
        await new DeskBenchmark(await chromium.SignInAsync(server, "bench", Password)).MeasureAsync();
        return 0;
    }

    private async Task MeasureAsync()
    {
        await OpenAsync("many");
        await OpenAsync("many"); // warm
        var seen = new List<double>();
        for (var i = 0; i < Decisions; i++)
        {
            seen.Add(await DecideAsync());
        }

        Console.WriteLine(
            $"a suggestion decided, to the eye: median {seen.Order().ElementAt(Decisions / 2):0} ms, worst {seen.Max():0} ms"
        );
        await OpenAsync("tasks");
        await _page.Locator(".source-text").FocusAsync();
        await TaskAsync("accepted with an offered goal", "q 1 a", "lay 11 cables to the islands");
        await TaskAsync("rejected", "r", null);
        await TaskAsync("filed under another goal", "g ~circuits Enter a", "build 12 halls");
        await TaskAsync("rejected", "r", null);
        await TaskAsync("another title and another goal", "t =! Enter g ~circuits Enter a", "repair 13 piers");
        await TaskAsync("taken back", "u", null);
        await TaskAsync("a comment on a sentence", "x Control+Home j n =Look Control+Enter", "Look");
        await TaskAsync("a commitment by hand", "j c ~circuits Enter Control+Enter", "It will build 12 halls");
    }

    // From the request until words can be marked.
    private async Task OpenAsync(string slug)
    {
        var watch = Stopwatch.StartNew();
        await _page.GotoAsync($"/announcements/{slug}/annotate", new() { WaitUntil = WaitUntilState.Commit });
        await _page.WaitForFunctionAsync("() => document.querySelector('[data-interactive]')", null, new() { PollingInterval = 5 });
        Console.WriteLine($"annotate, interactive: {watch.Elapsed.TotalMilliseconds:0} ms");
        await _page.Locator("[data-suggested]").WaitForAsync();
    }

    // From the key until the next suggestion stands in the frame that was painted.
    private async Task<double> DecideAsync()
    {
        await _page.Locator(".suggestions").FocusAsync();
        return await _page.EvaluateAsync<double>(
            """
            () => new Promise(done => {
              const now = document.querySelector(".suggestions").textContent, start = performance.now();
              const look = () => document.querySelector(".suggestions").textContent !== now
                ? requestAnimationFrame(() => done(performance.now() - start)) : requestAnimationFrame(look);
              document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "r", bubbles: true, cancelable: true }));
              look();
            })
            """
        );
    }

    // Keys in their order; what begins with "=" is typed, with "~" typed into a choice until names are listed. Done when the list of quotations has the words, or all that was asked is stored.
    private async Task TaskAsync(string what, string keys, string? words)
    {
        var watch = Stopwatch.StartNew();
        _keys = 0;
        foreach (var key in keys.Split(' '))
        {
            if (key[0] == '=')
            {
                await _page.Keyboard.TypeAsync(key[1..]);
            }
            else if (key[0] == '~')
            {
                await _page.Keyboard.TypeAsync(key[1..]);
                await _page.Locator(".mud-popover-open .mud-list-item").First.WaitForAsync();
            }
            else
            {
                await _page.Keyboard.PressAsync(key);
                _keys++;
            }
        }

        if (words is not null)
        {
            await _page.Locator(".bench-list .list", new() { HasText = words }).WaitForAsync();
        }

        Console.WriteLine($"{what}: {_keys} keys beside typing, {watch.Elapsed.TotalMilliseconds:0} ms");
    }

    private static async Task FillAsync(string data)
    {
        await using var services = new ServiceCollection().AddLogging().AddTracker(new StoreLocation(data, null)).BuildServiceProvider();
        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<AccountEdits>().AddAsync("bench", Password, Roles.Editor);
        }

        var many = Enumerable.Range(100, 60).Select(n => $"The ministry will mend {n} roads of district {n}.");
        await AddAsync(services, "many", string.Join(' ', many));
        await AddAsync(
            services,
            "tasks",
            "The ministry will lay 11 cables to the islands. It will build 12 halls. It will repair 13 piers. Nothing else was said."
        );
    }

    private static Task<string> AddAsync(ServiceProvider services, string slug, string text) =>
        services
            .GetRequiredService<AnnouncementEdits>()
            .AddAsync(
                Editor.Seed,
                new NewAnnouncement
                {
                    Title = slug.ToUpper(CultureInfo.InvariantCulture),
                    Slug = slug,
                    Issuer = "Bureau",
                    Date = Period.Of(new DateOnly(2026, 1, 1)),
                    Text = text,
                }
            );
}
