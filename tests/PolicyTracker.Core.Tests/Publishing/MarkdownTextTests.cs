using CsCheck;
using Markdig;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Tests.Data;
using PolicyTracker.Text.Anchoring;

namespace PolicyTracker.Core.Tests.Publishing;

public sealed class MarkdownTextTests
{
    private static readonly string[] Pieces =
    [
        "word",
        "15.4",
        "1. ",
        "2)",
        "# ",
        "- ",
        "+",
        "=",
        "==",
        "===",
        "> ",
        "*",
        "**",
        "_",
        "__a__",
        "`",
        "``",
        "[x]",
        "[^1]",
        "](u)",
        "<b>",
        "</script>",
        "&amp;",
        "&",
        "~~",
        "|",
        "\\",
        "$",
        ":",
        ": ",
        "!",
        "![a](b)",
        "http://a.cn",
        "www.b.cn",
        "c@d.cn",
        " ",
        "  ",
        "\t",
        "\n",
        "\n\n",
        "\n    ",
        "“",
        "”",
        "‘",
        "字",
        "。",
        "😀",
        "---",
        "***",
        "\u00A0",
        "\u3000",
        "\u2028",
        "^",
        "{#id}",
        "'",
        "\"",
        "1",
        "9.",
    ];

    private static readonly Gen<string> Words = Gen.Int[0, Pieces.Length - 1]
        .List[1, 12]
        .Select(list => string.Concat(list.Select(i => Pieces[i])));

    [Theory, EachStore]
    public async Task Whatever_an_announcement_says_an_exported_summary_shows_it_unchanged(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        await using var db = store.Db();
        var goal = await db.Set<Goal>()
            .Join(db.Set<Pillar>(), g => g.PillarId, p => p.Id, (g, p) => new { g.Id, p.Slug })
            .FirstAsync(g => g.Slug == "core-sectors");
        var texts = new HashSet<string>();
        Words
            .Where(w => !string.IsNullOrWhiteSpace(w))
            .Sample(
                w =>
                {
                    lock (texts)
                    {
                        texts.Add(w);
                    }
                },
                iter: 400
            );
        var all = string.Concat(texts.Select(t => $"¶{t}¶\n"));
        var slug = await store
            .Get<AnnouncementEdits>()
            .AddAsync(
                Editor.Seed,
                new NewAnnouncement
                {
                    Title = "A | *hard* text",
                    Slug = "hard",
                    Issuer = "MIIT",
                    Date = new DateOnly(2024, 1, 1),
                    Text = all,
                }
            );
        var source = await db.Set<SourceVersion>().SingleAsync(v => v.Text == all);
        var map = new CodePointMap(all);
        var wanted = texts.Take(60).ToList();
        foreach (var words in wanted)
        {
            var start = all.IndexOf($"¶{words}¶\n", StringComparison.Ordinal) + 1;
            await store
                .Get<AnnotationEdits>()
                .AttachAsync(
                    Editor.Seed,
                    new MarkedWords(source.Id, source.Sha256, new(map.ToCodePoint(start), map.ToCodePoint(start + words.Length)), words),
                    new NewCommitment(
                        goal.Id,
                        string.Join(' ', words.Split(null as char[], StringSplitOptions.RemoveEmptyEntries).Prepend("Title")),
                        null,
                        null,
                        null,
                        null,
                        []
                    )
                );
        }

        var markdown = await store.Get<PillarSummary>().WriteAsync("core-sectors");
        var verification = await store.Get<SummaryVerifier>().VerifyAsync(markdown!);
        Assert.Equal([], verification.Failures);
        Assert.True(verification.Quotations >= wanted.Count);
        Assert.Equal("hard", slug);
    }

    [Fact]
    public void Markdown_in_words_is_not_rendered() =>
        Words.Sample(words =>
        {
            var html = Markdown.ToHtml(
                MarkdownText.EscapeLine(words) + " end",
                new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().UseAutoLinks().Build()
            );
            Assert.StartsWith("<p>", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<", html[3..].Replace("</p>", "", StringComparison.Ordinal), StringComparison.Ordinal);
        });
}
