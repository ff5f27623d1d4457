namespace PolicyTracker.Text.Suggestions;

// The words by which undertakings in English are told from other statements.
internal static partial class EnglishUndertakings
{
    private static readonly Dictionary<string, bool> Verbs = WordLists
        .Lines("verbs-en.txt")
        .ToDictionary(v => v.TrimEnd('*'), v => v.EndsWith('*')); // whether it is a noun as well

    private static readonly HashSet<string> Public = Set(
        "we i government governments govt ministry ministries minister ministers department departments commission commissioner council councils administration authority authorities agency agencies office offices bureau bureaus committee board secretary president chancellor premier parliament cabinet state states province provinces city cities municipality municipalities county counties region regions union eu treasury regulator regulators plan plans strategy programme program programmes programs scheme schemes initiative initiatives mission bill act policy budget fund roadmap framework directive regulation decision package country nation countries china india britain uk kingdom europe france germany centre center centres miit mofcom ndrc ofcom ukri meity dot niti aayog taskforce force ombudsman it they he she police army inspectorate institute institutes consortium partnership body bodies officials leaders"
    );

    private static readonly HashSet<string> Governments = Set(
        "we i government governments govt ministry ministries minister ministers department departments commission council administration authority authorities agency agencies office bureau committee board secretary president chancellor premier parliament cabinet state states regulator regulators eu union china india britain uk treasury centre miit mofcom ndrc ofcom ukri meity dot dsit niti taskforce institute country nation"
    );

    // What a speaker does on the spot.
    private static readonly HashSet<string> Spoken = Set(
        "answer explain talk brief introduce say speak mention highlight turn begin start stop conclude add give reply respond tell take"
    );

    // By which something is done, other than by a body.
    private static readonly HashSet<string> Instruments = Set(
        "initiatives programmes programs schemes rules acts plans funds strategies regulations actions projects"
    );

    // Behind these verbs plans stand.
    private static readonly HashSet<string> Standing = Set(
        "announced unveiled published confirmed outlined approved launched revealed detailed adopted presented endorsed released introduced agreed stated also united"
    );

    // "Work will be done to …".
    private static readonly HashSet<string> Means = Set("work effort efforts steps measures action actions");

    private static readonly HashSet<string> Plans = Set("plan guideline guidelines circular notice document blueprint outline");

    // What "we are" doing that is to go on: "we are investing …".
    private static readonly HashSet<string> Undertaken = Set(
        "investing providing launching introducing extending setting establishing publishing committing funding creating allocating announcing building putting bringing rolling doubling tripling increasing expanding consulting legislating appointing backing designing developing drafting preparing working deploying modernising modernizing reforming upgrading creating"
    );

    private static readonly HashSet<string> Private = Set(
        "analysts analyst experts expert economists economist critics critic observers firms firm companies company businesses business enterprises enterprise industry industries manufacturers manufacturer operators operator banks bank lenders investors investor consumers consumer households customers users workers employees people citizens farmers students residents families patients women men demand supply output exports imports prices price growth market markets economy revenue revenues sales share number numbers figure figures inflation gdp technology technologies summit conference meeting event session debate vote hearing everyone nobody anyone reporters journalists shareholders unions suppliers startups start-ups vendors children jobs researchers readers scientists visitors speakers participants teachers parents"
    );

    // What comes about by itself or says what something is: no undertaking.
    private static readonly HashSet<string> Outcomes = Set(
        "be have become remain rise fall see mean depend happen occur stay get know think believe feel seem appear look benefit suffer face need want like expect hope come go last belong consist include cover exceed lag shrink decline drop climb total amount stand account receive learn"
    );

    // Behind these "that" reports; behind a noun it tells which one: "targets that the Union aims to reach".
    private static readonly HashSet<string> Reports = Set(
        "said says say emphasized emphasised highlighted underlined indicated informed assured noting saying announced announces confirmed confirms stated states noted adds added told pledged promised agreed decided declared proposed proposes requires required provides stressed reiterated revealed learnt ensure ensures so fact means expected understood reported insisted vowed explained"
    );

    private static readonly HashSet<string> Asked = Set(
        "see contact read supply mind bear click visit download note call email subscribe follow remember imagine consider watch listen please thank thanks check sign"
    );

    private static readonly HashSet<string> SmallWords = Set(
        "the a an its their our his her all new more each every any this these those some both many several further additional better greater stronger national local public private digital two three four five ten 1 2 3 up out in down forward through over on at to with by"
    );

    private static readonly HashSet<string> NotObjects = Set(
        "of for in on at by to from has have had is was are were will would can could may as and or than that who which with between"
    );

    private static readonly HashSet<string> IrregularParticiples = Set(
        "built set made held put given taken cut spent brought drawn run kept laid led sent paid begun done met won sought taught grown broken chosen driven found fought rebuilt rolled spelt spread undertaken overseen withdrawn halved"
    );

    private static readonly HashSet<(string, string)> Phrasal =
    [
        ("work", "with"),
        ("work", "to"),
        ("work", "together"),
        ("work", "closely"),
        ("focus", "on"),
        ("partner", "with"),
        ("report", "on"),
        ("report", "to"),
        ("push", "for"),
        ("press", "for"),
        ("move", "to"),
        ("move", "towards"),
    ];

    private static readonly HashSet<string> Pronouns = Set("it they he she");

    private static readonly HashSet<string> NotVerbs = Set(
        "enterprise expertise exercise franchise promise premise otherwise likewise surprise merchandise precise concise paradise compromise"
    );

    private static readonly HashSet<string> PastVerbs = Set(
        "stood rose fell grew began came made met went shows showed remains remained means needs continues helps runs came took gave led became rose shrank"
    );

    private static readonly string[][] ToVerbs =
    [
        .. "drawn up to;is working to;are working to;envisages to;envisage to;envisaged to;is to;are to;am to;is going to;are going to;is set to;are set to;is determined to;are determined to;is proposed to;are proposed to;is planned to;plans to;plan to;planning to;intends to;intend to;aims to;aim to;aiming to;seeks to;seek to;pledges to;pledged to;pledge to;commits to;committed to;undertakes to;undertake to;proposes to;proposed to;propose to;wants to;want to;hopes to;hope to;committed to;vows to;vowed to;promises to;promised to;promise to;agreed to;agrees to;decided to;resolved to;resolves to;strives to;strive to;endeavours to;needs to;need to"
            .Split(';')
            .Select(p => p.Split(' ')),
    ];

    // Verbs that the list can't name all: digitise, certify.
    private static bool IsKnown(string word) =>
        Verbs.ContainsKey(word)
        || (
            word.Length > 6
            && (
                word.EndsWith("ise", StringComparison.Ordinal)
                || word.EndsWith("ize", StringComparison.Ordinal)
                || word.EndsWith("ify", StringComparison.Ordinal)
            )
            && !NotVerbs.Contains(word)
        );

    private static bool IsGerund(string word)
    {
        if (word.Length < 6 || !word.EndsWith("ing", StringComparison.Ordinal))
        {
            return false;
        }

        var stem = word[..^3];
        return Verbs.ContainsKey(stem) || Verbs.ContainsKey(stem + "e") || (stem[^1] == stem[^2] && Verbs.ContainsKey(stem[..^1]));
    }

    private static bool IsFinite(string word) =>
        word
            is "will"
                or "shall"
                or "must"
                or "should"
                or "would"
                or "is"
                or "are"
                or "was"
                or "were"
                or "has"
                or "have"
                or "had"
                or "does"
                or "do"
                or "did"
                or "may"
                or "can"
                or "could"
                or "might"
        || (word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal));

    private static HashSet<string> Set(string words) => [.. words.Split(' ')];
}
