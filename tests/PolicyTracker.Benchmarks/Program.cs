using BenchmarkDotNet.Running;
using PolicyTracker.Benchmarks;

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
    ["anchoring-runs"] => BenchmarkRunner.Run<AnchoringRuns>().HasCriticalValidationErrors ? 1 : 0,
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/PolicyTracker.Benchmarks -- reading | anchoring [FOLDER] | anchoring-runs | reanchoring | suggestions FOLDER [--tell] | start [PUBLISHED] | workbench");
    Console.Error.WriteLine("FOLDER is a copy of tests/PolicyTracker.Benchmarks/peers in which npm install was run; without it the peers are left out.");
    Console.Error.WriteLine("PUBLISHED is a folder that dotnet publish -c Release -r linux-x64 src/PolicyTracker.Web has written; without it the built server is started.");
    Console.Error.WriteLine("anchoring-runs takes some minutes and leaves BenchmarkDotNet.Artifacts where it is run.");
    return 2;
}
