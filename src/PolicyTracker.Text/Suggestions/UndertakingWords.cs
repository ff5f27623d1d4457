using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Suggestions;

/// <summary>The words, in small letters, by which undertakings in English are told from other statements.</summary>
internal static class UndertakingWords
{
    /// <summary>Words that name a public body, or a place or plan that stands for one.</summary>
    public static HashSet<string> PublicBodies { get; } =
        WordSet.Of(
            """
            we i government governments govt ministry ministries minister ministers department departments commission
            commissioner council councils administration authority authorities agency agencies office offices bureau bureaus
            committee board secretary president chancellor premier parliament cabinet state states province provinces city
            cities municipality municipalities county counties region regions union eu treasury regulator regulators plan
            plans strategy programme program programmes programs scheme schemes initiative initiatives mission bill act policy
            budget fund roadmap framework directive regulation decision package country nation countries china india britain
            uk kingdom europe france germany centre center centres miit mofcom ndrc ofcom ukri meity dot niti aayog taskforce
            force ombudsman it they he she police army inspectorate institute institutes consortium partnership body bodies
            officials leaders
            """
        );

    /// <summary>Words that name a body that governs.</summary>
    public static HashSet<string> Governments { get; } =
        WordSet.Of(
            """
            we i government governments govt ministry ministries minister ministers department departments commission council
            administration authority authorities agency agencies office bureau committee board secretary president chancellor
            premier parliament cabinet state states regulator regulators eu union china india britain uk treasury centre miit
            mofcom ndrc ofcom ukri meity dot dsit niti taskforce institute country nation
            """
        );

    /// <summary>What a speaker does on the spot.</summary>
    public static HashSet<string> SpokenActs { get; } =
        WordSet.Of(
            """
            answer explain talk brief introduce say speak mention highlight turn begin start stop conclude add give reply
            respond tell take
            """
        );

    /// <summary>By which something is done, other than by a body.</summary>
    public static HashSet<string> Instruments { get; } =
        WordSet.Of("initiatives programmes programs schemes rules acts plans funds strategies regulations actions projects");

    /// <summary>Behind these verbs plans stand.</summary>
    public static HashSet<string> AnnouncingVerbs { get; } =
        WordSet.Of(
            """
            announced unveiled published confirmed outlined approved launched revealed detailed adopted presented endorsed
            released introduced agreed stated also united
            """
        );

    /// <summary>"Work will be done to …".</summary>
    public static HashSet<string> MeansWords { get; } = WordSet.Of("work effort efforts steps measures action actions");

    /// <summary>Documents that plan.</summary>
    public static HashSet<string> PlanWords { get; } = WordSet.Of("plan guideline guidelines circular notice document blueprint outline");

    /// <summary>What "we are" doing that is to go on: "we are investing …".</summary>
    public static HashSet<string> CurrentActs { get; } =
        WordSet.Of(
            """
            investing providing launching introducing extending setting establishing publishing committing funding creating
            allocating announcing building putting bringing rolling doubling tripling increasing expanding consulting
            legislating appointing backing designing developing drafting preparing working deploying modernising modernizing
            reforming upgrading creating
            """
        );

    /// <summary>People and firms that hold no public office, and what grows by itself.</summary>
    public static HashSet<string> OtherPeople { get; } =
        WordSet.Of(
            """
            analysts analyst experts expert economists economist critics critic observers firms firm companies company
            businesses business enterprises enterprise industry industries manufacturers manufacturer operators operator banks
            bank lenders investors investor consumers consumer households customers users workers employees people citizens
            farmers students residents families patients women men demand supply output exports imports prices price growth
            market markets economy revenue revenues sales share number numbers figure figures inflation gdp technology
            technologies summit conference meeting event session debate vote hearing everyone nobody anyone reporters
            journalists shareholders unions suppliers startups start-ups vendors children jobs researchers readers scientists
            visitors speakers participants teachers parents
            """
        );

    /// <summary>What comes about by itself or says what something is: no undertaking.</summary>
    public static HashSet<string> Outcomes { get; } =
        WordSet.Of(
            """
            be have become remain rise fall see mean depend happen occur stay get know think believe feel seem appear look
            benefit suffer face need want like expect hope come go last belong consist include cover exceed lag shrink decline
            drop climb total amount stand account receive learn
            """
        );

    /// <summary>Behind these "that" reports; behind a noun it tells which one: "targets that the Union aims to reach".</summary>
    public static HashSet<string> ReportingWords { get; } =
        WordSet.Of(
            """
            said says say emphasized emphasised highlighted underlined indicated informed assured noting saying announced
            announces confirmed confirms stated states noted adds added told pledged promised agreed decided declared proposed
            proposes requires required provides stressed reiterated revealed learnt ensure ensures so fact means expected
            understood reported insisted vowed explained
            """
        );

    /// <summary>With these a text addresses its reader.</summary>
    public static HashSet<string> AddressingVerbs { get; } =
        WordSet.Of(
            """
            see contact read supply mind bear click visit download note call email subscribe follow remember imagine consider
            watch listen please thank thanks check sign
            """
        );

    /// <summary>What may begin an object.</summary>
    public static HashSet<string> SmallWords { get; } =
        WordSet.Of(
            """
            the a an its their our his her all new more each every any this these those some both many several further
            additional better greater stronger national local public private digital two three four five ten 1 2 3 up out in
            down forward through over on at to with by
            """
        );

    /// <summary>What begins no object.</summary>
    public static HashSet<string> NotObjects { get; } =
        WordSet.Of(
            """
            of for in on at by to from has have had is was are were will would can could may as and or than that who which
            with between
            """
        );

    /// <summary>Participles that do not end in "ed".</summary>
    public static HashSet<string> IrregularParticiples { get; } =
        WordSet.Of(
            """
            built set made held put given taken cut spent brought drawn run kept laid led sent paid begun done met won sought
            taught grown broken chosen driven found fought rebuilt rolled spelt spread undertaken overseen withdrawn halved
            """
        );

    /// <summary>Pronouns that stand for others.</summary>
    public static HashSet<string> Pronouns { get; } = WordSet.Of("it they he she");

    /// <summary>Behind these the word before is a noun.</summary>
    public static HashSet<string> PastVerbs { get; } =
        WordSet.Of(
            """
            stood rose fell grew began came made met went shows showed remains remained means needs continues helps runs came
            took gave led became rose shrank
            """
        );

    /// <summary>Before "plan to" and the like they make it a noun, or deny it: "further plans to", "does not plan to".</summary>
    public static HashSet<string> NounMarks { get; } =
        WordSet.Of(
            """
            not never no its their our his her the a any further new such existing more n't on of for with by about in
            detailed ambitious
            """
        );

    /// <summary>May stand between a modal and its verb.</summary>
    public static HashSet<string> BesideModals { get; } =
        WordSet.Of(
            """
            also at least “ " ‘ not now then soon only always again jointly together , ]
            """
        );

    /// <summary>Behind these a clause begins.</summary>
    public static HashSet<string> ClauseMarks { get; } =
        WordSet.Of(
            """
            how what where why ; : — – “ " ( [ but while whereas if whether when until unless because said says that which who
            """
        );

    /// <summary>A clause behind these is no statement of its own.</summary>
    public static HashSet<string> DependentMarks { get; } = WordSet.Of("if whether when until unless because which who how what where why");

    /// <summary>"Will be asked": nothing that is undertaken.</summary>
    public static HashSet<string> PassiveVerbs { get; } =
        WordSet.Of(
            """
            asked invited expected needed allowed required able interested based followed attended pleased affected concerned
            linked submitted discussed
            """
        );

    /// <summary>Behind these and "to" any verb may stand.</summary>
    public static HashSet<string> VerbsOfIntent { get; } =
        WordSet.Of("plans plan intends intend aims aim decided agreed promised pledged proposes propose vowed");

    /// <summary>Before "should" they make it an opinion.</summary>
    public static HashSet<string> VerbsOfOpinion { get; } =
        WordSet.Of("say says argue argues believe believes think thinks suggest urge whether");

    /// <summary>No undertaking ends with these.</summary>
    public static HashSet<string> TrailingWords { get; } =
        WordSet.Of(
            """
            , ; . : and ” " ! ( [ “ ’ but that which who where when to as how so
            """
        );

    /// <summary>Phrases before an infinitive that say that something will be done.</summary>
    public static string[][] PhrasesBeforeInfinitive { get; } =
    [
        .. """
            drawn up to; is working to; are working to; envisages to; envisage to; envisaged to; is to; are to; am to; is going to;
            are going to; is set to; are set to; is determined to; are determined to; is proposed to; are proposed to;
            is planned to; plans to; plan to; planning to; intends to; intend to; aims to; aim to; aiming to; seeks to; seek to;
            pledges to; pledged to; pledge to; commits to; committed to; undertakes to; undertake to; proposes to; proposed to;
            propose to; wants to; want to; hopes to; hope to; committed to; vows to; vowed to; promises to; promised to;
            promise to; agreed to; agrees to; decided to; resolved to; resolves to; strives to; strive to; endeavours to; needs to;
            need to
            """.Split(';', StringSplitOptions.TrimEntries).Select(p => p.Split(' ')),
    ];
}
