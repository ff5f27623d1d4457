using System.Text.Json;
using CsCheck;
using PolicyTracker.Text.Anchoring;
using PolicyTracker.Text.Suggestions;

namespace PolicyTracker.Text.Tests.Suggestions;

/// <summary>An editor who pastes an announcement finds it read.</summary>
public sealed class SuggestionReaderTests
{
    private static readonly SuggestionReader Reader = new(PillarModel.BuiltIn);

    // Two announcements written for these tests and labelled before they were first read by the program.
    private static readonly string Labelled = Path.Combine(AppContext.BaseDirectory, "Suggestions", "labelled");

    [Theory]
    [InlineData("rural-links.en.txt")]
    [InlineData("parts-plan.zh.txt")]
    public void Of_a_labelled_announcement_nearly_all_is_found_and_little_else(string file)
    {
        var text = File.ReadAllText(Path.Combine(Labelled, file));
        var map = new CodePointMap(text);
        var labels = File.ReadLines(Path.Combine(Labelled, "gold.jsonl"))
            .Select(l => JsonDocument.Parse(l).RootElement)
            .Where(l => l.GetProperty("doc").GetString() == file)
            .ToList();
        Assert.All(
            labels,
            l =>
                Assert.Equal(
                    l.GetProperty("quote").GetString(),
                    text[map.ToUtf16(l.GetProperty("start").GetInt32())..map.ToUtf16(l.GetProperty("end").GetInt32())]
                )
        );
        foreach (var kind in Enum.GetValues<SuggestionKind>())
        {
            var candidates = Reader.Read(text).Where(s => s.Kind == kind).ToList();
            var gold = labels
                .Where(l => string.Equals(l.GetProperty("kind").GetString(), kind.ToString(), StringComparison.OrdinalIgnoreCase))
                .ToList();
            bool Right(Suggestion s, JsonElement l)
            {
                var (start, end) = (map.ToUtf16(l.GetProperty("start").GetInt32()), map.ToUtf16(l.GetProperty("end").GetInt32()));
                return 2 * (Math.Min(s.Place.End, end) - Math.Max(s.Place.Start, start))
                        >= Math.Min(s.Place.End - s.Place.Start, end - start)
                    && (s.Figure is null || s.Figure.Value == (decimal)l.GetProperty("value").GetDouble());
            }

            var precision = (double)candidates.Count(c => gold.Exists(l => Right(c, l))) / candidates.Count;
            var recall = (double)gold.Count(l => candidates.Exists(c => Right(c, l))) / gold.Count;
            Assert.True(2 * precision * recall / (precision + recall) >= 0.85, $"{kind}: precision {precision:0.00}, recall {recall:0.00}");
        }
    }

    [Theory]
    [InlineData(
        "The ministry will establish ten colleges and create a fund for parks.",
        "establish ten colleges",
        "create a fund for parks"
    )]
    [InlineData(
        "We will research and formulate an action plan, and strengthen networks.",
        "research and formulate an action plan",
        "strengthen networks"
    )]
    [InlineData(
        "The council intends to set up a market, to let towns share data and to back smaller plants with loans.",
        "set up a market",
        "let towns share data",
        "back smaller plants with loans"
    )]
    [InlineData(
        "We will open 12 offices, work with mayors and report to parliament.",
        "open 12 offices",
        "work with mayors",
        "report to parliament"
    )]
    [InlineData("We are investing £5 billion in roads.", "investing £5 billion in roads")]
    [InlineData("All schools will be connected by 2025.", "All schools will be connected by 2025")]
    [InlineData("China will step up efforts to build a network, an official said on Monday.", "step up efforts to build a network")]
    [InlineData("We’ll open ten centres.", "open ten centres")]
    [InlineData("That is why the government will introduce a new fund.", "introduce a new fund")]
    [InlineData("The goal is to at least triple the capacity of data centres.", "triple the capacity of data centres")]
    [InlineData("Our effort will be to create new jobs.", "create new jobs")]
    [InlineData(
        "The government is committed to building modern, secure, and open infrastructure.",
        "building modern, secure, and open infrastructure"
    )]
    [InlineData("The department will set out how it will help firms.", "set out how it will help firms")]
    [InlineData(
        "They will integrate computing power to train and develop models.",
        "integrate computing power to train and develop models"
    )]
    [InlineData(
        "Work will be done to coordinate computing power, promote its use and secure it.",
        "coordinate computing power",
        "promote its use",
        "secure it"
    )]
    [InlineData("By 2025, China should form a system of networks, said the plan.", "form a system of networks")]
    [InlineData(
        "The plan calls for the deployment of 100 applications and build ten plants.",
        "the deployment of 100 applications",
        "build ten plants"
    )]
    [InlineData("Efforts should be made to foster industries and develop markets.", "foster industries", "develop markets")]
    [InlineData("The government is working with suppliers to build an open market.", "working with suppliers to build an open market")]
    [InlineData("By 2030, 16 new cables will have been laid to the islands.", "16 new cables will have been laid to the islands")]
    [InlineData("These initiatives will establish a unified market.", "establish a unified market")]
    [InlineData("The state will explore rules for data flows, per the plan.", "explore rules for data flows")]
    [InlineData("工作要点提出,加大技术创新投入,推动专网建设。", "加大技术创新投入", "推动专网建设")]
    [InlineData("下一步将以设备更新为抓手,围绕推进新型工业化,实施改造工程。", "实施改造工程")]
    [InlineData("在大力推动通信业发展方面,我们将编制行动计划。", "编制行动计划")]
    [InlineData("在智能工厂方面,为企业提供诊断服务,打造20家标杆工厂。", "为企业提供诊断服务", "打造20家标杆工厂")]
    [InlineData(
        "The government will invest £1 billion to improve access, power more research and facilitate trade.",
        "invest £1 billion to improve access, power more research and facilitate trade"
    )]
    [InlineData("The ministry stated at a press conference that it will expand networks.", "expand networks")]
    [InlineData("到2027年,综合实力显著提升。关键技术取得重大突破,培育一批领军企业。", "培育一批领军企业")]
    [InlineData(
        "其中提到,到2025年,产业全面发展。建设一批孵化器,开拓百项应用场景,初步形成发展模式。",
        "到2025年,产业全面发展",
        "建设一批孵化器",
        "开拓百项应用场景",
        "初步形成发展模式"
    )]
    [InlineData("首先是改造升级传统产业。", "改造升级传统产业")]
    [InlineData("我们将加快5G网络建设,推动工业互联网创新发展。", "加快5G网络建设", "推动工业互联网创新发展")]
    [InlineData("力争到2025年,七成规模以上企业实现数字化。", "力争到2025年,七成规模以上企业实现数字化")]
    [InlineData("同时,加大对工业软件的支持。", "加大对工业软件的支持")]
    public void Each_undertaking_is_quoted_by_its_own_words(string text, params string[] expected) =>
        Assert.Equal(expected, Quotes(text, SuggestionKind.Commitment));

    [Theory]
    [InlineData("China has built the largest network in the world.")]
    [InlineData("Analysts expect that demand will grow.")]
    [InlineData("Firms told us that they plan to hire more staff and intend to invest abroad.")]
    [InlineData("Whether banks will follow is another question.")]
    [InlineData("If the law passes, operators will share masts.")]
    [InlineData("Provinces are asked to coordinate sites with their power grids.")]
    [InlineData("Report on methods. Open questions remain.")]
    [InlineData("Will the ministry build it?")]
    [InlineData("China has released an action plan to build a digital country.")]
    [InlineData("The scheme will help firms to grow. This will provide the infrastructure that towns need.")]
    [InlineData("Some countries are going to make breakthroughs.")]
    [InlineData("The act will enter into force in May and take effect in June. It will form the cornerstone of a market.")]
    [InlineData("I will answer these questions.")]
    [InlineData("I know she wants to promote the art.")]
    [InlineData("It sets out the targets that the Union aims to reach.")]
    [InlineData("上海创新能力将进一步增强。")]
    [InlineData("The size of the industry is set to grow.")]
    [InlineData("We are fixing this by delivering for homes across the country.")]
    [InlineData("“十三五”规划目标任务如期完成。建成全球规模最大的光纤网络。")]
    [InlineData("去年,我们加快推进网络建设,打造了一批优质企业。")]
    [InlineData("专家认为,人工智能将深刻改变制造业。")]
    [InlineData("各地要加强组织领导,确保任务落到实处。")]
    public void What_was_done_is_thought_or_is_asked_of_others_is_no_commitment(string text) =>
        Assert.Empty(Quotes(text, SuggestionKind.Commitment));

    [Theory]
    [InlineData("In 2022 revenue reached 15.4 trillion yuan.", 15.4e12, "CNY", "2022", false, FigureComparator.Equal)]
    [InlineData(
        "Coverage will rise to more than 85 percent by 2025. It was published on 3 May 2023.",
        85,
        "percent",
        "2025",
        true,
        FigureComparator.MoreThan
    )]
    [InlineData("An outlay of Rs. 10,372 crore was approved.", 103_720_000_000, "INR", null, false, FigureComparator.Equal)]
    [InlineData("Exports crossed ₹1.2 lakh crore in 2023.", 1.2e12, "INR", "2023", false, FigureComparator.Equal)]
    [InlineData("The fund has £40m for the towns of the region.", 40e6, "GBP", null, false, FigureComparator.Equal)]
    [InlineData("There are 2,025 villages without a line.", 2025, "count", null, false, FigureComparator.Equal)]
    [InlineData(
        "By 2025, it is expected to account for 10 percent of output, up from the past. It was published on 3 May 2022.",
        10,
        "percent",
        "2025",
        true,
        FigureComparator.Equal
    )]
    [InlineData("Output was 8.5 trillion yuan (about 1.18 trillion U.S. dollars).", 8.5e12, "CNY", null, false, FigureComparator.Equal)]
    [InlineData(
        "The centres were built with approximately 100,000 cutting-edge chips.",
        100_000,
        "count",
        null,
        false,
        FigureComparator.About
    )]
    [InlineData("The ministry selected 10 cross-industry and cross-sector platforms.", 10, "count", null, false, FigureComparator.Equal)]
    [InlineData("Rs 20 thousand crore was provided.", 200_000_000_000, "INR", null, false, FigureComparator.Equal)]
    [InlineData("到2018年底,普及率达到80%,相比2015年底翻一番。", 80, "percent", "2018", true, FigureComparator.Equal)]
    [InlineData("国内企业发布300多款产品。", 300, "count", null, false, FigureComparator.MoreThan)]
    [InlineData("推动1000家规模以上企业实施转型。", 1000, "count", null, true, FigureComparator.Equal)]
    [InlineData("培育3家左右平台企业。", 3, "count", null, true, FigureComparator.About)]
    [InlineData("5亿元由财政安排,支持企业。", 5e8, "CNY", null, false, FigureComparator.Equal)]
    [InlineData("2016年至2019年,制造业增加值年均增长8.7%。", 8.7, "percent", "2016–2019", false, FigureComparator.Equal)]
    [InlineData("截至2023年,基站总数达到337.7万个。", 3_377_000, "count", "2023", false, FigureComparator.Equal)]
    [InlineData("产业规模超过15.4万亿元。", 15.4e12, "CNY", null, false, FigureComparator.MoreThan)]
    [InlineData("业务涉及九成以上(90%)的门类。", 90, "percent", null, false, FigureComparator.Equal)]
    [InlineData("The Union supports 10 000 highly secure edge nodes.", 10000, "count", null, false, FigureComparator.Equal)]
    [InlineData("增长25%左右。", 25, "percent", null, false, FigureComparator.About)]
    public void A_figure_is_read_with_scale_unit_period_and_comparator(
        string text,
        double value,
        string unit,
        string? period,
        bool isTarget,
        FigureComparator comparator
    )
    {
        var figure = Assert.Single(Reader.Read(text), s => s.Figure is not null).Figure!;
        Assert.Equal(
            ((decimal)value, unit, period, isTarget, comparator),
            (figure.Value, figure.Unit, figure.Period?.ToString(), figure.IsTarget, figure.Comparator)
        );
    }

    [Theory]
    [InlineData("The plan of 12 January 2022 speaks of 5G, IPv6 and section 4.2; call extension 2025.")]
    [InlineData("The “Reaching 100%” programme is for the third quarter of 2024, Article 5(2) and the 14th plan.")]
    [InlineData("It ran for 5 years and met at 10:30; see page 12 and step 3.")]
    [InlineData("第十四届会议于2024年5月31日10时召开,联系电话:010-68205238,参见第3条。")]
    public void What_measures_nothing_is_no_indicator(string text) => Assert.Empty(Quotes(text, SuggestionKind.Indicator));

    [Fact]
    public void A_broken_line_is_read_as_one_and_quoted_as_it_stands()
    {
        const string Text =
            "The ministry will promote the digital transfor-\nmation of small firms and support\nindustrial software by 2025.\n";
        Assert.Equal(
            ["promote the digital transfor-\nmation of small firms", "support\nindustrial software by 2025"],
            Quotes(Text, SuggestionKind.Commitment)
        );
    }

    [Theory]
    [InlineData("Le ministère va construire trois cents centres de données dans les régions rurales avant la fin de l'année prochaine.")]
    [InlineData("経済産業省はデジタル変革を推進し、工場のネットワークを整備する。")]
    [InlineData("12 34.5 678 90% 1,234 5678 2025 2026 99.9")]
    [InlineData("")]
    public void A_text_in_another_language_or_none_gets_no_suggestion(string text) => Assert.Empty(Reader.Read(text));

    [Fact]
    public void Five_megabytes_without_a_stop_are_read() =>
        Assert.Empty(Reader.Read(string.Concat(Enumerable.Repeat("the ministry will build ", 220_000))));

    // Put together at random, they make sentences that nobody would write.
    private static readonly string[] Scraps =
    [
        "The ministry will ",
        "build 12 parks, ",
        "and support 3.5 million ",
        "firms by 2025. ",
        "We’re ",
        "We’ll ",
        "is ",
        "are set to ",
        "plans to ",
        "an action plan to ",
        "that ",
        "how ",
        "why ",
        "will ",
        "will be to ",
        "not ",
        "also ",
        "to ",
        ", ",
        "; ",
        "and ",
        "further ",
        "secure, ",
        "(about $5bn) ",
        "$5bn ",
        "20% of all towns ",
        "4.5 lakh crore ",
        "5G ",
        "by the end of the year ",
        "over 1,000 ",
        "per the plan",
        "? ",
        "; investing ",
        "Aims to ",
        "我们将",
        "推动工业互联网,",
        "增长6.1%。",
        "以设备更新为重点,",
        "围绕",
        "将",
        "力争到2025年",
        "《行动计划》提出",
        "4000-6000家",
        "由2万亿元增至3万亿元",
        "七成以上(70%)",
        "一季度,",
        "。",
        ":",
        "\n",
        "1. ",
        "• ",
        "😀",
        "“",
        "”",
        "(",
        "《",
    ];

    [Fact]
    public void Every_suggestion_is_a_place_in_the_text_and_the_same_text_gives_the_same() =>
        Gen.Int[0, Scraps.Length - 1]
            .Select(n => Scraps[n])
            .List[1, 40]
            .Sample(parts =>
            {
                var text = string.Concat(parts);
                var read = Reader.Read(text);
                Assert.Equal(read, Reader.Read(text));
                Assert.All(
                    read,
                    s =>
                    {
                        Assert.True(s.Place.Start >= 0 && s.Place.Start < s.Place.End && s.Place.End <= text.Length);
                        Assert.False(
                            char.IsLowSurrogate(text[s.Place.Start])
                                || char.IsWhiteSpace(text[s.Place.Start])
                                || char.IsWhiteSpace(text[s.Place.End - 1])
                        );
                        Assert.InRange(s.Confidence, 0, 1);
                    }
                );
            });

    [Theory]
    [InlineData("The ministry will connect all towns by 2027.", "2027-12-31")]
    [InlineData("The ministry will connect all towns by the end of the first quarter of 2026.", "2026-03-31")]
    [InlineData("The ministry will connect all towns by March 2026.", "2026-03-31")]
    [InlineData("力争到2025年底,七成企业实现数字化。", "2025-12-31")]
    [InlineData("The ministry will connect all towns.", null)]
    public void A_commitment_is_due_on_the_last_day_that_it_names(string text, string? due) =>
        Assert.Equal(
            due is null ? null : DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture),
            Assert.Single(Reader.Read(text), s => s.Kind is SuggestionKind.Commitment).Details?.Due
        );

    [Theory]
    [InlineData("The Department for Science will publish a strategy.", VerbClass.Formulate, "Department for Science")]
    [InlineData("By 2027, the European Commission will set up ten centres.", VerbClass.Build, "European Commission")]
    [InlineData("We will strengthen networks.", VerbClass.Promote, null)]
    [InlineData("The Commission proposes to harmonise the rules for operators.", VerbClass.Regulate, "Commission")]
    [InlineData("The Government has announced plans to invest £5 billion in roads.", VerbClass.Fund, "Government")]
    [InlineData("Under the plan the departments will train 40 mayors.", VerbClass.Guide, "departments")]
    [InlineData("All schools will be connected by 2025.", VerbClass.Build, null)]
    [InlineData("We will win the trust of towns.", null, null)]
    [InlineData("据悉,2024年工信部将研究制定行动计划。", VerbClass.Formulate, "工信部")]
    [InlineData("我们将鼓励企业上云。", VerbClass.Guide, null)]
    [InlineData("财政部将进一步加大投入力度。", VerbClass.Promote, "财政部")]
    public void A_commitment_says_what_is_done_and_who_does_it(string text, VerbClass? verb, string? responsible)
    {
        var details = Reader.Read(text).First(s => s.Kind is SuggestionKind.Commitment).Details!;
        Assert.Equal((verb, responsible), (details.Verb, details.Responsible));
    }

    [Theory]
    [InlineData("The software revenue of the country reached 15.4 trillion yuan in 2022.", "software revenue of the country")]
    [InlineData("They aim to raise total capacity to more than 300 EFLOPS.", "total capacity")]
    [InlineData("They want to connect at least 90% of anchor institutions such as schools.", "share of anchor institutions")]
    [InlineData("There are now 27,836 sites in the countryside.", "sites")]
    [InlineData("智能算力占比达到35%,存储总量超过1800EB。", "智能算力占比")]
    [InlineData("截至2023年底,全国5G基站总数达到337.7万个。", "全国5G基站总数")]
    [InlineData("目前已培育421家国家级示范工厂。", "国家级示范工厂")]
    [InlineData("由20.95万亿元增至26.92万亿元。", null)]
    public void A_figure_comes_with_what_it_measures(string text, string? measures) =>
        Assert.Equal(measures, Reader.Read(text).First(s => s.Figure is not null).Figure!.Measures);

    [Theory]
    [InlineData("By the end of the year coverage is to rise to 85 percent.", "2024", true)]
    [InlineData("Last year coverage rose to 85 percent.", "2023", false)]
    [InlineData("一季度,规模以上工业增加值增长6.1%。", "2024-Q1", false)]
    [InlineData("去年,规模以上工业增加值增长6.1%。", "2023", false)]
    [InlineData("The council will train 1,200 mechanics.", null, true)]
    [InlineData("In 2023 the region grew. The council will train 1,200 mechanics.", null, true)]
    public void A_period_without_a_year_is_told_by_the_year_of_the_document(string text, string? period, bool isTarget)
    {
        var figure = Assert.Single(Reader.Read(text, 2024), s => s.Figure is not null).Figure!;
        Assert.Equal((period, isTarget), (figure.Period?.ToString(), figure.IsTarget));
    }

    [Fact]
    public void A_model_is_known_by_its_version_and_what_it_learns_makes_another()
    {
        var learnt = PillarModel.BuiltIn.Learn([
            ("harbours", "dredge the estuary"),
            ("harbours", "survey the estuary"),
            ("harbours", "an estuary"),
        ]);
        Assert.Matches("^[0-9a-f]{8}$", PillarModel.BuiltIn.Version);
        Assert.NotEqual(PillarModel.BuiltIn.Version, learnt.Version);
        Assert.Equal(
            learnt.Version,
            PillarModel
                .BuiltIn.Learn([("harbours", "survey the estuary"), ("harbours", "an estuary"), ("harbours", "dredge the estuary")])
                .Version
        );
        Assert.Equal(
            "harbours",
            learnt.Of("deepen the estuary", "The estuary was surveyed. We will deepen the estuary.", "The estuary").Pillar
        );
    }

    private static IEnumerable<string> Quotes(string text, SuggestionKind kind) =>
        Reader.Read(text).Where(s => s.Kind == kind).Select(s => text[s.Place.Start..s.Place.End]);
}
