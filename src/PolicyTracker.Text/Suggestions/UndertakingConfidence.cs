namespace PolicyTracker.Text.Suggestions;

/// <summary>Tells how sure it is that a modal with its subject and verb is an undertaking of a public body.</summary>
internal static class UndertakingConfidence
{
    private const double OfPublic = 0.9,
        OfNeed = 0.7, // "we need to", a plan that calls for something
        OfPassive = 0.65,
        OfOthers = 0.6;

    /// <summary>The confidence, from 0 to 1; 0 where it is no undertaking of a public body.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="modal">The modal with its clause.</param>
    /// <param name="isItem">Whether the sentence stands in a list.</param>
    public static double Of(List<SentenceWord> words, ModalClause modal, bool isItem)
    {
        if (modal.After >= words.Count)
        {
            return 0;
        }

        var subject = words.GetRange(modal.ClauseStart, modal.At - modal.ClauseStart);
        if (IsDependent(words, modal, subject) || !HasSubject(words, modal, subject, isItem))
        {
            return 0;
        }

        var said = words[modal.At].Lower;
        if (said is "calls" or "call")
        {
            return OfNeed;
        }

        var isPassive = IsPassive(words, modal);
        var isGovernment = modal.HasSubject || subject.Exists(w => UndertakingWords.Governments.Contains(w.Lower));
        if (
            IsCourse(words, modal.After)
            || IsPersonal(words, modal, subject)
            || (isPassive ? IsAsked(words, modal) : IsOutcome(words, modal, isGovernment))
            || (!isPassive && !isGovernment && IsHoped(words, modal, subject))
            || (!isPassive && !modal.HasSubject && IsOfOthers(subject))
        )
        {
            return 0;
        }

        return said is "must" or "should" or "need" or "needs" ? OfObligation(words, modal, subject, isPassive, isGovernment)
            : StandsForPrivate(words, modal, subject) ? 0
            : OfSubject(words, modal, subject, isPassive);
    }

    // In a clause that asks, makes a condition or tells which one, no body undertakes anything.
    private static bool IsDependent(List<SentenceWord> words, ModalClause modal, List<SentenceWord> subject)
    {
        var before = modal.ClauseStart > 0 ? words[modal.ClauseStart - 1].Lower : "";
        if (before == "why" && modal.ClauseStart > 1 && words[modal.ClauseStart - 2].Lower is "is" or "that's" or "this's")
        {
            before = ""; // "That is why the government will …" asks nothing
        }

        var isReported = words.Take(modal.ClauseStart - 1).Any(w => UndertakingWords.ReportingWords.Contains(w.Lower));
        return UndertakingWords.DependentMarks.Contains(before)
            || (before == "that" && (subject.Count == 0 || !isReported))
            || subject.Exists(w => w.Lower is "if" or "whether" or "who" or "which" or "how" or "what" or "nobody");
    }

    private static bool HasSubject(List<SentenceWord> words, ModalClause modal, List<SentenceWord> subject, bool isItem) =>
        modal.HasSubject
        || subject.Count > 0
        || (isItem && modal.At == 0)
        || words.Take(modal.At).Any(w => UndertakingWords.PublicBodies.Contains(w.Lower));

    // What a speaker wants for himself, or does on the spot: "I will explain".
    private static bool IsPersonal(List<SentenceWord> words, ModalClause modal, List<SentenceWord> subject) =>
        (
            words[modal.At].Lower is "wants" or "want"
            && subject.TrueForAll(w => w.Lower is "he" or "she" or "they" or "also" or "know" or "i")
        ) || (subject.Exists(w => w.Lower == "i") && UndertakingWords.SpokenActs.Contains(words[modal.After].Lower));

    private static bool IsPassive(List<SentenceWord> words, ModalClause modal) =>
        EnglishVerbs.IsBe(words, modal.After)
        && words
            .Skip(modal.After + 1)
            .Take(3)
            .Any(w => w.Lower.EndsWith("ed", StringComparison.Ordinal) || UndertakingWords.IrregularParticiples.Contains(w.Lower));

    // "will be asked"
    private static bool IsAsked(List<SentenceWord> words, ModalClause modal) =>
        words.Skip(modal.After + 1).Take(2).Any(w => UndertakingWords.PassiveVerbs.Contains(w.Lower));

    // What comes about by itself, or no verb at all.
    private static bool IsOutcome(List<SentenceWord> words, ModalClause modal, bool isGovernment)
    {
        var verb = words[modal.After].Lower;
        return UndertakingWords.Outcomes.Contains(verb)
            || !(EnglishVerbs.IsKnown(verb) || (modal.IsTo && EnglishVerbs.IsGerund(verb)) || (isGovernment && MayBeVerb(words, modal)))
            || (verb == "continue" && words.Skip(modal.After + 1).Take(2).Any(w => w.Lower == "be"));
    }

    // Behind "will" stands a verb, known or not, if a body does it.
    private static bool MayBeVerb(List<SentenceWord> words, ModalClause modal)
    {
        var verb = words[modal.After].Lower;
        return (!modal.IsTo || UndertakingWords.VerbsOfIntent.Contains(words[modal.At].Lower))
            && verb.Length > 2
            && char.IsLetter(verb[0])
            && !UndertakingWords.SmallWords.Contains(verb)
            && !UndertakingWords.NotObjects.Contains(verb)
            && words.GetRange(modal.At, modal.After - modal.At).TrueForAll(w => w.Lower is not "not" and not "never");
    }

    // "This will bring …", "the scheme will help firms …": what is hoped to come of it.
    private static bool IsHoped(List<SentenceWord> words, ModalClause modal, List<SentenceWord> subject) =>
        words[modal.After].Lower is "help" or "allow" or "enable" or "bring"
        || (
            subject.Count > 0
            && subject[0].Lower is "these" or "those"
            && !subject.Exists(w => UndertakingWords.Instruments.Contains(w.Lower))
        )
        || (subject.Count is 1 or 2 && subject[0].Lower == "this" && (subject.Count == 1 || subject[1].Lower is "also"));

    // "other countries will …"
    private static bool IsOfOthers(List<SentenceWord> subject) =>
        subject.Exists(w => w.Lower is "some" or "other" or "others" or "many" or "most") && !subject.Exists(w => w.Lower is "we");

    // "must", "should", "need to": who says so of others states an opinion.
    private static double OfObligation(
        List<SentenceWord> words,
        ModalClause modal,
        List<SentenceWord> subject,
        bool isPassive,
        bool isGovernment
    )
    {
        // "efforts should be made to"
        var isEffort = isPassive && subject.Exists(w => UndertakingWords.MeansWords.Contains(w.Lower));

        // "should form a system by 2025, said the plan"
        var isPlanned =
            words[modal.At].Lower == "should" && isGovernment && words.Exists(w => UndertakingWords.PlanWords.Contains(w.Lower));
        if (isEffort || isPlanned)
        {
            return OfPassive;
        }

        var isOpinion = words.Take(modal.At).Any(w => UndertakingWords.VerbsOfOpinion.Contains(w.Lower));
        return !isOpinion && subject.Exists(w => w.Lower is "we") ? OfNeed : 0;
    }

    // "Firms told us that they plan to": the pronoun stands for them.
    private static bool StandsForPrivate(List<SentenceWord> words, ModalClause modal, List<SentenceWord> subject) =>
        subject.Exists(w => UndertakingWords.Pronouns.Contains(w.Lower))
        && !subject.Exists(w => w.Lower is "we" or "i")
        && words.Take(modal.At).Any(w => UndertakingWords.OtherPeople.Contains(w.Lower))
        && !words.Take(modal.At).Any(w => UndertakingWords.PublicBodies.Contains(w.Lower) && !UndertakingWords.Pronouns.Contains(w.Lower));

    private static double OfSubject(List<SentenceWord> words, ModalClause modal, List<SentenceWord> subject, bool isPassive)
    {
        var isPublic = modal.HasSubject || subject.Count == 0 || subject.Exists(w => UndertakingWords.PublicBodies.Contains(w.Lower));
        var isPrivate = subject.Exists(w => UndertakingWords.OtherPeople.Contains(w.Lower));
        if (isPassive)
        {
            return isPrivate && !isPublic ? OfOthers : OfPassive;
        }

        var isNamed = subject.Exists(w =>
            w.Lower is "we" or "government" or "ministry" or "commission" or "council" or "department" or "departments"
        );
        if (isPublic && (!isPrivate || isNamed))
        {
            return OfPublic;
        }

        // "sales are set to grow"
        var isExpected = words[modal.At + 1].Lower == "set";
        var isToBeDone = modal.IsTo && words[modal.At].Lower is "is" or "are";
        return !isExpected && (!isPrivate || isToBeDone) ? OfOthers : 0;
    }

    // "take effect", "enter into force", "lead to", "form the basis": how things go, not what is undertaken.
    private static bool IsCourse(List<SentenceWord> words, int at)
    {
        var next = at + 1 < words.Count ? words[at + 1].Lower : "";
        return words[at].Lower switch
        {
            "take" => next is "effect" or "place" or "time",
            "enter" => words.Skip(at + 1).Take(2).Any(w => w.Lower is "force"),
            "lead" => next == "to",
            "form" => words.Skip(at + 1).Take(4).Any(w => w.Lower is "cornerstone" or "basis" or "backbone" or "part" or "foundation"),
            "open" or "close" or "start" or "begin" or "end" => next is "on" or "from" or "in" or "at",
            _ => false,
        };
    }
}
