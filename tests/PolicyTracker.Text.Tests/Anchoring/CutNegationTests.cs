using CsCheck;
using PolicyTracker.Text.Anchoring;

namespace PolicyTracker.Text.Tests.Anchoring;

/// <summary>Whoever marks words that begin behind the "not" of their sentence is told so. The words stand in [brackets].</summary>
public sealed class CutNegationTests
{
    [Theory]
    [InlineData("The council will not [close any library].", "not", "will not close any library")]
    [InlineData("Under rule 9 the fund is not allowed to [lend to a mine] before May.", "not", "is not allowed to lend to a mine")]
    [InlineData("The state shall never again [tax bread].", "never", "shall never again tax bread")]
    [InlineData("From June the office will no longer [accept cash].", "no longer", "will no longer accept cash")]
    [InlineData("The ministry cannot [sell the port].", "cannot", "cannot sell the port")]
    [InlineData("We won’t [raise the fee].", "won’t", "won’t raise the fee")]
    [InlineData("The agency doesn't plan to [hire inspectors].", "doesn't", "doesn't plan to hire inspectors")]
    [InlineData("The board refuses to [fund the bridge].", "refuses", "refuses to fund the bridge")]
    [InlineData("The plan goes ahead without [raising rents].", "without", "without raising rents")]
    [InlineData("The city will stop [burning coal].", "stop", "will stop burning coal")]
    [InlineData("The law prohibits ministers from [owning shares].", "prohibits", "prohibits ministers from owning shares")]
    [InlineData("The treasury declined to [pay the debt].", "declined", "declined to pay the debt")]
    [InlineData("No new toll will [be charged on the bridge].", "No", "No new toll will be charged on the bridge")]
    [InlineData("No new toll [will be charged on the bridge].", "No", "No new toll will be charged on the bridge")]
    [InlineData(
        "Neither the state nor the towns will [pay for the wall].",
        "Neither",
        "Neither the state nor the towns will pay for the wall"
    )]
    [InlineData("Nobody may [fish in the lake].", "Nobody", "Nobody may fish in the lake")]
    [InlineData("It will not pay, nor will it [lend].", "nor", "nor will it lend")]
    [InlineData("Under no circumstances will the state [sell the forest].", "no", "no circumstances will the state sell the forest")]
    [InlineData("Never will this government [cut pensions].", "Never", "Never will this government cut pensions")]
    [InlineData("The state will not close a school or [sell its land].", "not", "will not close a school or sell its land")]
    [InlineData("The state will not, in any case, [close a clinic].", "not", "will not, in any case, close a clinic")]
    [InlineData("The ministry has no plans to [widen the road].", "no", "has no plans to widen the road")]
    [InlineData("There is no intention of [widening the road].", "no", "is no intention of widening the road")]
    [InlineData("The act does not oblige small firms to [report emissions].", "not", "does not oblige small firms to report emissions")]
    [InlineData("The rule is\nnot\n[in force].", "not", "is\nnot\nin force")]
    [InlineData(
        "The office will not:\n1. close a branch;\n2. [sell a building].",
        "not",
        "will not:\n1. close a branch;\n2. sell a building"
    )]
    [InlineData(
        "The office will not: (a) close a branch, (b) [sell a building].",
        "not",
        "will not: (a) close a branch, (b) sell a building"
    )]
    [InlineData("It is forbidden to:\n(a) [feed the birds];", "forbidden", "is forbidden to:\n(a) feed the birds")]
    [InlineData("The agency will not “[abolish the grant]”.", "not", "will not “abolish the grant")]
    [InlineData("The minister has ruled nothing out and will hardly [build it].", "hardly", "will hardly build it")]
    [InlineData("The board has ruled out [selling the mill].", "ruled out", "ruled out selling the mill")]
    [InlineData("In no case [will the board sell the mill].", "In no case", "In no case will the board sell the mill")]
    [InlineData("Rather than [close mills], the state will mend them.", "Rather than", "Rather than close mills")]
    [InlineData("The ministry has yet to [open the museum].", "has yet to", "has yet to open the museum")]
    [InlineData("The council ruled out [selling water].", "ruled out", "ruled out selling water")]
    [InlineData("The agency abandoned its plan to [move offices].", "abandoned its plan to", "abandoned its plan to move offices")]
    [InlineData("The mayor withdrew the [promise to plant oaks].", "withdrew the", "withdrew the promise to plant oaks")]
    [InlineData("The union rejects calls to [cut pay].", "rejects calls to", "rejects calls to cut pay")]
    [InlineData("The minister denied that [the mine will open].", "denied that", "denied that the mine will open")]
    [InlineData("It is not the case that [fees will rise].", "not the case that", "not the case that fees will rise")]
    [InlineData("Under no circumstances [will troops enter].", "Under no circumstances", "Under no circumstances will troops enter")]
    [InlineData("The moratorium on [building towers] stays.", "moratorium on", "moratorium on building towers")]
    [InlineData("该市取消[征收牛税]。", "取消", "取消征收牛税")]
    [InlineData("请别再[砍伐红木]。", "请别再", "请别再砍伐红木")]
    [InlineData("该市不再[新建煤电项目]。", "不再", "不再新建煤电项目")]
    [InlineData("任何单位不得[关闭乡村学校]。", "不得", "不得关闭乡村学校")]
    [InlineData("不得以任何理由[拖欠工资]。", "不得", "不得以任何理由拖欠工资")]
    [InlineData("严禁[在耕地上建房]。", "严禁", "严禁在耕地上建房")]
    [InlineData("政府并非[要提高税率]。", "并非", "并非要提高税率")]
    [InlineData("目前尚未[开放市场]。", "尚未", "尚未开放市场")]
    [InlineData("我们不打算[扩大收费范围]。", "不", "不打算扩大收费范围")]
    [InlineData("绝不允许[降低环保标准]。", "绝不", "绝不允许降低环保标准")]
    [InlineData("公司拒绝[公开数据]。", "拒绝", "拒绝公开数据")]
    [InlineData("不得新建、[扩建高炉]。", "不得", "不得新建、扩建高炉")]
    [InlineData("不得有下列行为：\n（一）停课；\n（二）[乱收费用]。", "不得", "不得有下列行为：\n（一）停课；\n（二）乱收费用")]
    [InlineData("学校不会[取消补贴]。", "不", "不会取消补贴")]
    [InlineData("市里没有[批准这个项目]。", "没有", "没有批准这个项目")]
    [InlineData("坚决禁止违规[占用农田]。", "坚决禁止", "坚决禁止违规占用农田")]
    public void Words_cut_off_from_their_negation_are_found_with_the_wider_words(string marked, string word, string wider)
    {
        var (text, start, end) = Read(marked);
        var found = Assert.NotNull(CutNegation.Before(text, new(start, end)));
        Assert.Equal((word, wider), (found.Word, text[found.Wider.Start..found.Wider.End]));
    }

    [Theory]
    [InlineData("The council will [not close any library].")]
    [InlineData("[The council will not close any library].")]
    [InlineData("Not too long ago the council held a fair to [close the library].")]
    [InlineData("The council will not only [close the library] but sell it.")]
    [InlineData("No later than May the state will [open the port].")]
    [InlineData("No fewer than 30 towns will [be linked].")]
    [InlineData("There is no doubt that the state will [open the port].")]
    [InlineData("Not long ago the road was shut. [The state will open it].")]
    [InlineData("The state did not act last year, but it will [act now].")]
    [InlineData("The state will not cut pay and the city will [raise it].")]
    [InlineData("The state has not paid and will [pay in June].")]
    [InlineData("The bridge is not safe. The state will [mend it].")]
    [InlineData("If the firm does not pay, the state will [close the mine].")]
    [InlineData("Firms that do not report will [be fined].")]
    [InlineData("The state will not fail to [pay].")]
    [InlineData("The union will not stop [paying farmers].")]
    [InlineData("With no delay the state will [open the port].")]
    [InlineData("Unit No. 9 will [chair the panel].")]
    [InlineData("He said that a note will [be published].")]
    [InlineData("The port is not open\n\n[Build a new port]")]
    [InlineData("我们不断[完善制度]。")]
    [InlineData("不仅[扩大开放]，还降低关税。")]
    [InlineData("未来[建设十个园区]。")]
    [InlineData("不得不[关闭工厂]。")]
    [InlineData("未达标的企业将[关闭]。")]
    [InlineData("不新增收费，[降低税率]。")]
    [InlineData("我们[不再新建煤电项目]。")]
    [InlineData("非常[重视教育]。")]
    [InlineData("大力发展无线[网络建设]。")]
    [InlineData("The council did not rule out [selling water].")]
    [InlineData("Rather than wait, the state will [plant oaks].")]
    [InlineData("各地特别[重视培训]。")]
    [InlineData("对企业区别[对待并给予补贴]。")]
    public void Words_that_no_negation_governs_or_that_hold_it_are_left(string marked)
    {
        var (text, start, end) = Read(marked);
        Assert.Null(CutNegation.Before(text, new(start, end)));
    }

    private static readonly string[] Scraps =
    [
        "not ",
        "will ",
        "never ",
        "no ",
        "to ",
        "close ",
        "or ",
        ", ",
        ": ",
        "1. ",
        "\n",
        "不得",
        "将",
        "以任何方式",
        "：",
        "建设",
        "“",
        ". ",
        "stop ",
        "The ",
        "😀",
    ];

    [Fact]
    public void Whatever_the_text_the_wider_words_hold_the_negation_and_end_where_the_words_do() =>
        Gen.Select(Gen.Int[0, Scraps.Length - 1].Select(n => Scraps[n]).List[1, 30], Gen.Int[0, 200], Gen.Int[1, 60])
            .Sample(
                (parts, at, length) =>
                {
                    var text = string.Concat(parts);
                    var start = Math.Min(at, text.Length - 1);
                    var end = Math.Min(text.Length, start + length);
                    if (CutNegation.Before(text, new(start, end)) is { } found)
                    {
                        Assert.Equal(end, found.Wider.End);
                        Assert.True(found.Wider.Start >= 0 && found.Wider.Start < end);
                        Assert.Contains(found.Word, text[found.Wider.Start..end], StringComparison.Ordinal);
                    }
                }
            );

    private static (string Text, int Start, int End) Read(string marked) =>
        (
            marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal),
            marked.IndexOf('[', StringComparison.Ordinal),
            marked.IndexOf(']', StringComparison.Ordinal) - 1
        );
}
