using System.Text.RegularExpressions;

namespace PolicyTracker.Text.Suggestions;

// The scales, units and words beside numbers.
internal static partial class FigureReader
{
    private static readonly Dictionary<string, decimal> Scales = new(StringComparer.OrdinalIgnoreCase)
    {
        ["hundred"] = 100,
        ["thousand"] = 1_000,
        ["k"] = 1_000,
        ["lakh"] = 100_000,
        ["lakhs"] = 100_000,
        ["million"] = 1_000_000,
        ["mn"] = 1_000_000,
        ["m"] = 1_000_000,
        ["crore"] = 10_000_000,
        ["crores"] = 10_000_000,
        ["cr"] = 10_000_000,
        ["billion"] = 1_000_000_000,
        ["bn"] = 1_000_000_000,
        ["b"] = 1_000_000_000,
        ["hundred thousand"] = 100_000,
        ["hundred million"] = 100_000_000,
        ["thousand crore"] = 10_000_000_000,
        ["thousand crores"] = 10_000_000_000,
        ["lakh crore"] = 1_000_000_000_000,
        ["lakh crores"] = 1_000_000_000_000,
        ["trillion"] = 1_000_000_000_000,
        ["tn"] = 1_000_000_000_000,
        ["百"] = 100,
        ["千"] = 1_000,
        ["万"] = 10_000,
        ["十万"] = 100_000,
        ["百万"] = 1_000_000,
        ["千万"] = 10_000_000,
        ["亿"] = 100_000_000,
        ["十亿"] = 1_000_000_000,
        ["百亿"] = 10_000_000_000,
        ["千亿"] = 100_000_000_000,
        ["万亿"] = 1_000_000_000_000,
    };

    private static readonly Dictionary<string, string> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["%"] = "percent",
        ["％"] = "percent",
        ["percent"] = "percent",
        ["per cent"] = "percent",
        ["pc"] = "percent",
        ["percentage point"] = "percent",
        ["percentage points"] = "percent",
        ["个百分点"] = "percent",
        ["$"] = "USD",
        ["us$"] = "USD",
        ["a$"] = "AUD",
        ["au$"] = "AUD",
        ["c$"] = "CAD",
        ["ca$"] = "CAD",
        ["nz$"] = "NZD",
        ["hk$"] = "HKD",
        ["nt$"] = "TWD",
        ["s$"] = "SGD",
        ["r$"] = "BRL",
        ["usd"] = "USD",
        ["dollar"] = "USD",
        ["dollars"] = "USD",
        ["美元"] = "USD",
        ["€"] = "EUR",
        ["eur"] = "EUR",
        ["euro"] = "EUR",
        ["euros"] = "EUR",
        ["欧元"] = "EUR",
        ["£"] = "GBP",
        ["gbp"] = "GBP",
        ["pound"] = "GBP",
        ["pounds"] = "GBP",
        ["英镑"] = "GBP",
        ["₹"] = "INR",
        ["rs"] = "INR",
        ["rs."] = "INR",
        ["inr"] = "INR",
        ["rupee"] = "INR",
        ["rupees"] = "INR",
        ["卢比"] = "INR",
        ["yuan"] = "CNY",
        ["renminbi"] = "CNY",
        ["rmb"] = "CNY",
        ["cny"] = "CNY",
        ["元"] = "CNY",
        ["元人民币"] = "CNY",
        ["¥"] = "CNY",
        ["yen"] = "JPY",
        ["日元"] = "JPY",
        ["exaflops"] = "EFLOPS",
        ["petaflops"] = "PFLOPS",
        ["u.s. dollars"] = "USD",
        ["us dollars"] = "USD",
        ["milliseconds"] = "ms",
        ["millisecond"] = "ms",
        ["毫秒"] = "ms",
        ["kilometres"] = "km",
        ["kilometers"] = "km",
        ["公里"] = "km",
        ["千米"] = "km",
        ["metres"] = "m",
        ["tonnes"] = "t",
        ["tons"] = "t",
        ["t"] = "t",
        ["吨"] = "t",
        ["megawatts"] = "MW",
        ["gigawatts"] = "GW",
        ["兆瓦"] = "MW",
        ["吉瓦"] = "GW",
        ["千瓦"] = "kW",
        ["千瓦时"] = "kWh",
        ["hectares"] = "ha",
        ["公顷"] = "ha",
        ["nanometres"] = "nm",
        ["纳米"] = "nm",
        ["平方公里"] = "km2",
    };

    private static readonly HashSet<string> Symbols =
    [
        .. "EFLOPS PFLOPS TFLOPS ZFLOPS MW GW kW TW kWh MWh GWh TWh Gbps Mbps Tbps Gbit/s Mbit/s km km2 ms GB TB PB EB ZB GHz MHz nm kt Mt Gt MtCO2e Kbps ha kg".Split(
            ' '
        ),
    ];

    private static readonly HashSet<string> Durations =
    [
        .. "year years month months week weeks day days hour hours minute minutes second seconds decade decades century am pm o'clock years' months' year-old".Split(
            ' '
        ),
    ];

    private static readonly HashSet<string> Labels =
    [
        .. "section sections article articles chapter annex appendix page pages p no number figure table clause paragraph para schedule phase extension ext tel telephone phone fax room version part item step goal sdg act regulation directive decision resolution iso class grade category tier horizon vision agenda industry route line flight covid ipv box question q pillar action recommendation objective priority stage round day week year aged age web volume vol issue model type series group top lot block building floor platform".Split(
            ' '
        ),
    ];

    private static readonly HashSet<string> MonthNames =
    [
        .. "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".Split(
            ' '
        ),
    ];

    private static readonly HashSet<string> NotCounted =
    [
        .. "of in on at by to from and or the a an is are was were will has have had which that as for with than its their times per key main areas points parts pillars steps priorities measures principles aspects stages themes chapters objectives ways reasons questions sections departments ministries sides".Split(
            ' '
        ),
    ];

    [GeneratedRegex(
        @"(?<cur>(?:US|AU|CA|NZ|HK|NT|[ACSR])?\$\s?|[€£¥₹]\s?|\b(?:Rs\.?|INR|EUR|GBP|USD|CNY|RMB)\s?)?(?<![\d.,])"
            + @"(?<num>\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|[1-9]\d{0,2}(?:[ \u00A0\u2007-\u200A\u202F]\d{3})+(?:\.\d+)?(?![\d \u00A0\u2007-\u200A\u202F]?\d)|\d+(?:\.\d+)?)"
            + @"(?:(?:\s|-)?(?<scale>(?:lakh|thousand)\s+crores?|hundred\s+(?:thousand|million)|trillion|billion|million|thousand|hundred|lakhs?|crores?|tn|bn|mn|cr|[mbk])\b"
            + @"|(?:(?<more>余|多)?(?<zscale>万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百))(?:(?<rest>\d{1,4})(?<restscale>[万千百])(?<over>[万亿])?)?)?(?<more>余|多)?"
            + @"|\b(?<word>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half\s+a)\s+(?<scale>lakh\s+crores?|trillion|billion|million|lakhs?|crores?)\b"
            + @"|\b(?<spelled>(?:"
            + UnderHundred
            + @"|one(?=\s+(?:hundred|thousand)\b))(?:(?:-|\s+)(?:and\s+)?(?:"
            + UnderHundred
            + @"|one|hundred|thousand|million|billion))*)\b(?!-)"
            + @"|百分之(?<hundredths>[一二三四五六七八九十]{1,4})(?![点百千万亿])|(?<tenths>[一二三四五六七八九])成"
            + @"|(?<![第分之\d.点零一二两三四五六七八九十百千万亿])(?<han>[一二两三四五六七八九十][零一二两三四五六七八九十百千万亿]*)(?<more>余|多)?(?![成分点\d])",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Number();

    private const string UnderHundred =
        "(?:two|three|four(?:teen)?|five|six(?:teen)?|seven(?:teen)?|eight(?:een)?|nine(?:teen)?|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)";

    [GeneratedRegex(
        @"^[\s-]?(?<unit>%|％|per\s?cent\b|percentage\s+points?\b|pc\b|个百分点|U\.S\.\s+dollars?|US\s?dollars?|exaflops\b|petaflops\b|dollars?\b|euros?\b|pounds?\b|rupees?\b|yuan\b|renminbi\b|RMB\b|yen\b|元人民币|美元|欧元|英镑|日元|卢比|元|毫秒|平方公里|公里|千米|吨|千瓦时|千瓦|兆瓦|吉瓦|公顷|纳米|milliseconds?\b|kilomet(?:re|er)s\b|metres\b|tonnes\b|tons\b|megawatts\b|gigawatts\b|hectares\b|nanometres\b|[A-Za-z][A-Za-z0-9]*(?:/s)?)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex UnitBehind();

    [GeneratedRegex(@"^\s*(?:个|家|户|人|名|位|项|座|台|套|辆|件|所|处|组|次|种|张|片|亩|架|条|款|对|株|支|艘|门|间|份|例|倍|余家|多个)")]
    private static partial Regex Classifier();

    // What denies another ("not exceeding") stands before it.
    [GeneratedRegex(
        @"(?:\b(?:(?<most>(?:no|not)\s+(?:more\s+than|above|over|higher\s+than|greater\s+than|beyond|exceed(?:ing)?|to\s+exceed)|at\s+most|at\s+the\s+most|up\s+to|within|(?:a\s+)?maximum\s+of|(?:a\s+)?ceiling\s+of)"
            + @"|(?<least>(?:no|not)\s+(?:less\s+than|fewer\s+than|lower\s+than|below|under)|at\s+least|at\s+the\s+least|(?:a\s+)?minimum\s+of)"
            + @"|(?<more>more\s+than|over|above|exceed(?:s|ing|ed)?|upwards\s+of|in\s+excess\s+of|past|beyond|surpass(?:es|ing|ed)?|greater\s+than|higher\s+than)"
            + @"|(?<less>less\s+than|fewer\s+than|under|below|lower\s+than|smaller\s+than)"
            + @"|(?<nearly>nearly|almost|close\s+to|just\s+under|just\s+below|approaching)"
            + @"|(?<about>about|around|some|approximately|approx\.?|roughly|circa))"
            + @"|(?<most>(?:[不未没]|没有)超过?|不突破|不高于|不多于|不大于|至多|最多|≤)|(?<least>不少于|不低于|不小于|不下于|至少|最少|≥)|(?<more>超过|超|逾|突破|高于|大于|多于|过|>)|(?<less>低于|少于|小于|不到|不足|未达到?|<)|(?<nearly>将近|接近|近)|(?<about>大约|约|大概|≈|~))\s*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ComparatorBefore();

    [GeneratedRegex(
        @"^\s?(?:(?<least>or\s+more|or\s+higher|or\s+over|and\s+above|and\s+over|or\s+above|以上|\+)|(?<most>or\s+less|or\s+fewer|or\s+lower|or\s+below|以下|以内|之内)|(?<about>左右|上下|or\s+so))",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex After();

    [GeneratedRegex(
        @"^\s+(?:[a-z]+-[a-z]+\s+and\s+)?(?:(?<word>[a-z][a-z-]*)\s+){0,4}?(?<word>[a-z][a-z-]*s)\b(?<!ss|us|is)|^\s+(?:(?<word>[a-z][a-z-]*)\s+){0,2}?(?<word>people|households|children|women|men|staff|personnel|equipment)\b"
    )]
    private static partial Regex Noun();

    [GeneratedRegex(@"([\p{L}.']+)[\s(“""]*$")]
    private static partial Regex LastWord();

    [GeneratedRegex(@"^\s+(?:[a-z]+\s+)?(?:people|children|women|men|staff|tonnes|tons|[a-z]{3,}s)\b(?<!ss|us|is)")]
    private static partial Regex Millions();

    [GeneratedRegex(@"^[\s-]*([A-Za-z']+)")]
    private static partial Regex NextWord();

    [GeneratedRegex(@"^(?:以上|左右)?\s*[(（]\s*\d")]
    private static partial Regex Tenths();

    [GeneratedRegex(
        @"^\s+(?:targets?|goals?|objectives?|plans?|budgets?|elections?|results?|figures?|levels?|prices?|commitments?|priorities|rules|accounts)\b"
    )]
    private static partial Regex Aims();

    // Between the two ends of a range: "(22) to (30 per cent)", "(35)–(40%)", "(5万元)至(10万元)".
    [GeneratedRegex(
        @"^\s?(?<unit>%|per\s?cent|percentage\s+points?|个百分点|美元|欧元|[元人吨个家户名项座台套辆件所处]|公里|公顷|tonnes|(?:k|M|G|T)?(?:t|W|Wh)|km|kg|ha)?\s?(?:(?<dash>[-‐‑–—~～]{1,2})|(?:up\s)?to|or|至|到|或)\s?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex RangeMark();

    // "between (£3.1) and (£3.6 billion)"
    [GeneratedRegex(@"\bbetween\s*$|介于$", RegexOptions.IgnoreCase)]
    private static partial Regex BetweenBefore();

    [GeneratedRegex(@"^[^,.;:，。；：]{0,20}(?:\band|和|与|及|至|到)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex BetweenMark();

    [GeneratedRegex(@"^[^,.;:，。；：]{0,6}之间")]
    private static partial Regex BetweenBehind();

    // "(two) to (three million)", 七(八成), "one in (20 firms)", 每(100人): what stands right before a number makes it an end of a range, or a whole.
    [GeneratedRegex(
        @"(?:\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty)\s(?:to|or)\s+|\bbetween\s+(?:one|two|three|four|five|six|seven|eight|nine|ten)\s+and\s+"
            + @"|\b(?:one|two|three|[1-9])\s+in\s+|\bout\s+of\s+(?:the\s+|every\s+)?|[每±]|[一二三四五六七八九][成万亿]?[至到]?)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex EndOfRange();

    [GeneratedRegex(@"(?:\bfrom|[由从])\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex FromBefore();

    [GeneratedRegex(@"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|anything)\s+from\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Ranging();

    [GeneratedRegex(@"\bby\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex ByBefore();

    // "rise from 22 to 30 per cent", "up 5% to 40%": a change, not a range.
    [GeneratedRegex(
        @"\b(?:ris|rose|grow|grew|increas|fall|fell|cut|reduc|lower|rais|lift|drop|declin|decreas|expand|climb|improv|boost|extend|bring|mov|slid|shr[aiu]nk|chang|up\b|down\b)\w*[^.;:]*$|[增升降减][^，。；：]*$|提高[^，。；：]*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Change();

    // 打造20家(标杆性智能工厂): what is counted stands behind where it is made; where it is told how many there are, before.
    [GeneratedRegex(
        @"^(?:以上|左右|以下|余|多)?(?:(?!实施|开展|实现|参与|完成|获得|入选|建成|上云|转型|投入|用于|达到|同比|增长|授牌|在|被|将|已|中|(?<!规模)以上|左右|和|与|及)[\u4E00-\u9FFF“”""A-Za-z+]){2,20}"
    )]
    private static partial Regex CountedBehind();

    // 围绕(100个细分行业), 2家至(3家): what something is about, and the end of a range.
    [GeneratedRegex(@"(?:围绕|\d[个家项条台套所座]至)$")]
    private static partial Regex AmidWhat();

    // A verb after which a small number counts too.
    [GeneratedRegex(@"(?:培育|打造|建设|建成|新建|创建|组建|制定|形成|引进|培养|设立|遴选|选树|支持|推动|新增|实施|发布)\s*$")]
    private static partial Regex Made();

    // Counts of what a document or a list consists of, of a sample, and of a whole of which a part is told.
    [GeneratedRegex(
        @"^\s*(?:(?:个|项|条|大|类)(?:方面|内容|任务|举措|措施|重点|部分|领域|要求|建议|问题|原则|环节|步骤|要点|章节)|个[^，。,;；\d]{1,10}中(?=[，,\d有])|[^，。,;；]{1,14}(?:调查|问卷|抽样)|[个家项条台套所座]至\d)"
    )]
    private static partial Regex Structure();

    // "(90 per cent) of all anchor institutions": up to a noun in the plural, or to the next small word.
    [GeneratedRegex(
        @"^\s+of\s+(?:(?:the|all|its|our|their|every)\s+)*(?:(?:(?!(?:in|on|by|to|from|with|for|at|and|or|that|which|is|are|was|were|will|would|has|have|had|up|down|as|than|over|under|per)\b)[A-Za-z][A-Za-z’'-]*\s+){0,4}?[A-Za-z][A-Za-z-]*[^s\s\d\W]s\b|(?:(?!(?:in|on|by|to|from|with|for|at|and|or|that|which|is|are|was|were|will|would|has|have|had|up|down|as|than|over|under|per)\b)[A-Za-z][A-Za-z’'-]*(?:\s+|(?=[.,;:)])|$)){1,4})(?<=\S)"
    )]
    private static partial Regex OfWhat();

    // Words of a sum of money, then a bracket; what may stand between the bracket and a conversion; and the name of its currency.
    [GeneratedRegex(
        @"(?:[$€£¥₹]|\b(?:Rs\.?|yuan|euros?|rupees|dollars|pounds|RMB|USD|EUR|GBP|INR|CNY)\b|元)[^;。；(]{0,20}$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Converted();

    [GeneratedRegex(@"\((?:about|around|approximately|roughly|some|or|i\.e\.,?|US|nearly)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^\s*(?:U\.?S\.?\s*)?(?:dollars?|euros?|pounds?|yuan|rupees?)", RegexOptions.IgnoreCase)]
    private static partial Regex Money();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^\d{1,3}\.\d{3}$")]
    private static partial Regex TwoWays();
}
