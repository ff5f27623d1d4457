using System.Text.RegularExpressions;

namespace PolicyTracker.Text.Suggestions;

/// <summary>
/// Reads undertakings in Chinese, clause by clause: behind 将, 要, 争取 and their like, in lists of tasks, and in sentences that
/// begin with a verb; a clause that tells of what was done is none.
/// </summary>
internal static partial class ChineseUndertakings
{
    private const int ShortestPredicate = 5;

    private static readonly HashSet<string> Verbs = [.. Lexicon.Lines("verbs-zh.txt")];

    /// <summary>Whether a sentence says that a plan proposes what follows it.</summary>
    public static bool IsProposal(string sentence) => Proposed().IsMatch(sentence);

    /// <summary>Whether a sentence says how things will be, so that what follows tells how.</summary>
    public static bool IsProspect(string sentence) => Prospect().IsMatch(sentence);

    /// <summary>Whether a sentence tells what somebody thinks or asks for.</summary>
    public static bool IsOpinion(string sentence) => Opinion().IsMatch(sentence);

    /// <summary>The undertakings of a sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the sentence begins, its list mark left out.</param>
    /// <param name="end">Behind it.</param>
    /// <param name="isTask">Whether it stands in a list, or under words that announce tasks.</param>
    /// <param name="isReview">Whether it stands where the past is told.</param>
    public static List<Undertaking> In(string text, int start, int end, bool isTask, bool isReview)
    {
        var found = new List<Undertaking>();
        if (end - start < 4 || text[end - 1] is '?' or '？')
        {
            return found;
        }

        var (isFuture, pending, isPast, isOpening) = (isTask && !isReview, -1, isReview, true);
        Range? responsible = null;
        foreach (var (from, to) in Clauses(text, start, end))
        {
            var clause = text[from..to];
            var marker = Marker().Match(clause);
            responsible = marker.Success && Body().Match(clause[..marker.Index]) is { Success: true } body ? (from + body.Index)..(from + body.Index + body.Length) : responsible;
            var (tellsPast, isDone, isReach) = (Past().IsMatch(clause), Done().IsMatch(clause), Reach().IsMatch(clause));
            if (marker.Success && (!tellsPast || (isReach && !isDone)))
            {
                (isFuture, isPast) = (true, false);
            }
            else if (PastLead().IsMatch(clause))
            {
                (isFuture, isPast) = (false, true);
            }

            if (Proposes().IsMatch(clause))
            {
                (isFuture, isPast, pending) = (true, false, -1);
                continue;
            }

            if (LeadIn().IsMatch(clause))
            {
                pending = isReach ? from : -1; // "by 2025, seven in ten firms …" is one undertaking
                continue;
            }

            if (AskedOf().IsMatch(clause))
            {
                return found; // what others are told to do
            }

            if ((tellsPast && (isDone || !(isFuture && (pending >= 0 || isReach)))) || Others().IsMatch(clause) || (clause[0] == '为' && !Provides().IsMatch(clause)) || Outcome().IsMatch(clause))
            {
                (pending, isOpening) = (-1, false);
                continue;
            }

            if (Circumstance().IsMatch(clause))
            {
                pending = -1;
                continue; // what it goes with follows
            }

            // 我们将…: the undertaking begins behind the word that announces it, if a subject stands before that.
            var begin = marker.Success && marker.Index + marker.Length < clause.Length ? from + marker.Index + marker.Length : from;
            begin += Joining().Match(text[begin..to]).Length;
            if (to - begin < ShortestPredicate && begin > from)
            {
                (pending, isOpening) = (-1, false);
                continue; // "the structure will be there": said of what comes about
            }

            var isVerb = BeginsWithVerb(text[begin..to]) && !Circumstance().IsMatch(text[begin..to]) && (isFuture || !Reached().IsMatch(text[begin..to]));
            if (pending >= 0 && isFuture)
            {
                found.Add(new(pending, to, 0.8, responsible));
            }
            else if (isFuture && isReach)
            {
                found.Add(new(from, to, 0.75, responsible));
            }
            else if (isVerb && (isFuture || (!isPast && isOpening)))
            {
                found.Add(new(begin, to, isFuture ? 0.85 : 0.7, responsible));
                isFuture = true;
            }

            (pending, isOpening) = (-1, false);
        }

        return found;
    }

    private static bool BeginsWithVerb(string clause)
    {
        var at = 0;
        while (true)
        {
            if (HasVerb(clause, at))
            {
                return true;
            }

            var adverb = Adverb().Match(clause[at..]);
            if (!adverb.Success)
            {
                break;
            }

            at += adverb.Length;
        }

        // 以应用带动…, 对…加强…: the verb follows what it is done with; a verb right behind belongs to what it is done with.
        var preposed = Preposed().Match(clause[at..]);
        if (!preposed.Success)
        {
            return false;
        }

        clause = Named().Replace(clause, m => new string('某', m.Length));
        for (var i = at + preposed.Length + 1; i < Math.Min(clause.Length - 2, at + 30); i++)
        {
            if (HasVerb(clause, i) && clause[i - 1] is not ('、' or '和' or '与' or '及' or '的'))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasVerb(string clause, int at) =>
        (at + 2 <= clause.Length && Verbs.Contains(clause[at..(at + 2)])) || (at + 3 <= clause.Length && Verbs.Contains(clause[at..(at + 3)])) || (at + 4 <= clause.Length && Verbs.Contains(clause[at..(at + 4)]));

    private static IEnumerable<(int Start, int End)> Clauses(string text, int start, int end)
    {
        for (var from = start; from < end;)
        {
            var to = from;
            var depth = 0;
            for (; to < end; to++)
            {
                depth += text[to] is '(' or '（' or '“' or '《' ? 1 : text[to] is ')' or '）' or '”' or '》' ? -1 : 0;
                if (text[to] is '，' or '；' or ';' or '：' or ':' or '。' or '！' || (text[to] == ',' && !(to + 1 < end && char.IsDigit(text[to + 1]) && to > start && char.IsDigit(text[to - 1]))))
                {
                    if (depth <= 0 || text[to] is '；' or ';' or '。')
                    {
                        break;
                    }
                }
            }

            var (first, last) = (from, to);
            while (first < last && (char.IsWhiteSpace(text[first]) || text[first] is '“' or '”' or '"' or '）' or ')'))
            {
                first++;
            }

            while (last > first && (char.IsWhiteSpace(text[last - 1]) || text[last - 1] is '”' or '"'))
            {
                last--;
            }

            if (last - first >= 2)
            {
                yield return (first, last);
            }

            from = to + 1;
        }
    }

    [GeneratedRegex(@"我们将要|我们要|我们将|还将|还要|也将|也要|仍将|(?<!即|就|主|需|重|只|必|不|简|摘|概|纪|首|次|想|若|须|紧)要(?!求|素|点|是|闻|么|件|害|义|地|约|想|领|塞|职|价|不)|(?<!即|优先)将(?!军|来|近|士|领|帅)|拟(?!态|合|定)|计划(?!的|还|从|提出|明确|指出|要求|部署|单|经济|生育|书|》|”)(?=[^，。]{2})|打算|力争|争取|决定(?=[^，。的]{2})|(?<=》|”|方案|意见|要点|规划|纲要)(?:还)?提出(?=[^，。：])|着力|下一步|今后|接下来|下半年|明年")]
    private static partial Regex Marker();

    [GeneratedRegex(@"已|了(?=$|[，。])|取得|达到了|完成了|实现了|同比|环比|比上年|较上年|累计|截至|较20\d\d|增长了|突破了|成功|先后|均|为\d|有\d|达\d|达到\d")]
    private static partial Regex Past();

    [GeneratedRegex(@"已|了(?=$|[，。])|同比|环比|比上年|较上年|累计|截至")]
    private static partial Regex Done();

    [GeneratedRegex(@"^(?:去年|过去|近年来|近年|[一二三四五六七八九十]+年来|20\d\d年以来|今年以来|上半年|前三季度|一季度|[一二三四]季度|十年来|“?十[一二三]五”?(?:期间|以来)|\d{4}年$)")]
    private static partial Regex PastLead();

    [GeneratedRegex(@"^(?:力争|争取|计划|预计|将|要)?(?:到|至)?(?:20\d\d年|[一二三四五六七八九十]+年|今年|明年|年|“十[四五六]五”)(?:底|末|期间|内|前|时)?$|^(?:下一步|今后|接下来|下半年|未来[一二三五十]+年|同时|此外|另外|通过[^，]{1,8}努力|(?:力争|争取)?通过[^，]{1,8}努力|其中|具体来看|一方面|另一方面|答|问|记者问)$")]
    private static partial Regex LeadIn();

    [GeneratedRegex(@"^(?:力争|争取|确保)|^(?:计划|将|要)?(?:到|至)20\d\d年")]
    private static partial Regex Reach();

    // The body before 将 or 要.
    [GeneratedRegex(@"(?:(?!据悉|其中|今年|明年|年)[^，。、：:“”《》（）()\s\d]){0,24}(?:部|委|局|署|院|厅|会|行|办|办公室|政府|部门|中心|市|省)(?=还|也|均|都|等)?$")]
    private static partial Regex Body();

    // "The plan says": what follows is planned.
    [GeneratedRegex(@"(?:方案|意见|计划|要点|规划|通知|纲要|文件|办法|措施|报告|》|”)(?:中)?(?:还)?(?:明确)?(?:提出|要求|明确|部署)$|^其中提出$")]
    private static partial Regex Proposes();

    [GeneratedRegex(@"(?:方案|意见|计划|要点|规划|通知|纲要|文件|办法|措施|报告|》|”)(?:中)?(?:还)?(?:明确)?(?:提出|(?:要求|明确|部署)[，,：:])|其中提出")]
    private static partial Regex Proposed();

    [GeneratedRegex(@"(?:专家|学者|委员|代表|创始人|董事长|总裁|院长|教授|分析师|人士|他|她)[^，。]{0,12}(?:认为|建议|呼吁|表示)")]
    private static partial Regex Opinion();

    [GeneratedRegex(@"^(?:各[^，。]{0,8}?(?=要|应(?!用|急)|须|将|于)|各级|各有关|地方|企业|高校|银行|社会各界|请)[^，。]{0,12}?(?:要|应(?!用|急)|须|将|于|加强|做好)")]
    private static partial Regex AskedOf();

    [GeneratedRegex(@"记者|专家|学者|委员|代表认为|分析|建议|呼吁|有企业|企业反映|网友|群众|预计|谢谢|感谢|欢迎|可能|是否|如何|认为|指出$|表示$|强调$|说$|介绍$|发布会|会议")]
    private static partial Regex Others();

    // What goes with an undertaking and is none: 以…为重点, 在…方面, 围绕…等方面.
    [GeneratedRegex(@"^(?:以|坚持以|把).{1,30}(?<!作)为[^，。]{1,10}$|^在.{2,30}(?:方面|过程中|基础上|前提下|背景下|领域|条件下|指导下|支持下|同时|时|中)$|^(?:围绕|按照|针对|根据|依托|聚焦|通过|结合|立足|面向|瞄准|紧扣|基于|对标).{2,40}(?:情况|方面|要求|部署|原则|思路|方向|主题|主线|规定|精神|契机|目标|场景|领域|环节|需求|任务|问题|特点|行业)$|^对于.{2,30}$|^(?:充分|更好)?发挥.{1,20}作用$|^.{1,12}方面$")]
    private static partial Regex Circumstance();

    // 为企业提供…: done for somebody. Other clauses with 为 say what for.
    [GeneratedRegex(@"提供|给予|搭建|创造|开展")]
    private static partial Regex Provides();

    // 发展基础进一步夯实: how something is found to be, whatever word it begins with.
    [GeneratedRegex(@"^(?!推动|推进|促进|确保|保持|力争|争取|实现|全力|努力|加快|引导|支持).*(?:进一步|显著|明显|大幅|不断|持续|稳步|逐步|更加|初步|基本)[\u4E00-\u9FFF]{2,3}$")]
    private static partial Regex Outcome();

    [GeneratedRegex(@"将(?:进一步|显著|明显|大幅|不断|持续|更加)[\u4E00-\u9FFF]{2,3}(?:$|。)")]
    private static partial Regex Prospect();

    // Where nothing says that they are still to come, these tell of what is there.
    [GeneratedRegex(@"^(?:基本|初步|全面|率先|顺利|圆满|成功)?(?:建成|形成|实现|突破|达到|完成|超过|跻身|迈上|迈出|取得|位居|保持)")]
    private static partial Regex Reached();

    [GeneratedRegex(@"《[^》]*》|“[^”]*”")]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?:将(?=以|在|围绕|按照|通过|聚焦)|并且|并|同时|此外|另外|还|也|再|又|一是|二是|三是|四是|五是|六是|第[一二三四五六]是?|首先是?|其次是?|最后是?|一要|二要|三要|[一二三四五六七八九十]、|[（(][一二三四五六七八九十\d]+[)）]|\d+[.、])+")]
    private static partial Regex Joining();

    [GeneratedRegex(@"^(?:大力|积极|持续|不断|进一步|深入|全面|稳步|有序|有力|切实|着力|抓紧|集中力量|集中|统筹|严格|坚决|扎实|重点|优先|主动|充分|有效|继续|共同|联合|分类|分步|适时|尽快|及时|同步|率先|依法|更好|更加|高质量|高水平|高标准|精准|科学|合理|加紧|努力|全力|奋力|梯次|滚动|常态化|逐步|分[一二三四五两\d]?批|分阶段|分步骤?|各|适度超前|超前|前瞻|牵头|会同|配合|因地制宜|分级|分期|认真|深度|聚力|协同|创新性?|定期|梯度|体系化|系统化|规范化|市场化|差异化|规模化|一体化|严厉|强力|基本|要|将)")]
    private static partial Regex Adverb();

    [GeneratedRegex(@"^(?:以(?!及)|对|把|将|为|在|通过|围绕|面向|按照|依托|针对|从|向|与|利用|结合|根据|聚焦|瞄准|紧扣|立足|用好|加大对)")]
    private static partial Regex Preposed();
}
