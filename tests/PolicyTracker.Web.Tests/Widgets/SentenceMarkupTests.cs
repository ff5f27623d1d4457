using Bunit;
using Microsoft.AspNetCore.Components;
using PolicyTracker.Web.Pillars;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Tests.Widgets;

public sealed class SentenceMarkupTests : BunitContext
{
    [Fact]
    public void A_sentence_has_its_links_where_the_translator_put_them() =>
        Render(PillarTexts.Texts.Sentence("NoPillar", "/records/pillar/new", "/announcements"))
            .MarkupMatches(
                "No pillar is recorded yet. An editor can <a href=\"/records/pillar/new\">add the first one</a>; until then, the <a href=\"/announcements\">announcements</a> can be read."
            );

    [Fact]
    public void A_place_within_a_link_is_filled_as_well() =>
        Render(SharedTexts.Texts.Sentence("TakeTheirs", "Title", Inline.Hidden))
            .MarkupMatches("Take theirs<span class=\"sr\">, Title</span>");

    [Fact]
    public void Nothing_that_was_typed_becomes_markup()
    {
        const string Typed = "<script>alert(1)</script> [here](javascript:alert(1)) [there]({1}) {1}";
        var shown = Render(SharedTexts.Texts.Sentence("TakeTheirs", Typed, Inline.Hidden));
        Assert.Empty(shown.FindAll("script, a"));
        Assert.Equal(", " + Typed, shown.Find("span.sr").TextContent);
    }

    [Fact]
    public void A_number_chooses_the_form_and_is_written_as_the_language_writes_it()
    {
        RenderFragment Edits(int count) => Web.History.HistoryTexts.Texts.CountSentence("EarlierEdits", count, "/history");
        Render(Edits(1)).MarkupMatches("1 earlier edit: see <a href=\"/history\">its history</a>.");
        Render(Edits(1200)).MarkupMatches("1,200 earlier edits: see <a href=\"/history\">its history</a>.");
    }
}
