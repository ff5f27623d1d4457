using System.Text.Json;
using PolicyTracker.Text;

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
        var cases = Write(
            "cases.jsonl",
            """
            {"id": "a", "exact": "build 12 parks", "start": 20}
            not json
            {"id": 2, "exact": "加快 建设"}
            {"id": 3}
            {"id": 4, "exact": "\ud83d"}
            {"id": 5, "exact": 7}
            {"id": null, "exact": "nowhere to be found", "start": 99999}

            """
        );
        var run = CommandLine.Run(["anchor", "--text", text, "--cases", cases, "--errors", "500"], _folder);
        Assert.Equal(1, run.Code);
        var answers = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["a", "2", "null"], answers.Select(a => a.GetProperty("id").ToString() is { Length: > 0 } id ? id : "null"));
        Assert.Equal(
            ("exact", 20, 34),
            (
                answers[0].GetProperty("state").GetString(),
                answers[0].GetProperty("start").GetInt32(),
                answers[0].GetProperty("end").GetInt32()
            )
        );
        Assert.Equal(
            ("exact", 36, 40),
            (
                answers[1].GetProperty("state").GetString(),
                answers[1].GetProperty("start").GetInt32(),
                answers[1].GetProperty("end").GetInt32()
            )
        );
        Assert.Equal("lost", answers[2].GetProperty("state").GetString());
        Assert.All(
            ["Line 2: this is no JSON", "Line 4: “exact” is missing", "Line 5: “exact” has half a character", "Line 6: “exact” is no text"],
            says => Assert.Contains(says, run.Error, StringComparison.Ordinal)
        );
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
        Assert.Equal(
            (28, 40),
            (passages[1].GetProperty("to").GetProperty("start").GetInt32(), passages[1].GetProperty("to").GetProperty("end").GetInt32())
        );
        Assert.Contains(
            "We will build [-ten-] {+twelve+} parks.",
            CommandLine.Run(["compare", from, to], _folder).Out,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("", "\n")]
    [InlineData("", "\r\n")]
    [InlineData("", "\r")]
    [InlineData("\uFEFF", "\r\n")]
    [InlineData("\uFEFF\uFEFF", "\n")]
    public void Positions_in_a_file_are_those_of_the_text_that_the_store_keeps_of_it(string marks, string lineEnd)
    {
        string[] lines = ["🚋 Trams", "", "The ministry will build 40 tram stops by 2029.", "Crews get 6 new depots.\u0085", "Who pays?"];
        var stored = string.Join('\n', lines);
        var file = Write("trams.txt", marks + string.Join(lineEnd, lines));
        var cases = Write(
            "cases.jsonl",
            string.Concat(
                new[] { "40 tram stops", "6 new depots", "Who pays?" }.Select(words =>
                    $$"""{"exact": "{{words}}", "start": {{Of(words).Start}}}""" + "\n"
                )
            )
        );

        var anchors = CommandLine
            .Run(["anchor", "--text", file, "--cases", cases], _folder)
            .Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => JsonDocument.Parse(l).RootElement)
            .ToList();
        Assert.All(anchors, a => Assert.Equal("exact", a.GetProperty("state").GetString()));
        Assert.Equal([Of("40 tram stops"), Of("6 new depots"), Of("Who pays?")], anchors.Select(Place));

        using var suggested = JsonDocument.Parse(CommandLine.Run(["suggest", file, "--format", "json"], _folder).Out);
        Assert.Contains(Of("build 40 tram stops by 2029"), suggested.RootElement.EnumerateArray().Select(Place));

        using var compared = JsonDocument.Parse(CommandLine.Run(["compare", file, file, "--format", "json"], _folder).Out);
        Assert.Equal(
            SourceText.Sha256(SourceText.Prepare(stored)),
            compared.RootElement.GetProperty("from").GetProperty("sha256").GetString()
        );
        Assert.Contains(
            Of("Who pays?"),
            compared.RootElement.GetProperty("passages").EnumerateArray().Select(p => Place(p.GetProperty("to")))
        );

        (int Start, int End) Of(string words)
        {
            var start = stored[..stored.IndexOf(words, StringComparison.Ordinal)].EnumerateRunes().Count();
            return (start, start + words.EnumerateRunes().Count());
        }

        static (int, int) Place(JsonElement of) => (of.GetProperty("start").GetInt32(), of.GetProperty("end").GetInt32());
    }

    [Fact]
    public void Texts_in_two_languages_are_said_to_be_so()
    {
        var english = Write("en.txt", "The ministry will build ten parks. It will train engineers in every province.");
        var chinese = Write("zh.txt", "工业和信息化部将建设十个园区。各省都要培养工程师。");
        Assert.Contains(
            "different languages, English and Chinese",
            CommandLine.Run(["compare", english, chinese], _folder).Error,
            StringComparison.Ordinal
        );
        using var json = JsonDocument.Parse(CommandLine.Run(["compare", chinese, english, "--format", "json"], _folder).Out);
        Assert.Equal(
            ("zh", "en"),
            (
                json.RootElement.GetProperty("differentLanguages").GetProperty("from").GetString(),
                json.RootElement.GetProperty("differentLanguages").GetProperty("to").GetString()
            )
        );
        Assert.DoesNotContain("languages", CommandLine.Run(["compare", english, english], _folder).Error, StringComparison.Ordinal);
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
