using System.Text.Json;
using PolicyTracker.Text.Anchoring;

namespace PolicyTracker.Text.Tests.Anchoring;

/// <summary>
/// Quotations and what became of their words, in English and Chinese: other statements, which are never sure, and the same ones
/// set otherwise, which are. The rows were written before the program was first tried on them.
/// </summary>
public sealed class StatementTests
{
    public static TheoryData<string> Rows => [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Anchoring", "statements.jsonl"))];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Another_statement_is_never_sure_and_the_same_one_is(string row)
    {
        using var line = JsonDocument.Parse(row);
        string Field(string name) => line.RootElement.TryGetProperty(name, out var value) ? value.GetString()! : "";
        var text = Field("text");
        var found = new QuoteFinder(text).Find(new TextQuote(Field("exact"), Field("prefix"), Field("suffix")));
        if (Field("right") == "sure")
        {
            var map = new CodePointMap(text);
            Assert.True(found.IsSure, $"{found.State}, {found.Change}");
            Assert.Equal(
                new CodePointRange(line.RootElement.GetProperty("start").GetInt32(), line.RootElement.GetProperty("end").GetInt32()),
                map.ToCodePoints(found.Place!.Value)
            );
        }
        else
        {
            Assert.False(found.IsSure, $"{found.State}, {found.Change}: {found.Place?.In(text)}");
        }
    }
}
