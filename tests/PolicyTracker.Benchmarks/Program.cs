using PolicyTracker.Benchmarks;

// Figures are ratios taken side by side in one run; build with -c Release.
return args switch
{
    ["reading"] => await ReadingBenchmark.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/PolicyTracker.Benchmarks -- reading");
    return 2;
}
