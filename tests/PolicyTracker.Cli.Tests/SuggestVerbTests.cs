using System.Text.Json;

namespace PolicyTracker.Cli.Tests;

public sealed class SuggestVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tracker-suggest-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_pasted_text_is_read_without_a_store_and_positions_are_code_points()
    {
        var file = Path.Combine(_folder, "plan.txt");
        File.WriteAllText(file, "😀 Published on 3 May 2023. The ministry will build 300 software parks and open 12 laboratories by 2025.");
        var run = CommandLine.Run(["suggest", file, "--format", "json"], _folder);
        Assert.Equal(0, run.Code);
        using var json = JsonDocument.Parse(run.Out);
        var found = json.RootElement.EnumerateArray().ToList();
        Assert.Equal(["build 300 software parks", "300 software parks", "open 12 laboratories by 2025", "12 laboratories by 2025"], found.Select(f => f.GetProperty("quote").GetString()));
        Assert.Equal(("commitment", 45, 69, "core-sectors"), (found[0].GetProperty("kind").GetString(), found[0].GetProperty("start").GetInt32(), found[0].GetProperty("end").GetInt32(), found[0].GetProperty("pillar").GetString()));
        Assert.Equal((12, "count", "2025", true), (found[3].GetProperty("value").GetDouble(), found[3].GetProperty("unit").GetString(), found[3].GetProperty("period").GetString(), found[3].GetProperty("isTarget").GetBoolean()));
        Assert.False(Directory.Exists(Path.Combine(_folder, "data"))); // no store was made
    }

    [Fact]
    public void With_a_store_named_its_editors_decisions_count()
    {
        var file = Path.Combine(_folder, "plan.txt");
        File.WriteAllText(file, "The ministry will build 300 software parks.");
        var run = CommandLine.Run(["suggest", file, "--data", Path.Combine(_folder, "office")], _folder);
        Assert.Equal(0, run.Code);
        Assert.Contains("build 300 software parks", run.Out, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder, "office", "tracker.db")));
    }

    [Fact]
    public void A_text_in_another_language_is_said_to_be_so()
    {
        var file = Path.Combine(_folder, "plan.txt");
        File.WriteAllText(file, "Le gouvernement va construire trois cents parcs et ouvrir douze laboratoires avant la fin de 2025.");
        var run = CommandLine.Run(["suggest", file, "--format", "json"], _folder);
        Assert.Equal((0, "[]"), (run.Code, run.Out.Trim()));
        Assert.Contains("neither English nor Chinese", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, CommandLine.Run(["suggest", "no-such-file.txt"], _folder).Code);
    }
}
