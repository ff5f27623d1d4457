using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using PolicyTracker.Text.Anchoring;

namespace PolicyTracker.Benchmarks;

/// <summary>Anchoring by the size of the text, the length of the quotation and the slips in it; the text is folded beforehand.</summary>
[Config(typeof(InThisProcess))]
public class AnchoringRuns
{
    private const int Count = 10;
    private QuoteFinder _finder = null!;
    private List<AnchoringCase> _cases = [];

    /// <summary>Characters of the text.</summary>
    [Params(10_000, 100_000, 1_000_000, 5_000_000)]
    public int Text { get; set; }

    /// <summary>Characters of the quotation, about.</summary>
    [Params(40, 120, 400)]
    public int Quotation { get; set; }

    /// <summary>Characters put in, left out or changed since; -1 where the words were deleted.</summary>
    [Params(0, 10, -1)]
    public int Slips { get; set; }

    /// <summary>Makes the text.</summary>
    [GlobalSetup]
    public void Make()
    {
        var cases = new AnchoringCases(1, chinese: false);
        (var text, _cases) = Slips < 0 ? cases.Deleted(Text, Count, Quotation) : cases.Edited(Text, Count, Quotation, Slips);
        _finder = new(text);
    }

    /// <summary>Finds one quotation.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int Find()
    {
        var sure = 0;
        foreach (var c in _cases)
        {
            sure += _finder.Find(c.Quote, c.Hint).IsSure ? 1 : 0;
        }

        return sure;
    }

    private sealed class InThisProcess : ManualConfig
    {
        public InThisProcess() =>
            AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithIterationTime(TimeInterval.FromMilliseconds(200)));
    }
}
