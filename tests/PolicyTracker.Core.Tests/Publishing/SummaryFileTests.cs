using PolicyTracker.Core.Publishing;

namespace PolicyTracker.Core.Tests.Publishing;

/// <summary>What a summary states is the same however its Markdown is wrapped and escaped. The files beside this one are what those programs make of exported.md.</summary>
public sealed class SummaryFileTests
{
    private static readonly SummaryFile Exported = Read("exported.md");

    [Theory]
    [InlineData("prettier-always.md")] // prettier 3.10.1 --prose-wrap always
    [InlineData("prettier-never.md")]
    [InlineData("pandoc-gfm.md")] // pandoc 2.17 -s -f gfm -t gfm
    [InlineData("pandoc-markdown.md")] // pandoc 2.17 -s -t gfm
    public void A_summary_that_was_wrapped_anew_states_the_same(string name)
    {
        var file = Read(name);
        Assert.Equal(Exported.Statements.Select(s => (s.Kind, s.Text)).Order(), file.Statements.Select(s => (s.Kind, s.Text)).Order());
        Assert.Equal(Exported.ComputeDigest(), file.ComputeDigest());
        Assert.Equal(
            Exported.Quotes.Select(q => (SummaryInlines.Fold(q.Words), q.Note, q.Fault)),
            file.Quotes.Select(q => (SummaryInlines.Fold(q.Words), q.Note, q.Fault))
        );
        Assert.All(file.Quotes, q => Assert.Null(q.Fault));
    }

    [Theory]
    [InlineData("> ## Free water for all\n>\n", "it holds a heading")]
    [InlineData("> ```\n> free water\n> ```\n>\n", "it holds code")]
    [InlineData("> <p>free water</p>\n>\n", "it holds HTML")]
    [InlineData("> - free water\n>\n", "it holds a list")]
    [InlineData("> > free water\n>\n", "it holds another quotation")]
    [InlineData("> free water\n>\n", "it holds a second paragraph")]
    [InlineData("> ---\n>\n", "it holds a rule")]
    [InlineData("> | a |\n> | - |\n> | b |\n>\n", "it holds a table")]
    public void Nothing_but_words_stands_in_a_quotation(string put, string fault) => Assert.Equal(fault, Fault(put + "> the wells [^1]"));

    [Theory]
    [InlineData("[the wells](https://example.org)", "it holds a link")]
    [InlineData("![the wells](x.png)", "it holds an image")]
    [InlineData("<https://example.org>", "it holds a link")]
    [InlineData("the *wells*", "it holds emphasis")]
    [InlineData("the wells ~~run dry~~", "it holds emphasis")]
    [InlineData("the `wells`", "it holds code")]
    [InlineData("the <!-- no --> wells", "it holds HTML")]
    [InlineData("the wells [^1] [^1]", "words or a second footnote stand behind its footnote")]
    [InlineData("the wells [^1] for all", "words or a second footnote stand behind its footnote")]
    public void Nor_anything_that_is_not_a_plain_word(string words, string fault) => Assert.Equal(fault, Fault($"> {words} [^1]"));

    [Theory]
    [InlineData("[^1]: note\n", "[^1]: note\n[^1]: another\n")]
    [InlineData("[^1]: note\n", "[^1]: note\n[^2]: another\n")]
    [InlineData("[^1]: note\n", "[^1]: another\n")]
    [InlineData("[^1]: note\n", "[^1]: note\n\n[wells]: https://example.org\n")]
    [InlineData("- Status: announced\n", "- Status: delivered\n")]
    [InlineData("- Status: announced\n", "- ~~Status: announced~~\n")]
    [InlineData("- Status: announced\n", "- Status: announced\n\n<blockquote>free water</blockquote>\n")]
    [InlineData("| 2027 | 300 |", "| 2027 | 900 |")]
    [InlineData("title: Wells", "title: Free wells")]
    public void Whatever_is_put_in_or_taken_out_is_another_statement(string was, string put)
    {
        const string Whole =
            "---\ntitle: Wells\nsources:\n---\n\n- Status: announced\n\n| Period | Value |\n| --- | --- |\n| 2027 | 300 |\n\n> the wells [^1]\n\n[^1]: note\n";
        var changed = Whole.Replace(was, put, StringComparison.Ordinal);
        Assert.NotEqual(Whole, changed);
        Assert.NotEqual(SummaryFile.Read(Whole).ComputeDigest(), SummaryFile.Read(changed).ComputeDigest());
    }

    private static string? Fault(string quote) => SummaryFile.Read($"{quote}\n\n[^1]: note").Quotes[0].Fault;

    private static SummaryFile Read(string name) =>
        SummaryFile.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "rewrapped", name)));
}
