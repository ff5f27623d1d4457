using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Benchmarks;

/// <summary>
/// A text of 500 KB with 3,000 annotations in a real Chromium: from the request to the painted workbench, and from the press of
/// the button to the painted highlight. The workbench of the press conference is timed in turn with it, so that the
/// machine's other work falls on both.
/// </summary>
internal static class WorkbenchBenchmark
{
    private const int Characters = 500_000,
        Annotations = 3_000,
        Rounds = 9;
    private const string Password = "green lamp under the stairs";

    public static async Task<int> RunAsync()
    {
        await using var server = await BenchmarkServer.StartAsync();
        await FillAsync(server.Data);
        await using var chromium = await BenchmarkBrowser.LaunchAsync();
        var page = await chromium.SignInAsync(server, "bench", Password);
        var (small, large, draw) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds + 1; round++)
        {
            small.Add(await OpenAsync(page, "/announcements/miit-press-conference-2023-03-01/annotate"));
            large.Add(await OpenAsync(page, "/announcements/long/annotate"));
            draw.Add(await DrawAsync(page, round));
        }

        Console.WriteLine(
            $"{Characters / 1000} KB, {Annotations} annotations, median (worst) of {Rounds} rounds after a first one, in Chromium"
        );
        Console.WriteLine(
            $"opened and painted:   {Tell(large)} ms; the press conference ({106} annotations) {Tell(small)} ms; ratio {Median(large) / Median(small):0.0}"
        );
        Console.WriteLine($"new highlight painted: {Tell(draw)} ms after the press of the button");
        return 0;
    }

    // From the request until highlights are painted and words can be marked.
    private static async Task<double> OpenAsync(IPage page, string path)
    {
        var watch = Stopwatch.StartNew();
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForFunctionAsync(
            "() => document.querySelector('[data-interactive]') && CSS.highlights.size > 0 && ['azure', 'amber', 'plum', 'jade', 'slate'].some(a => CSS.highlights.get('hl-' + a)?.size > 0)",
            null,
            new() { PollingInterval = 5 }
        );
        return watch.Elapsed.TotalMilliseconds;
    }

    // From the press of "Attach" until the new highlight stands in the frame that was painted.
    private static async Task<double> DrawAsync(IPage page, int round)
    {
        await page.WaitForTimeoutAsync(2500); // the suggestions are read by then: they are no part of it
        var words = $"{(round * 3) + 2} the bureau of"; // where nothing is quoted from
        await page.EvaluateAsync(
            """
            words => {
              const node = document.querySelector(".source-text").firstChild, at = node.data.indexOf(words);
              getSelection().setBaseAndExtent(node, at, node, at + words.length);
            }
            """,
            words
        );
        await page.Locator("[data-marked]").WaitForAsync();
        await page.Locator("[name=supports]").ClickAsync();
        await page.Locator(".mud-popover-open [data-option=comment]").ClickAsync();
        await page.Locator("[name=note]").FillAsync($"Round {round}");
        await page.WaitForTimeoutAsync(600);
        return await page.EvaluateAsync<double>(
            """
            words => new Promise(done => {
              const node = document.querySelector(".source-text").firstChild, at = node.data.indexOf(words);
              const button = [...document.querySelectorAll("button")].find(b => b.textContent === "Attach the words");
              const start = performance.now();
              const look = () => [...CSS.highlights.get("hl-slate") ?? []].some(r => r.startOffset === at)
                ? requestAnimationFrame(() => done(performance.now() - start)) : requestAnimationFrame(look);
              button.click();
              look();
            })
            """,
            words
        );
    }

    private static async Task FillAsync(string data)
    {
        await using var services = new ServiceCollection().AddLogging().AddTracker(new StoreLocation(data, null)).BuildServiceProvider();
        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<AccountEdits>().AddAsync("bench", Password, Roles.Editor);
        }

        var text = new System.Text.StringBuilder();
        var places = new List<(int Start, int End)>();
        for (var n = 1; text.Length < Characters; n++)
        {
            var start = text.Length;
            text.Append(
                CultureInfo.InvariantCulture,
                $"In sentence {n} the bureau of district {n % 97} reports on roads, schools and the {n % 13} factories that it will connect by {2026 + (n % 9)}.{(n % 5 == 0 ? "\n\n" : " ")}"
            );
            places.Add((start + 3, text.Length - 10));
        }

        var slug = await services
            .GetRequiredService<AnnouncementEdits>()
            .AddAsync(
                Editor.Seed,
                new NewAnnouncement
                {
                    Title = "Long",
                    Slug = "long",
                    Issuer = "Bureau",
                    Date = new DateOnly(2026, 1, 1),
                    Text = text.ToString(),
                }
            );
        var source = (await services.GetRequiredService<AnnouncementQueries>().TextAsync(slug, null))!;
        await services
            .GetRequiredService<RecordWriter>()
            .EditAsync(
                Editor.Seed,
                "filled",
                db =>
                {
                    for (var i = 0; i < Annotations; i++)
                    {
                        var (start, end) = places[i % places.Count];
                        db.Add(Annotation.At(source, new(start + (3 * (i / places.Count)), end)).WithComment($"Note {i}"));
                    }

                    return Task.FromResult(0);
                }
            );
    }

    private static string Tell(List<double> times) => $"{Median(times):0} ({times.Skip(1).Max():0})";

    private static double Median(List<double> times) => times.Skip(1).Order().ElementAt((times.Count - 1) / 2);
}
