using PolicyTracker.Text.Anchoring;
using PolicyTracker.Text.Meaning;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Tests.Anchoring;

public sealed class QuoteFinderTests
{
    private const string Plan =
        "The ministry will build 12 smart factories in Anhui by 2025. It will support industrial software.\n"
        + "“5G networks” will cover 65% of towns. 我们将推动工业互联网创新发展，加快5G网络建设。\n"
        + "The council shall formulate rules on data. Funds are given to the provinces.";

    [Theory]
    [InlineData("“5G networks” will cover", "\"5G networks\" will cover")] // straight quotation marks
    [InlineData("support industrial software", "support\n  indus\u00ADtrial\u00A0software")] // line break, soft hyphen, hard space
    [InlineData("推动工业互联网创新发展，加快5G网络建设", "推动工业互联网 创新发展, 加快 ５Ｇ 网络建设")] // width and spaces
    public void How_words_are_set_makes_no_difference(string stands, string quoted)
    {
        var found = new QuoteFinder(Plan).Find(new TextQuote(quoted));
        Assert.Equal((AnchorState.Exact, ChangeSeverity.Reformatted, 0), (found.State, found.Change, found.Errors));
        Assert.Equal(stands, Plan[found.Place!.Value.Start..found.Place!.Value.End]);
    }

    [Fact]
    public void Composed_and_decomposed_letters_are_the_same_and_none_is_cut()
    {
        const string Text = "Le cafe\u0301 de l’E\u0301lysée, 한국";
        var found = new QuoteFinder(Text).Find(new TextQuote("caf\u00E9 de l'\u00C9lys", "", "\u00E9e"));
        Assert.Equal("cafe\u0301 de l’E\u0301lys", Text[found.Place!.Value.Start..found.Place!.Value.End]);
        Assert.Equal(AnchorState.Exact, new QuoteFinder(Text).Find(new TextQuote("\u1112\u1161\u11AB국")).State);
        Assert.Equal("cafe\u0301", Text[..found.Place!.Value.End][found.Place!.Value.Start..][..5]);
    }

    [Fact]
    public void Where_it_stood_tells_exact_from_moved()
    {
        var finder = new QuoteFinder(Plan);
        var at = Plan.IndexOf("support industrial", StringComparison.Ordinal);
        Assert.Equal(AnchorState.Exact, finder.Find(new TextQuote("support industrial software"), at).State);
        Assert.Equal(AnchorState.Moved, finder.Find(new TextQuote("support industrial software"), at - 40).State);
        Assert.Equal(
            AnchorState.Moved,
            finder.Find(new TextQuote("support industrial software", "Nothing of this kind ", " is said of it")).State
        );
    }

    [Fact]
    public void Two_places_that_are_alike_are_not_guessed_between_unless_one_is_where_it_stood()
    {
        const string Text = "Parks are built here. Parks are built there. Parks are built here.";
        Assert.Equal(AnchorState.Ambiguous, new QuoteFinder(Text).Find(new TextQuote("Parks are built")).State);
        Assert.Equal(
            (AnchorState.Exact, 45),
            new QuoteFinder(Text).Find(new TextQuote("Parks are built"), 45) is var f ? (f.State, f.Place!.Value.Start) : default
        );
        Assert.Equal(
            (AnchorState.Exact, 22),
            new QuoteFinder(Text).Find(new TextQuote("Parks are built", "here. ", " there.")) is var g
                ? (g.State, g.Place!.Value.Start)
                : default
        );
    }

    [Theory]
    [InlineData("support industrial sofware", ChangeSeverity.Wording)]
    [InlineData("support the industrial software", ChangeSeverity.Wording)]
    [InlineData("support industrial, software", ChangeSeverity.Reformatted)]
    public void A_slip_is_found_and_told(string quoted, ChangeSeverity change)
    {
        var found = new QuoteFinder(Plan).Find(new TextQuote(quoted, "by 2025. It will ", ". “5G networks"));
        Assert.Equal((AnchorState.Edited, change), (found.State, found.Change));
        Assert.Equal("support industrial software", Plan[found.Place!.Value.Start..found.Place!.Value.End]);
        Assert.Equal(quoted, string.Concat(found.Difference.Where(r => r.Kind != DiffKind.Added).Select(r => r.Was ?? r.Text)));
        Assert.Equal(
            "support industrial software",
            string.Concat(found.Difference.Where(r => r.Kind != DiffKind.Removed).Select(r => r.Text))
        );
    }

    [Theory]
    [InlineData("build 15 smart factories in Anhui by 2025", ChangeSeverity.Number)]
    [InlineData("not build 12 smart factories in Anhui by 2025", ChangeSeverity.Negation)]
    [InlineData("build 12 smart factories in Hebei by 2025", ChangeSeverity.Name)]
    [InlineData("build 12 million smart factories in Anhui by 2025", ChangeSeverity.Number)]
    [InlineData("build 12 smart workshops in Anhui by 2025", ChangeSeverity.Content)]
    [InlineData("build only 12 smart factories in Anhui by 2025", ChangeSeverity.Negation)]
    public void Another_number_name_unit_or_a_not_is_never_sure_even_in_its_place(string quoted, ChangeSeverity change)
    {
        var found = new QuoteFinder(Plan).Find(new TextQuote(quoted, "The ministry will ", ". It will support"));
        Assert.Equal((AnchorState.Ambiguous, change), (found.State, found.Change));
    }

    [Theory]
    [InlineData("build 20 smart factories in Hebei by 2024", "The province of Hebei will ", ", its governor said")]
    [InlineData("The court shall formulate rules on data", "on the prevention of fraud. ", " Appeals are heard by")]
    [InlineData("推动农业机械创新发展", "会议要求，", "，落实补贴")]
    [InlineData("65%", "reach ", " of farms")]
    public void What_was_deleted_is_not_found_in_its_look_alike(string quoted, string prefix, string suffix) =>
        Assert.False(new QuoteFinder(Plan).Find(new TextQuote(quoted, prefix, suffix)).IsSure);

    [Fact]
    public void More_slips_in_the_right_surroundings_beat_fewer_elsewhere()
    {
        const string Text =
            "Under plan A we will bild new digitel parks in townes. Elsewhere they will build new digital parks in town. The end.";
        var found = new QuoteFinder(Text).Find(
            new TextQuote("will build new digital parks in towns", "Under plan A we ", ". Elsewhere they")
        );
        Assert.Equal("will bild new digitel parks in townes", Text[found.Place!.Value.Start..found.Place!.Value.End]);
        Assert.Equal((AnchorState.Edited, 3), (found.State, found.Errors));
    }

    [Fact]
    public void A_clause_put_inside_does_not_cut_the_range_short()
    {
        const string Text =
            "Rules. The council shall, rapidly and together with the provinces concerned, formulate rules on data. Funds follow.";
        var found = new QuoteFinder(Text).Find(new TextQuote("The council shall formulate rules on data", "Rules. ", ". Funds follow."));
        Assert.Equal(
            "The council shall, rapidly and together with the provinces concerned, formulate rules on data",
            Text[found.Place!.Value.Start..found.Place!.Value.End]
        );
        Assert.Equal((AnchorState.Ambiguous, ChangeSeverity.Content), (found.State, found.Change));
    }

    [Theory]
    [InlineData("legal under section 4", "The sale is illegal under section 4 of the act.", "illegal under section 4")]
    [InlineData("The fee is 40", "The fee is 4060 euro.", "The fee is 4060")]
    [InlineData("rain fell by 5 %", "In May rain fell by 5 %–9 % here.", "rain fell by 5 %–9 %")]
    [InlineData("5元门票全天有效", "门票15元门票全天有效。", "15元门票全天有效")]
    [InlineData("close a rural office", "No council will not close a rural office.", "not close a rural office")]
    public void Words_that_are_the_end_of_longer_ones_are_shown_with_them_and_not_sure(string quoted, string text, string expected)
    {
        var found = new QuoteFinder(text).Find(new TextQuote(quoted));
        Assert.Equal((AnchorState.Ambiguous, expected), (found.State, text[found.Place!.Value.Start..found.Place!.Value.End]));
    }

    [Fact]
    public void A_quotation_that_began_within_a_word_is_found_within_it()
    {
        const string Text = "The sale is illegal under section 4, and it is legal under section 5.";
        var found = new QuoteFinder(Text).Find(new TextQuote("legal under section", "is il", " 4"));
        Assert.Equal((AnchorState.Exact, 14), (found.State, found.Place!.Value.Start));
    }

    [Fact]
    public void A_statement_that_stands_elsewhere_to_the_letter_beats_another_in_its_old_place()
    {
        const string Text = "Harbours\n\nThe southern port gets nine new tugs in 2030.\n\nThe northern port gets nine new tugs in 2030.";
        var found = new QuoteFinder(Text).Find(
            new TextQuote("The northern port gets nine new tugs in 2030.", "Harbours\n\n", "\n\nThe southern port"),
            10
        );
        Assert.Equal((AnchorState.Moved, Text.IndexOf("The northern", StringComparison.Ordinal)), (found.State, found.Place!.Value.Start));
    }

    [Fact]
    public void What_took_the_place_of_a_few_words_is_proposed_where_both_sides_agree()
    {
        const string Text = "Stage one: visit nine hill farms and two mills. Stage two: buy 5 carts.";
        var found = new QuoteFinder(Text).Find(new TextQuote("14 farms", "Stage one: visit ", ". Stage two: buy 5 carts"), 17);
        Assert.Equal(
            (AnchorState.Ambiguous, "nine hill farms and two mills"),
            (found.State, Text[found.Place!.Value.Start..found.Place!.Value.End])
        );
    }

    [Fact]
    public void Traditional_characters_are_found_in_a_simplified_text_and_it_is_said()
    {
        var found = new QuoteFinder(Plan).Find(new TextQuote("推動工業互聯網創新發展", "我們將"));
        Assert.Equal(
            (AnchorState.Edited, ChangeSeverity.Script, "推动工业互联网创新发展"),
            (found.State, found.Change, Plan[found.Place!.Value.Start..found.Place!.Value.End])
        );
    }

    [Theory]
    [InlineData("", "5G")]
    [InlineData("A text.", "")]
    [InlineData("A text.", " \u00AD\n")]
    [InlineData("A text.", "A quotation that is a good deal longer than the text")]
    [InlineData("nul \0 and \uD83D half", "nowhere \uDE00 here")]
    public void What_can_not_be_found_is_lost_and_nothing_breaks(string text, string quoted) =>
        Assert.Equal(QuoteAnchor.Lost, new QuoteFinder(text).Find(new TextQuote(quoted), hint: 3, errorLimit: 1000));

    [Fact]
    public void A_short_quotation_needs_its_surroundings()
    {
        const string Text = "The level of 5G is high. Tax is 65% here.";
        Assert.Equal(AnchorState.Exact, new QuoteFinder(Text).Find(new TextQuote("65%", "Tax is ", " here")).State);
        Assert.False(new QuoteFinder(Text).Find(new TextQuote("65%", "Coverage reached ", " of all villages")).IsSure);
    }

    [Fact]
    public void A_search_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var finder = new QuoteFinder(new string('a', 1_000_000));
        Assert.Throws<OperationCanceledException>(() =>
            finder.Find(new TextQuote(new string('a', 300) + new string('b', 300)), cancel: stop.Token)
        );
    }
}
