using PolicyTracker.Benchmarks;

// Figures are ratios taken side by side in one run; build with -c Release.
return args switch
{
    ["reading"] => await ReadingBenchmark.RunAsync(),
    ["anchoring"] => await AnchoringBenchmark.RunAsync(null),
    ["anchoring", var peers] => await AnchoringBenchmark.RunAsync(peers),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/PolicyTracker.Benchmarks -- reading | anchoring [FOLDER]");
    Console.Error.WriteLine("FOLDER is a copy of tests/PolicyTracker.Benchmarks/peers in which npm install was run; without it the peers are left out.");
    return 2;
}
