using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PolicyTracker.Text.Anchoring;

namespace PolicyTracker.Benchmarks;

/// <summary>
/// Anchoring beside its peers on the same cases: time for each quotation, how many are found with the right range, and how
/// many deleted ones are "found". The text is folded within the measured time, once for all cases, as a tracker does.
/// </summary>
internal static class AnchoringBenchmark
{
    private const int Count = 40;

    public static async Task<int> RunAsync(string? peers)
    {
        Console.WriteLine("| case | tool | ms a quotation | right place, sure | exact range | right place, unsure | wrong, said sure |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var chinese in new[] { false, true })
        {
            var language = chinese ? "zh" : "en";
            var cases = new AnchoringCases(1, chinese);
            await RunAsync($"{language}, 1 MB, 120 characters, 10 slips", cases.Edited(1_000_000, Count, 120, 10), 12, peers);
            await RunAsync($"{language}, 1 MB, 120 characters, 3 slips", cases.Edited(1_000_000, Count, 120, 3), 12, peers);
            await RunAsync($"{language}, 1 MB, 120 characters, unchanged", cases.Edited(1_000_000, Count, 120, 0), 12, peers);
            await RunAsync($"{language}, 100 KB, 60 characters, deleted", cases.Deleted(100_000, Count, 60), 18, peers);
            await RunAsync($"{language}, 1 MB, 120 characters, deleted", cases.Deleted(1_000_000, Count, 120), 36, peers);
        }

        foreach (var size in new[] { 10_000, 100_000, 1_000_000, 5_000_000 })
        {
            await RunAsync(
                $"en, {size / 1000} KB, 120 characters, 10 slips",
                new AnchoringCases(2, false).Edited(size, 10, 120, 10),
                12,
                null
            );
        }

        Worst("5 MB of one letter, quotation of 10,000 of it", new string('a', 5_000_000), new TextQuote(new string('a', 10_000)));
        Worst(
            "5 MB of one letter, quotation of 10,000 with another in its middle",
            new string('a', 5_000_000),
            new TextQuote(new string('a', 5_000) + "b" + new string('a', 5_000))
        );
        Worst(
            "5 MB, quotation of 2 characters with 100,000 places",
            string.Concat(Enumerable.Repeat("5G is here and ", 330_000)),
            new TextQuote("5G", "nowhere ", " at all")
        );
        return 0;
    }

    private static async Task RunAsync(string name, (string Text, List<AnchoringCase> Cases) made, int mostErrors, string? peers)
    {
        var (text, cases) = made;
        for (var warm = Stopwatch.StartNew(); warm.ElapsedMilliseconds < 1000; ) // compilers of both sides need their time
        {
            var first = new QuoteFinder(text);
            cases.ForEach(c => first.Find(c.Quote, c.Hint));
        }

        var start = Stopwatch.GetTimestamp();
        var finder = new QuoteFinder(text);
        var found = cases.ConvertAll(c => finder.Find(c.Quote, c.Hint));
        Print(
            name,
            "Policy Tracker",
            Stopwatch.GetElapsedTime(start).TotalMilliseconds,
            cases,
            [.. found.Select(f => (f.Place?.Start ?? -1, f.Place?.End ?? -1, f.IsSure))]
        );
        if (peers is null)
        {
            return;
        }

        var folder = Directory.CreateTempSubdirectory("anchoring-").FullName;
        var (textFile, casesFile) = (Path.Combine(folder, "text.txt"), Path.Combine(folder, "cases.jsonl"));
        await File.WriteAllTextAsync(textFile, text);
        await File.WriteAllLinesAsync(
            casesFile,
            cases.Select(c => JsonSerializer.Serialize(new { exact = c.Quote.Exact, start = c.Hint }))
        );
        using var node = Process.Start(
            new ProcessStartInfo("node", ["anchor.mjs", textFile, casesFile, mostErrors.ToString(CultureInfo.InvariantCulture)])
            {
                WorkingDirectory = peers,
                RedirectStandardOutput = true,
            }
        )!;
        using var answer = JsonDocument.Parse(await node.StandardOutput.ReadToEndAsync());
        foreach (var peer in answer.RootElement.EnumerateObject())
        {
            var places = peer
                .Value.GetProperty("places")
                .EnumerateArray()
                .Select(p => p.ValueKind == JsonValueKind.Null ? (-1, -1, false) : (p[0].GetInt32(), p[1].GetInt32(), true));
            Print(name, peer.Name, peer.Value.GetProperty("milliseconds").GetDouble(), cases, [.. places]);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static void Print(
        string name,
        string tool,
        double milliseconds,
        List<AnchoringCase> cases,
        List<(int Start, int End, bool Sure)> found
    )
    {
        var (sure, exact, unsure, wrong) = (0, 0, 0, 0);
        foreach (var (c, f) in cases.Zip(found))
        {
            var right = c.Start >= 0 && f.Start >= 0 && 2 * (Math.Min(f.End, c.End) - Math.Max(f.Start, c.Start)) > c.End - c.Start;
            sure += right && f.Sure ? 1 : 0;
            exact += f.Start == c.Start && f.End == c.End && c.Start >= 0 ? 1 : 0;
            unsure += right && !f.Sure ? 1 : 0;
            wrong += f.Sure && !right ? 1 : 0;
        }

        string Share(int n) => $"{100.0 * n / cases.Count:0}%";
        Console.WriteLine(
            $"| {name} | {tool} | {milliseconds / cases.Count:0.00} | {Share(sure)} | {Share(exact)} | {Share(unsure)} | {Share(wrong)} |"
        );
    }

    private static void Worst(string name, string text, TextQuote quote)
    {
        var start = Stopwatch.GetTimestamp();
        var found = new QuoteFinder(text).Find(quote);
        Console.WriteLine($"{name}: {found.State} in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.00} s");
    }
}
