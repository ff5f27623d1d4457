using Bunit;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Sources;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Tests.Shared;

public sealed class QuoteTests : BunitContext
{
    private static readonly Quotation Words = new(
        Guid.CreateVersion7(),
        Guid.CreateVersion7(),
        "build <b>parks</b> & “schools”",
        new(7, 38),
        "plan",
        "The plan",
        new DateOnly(2023, 3, 1),
        DateBasis.Inferred,
        "en",
        1,
        1,
        null,
        AnnotationOrigin.Suggested
    );

    [Fact]
    public void A_quotation_shows_the_sources_words_as_words_and_leads_to_their_place()
    {
        var shown = Render<Quote>(p => p.Add(q => q.Quotation, Words));
        Assert.Equal(Words.Exact, shown.Find("blockquote a").TextContent);
        Assert.Empty(shown.FindAll("b"));
        Assert.All(
            shown.FindAll("a"),
            link => Assert.StartsWith("/announcements/plan?quote=" + Words.Id, link.GetAttribute("href"), StringComparison.Ordinal)
        );
        Assert.Contains("7–38", shown.Find(".source").TextContent, StringComparison.Ordinal);
        Assert.Contains("inferred", shown.Find(".source").TextContent, StringComparison.Ordinal);
        Assert.Contains("suggested by the program and accepted by an editor", shown.Find(".source").TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "marked by an editor",
            Render<Quote>(p => p.Add(q => q.Quotation, Words with { Origin = AnnotationOrigin.HandMade })).Markup,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_quotation_leads_to_its_words_where_they_were_published_too()
    {
        var published = Words with { SourceUrl = "https://miit.example/plan?a=1&b=2", Prefix = "aid to ", Suffix = " by 20" };
        Assert.Equal(
            "https://miit.example/plan?a=1&b=2#:~:text=to-,build%20%3Cb%3Eparks%3C%2Fb%3E%20%26%20%E2%80%9Cschools%E2%80%9D,-by",
            Addresses.Original(published)
        );
        Assert.EndsWith(
            "/plan#part:~:text=build",
            Addresses.Original(published with { SourceUrl = "https://miit.example/plan#part", Exact = "build", Prefix = "", Suffix = "" }),
            StringComparison.Ordinal
        );
        Assert.Contains(
            Render<Quote>(p => p.Add(q => q.Quotation, published)).FindAll("a"),
            link => link.GetAttribute("href") == Addresses.Original(published)
        );
        Assert.Null(Addresses.Original(published with { Newest = 2 })); // what is there now may say something else
        Assert.Null(Addresses.Original(published with { SourceUrl = "javascript:alert(1)" }));
        Assert.Null(Addresses.Original(Words));
    }

    [Fact]
    public void A_quotation_said_twice_on_a_page_has_one_footnote()
    {
        var notes = new Footnotes([Words, Words]);
        var first = Render<Quote>(p => p.Add(q => q.Quotation, Words).AddCascadingValue(notes));
        var again = Render<Quote>(p => p.Add(q => q.Quotation, Words).AddCascadingValue(notes));
        Assert.Equal("1", first.Find("sup").TextContent.Trim());
        Assert.Equal("1", again.Find("sup").TextContent.Trim());
        Assert.Single(Render<FootnoteList>(p => p.Add(f => f.Notes, notes)).FindAll("li"));
    }

    [Fact]
    public void Statuses_are_said_in_words_that_lead_to_their_commitments()
    {
        var bar = Render<StatusBar>(p =>
            p.Add(b => b.Statuses, [new(Status.Announced, 3), new(Status.InProgress, 1)])
                .Add(b => b.Address, "/pillars/x")
                .Add(b => b.Overdue, 1)
        );
        Assert.Equal(["3 announced", "1 in progress", "1 overdue"], bar.FindAll(".bar-words > *").Select(e => e.TextContent.Trim()));
        Assert.Equal("/pillars/x?status=in-progress", bar.FindAll("a")[1].GetAttribute("href"));
        Assert.Contains(
            "No commitment",
            Render<StatusBar>(p => p.Add(b => b.Statuses, []).Add(b => b.Address, "/")).Markup,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Quoted_words_are_told_apart_from_the_rest_of_their_sentence_and_the_link_is_theirs_alone()
    {
        var quote = Render<Quote>(p => p.Add(q => q.Quotation, Words with { Before = "We will not ", After = " this year." }));
        Assert.Equal(["We will not ", " this year."], quote.FindAll(".around").Select(e => e.TextContent));
        var link = quote.Find("a.said-words");
        Assert.Equal($"quoted: {Words.Exact} (end of the quoted words)", link.TextContent);
        Assert.Equal(2, link.QuerySelectorAll(".sr").Length); // heard, and neither seen nor copied
        Assert.Empty(Render<Quote>(p => p.Add(q => q.Quotation, Words)).FindAll(".around, .sr"));
    }

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(1, 3, 1)]
    [InlineData(2, 3, 2)]
    [InlineData(3, 3, 1)]
    public void A_pager_leads_to_the_pages_that_there_are(int number, int pages, int links) =>
        Assert.Equal(links, Render<Pager>(p => p.Add(x => x.Number, number).Add(x => x.Pages, pages)).FindAll("a").Count);
}
