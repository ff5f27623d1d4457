using System.Globalization;
using BenchmarkDotNet.Running;
using PolicyTracker.Benchmarks;
using PolicyTracker.Benchmarks.Circuits;
using PolicyTracker.Benchmarks.Edits;
using PolicyTracker.Benchmarks.Growth;
using PolicyTracker.Core.Data;

// Figures are ratios taken side by side in one run; build with -c Release.
return args switch
{
    ["reading"] => await ReadingBenchmark.RunAsync(),
    ["anchoring"] => await AnchoringBenchmark.RunAsync(null),
    ["anchoring", var peers] => await AnchoringBenchmark.RunAsync(peers),
    ["reanchoring"] => ReanchoringBenchmark.Run(),
    ["suggestions", var labelled] => SuggestionScore.Run(labelled, tell: false),
    ["suggestions", var labelled, "--tell"] => SuggestionScore.Run(labelled, tell: true),
    ["start"] => await StartBenchmark.RunAsync(AppContext.BaseDirectory),
    ["start", var published] => await StartBenchmark.RunAsync(published),
    ["empty-web-app", var address] => await StartBenchmark.EmptyAsync(address),
    ["workbench"] => await WorkbenchBenchmark.RunAsync(),
    ["desk"] => await DeskBenchmark.RunAsync(),
    ["generate", var folder, var times] when int.TryParse(times, out var n) && n > 0 => await GenerateAsync(folder, n),
    ["growth", var place] => await GrowthBenchmark.RunAsync(place, [1, 100, 1000]),
    ["growth", var place, var sizes] => await GrowthBenchmark.RunAsync(place, Sizes(sizes)),
    ["growth", var place, var sizes, var program, var others] => await GrowthBenchmark.RunAsync(place, Sizes(sizes), program, others),
    ["edits", var place] => await EditsBenchmark.RunAsync(place, [1, 10, 50], 4),
    ["edits", var place, var writers] => await EditsBenchmark.RunAsync(place, Sizes(writers), 4),
    ["edits", var place, var writers, var readers] when int.TryParse(readers, out var n) && n >= 0 => await EditsBenchmark.RunAsync(
        place,
        Sizes(writers),
        n
    ),
    ["circuits"] => await CircuitsBenchmark.RunAsync(null),
    ["circuits", var folder] => await CircuitsBenchmark.RunAsync(folder),
    ["cold", var peers, var corpus, .. var programs] when programs.Length > 0 => await ColdBenchmark.RunAsync(programs, peers, corpus),
    ["anchoring-runs"] => BenchmarkRunner.Run<AnchoringRuns>().HasCriticalValidationErrors ? 1 : 0,
    _ => Usage(),
};

static async Task<int> GenerateAsync(string folder, int times)
{
    await StoreGenerator.RunAsync(new StoreLocation(folder, null), times, Console.Error.WriteLine);
    return 0;
}

static int[] Sizes(string sizes) => [.. sizes.Split(',').Select(s => int.Parse(s, CultureInfo.InvariantCulture))];

static int Usage()
{
    Console.Error.WriteLine(
        "dotnet run -c Release --project tests/PolicyTracker.Benchmarks -- reading | anchoring [FOLDER] | anchoring-runs | cold FOLDER CORPUS PUBLISHED-CLI... | reanchoring | suggestions FOLDER [--tell] | start [PUBLISHED] | workbench | desk | generate DIR N | growth PLACE [N,N… [PROGRAM PLACE2]] | edits PLACE [N,N… [READERS]] | circuits [DIR]"
    );
    Console.Error.WriteLine(
        "FOLDER is a copy of tests/PolicyTracker.Benchmarks/peers in which npm install was run; without it the peers are left out."
    );
    Console.Error.WriteLine(
        "PUBLISHED is a folder that dotnet publish -c Release -r linux-x64 src/PolicyTracker.Web has written; without it the built server is started."
    );
    Console.Error.WriteLine("anchoring-runs takes some minutes and leaves BenchmarkDotNet.Artifacts where it is run.");
    Console.Error.WriteLine(
        "generate makes a store with N times the seed's records in DIR; growth makes the stores that it measures at PLACE, once, of 1, 100 and 1,000 times the seed or of those numbers. PLACE is a folder, or a PostgreSQL connection string without a database (each store is a database tracker_growth_N there). PROGRAM is the folder of another build that takes turns with this one, PLACE2 has copies of the stores that it can open."
    );
    Console.Error.WriteLine(
        "edits lets 1, 10 and 50 editors (or those numbers) save at once beside 4 readers (or that many), in a store at PLACE that it makes if there is none, and kills the server at the end."
    );
    return 2;
}
