namespace PolicyTracker.Text.Meaning;

// What a change is called. These lists name it; whether it matters does not hang on them.
internal static partial class ChangeClassifier
{
    private static readonly Dictionary<string, ChangeSeverity> Words = Lexicon(
        (ChangeSeverity.Number, "half third quarter double triple dozen first second once twice both"),
        (
            ChangeSeverity.Unit,
            "percent percentage yuan rmb usd eur gbp inr jpy dollar dollars euro euros pound pounds rupee rupees yen zloty kronor km meter meters mile miles foot feet inch inches acre acres ha gw mw kw gwh mwh twh eflops exaflops gbps mbps kbps tonne tonnes ton tons kg liter liters gallon gallons mu hour hours day days week weeks month months year years decade decades daily weekly monthly quarterly yearly annually"
        ),
        (
            ChangeSeverity.Date,
            "january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter"
        ),
        (
            ChangeSeverity.Negation,
            "not no non never neither nor without none nobody nothing cannot cant wont dont doesnt didnt isnt arent wasnt werent shant shouldnt wouldnt couldnt mustnt hasnt havent hadnt only just merely hardly barely rarely seldom unless except unlikely fail fails failed refuse refuses refused reject rejects rejected less fewer more most least increase decrease increases decreases increased decreased increasing decreasing reduce reduces reduced reducing raise raises raised raising lower lowers lowered higher cut cuts ban bans banned allow allows allowed permit permits permitted prohibit prohibits prohibited mandatory voluntary legal illegal lawful unlawful above below over under before after minimum maximum can may might could should must shall optional stop stops halt halts all some"
        )
    );

    private static readonly (ChangeSeverity Kind, string[] Words)[] Chinese =
    [
        (
            ChangeSeverity.Negation,
            [.. "不 未 无 没 非 勿 禁 减 降 停 仅 只 以上 以下 以内 以外 之前 之后 以前 以后 限制 允许 应当 必须".Split(' ')]
        ),
        (ChangeSeverity.Date, [.. "年 月 日 季度 上半年 下半年 春 夏 秋 冬".Split(' ')]),
        (
            ChangeSeverity.Unit,
            [
                .. "美元 欧元 日元 港元 英镑 卢比 人民币 元 公里 英里 千米 海里 里 米 尺 公顷 平方 亩 吨 公斤 千克 斤 克 倍 兆 千瓦 小时 分钟 百 千 万 亿".Split(
                    ' '
                ),
            ]
        ),
        (
            ChangeSeverity.Name,
            [
                .. (
                    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 "
                    + "中国 美国 欧盟 英国 印度 日本 韩国 德国 法国 省 市 县 区 镇 州 部 委 局 厅 办 院 会 署 三角 集团 公司"
                ).Split(' '),
            ]
        ),
    ];

    // Words that, standing apart or joined on, make two readings: "a part", "now here", "in valid", "not able", "re cover".
    private static readonly HashSet<string> Joinable =
    [
        .. "a an no not now non in un is it at on to so re all any may some im il ir ill out up over under be by as or".Split(' '),
    ];

    private static Dictionary<string, ChangeSeverity> Lexicon(params (ChangeSeverity Kind, string Words)[] groups)
    {
        var lexicon = new Dictionary<string, ChangeSeverity>(StringComparer.OrdinalIgnoreCase);
        foreach (var (kind, words) in groups)
        {
            foreach (var word in words.Split(' '))
            {
                lexicon.Add(word, kind);
            }
        }

        return lexicon;
    }
}
