using System.Text.RegularExpressions;

namespace PolicyTracker.Text.Suggestions;

// The words by which undertakings in Chinese are told from other statements.
internal static partial class ChineseUndertakings
{
    [GeneratedRegex(
        @"我们将要|我们要|我们将|还将|还要|也将|也要|仍将|(?<!即|就|主|需|重|只|必|不|简|摘|概|纪|首|次|想|若|须|紧)要(?!求|素|点|是|闻|么|件|害|义|地|约|想|领|塞|职|价|不)|(?<!即|优先)将(?!军|来|近|士|领|帅)|拟(?!态|合|定)|计划(?!的|还|从|提出|明确|指出|要求|部署|单|经济|生育|书|》|”)(?=[^，。]{2})|打算|力争|争取|决定(?=[^，。的]{2})|(?<=》|”|方案|意见|要点|规划|纲要)(?:还)?提出(?=[^，。：])|着力|下一步|今后|接下来|下半年|明年"
    )]
    private static partial Regex Marker();

    [GeneratedRegex(
        @"已|了(?=$|[，。])|取得|达到了|完成了|实现了|同比|环比|比上年|较上年|累计|截至|较20\d\d|增长了|突破了|成功|先后|均|为\d|有\d|达\d|达到\d"
    )]
    private static partial Regex Past();

    [GeneratedRegex(@"已|了(?=$|[，。])|同比|环比|比上年|较上年|累计|截至")]
    private static partial Regex Done();

    [GeneratedRegex(
        @"^(?:去年|过去|近年来|近年|[一二三四五六七八九十]+年来|20\d\d年以来|今年以来|上半年|前三季度|一季度|[一二三四]季度|十年来|“?十[一二三]五”?(?:期间|以来)|\d{4}年$)"
    )]
    private static partial Regex PastLead();

    [GeneratedRegex(
        @"^(?:力争|争取|计划|预计|将|要)?(?:到|至)?(?:20\d\d年|[一二三四五六七八九十]+年|今年|明年|年|“十[四五六]五”)(?:底|末|期间|内|前|时)?$|^(?:下一步|今后|接下来|下半年|未来[一二三五十]+年|同时|此外|另外|通过[^，]{1,8}努力|(?:力争|争取)?通过[^，]{1,8}努力|其中|具体来看|一方面|另一方面|答|问|记者问)$"
    )]
    private static partial Regex LeadIn();

    [GeneratedRegex(@"^(?:力争|争取|确保)|^(?:计划|将|要)?(?:到|至)20\d\d年")]
    private static partial Regex Reach();

    [GeneratedRegex(@"(?<!国有|中央|央|国资|所属)(?:公司|集团|企业|工厂|厂商|车企|协会|商会|工会|联合会)(?:还|也|均|都|等|今后|未来)?$")]
    private static partial Regex OfFirm();

    // The body before 将 or 要.
    [GeneratedRegex(
        @"(?:(?!据悉|其中|今年|明年|年)[^，。、：:“”《》（）()\s\d]){0,24}(?:部|委|局|署|院|厅|会|行|办|办公室|政府|部门|中心|市|省)(?=还|也|均|都|等)?$"
    )]
    private static partial Regex Body();

    // "The plan says": what follows is planned.
    [GeneratedRegex(
        @"(?:方案|意见|计划|要点|规划|通知|纲要|文件|办法|措施|报告|》|”)(?:中)?(?:还)?(?:明确)?(?:提出|提到|要求|明确|部署)$|^其中提[出到]$"
    )]
    private static partial Regex Proposes();

    [GeneratedRegex(
        @"(?:方案|意见|计划|要点|规划|通知|纲要|文件|办法|措施|报告|》|”)(?:中)?(?:还)?(?:明确)?(?:提出|提到|(?:要求|明确|部署)[，,：:])|其中提[出到]"
    )]
    private static partial Regex Proposed();

    [GeneratedRegex(@"(?:专家|学者|委员|代表|创始人|董事长|总裁|院长|教授|分析师|人士|他|她)[^，。]{0,12}(?:认为|建议|呼吁|表示)")]
    private static partial Regex Opinion();

    [GeneratedRegex(
        @"^(?:各[^，。]{0,8}?(?=要|应(?!用|急)|须|将|于)|各级|各有关|地方|企业|高校|银行|社会各界|请)[^，。]{0,12}?(?:要|应(?!用|急)|须|将|于|加强|做好)"
    )]
    private static partial Regex AskedOf();

    [GeneratedRegex(
        @"记者|专家|学者|委员|代表认为|分析|建议|呼吁|有企业|企业反映|网友|群众|预计|以下工作|以下几|谢谢|感谢|欢迎|可能|是否|如何|认为|指出$|表示$|强调$|说$|介绍$|发布会|会议"
    )]
    private static partial Regex Others();

    // What goes with an undertaking and is none: 以…为重点, 在…方面, 围绕…等方面.
    [GeneratedRegex(
        @"^(?:以|坚持以|把).{1,30}(?<!作)为[^，。]{1,10}$|^在.{2,30}(?:方面|过程中|基础上|前提下|背景下|领域|条件下|指导下|支持下|同时|时|中)$|^(?:围绕|按照|针对|根据|依托|聚焦|通过|结合|立足|面向|瞄准|紧扣|基于|对标).{2,40}(?:情况|方面|要求|部署|原则|思路|方向|主题|主线|规定|精神|契机|目标|场景|领域|环节|需求|任务|问题|特点|行业)$|^对于.{2,30}$|^(?:充分|更好)?发挥.{1,20}作用$|^.{1,12}方面$"
    )]
    private static partial Regex Circumstance();

    // 为企业提供…: done for somebody. Other clauses with 为 say what for.
    [GeneratedRegex(@"提供|给予|搭建|创造|开展")]
    private static partial Regex Provides();

    // 发展基础进一步夯实: how something is found to be, whatever word it begins with.
    [GeneratedRegex(
        @"^(?!推动|推进|促进|确保|保持|力争|争取|实现|全力|努力|加快|引导|支持).*(?:进一步|显著|明显|大幅|不断|持续|稳步|逐步|更加|初步|基本)[\u4E00-\u9FFF]{2,3}$"
    )]
    private static partial Regex Outcome();

    [GeneratedRegex(@"将(?:进一步|显著|明显|大幅|不断|持续|更加)[\u4E00-\u9FFF]{2,3}(?:$|。)|^到20\d\d年")]
    private static partial Regex Prospect();

    // Where nothing says that they are still to come, these tell of what is there.
    [GeneratedRegex(@"^(?:基本|初步|全面|率先|顺利|圆满|成功)?(?:建成|形成|实现|突破|达到|完成|超过|跻身|迈上|迈出|取得|位居|保持)")]
    private static partial Regex Reached();

    [GeneratedRegex(@"《[^》]*》|“[^”]*”")]
    private static partial Regex Named();

    [GeneratedRegex(
        @"^(?:将(?=以|在|围绕|按照|通过|聚焦)|并且|并|同时|此外|另外|还|也|再|又|一是|二是|三是|四是|五是|六是|第[一二三四五六]是?|首先是?|其次是?|最后是?|一要|二要|三要|[一二三四五六七八九十]、|[（(][一二三四五六七八九十\d]+[)）]|\d+[.、]|[①-⑳])+"
    )]
    private static partial Regex Joining();

    [GeneratedRegex(@"(?:[一二三四五六七八九十]是|[（(][一二三四五六七八九十\d]+[)）]|\d+[.、]|[①-⑳])$")]
    private static partial Regex Enumerator();

    // 将：一是…
    [GeneratedRegex(@"[将要拟](?:重点|着力|做好)?[：:]?\s*(?:一是|[（(]一[)）]|[（(]?1[.、)）]|①)")]
    private static partial Regex ListAhead();

    // What an item is about, or how it will be.
    [GeneratedRegex(@"^(?:[^，。]{1,12}(?:问题|方面|情况|阶段)$|有|是|因|由于|从)")]
    private static partial Regex NoVerb();

    [GeneratedRegex(
        @"^(?:大力|积极|持续|不断|进一步|深入|全面|稳步|有序|有力|切实|着力|抓紧|集中力量|集中|统筹|严格|坚决|扎实|重点|优先|主动|充分|有效|继续|共同|联合|分类|分步|适时|尽快|及时|同步|率先|依法|更好|更加|高质量|高水平|高标准|精准|科学|合理|加紧|努力|全力|奋力|梯次|滚动|常态化|逐步|初步|分[一二三四五两\d]?批|分阶段|分步骤?|各|适度超前|超前|前瞻|牵头|会同|配合|因地制宜|分级|分期|认真|深度|聚力|协同|创新性?|定期|梯度|体系化|系统化|规范化|市场化|差异化|规模化|一体化|严厉|强力|基本|要|将)"
    )]
    private static partial Regex Adverb();

    [GeneratedRegex(@"^(?:以(?!及)|对|把|将|为|在|通过|围绕|面向|按照|依托|针对|从|向|与|利用|结合|根据|聚焦|瞄准|紧扣|立足|用好|加大对)")]
    private static partial Regex Preposed();
}
