namespace PolicyTracker.Benchmarks.Growth;

internal static class GrowthBenchmark
{
    public static Task<int> RunAsync(string folder, string? program) => Task.FromResult(folder.Length + (program?.Length ?? 0));
}
