using CsCheck;
using PolicyTracker.Text.Anchoring;
using PolicyTracker.Text.Meaning;

namespace PolicyTracker.Text.Tests.Anchoring;

/// <summary>What an editor can rely on when a corrected text of an announcement comes in.</summary>
public sealed class ReanchoringTests
{
    private const string Old =
        "Plan\nWe will build 12 smart factories in Anhui. We will strengthen coordination. We will support industrial software, train engineers in rural areas and open data.\n"
        + "加快5G网络建设，推动工业互联网创新发展。完善标准体系。\nWe will strengthen coordination. Ministries will report in “spring”.";

    private static readonly string[] Sentences =
    [
        "We will build 12 smart factories in Anhui.",
        "We will build 20 smart factories in Hebei.",
        "We will build 12 smart factories in Hebei.",
        "We will strengthen coordination.",
        "We will support industrial software with grants.",
        "Towns fund rural broadband by 2025.",
        "Towns fund rural broadband by 2027.",
        "Ministries will not report in spring.",
        "加快5G网络建设。",
        "推动工业互联网创新发展。",
        "推动工业互联网发展。",
        "Open the data of all ministries.",
        "Train engineers.",
    ];

    private static readonly Gen<List<int>> Texts = Gen.Int[0, Sentences.Length - 1].List[1, 12];

    [Theory]
    // Nothing of the kind happened to them: other sentences came, went or changed places.
    [InlineData("12 smart factories in Anhui", "Plan\n", "Plan\nA preface of 2024.\n", AnchorState.Exact, "12 smart factories in Anhui")]
    [InlineData("report in “spring”", "“spring”", "\"spring\"", AnchorState.Exact, "report in \"spring\"")]
    [InlineData("推动工业互联网创新发展", "加快5G", "加快 5G", AnchorState.Exact, "推动工业互联网创新发展")]
    [InlineData(
        "We will build 12 smart factories in Anhui.",
        "We will build 12 smart factories in Anhui. ",
        "We will   build 12 smart factories\nin Anhui. ",
        AnchorState.Exact,
        "We will   build 12 smart factories\nin Anhui."
    )]
    // The sentence was reworded beside them.
    [InlineData(
        "train engineers in rural areas",
        "support industrial software",
        "support open-source software",
        AnchorState.Exact,
        "train engineers in rural areas"
    )]
    [InlineData("推动工业互联网创新发展", "加快5G", "加速5G", AnchorState.Exact, "推动工业互联网创新发展")]
    public void Words_that_are_still_said_go_with_their_passage(
        string words,
        string part,
        string became,
        AnchorState state,
        string expected
    )
    {
        var (found, text) = Find(words, Old.Replace(part, became, StringComparison.Ordinal));
        Assert.Equal((state, expected), (found.State, text[found.Place!.Value.Start..found.Place!.Value.End]));
        Assert.Equal(words == expected ? ChangeSeverity.None : ChangeSeverity.Reformatted, found.Change);
    }

    [Theory]
    // A number, a place or the wording within them.
    [InlineData("12 smart factories in Anhui", "12 smart", "20 smart", ChangeSeverity.Number, "20 smart factories in Anhui")]
    [InlineData(
        "12 smart factories in Anhui",
        "12 smart factories in Anhui",
        "20 smart factories in Hebei",
        ChangeSeverity.Number,
        "20 smart factories in Hebei"
    )]
    [InlineData(
        "train engineers in rural areas",
        "in rural areas",
        "in towns and rural areas",
        ChangeSeverity.Content,
        "train engineers in towns and rural areas"
    )]
    [InlineData("加快5G网络建设", "加快5G", "加快6G", ChangeSeverity.Number, "加快6G网络建设")]
    // They became a part of longer words or of another number.
    [InlineData("We will build 12", "build 12 smart", "build 1260 smart", ChangeSeverity.Number, "We will build 1260")]
    // A "not" outside them turns what they say; one right before them is shown with them.
    [InlineData("in “spring”", "Ministries will report", "Ministries will not report", ChangeSeverity.Negation, "in “spring”")]
    [InlineData(
        "report in “spring”",
        "Ministries will report",
        "Ministries will not report",
        ChangeSeverity.Negation,
        "not report in “spring”"
    )]
    public void Words_that_say_something_else_are_shown_to_an_editor(
        string words,
        string part,
        string became,
        ChangeSeverity change,
        string expected
    )
    {
        var (found, text) = Find(words, Old.Replace(part, became, StringComparison.Ordinal));
        Assert.Equal((change, expected), (found.Change, text[found.Place!.Value.Start..found.Place!.Value.End]));
        Assert.NotEqual(AnchorState.Exact, found.State);
        Assert.NotEqual(AnchorState.Moved, found.State);
    }

    [Theory]
    [InlineData("12 smart factories in Anhui", "We will build 12 smart factories in Anhui. ", "")]
    [InlineData("完善标准体系", "完善标准体系。", "")]
    [InlineData("train engineers in rural areas", ", train engineers in rural areas", "")]
    // Its passage went; the look-alike that stands elsewhere stood there before.
    [InlineData(
        "We will build 12 smart factories in Anhui.",
        "We will build 12 smart factories in Anhui. ",
        "Nothing of the sort is planned this year, officials said on Friday. "
    )]
    public void What_was_taken_out_is_lost(string words, string part, string became) =>
        Assert.Equal(AnchorState.Lost, Find(words, Old.Replace(part, became, StringComparison.Ordinal)).Found.State);

    [Fact]
    public void Of_a_sentence_that_stands_twice_each_copy_stays_what_it_was()
    {
        var second = Old.LastIndexOf("We will strengthen", StringComparison.Ordinal);
        var text = Old.Remove(
            Old.IndexOf("We will strengthen coordination. ", StringComparison.Ordinal),
            "We will strengthen coordination. ".Length
        );
        var reanchoring = new Reanchoring(Old, text);
        var quote = TextQuote.Describe(Old, new(second, second + 32));
        Assert.Equal(AnchorState.Exact, reanchoring.Find(quote, second).State); // its neighbours stand beside it
        var first = Old.IndexOf("We will strengthen", StringComparison.Ordinal);
        Assert.Equal(AnchorState.Lost, reanchoring.Find(TextQuote.Describe(Old, new(first, first + 32)), first).State);
    }

    [Fact]
    public void A_passage_that_changed_places_is_moved()
    {
        const string Text =
            "Heading\nA first sentence about rails. A second one on ports and their cranes, which is long. A third one about roads.";
        var (found, text) = Find(
            "about rails",
            "Heading\nA second one on ports and their cranes, which is long. A third one about roads. A first sentence about rails.",
            Text
        );
        Assert.Equal((AnchorState.Moved, "about rails"), (found.State, text[found.Place!.Value.Start..found.Place!.Value.End]));
    }

    [Fact]
    public void A_quotation_over_two_sentences_goes_with_both_or_is_looked_at()
    {
        const string Words = "factories in Anhui. We will strengthen";
        var (found, text) = Find(Words, "New words before it all.\n" + Old);
        Assert.Equal((AnchorState.Exact, Words), (found.State, text[found.Place!.Value.Start..found.Place!.Value.End]));
        Assert.False(
            Find(
                Words,
                Old.Replace("in Anhui. We will strengthen", "in Anhui. Indeed it is so. We will strengthen", StringComparison.Ordinal)
            ).Found.State
                is AnchorState.Exact
                    or AnchorState.Moved
        );
    }

    [Fact]
    public void Words_that_do_not_stand_where_they_are_said_to_are_refused() =>
        Assert.Throws<ArgumentException>(() => new Reanchoring(Old, Old).Find(new TextQuote("We will build"), 0));

    [Fact]
    public void Between_a_text_and_itself_every_quotation_stays() =>
        Gen.Select(Texts, Gen.Double[0, 1], Gen.Double[0, 1])
            .Sample(
                (list, a, b) =>
                {
                    var text = string.Join(" ", list.Select(i => Sentences[i]));
                    var (start, end) = ((int)(a * (text.Length - 1)), (int)(b * (text.Length - 1)));
                    (start, end) = (Math.Min(start, end), Math.Max(start, end) + 1);
                    if (text[start..end].Trim().Length == 0)
                    {
                        return;
                    }

                    var found = new Reanchoring(text, text).Find(TextQuote.Describe(text, new(start, end)), start);
                    Assert.Equal(AnchorState.Exact, found.State);
                    Assert.Equal(text[start..end].Trim(), text[found.Place!.Value.Start..found.Place!.Value.End]);
                }
            );

    [Fact]
    public void Whatever_becomes_of_the_text_sure_words_are_the_same_words_and_a_deleted_sentence_is_never_sure() =>
        Gen.Select(Texts, Texts, Gen.Double[0, 1])
            .Sample(
                (before, after, where) =>
                {
                    var kept = (int)(where * (before.Count - 1));
                    var old = string.Join("\n", before.Select(i => Sentences[i]));
                    var start = before.Take(kept).Sum(i => Sentences[i].Length + 1);
                    var words = Sentences[before[kept]];
                    var text = string.Join("\n", after.Select(i => Sentences[i]));
                    var found = new Reanchoring(old, text).Find(TextQuote.Describe(old, new(start, start + words.Length)), start);
                    if (found.State is AnchorState.Exact or AnchorState.Moved)
                    {
                        Assert.Equal(words, text[found.Place!.Value.Start..found.Place!.Value.End]);
                    }

                    if (!after.Contains(before[kept]))
                    {
                        Assert.False(found.State is AnchorState.Exact or AnchorState.Moved, found.ToString());
                    }
                    else if (before.Count(i => i == before[kept]) == 1 && after.Count(i => i == before[kept]) == 1)
                    {
                        Assert.True(found.State is AnchorState.Exact or AnchorState.Moved, found.ToString());
                    }
                }
            );

    private static (QuoteAnchor Found, string Text) Find(string words, string text, string old = Old)
    {
        var start = old.IndexOf(words, StringComparison.Ordinal);
        return (new Reanchoring(old, text).Find(TextQuote.Describe(old, new(start, start + words.Length)), start), text);
    }
}
