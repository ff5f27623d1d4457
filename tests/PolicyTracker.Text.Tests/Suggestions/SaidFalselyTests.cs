using PolicyTracker.Text.Suggestions;

namespace PolicyTracker.Text.Tests.Suggestions;

/// <summary>An editor is offered nothing that the text does not say.</summary>
public sealed class SaidFalselyTests
{
    private static readonly SuggestionReader Reader = new(PillarModel.BuiltIn);

    [Theory]
    [InlineData("The county will not cut any bus line.", "will not cut any bus line")]
    [InlineData("The state will never introduce a road tax.", "never introduce a road tax")]
    [InlineData("The council will not sell land or close a library.", "will not sell land")]
    [InlineData("The port authority refuses to publish the plan.")]
    [InlineData("The ministry does not plan to introduce a levy.")]
    [InlineData("The agency has no plans to build a dam.")]
    [InlineData("The government will not:\n1. build a dam;\n2. introduce a levy.")]
    [InlineData("严禁以下行为：\n（一）扩大产能；\n（二）推动违规建设。")]
    [InlineData("The ministry will open a clinic without closing a ward.", "open a clinic without closing a ward")]
    [InlineData("The ministry will not only build a dam but open a port.", "build a dam but open a port")]
    public void A_candidate_holds_the_negation_of_its_verb_or_is_not_offered(string text, params string[] expected) =>
        Assert.Equal(expected, Quotes(text, SuggestionKind.Commitment));

    [Theory]
    [InlineData("The scheme covers 12 to 15 per cent of farms.")]
    [InlineData("The state will cut losses by 25–30% by 2030.")]
    [InlineData("The fund holds between £2.1 and £2.6 billion.")]
    [InlineData("The works cost the state £5m to £7m.")]
    [InlineData("It will cost the state three to four million pounds.")]
    [InlineData("The yield is in the range of 13 000 – 14 000 tonnes.")]
    [InlineData("The rate ranges from 4% to 6% in the state.")]
    [InlineData("In the state 3 out of 10 homes are cold; one in 20 firms failed.")]
    [InlineData("The county will build 1.400 homes.")]
    [InlineData("我们将新增3000-5000家企业。")]
    [InlineData("安排2万元至3万元的补贴。")]
    [InlineData("带动１０～２０％的增长。")]
    [InlineData("投资介于3亿元和5亿元之间。")]
    [InlineData("六至七成企业上云。")]
    [InlineData("The government will not raise fares by 5%.")]
    [InlineData("The state will connect from 40 up to 60 villages.")]
    [InlineData("The dockers' union warned that the firm will cut 500 jobs.")]
    [InlineData("The state has three aims and one of them is the tenth bridge.")]
    [InlineData("推进十四五规划和二十国集团合作。")]
    [InlineData("建设四五十个村庄。")]
    public void One_end_of_a_range_or_what_will_not_be_is_no_figure(string text) => Assert.Empty(Quotes(text, SuggestionKind.Indicator));

    [Theory]
    [InlineData("More than 80% of the homes have it.", 80, FigureComparator.MoreThan)]
    [InlineData("It reached over 300 towns in the state.", 300, FigureComparator.MoreThan)]
    [InlineData("The state has at least 70 clinics.", 70, FigureComparator.AtLeast)]
    [InlineData("The state has 50 or more clinics.", 50, FigureComparator.AtLeast)]
    [InlineData("The share is no more than 20%.", 20, FigureComparator.AtMost)]
    [InlineData("The share is not exceeding 15%.", 15, FigureComparator.AtMost)]
    [InlineData("The grant is up to £5m for the towns.", 5e6, FigureComparator.AtMost)]
    [InlineData("The share is less than 5%.", 5, FigureComparator.LessThan)]
    [InlineData("There are nearly 40,000 jobs in the state.", 40_000, FigureComparator.Nearly)]
    [InlineData("There are around 60 clinics in the state.", 60, FigureComparator.About)]
    [InlineData("普及率超过90%。", 90, FigureComparator.MoreThan)]
    [InlineData("普及率不超过90%。", 90, FigureComparator.AtMost)]
    [InlineData("普及率没有超过90%。", 90, FigureComparator.AtMost)]
    [InlineData("普及率不低于90%。", 90, FigureComparator.AtLeast)]
    [InlineData("普及率达到90%以上。", 90, FigureComparator.AtLeast)]
    [InlineData("普及率不足9%。", 9, FigureComparator.LessThan)]
    [InlineData("参加者近4万人。", 40_000, FigureComparator.Nearly)]
    [InlineData("产量9000多万吨。", 90_000_000, FigureComparator.MoreThan)]
    [InlineData("产量达到2万5千吨。", 25_000, FigureComparator.Equal)]
    [InlineData("Growth was −3.5% in the state.", -3.5, FigureComparator.Equal)]
    [InlineData("The costs rose from 22 to 30 per cent in the state.", 30, FigureComparator.Equal)]
    [InlineData("The state grew 312 000 t of rye.", 312_000, FigureComparator.Equal)]
    [InlineData("产值３，０００万元。", 30_000_000, FigureComparator.Equal)]
    [InlineData("普及率超过８５．５％。", 85.5, FigureComparator.MoreThan)]
    [InlineData("净变化为－2.4%。", -2.4, FigureComparator.Equal)]
    [InlineData("净变化为负2.4%。", -2.4, FigureComparator.Equal)]
    [InlineData("财政支出1万2千亿元。", 1.2e12, FigureComparator.Equal)]
    [InlineData("The state has fifteen clinics.", 15, FigureComparator.Equal)]
    [InlineData("The state spent more than two hundred and fifty million euros.", 250e6, FigureComparator.MoreThan)]
    [InlineData("The state moved 1.2m tonnes.", 1.2e6, FigureComparator.Equal)]
    [InlineData("全省新增就业三百万人。", 3e6, FigureComparator.Equal)]
    [InlineData("新建公路一千二百公里。", 1200, FigureComparator.Equal)]
    [InlineData("普及率提高到百分之九十五以上。", 95, FigureComparator.AtLeast)]
    public void A_figure_keeps_its_number_and_how_it_stands_to_the_true_one(string text, double value, FigureComparator comparator)
    {
        var figure = Assert.Single(Reader.Read(text), s => s.Figure is not null).Figure!;
        Assert.Equal(((decimal)value, comparator), (figure.Value, figure.Comparator));
    }

    [Theory]
    [InlineData("Exports were 40% in 2019-20.", "2019–20")]
    [InlineData("In 2023/24 the fund paid £40m.", "2023/24")]
    [InlineData("From 2021 to 2025 the state spent €7 million.", "2021–2025")]
    [InlineData("The state had 40% in March 2024.", "2024-03")]
    [InlineData("2016年至2019年,产量增长8.7%。", "2016–2019")]
    [InlineData("The share of the state rose in 2022. It is 30% of farms.", null)]
    public void A_period_is_kept_as_it_is_said_and_not_taken_from_the_sentence_before(string text, string? period) =>
        Assert.Equal(period, Assert.Single(Reader.Read(text), s => s.Figure is not null).Figure!.Period?.ToString());

    [Theory]
    [InlineData("The glass group said: “We will halve wages.”")]
    [InlineData("“We will halve wages. We will open ten plants,” said the firm's chair. “We will also create jobs.”")]
    [InlineData("Critics say the government will close schools.")]
    [InlineData("Unions warned that the state will cut pay.")]
    [InlineData("According to analysts, the ministry will raise fees.")]
    [InlineData("The dockers' union said that it will close the port.")]
    [InlineData("某钢铁集团董事长表示：“我们将扩大产能，建设十个工厂。”")]
    [InlineData("专家表示，政府将降低税率。")]
    [InlineData("据专家介绍，未来将建设五百个充电站。")]
    [InlineData("某汽车公司将建设两座工厂。")]
    [InlineData("The state shelved plans to build 12 bridges.")]
    public void What_others_are_quoted_as_saying_is_no_commitment(string text) => Assert.Empty(Quotes(text, SuggestionKind.Commitment));

    [Theory]
    [InlineData("“We will build ten clinics,” said the health minister.", "build ten clinics")]
    [InlineData("The minister said: “We will build ten clinics.”", "build ten clinics")]
    [InlineData("The council told the firm that it will fund ten wells.", "fund ten wells")]
    [InlineData("工业和信息化部部长表示：“我们将推动网络建设。”", "推动网络建设")]
    public void What_ministers_and_officials_say_is_a_commitment(string text, params string[] expected) =>
        Assert.Equal(expected, Quotes(text, SuggestionKind.Commitment));

    [Theory]
    [InlineData(
        "The county will: 1. build a weir, 2. buy 4 boats, and 3. move the pier to St. Anne.",
        "build a weir",
        "buy 4 boats",
        "move the pier to St. Anne"
    )]
    [InlineData(
        "The agency shall: (a) publish a plan; (b) hire 40 inspectors; and (c) report to parliament.",
        "publish a plan",
        "hire 40 inspectors",
        "report to parliament"
    )]
    [InlineData("Dr. C. D. Moss, e.g. of Ward No. 7, will chair the panel.", "chair the panel")]
    [InlineData("The U.S. Department of Energy will fund 30 labs.", "fund 30 labs")]
    public void A_list_inside_a_sentence_and_abbreviations_hide_no_undertaking(string text, params string[] expected) =>
        Assert.Equal(expected, Quotes(text, SuggestionKind.Commitment));

    [Theory]
    [InlineData(
        "The agency will (a) publish a plan, (b) hire 40 inspectors and (c) report to parliament.",
        "publish a plan",
        "hire 40 inspectors",
        "report to parliament"
    )]
    [InlineData("The agency plans to: 1) seal the wells, 2) replace all pipes.", "seal the wells", "replace all pipes")]
    [InlineData("到2028年，该局将①封堵水井40口；②更换管道300公里。", "到2028年，该局将①封堵水井40口", "更换管道300公里")]
    [InlineData("省政府将：一是修缮两座水坝，二是购买六艘渔船，三是培训全部船员。", "修缮两座水坝", "购买六艘渔船", "培训全部船员")]
    public void A_list_behind_will_needs_no_colon_and_no_known_verb(string text, params string[] expected) =>
        Assert.Equal(expected, Quotes(text, SuggestionKind.Commitment));

    [Theory]
    [InlineData("Greenpeace said it will plant trees along the river.")]
    [InlineData("“We will build ten ferries,” said Nordwind.")]
    [InlineData("“We shall plant a million trees”, the foundation’s director announced.")]
    public void What_a_name_says_that_nobody_knows_is_no_sure_undertaking(string text) =>
        Assert.All(Reader.Read(text), s => Assert.InRange(s.Confidence, 0, 0.6));

    [Fact]
    public void A_sentence_goes_on_over_the_end_of_a_page_and_is_quoted_as_it_stands()
    {
        const string Text =
            "Harbour Review\n\nThe ministry will pay for new cranes in every\n\nHarbour Review — 8\n\nsea port by 2032, and for 4 docks later. It will publish a list of\n\n9\n\nports each year.\n";
        var read = Reader.Read(Text);
        Assert.Equal(
            [
                "pay for new cranes in every\n\nHarbour Review — 8\n\nsea port by 2032, and for 4 docks later",
                "publish a list of\n\n9\n\nports each year",
            ],
            Quotes(Text, SuggestionKind.Commitment)
        );
        Assert.Equal(new DateOnly(2032, 12, 31), read[0].Details!.Due);
        Assert.Equal(4, Assert.Single(read, s => s.Figure is not null).Figure!.Value);
    }

    [Fact]
    public void Between_whole_sentences_a_page_number_joins_nothing() =>
        Assert.Equal(
            ["build a weir", "open a port"],
            Quotes("The county will build a weir.\n\n12\n\nThe state will open a port.", SuggestionKind.Commitment)
        );

    [Theory]
    [InlineData("The ministry will not ")]
    [InlineData("30–40% to 1 in 2 ")]
    [InlineData("“We will, said the firm, ")]
    [InlineData("1, 2. A and 3. ")]
    [InlineData("word\n12\n")]
    public void A_hostile_text_is_read(string scrap) =>
        Assert.NotNull(Reader.Read("The state will. " + string.Concat(Enumerable.Repeat(scrap, 20_000))));

    private static List<string> Quotes(string text, SuggestionKind kind) =>
        [.. Reader.Read(text, 2026).Where(s => s.Kind == kind).Select(s => text[s.Place.Start..s.Place.End])];
}
