using System.Text.Json;

namespace PolicyTracker.Cli.Tests;

/// <summary>The verbs that need no store.</summary>
public sealed class TextVerbsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tracker-text-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Quotations_are_found_in_code_points_and_a_line_that_is_none_is_named()
    {
        var text = Write("text.txt", "😀 The ministry will build 12 parks. 加快建设。\0 The end.");
        var cases = Write("cases.jsonl", """
            {"id": "a", "exact": "build 12 parks", "start": 20}
            not json
            {"id": 2, "exact": "加快 建设"}
            {"id": 3}
            {"id": 4, "exact": "\ud83d"}
            {"id": 5, "exact": 7}
            {"id": null, "exact": "nowhere to be found", "start": 99999}

            """);
        var run = CommandLine.Run(["anchor", "--text", text, "--cases", cases, "--errors", "500"], _folder);
        Assert.Equal(1, run.Code);
        var answers = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["a", "2", "null"], answers.Select(a => a.GetProperty("id").ToString() is { Length: > 0 } id ? id : "null"));
        Assert.Equal(("exact", 20, 34), (answers[0].GetProperty("state").GetString(), answers[0].GetProperty("start").GetInt32(), answers[0].GetProperty("end").GetInt32()));
        Assert.Equal(("exact", 36, 40), (answers[1].GetProperty("state").GetString(), answers[1].GetProperty("start").GetInt32(), answers[1].GetProperty("end").GetInt32()));
        Assert.Equal("lost", answers[2].GetProperty("state").GetString());
        Assert.All(["Line 2: this is no JSON", "Line 4: “exact” is missing", "Line 5: “exact” has half a character", "Line 6: “exact” is no text"], says => Assert.Contains(says, run.Error, StringComparison.Ordinal));
        Assert.False(Directory.Exists(Path.Combine(_folder, "data"))); // no store was made
    }

    [Fact]
    public void Two_files_are_compared_as_json_and_as_text()
    {
        var from = Write("from.txt", "We will build ten parks. We will train engineers.");
        var to = Write("to.txt", "We will build twelve parks. Rockets fly.");
        using var json = JsonDocument.Parse(CommandLine.Run(["compare", from, to, "--format", "json"], _folder).Out);
        var passages = json.RootElement.GetProperty("passages").EnumerateArray().ToList();
        Assert.Equal(["reworded", "new", "dropped"], passages.Select(p => p.GetProperty("state").GetString()));
        Assert.Equal("number", passages[0].GetProperty("change").GetString());
        Assert.Equal((28, 40), (passages[1].GetProperty("to").GetProperty("start").GetInt32(), passages[1].GetProperty("to").GetProperty("end").GetInt32()));
        Assert.Contains("We will build [-ten-] {+twelve+} parks.", CommandLine.Run(["compare", from, to], _folder).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "compare", "no-such.txt", "no-such.txt")]
    [InlineData(2, "compare", "one.txt")]
    [InlineData(2, "anchor", "--text", "x", "--cases", "y", "--errors", "-1")]
    public void A_wrong_call_is_told_on_standard_error(int code, params string[] arguments)
    {
        var run = CommandLine.Run(arguments, _folder);
        Assert.Equal((code, ""), (run.Code, run.Out));
        Assert.NotEqual("", run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_text_is_named()
    {
        var file = Path.Combine(_folder, "binary.txt");
        File.WriteAllBytes(file, [0x41, 0xFF, 0xFE]);
        var run = CommandLine.Run(["compare", file, file], _folder);
        Assert.Equal(1, run.Code);
        Assert.Contains("binary.txt is not UTF-8 (at byte 1)", run.Error, StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
