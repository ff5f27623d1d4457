using System.Text.Json;
using PolicyTracker.Tests;

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
        Assert.Equal(
            ["build 300 software parks", "300 software parks", "open 12 laboratories by 2025", "12 laboratories by 2025"],
            found.Select(f => f.GetProperty("quote").GetString())
        );
        Assert.Equal(
            ("commitment", 45, 69, "core-sectors"),
            (
                found[0].GetProperty("kind").GetString(),
                found[0].GetProperty("start").GetInt32(),
                found[0].GetProperty("end").GetInt32(),
                found[0].GetProperty("pillar").GetString()
            )
        );
        Assert.Equal(
            (12, "count", "2025", true),
            (
                found[3].GetProperty("value").GetDouble(),
                found[3].GetProperty("unit").GetString(),
                found[3].GetProperty("period").GetString(),
                found[3].GetProperty("isTarget").GetBoolean()
            )
        );
        Assert.False(Directory.Exists(Path.Combine(_folder, "data"))); // no store was made
    }

    [Fact]
    public void With_a_store_named_its_editors_decisions_count()
    {
        var file = Path.Combine(_folder, "plan.txt");
        File.WriteAllText(file, "The ministry will build 300 software parks.");
        var office = Path.Combine(_folder, "office");
        Assert.Equal(0, CommandLine.Run(["user", "add", "mei", "--role", "admin", "--data", office], _folder).Code);
        var run = CommandLine.Run(["suggest", file, "--data", office], _folder);
        Assert.Equal(0, run.Code);
        Assert.Contains("build 300 software parks", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_model_is_asked_only_where_it_is_set_and_called_for()
    {
        var file = Path.Combine(_folder, "plan.txt");
        File.WriteAllText(file, "The ministry will build 300 software parks. Every town deserves a park of its own.");
        await using var fake = new FakeLanguageModel(_ =>
            (
                200,
                """{"candidates": [{"kind": "commitment", "quote": "Every town deserves a park of its own", "pillar": "core-sectors"}, {"kind": "commitment", "quote": "made up"}]}"""
            )
        );
        Assert.DoesNotContain(
            "deserves",
            CommandLine.Run(["suggest", file, "--format", "json"], _folder, fake.Environment).Out,
            StringComparison.Ordinal
        );
        Assert.Empty(fake.Asked);
        var run = CommandLine.Run(["suggest", file, "--format", "json", "--with-model"], _folder, fake.Environment);
        Assert.Equal(0, run.Code);
        Assert.Single(fake.Asked);
        Assert.Contains("\"by\": \"language-model\"", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("made up", run.Out, StringComparison.Ordinal);

        // With a store, the model is told the store's pillars.
        fake.Asked.Clear();
        var own = CommandLine.Run(
            [
                "suggest",
                file,
                "--with-model",
                "--data",
                Path.Combine(_folder, "city"),
                "--seed",
                Path.Combine(AppContext.BaseDirectory, "examples", "green-city"),
            ],
            _folder,
            fake.Environment
        );
        Assert.Equal(0, own.Code);
        Assert.Contains("green-city", Assert.Single(fake.Asked), StringComparison.Ordinal);

        var none = CommandLine.Run(["suggest", file, "--with-model"], _folder);
        Assert.Equal((1, ""), (none.Code, none.Out));
        Assert.Contains("POLICYTRACKER_MODEL_ENDPOINT", none.Error, StringComparison.Ordinal);
        var wrong = CommandLine.Run(
            ["suggest", file, "--with-model"],
            _folder,
            new Dictionary<string, string> { ["POLICYTRACKER_MODEL_ENDPOINT"] = "next door" }
        );
        Assert.Contains("no web address", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_does_what_by_when_and_what_is_measured_is_told()
    {
        var file = Path.Combine(_folder, "plan.txt");
        File.WriteAllText(file, "By the end of the year the Ministry of Ports will connect at least 90% of harbours.");
        var run = CommandLine.Run(["suggest", file, "--format", "json", "--year", "2026"], _folder);
        using var json = JsonDocument.Parse(run.Out);
        var (commitment, indicator) = (json.RootElement[0], json.RootElement[1]);
        Assert.Equal(
            ("build", "Ministry of Ports"),
            (commitment.GetProperty("verbClass").GetString(), commitment.GetProperty("responsible").GetString())
        );
        Assert.Equal(
            ("2026", "share of harbours", "at-least", true),
            (
                indicator.GetProperty("period").GetString(),
                indicator.GetProperty("measures").GetString(),
                indicator.GetProperty("comparator").GetString(),
                indicator.GetProperty("isTarget").GetBoolean()
            )
        );
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
