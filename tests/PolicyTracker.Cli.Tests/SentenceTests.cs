using System.Reflection;
using PolicyTracker.Core.Tests.Localization;

namespace PolicyTracker.Cli.Tests;

/// <summary>What the command line says stands in resources, and each sentence is asked for.</summary>
public sealed class SentenceTests
{
    private static readonly Assembly Cli = Assembly.Load("PolicyTracker.Cli");

    [Fact]
    public void No_sentence_stands_in_code() => None(SentenceRules.Find(Cli).Select(f => $"{f.Type.Name}: {f.Sentence}"));

    [Fact]
    public void Each_key_has_its_sentence_with_as_many_places_as_it_is_given_and_no_sentence_is_left_over() => None(TextUses.Faults(Cli));

    private static void None(IEnumerable<string> found)
    {
        var faults = string.Join('\n', found);
        Assert.True(faults.Length == 0, faults);
    }
}
