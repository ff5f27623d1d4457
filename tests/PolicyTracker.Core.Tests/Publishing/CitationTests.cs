using System.Text.Json;
using CsCheck;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Tests.Data;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Tests.Publishing;

public sealed class CitationTests
{
    private static readonly Uri Tracker = new("https://tracker.example/");

    private static readonly string[] Pieces =
    [
        "Build",
        " ",
        "{",
        "}",
        "\\",
        "\n",
        "\r\n",
        "%",
        "&",
        "#",
        "_",
        "$",
        "~",
        "^",
        "\"",
        "@misc{",
        "},",
        "ER  - ",
        " and ",
        ", ",
        "漢",
        "𠮷",
        "\u0007",
        "</script>",
        "\\textbackslash{}",
    ];

    private static readonly Gen<string> Titles = Gen.Int[0, Pieces.Length - 1]
        .Array[1, 12]
        .Select(n => string.Concat(n.Select(i => Pieces[i])));

    private static readonly Citation Plan = new(
        "plan-v2",
        AnnouncementKind.Plan,
        "The plan",
        "MIIT",
        Period.Of("2023-03"),
        new(2026, 11, 26),
        2,
        "ab12",
        new(Tracker, "/announcements/plan?version=2"),
        "https://miit.example/plan?a=1&b=2#top",
        "zh-Hans"
    );

    [Fact]
    public void Whatever_a_title_holds_bibtex_gives_it_back() =>
        Gen.Select(Titles, Titles)
            .Sample(
                (title, author) =>
                {
                    var read = BibTex(CitationWriter.Write(Plan with { Title = title, Author = author }, CitationFormat.BibTex));
                    Assert.Equal(Line(title), read["title"]);
                    Assert.Equal(Line(author), read["author"]);
                    Assert.Equal("2023", read["year"]);
                    Assert.Equal("2023-03", read["date"]);
                    Assert.Equal(Plan.Address.AbsoluteUri, read["url"]);
                    Assert.Equal("2026-11-26", read["urldate"]);
                }
            );

    [Fact]
    public void Whatever_a_title_holds_ris_gives_it_back() =>
        Titles.Sample(title =>
        {
            var text = CitationWriter.Write(Plan with { Title = title }, CitationFormat.Ris);
            Assert.EndsWith("ER  - \r\n", text, StringComparison.Ordinal);
            var lines = text.Split("\r\n")[..^1];
            Assert.All(lines, l => Assert.Matches("^[A-Z][A-Z0-9]  - [^\r\n]*$", l));
            var fields = lines.ToDictionary(l => l[..2], l => l[6..]);
            Assert.Equal(Line(title), fields.GetValueOrDefault("TI", ""));
            Assert.Equal("ELEC", fields["TY"]);
            Assert.Equal("MIIT", fields["AU"]);
            Assert.Equal("2023/03", fields["DA"]);
            Assert.Equal("2026/11/26", fields["Y2"]);
        });

    [Fact]
    public void Whatever_a_title_holds_csl_json_gives_it_back() =>
        Titles.Sample(title =>
        {
            using var json = JsonDocument.Parse(CitationWriter.Write(Plan with { Title = title }, CitationFormat.CslJson));
            var item = json.RootElement.EnumerateArray().Single();
            Assert.Equal(Line(title), item.GetProperty("title").GetString());
            Assert.Equal("plan-v2", item.GetProperty("id").GetString());
            Assert.Equal("webpage", item.GetProperty("type").GetString());
            Assert.Equal("MIIT", item.GetProperty("author")[0].GetProperty("literal").GetString());
            Assert.Equal(
                "[[2023,3]]",
                item.GetProperty("issued")
                    .GetProperty("date-parts")
                    .GetRawText()
                    .Replace(" ", "", StringComparison.Ordinal)
                    .Replace("\n", "", StringComparison.Ordinal)
            );
            Assert.Equal(Plan.Address.AbsoluteUri, item.GetProperty("URL").GetString());
            // What csl-data.json knows of an item; others are refused by its schema.
            Assert.Subset(
                new HashSet<string>([
                    "id",
                    "type",
                    "title",
                    "author",
                    "issued",
                    "accessed",
                    "version",
                    "genre",
                    "publisher",
                    "note",
                    "language",
                    "URL",
                ]),
                item.EnumerateObject().Select(p => p.Name).ToHashSet()
            );
        });

    [Fact]
    public void Chinese_stands_as_it_is_in_every_form()
    {
        foreach (var format in Enum.GetValues<CitationFormat>())
        {
            Assert.Contains("数字中国", CitationWriter.Write(Plan with { Title = "数字中国" }, format), StringComparison.Ordinal);
        }
    }

    [Theory, EachStore]
    public async Task A_record_is_cited_by_the_address_of_the_version_that_was_seen(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        var commitment = await store.CommitmentAsync("software-colleges");
        var cited = (await store.Get<CitationQueries>().FindAsync(RecordKind.Commitment, commitment.Id, null, Tracker))!;
        Assert.Equal($"https://tracker.example/history/commitment/{commitment.Id}/{commitment.Version}", cited.Address.AbsoluteUri);
        Assert.Equal($"commitment-software-colleges-v{commitment.Version}", cited.Key);
        Assert.Equal("Policy Tracker", cited.AuthorName);
        Assert.Contains("tracker.example", cited.Publisher, StringComparison.Ordinal);
        Assert.Equal(
            cited,
            await store.Get<CitationQueries>().FindAsync(RecordKind.Commitment, commitment.Id, commitment.Version, Tracker)
        );
        Assert.Null(await store.Get<CitationQueries>().FindAsync(RecordKind.Commitment, commitment.Id, 99, Tracker));
        Assert.Null(await store.Get<CitationQueries>().FindAsync(RecordKind.Commitment, Guid.NewGuid(), null, Tracker));
    }

    [Theory, EachStore]
    public async Task The_text_of_an_announcement_is_cited_as_its_issuers(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        var text = await store.TextAsync("miit-press-conference-2023-03-01");
        var cited = (await store.Get<CitationQueries>().FindAsync(RecordKind.SourceVersion, text.Id, null, Tracker))!;
        Assert.Equal("Ministry of Industry and Information Technology", cited.AuthorName);
        Assert.Equal("https://tracker.example/announcements/miit-press-conference-2023-03-01?version=1", cited.Address.AbsoluteUri);
        Assert.Equal("2023-03-01", cited.Issued.ToString());
        Assert.Equal(text.Sha256, cited.Sha256);
        Assert.Equal("press conference", cited.GenreName);
    }

    private static string Line(string text) =>
        string.Join(' ', text.Replace('\u0007', ' ').Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    // As BibTeX reads: a value ends where its braces do, whatever stands before one of them.
    private static Dictionary<string, string> BibTex(string entry)
    {
        Assert.StartsWith("@misc{plan-v2,", entry, StringComparison.Ordinal);
        Assert.EndsWith("\n}\n", entry, StringComparison.Ordinal);
        var fields = new Dictionary<string, string>();
        for (var at = entry.IndexOf(',', StringComparison.Ordinal); entry[at] == ','; )
        {
            var equals = entry.IndexOf('=', at);
            var (name, depth, start) = (entry[(at + 1)..equals].Trim(), 0, equals + 2);
            for (at = start; at == start || depth > 0; at++)
            {
                depth += entry[at] switch
                {
                    '{' => 1,
                    '}' => -1,
                    _ => 0,
                };
            }

            var value = entry[(start + 1)..(at - 1)];
            if (name is not "url")
            {
                Assert.DoesNotMatch(@"(?<!\\)[#$%&_]", value);
            }

            fields[name] = Unescape(value.StartsWith('{') && value.EndsWith('}') ? value[1..^1] : value);
        }

        return fields;
    }

    private static string Unescape(string value)
    {
        var names = new Dictionary<string, string>
        {
            [@"\textbackslash{}"] = "\\",
            [@"\textbraceleft{}"] = "{",
            [@"\textbraceright{}"] = "}",
            [@"\textasciitilde{}"] = "~",
            [@"\textasciicircum{}"] = "^",
        };
        var read = new System.Text.StringBuilder();
        for (var i = 0; i < value.Length; )
        {
            var name = names.Keys.FirstOrDefault(n => value.AsSpan(i).StartsWith(n));
            (var piece, i) =
                name is not null ? (names[name], i + name.Length)
                : value[i] == '\\' ? (value[i + 1].ToString(), i + 2)
                : (value[i].ToString(), i + 1);
            read.Append(piece);
        }

        return read.ToString();
    }
}
