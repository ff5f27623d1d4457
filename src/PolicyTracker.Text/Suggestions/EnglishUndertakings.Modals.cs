namespace PolicyTracker.Text.Suggestions;

// Where a sentence says "will" and the like, who says it of himself, and whether that is an undertaking.
internal static partial class EnglishUndertakings
{
    // Modals with the clause that they govern.
    private static List<Modal> Modals(List<Piece> words)
    {
        var found = new List<Modal>();
        for (var i = 0; i < words.Count; i++)
        {
            var (length, isTo) = words[i].Lower switch
            {
                "will" when Matches(words, i, ["will", "be", "to"]) => (3, true),
                "will" or "shall" or "must" or "should" or "we'll" => (1, false),
                "am"
                or "are"
                    when i > 0 && words[i - 1].Lower is "we" or "i" && words.Skip(i + 1).Take(2).Any(w => Undertaken.Contains(w.Lower)) => (
                    1,
                    true
                ),
                "is"
                or "are"
                    when i > 0
                        && (
                            Governments.Contains(words[i - 1].Lower)
                            || (words[i - 1].Text.Length > 2 && words[i - 1].Text.All(char.IsUpper))
                        )
                        && words.Skip(i + 1).Take(2).Any(w => Undertaken.Contains(w.Lower)) => (1, true),
                "calls"
                or "call"
                    when i > 0 && i + 1 < words.Count && words[i + 1].Lower == "for" && words.Take(i).Any(w => Plans.Contains(w.Lower)) => (
                    2,
                    true
                ),
                "we're" when words.Skip(i + 1).Take(2).Any(w => Undertaken.Contains(w.Lower)) => (1, true),
                "would" when words.Take(i).Any(w => w.Lower is "said" or "announced" or "added" or "stated" or "promised" or "confirmed") =>
                    (1, false),
                _ => ToVerbs.FirstOrDefault(p => Matches(words, i, p)) is { } phrase ? (phrase.Length, true) : (0, false),
            };
            // "further plans to", "does not plan to": a noun, or a refusal.
            if (
                length == 0
                || (length > 1 && (IsNoun(words, i) || IsDropped(words, i)))
                || (
                    length > 1
                    && i > 0
                    && (
                        words[i - 1].Lower
                        is "not"
                            or "never"
                            or "no"
                            or "its"
                            or "their"
                            or "our"
                            or "his"
                            or "her"
                            or "the"
                            or "a"
                            or "any"
                            or "further"
                            or "new"
                            or "such"
                            or "existing"
                            or "more"
                            or "n't"
                            or "on"
                            or "of"
                            or "for"
                            or "with"
                            or "by"
                            or "about"
                            or "in"
                            or "detailed"
                            or "ambitious"
                    )
                )
            )
            {
                continue;
            }

            var after = i + length;
            while (
                after < words.Count
                && (
                    words[after].Lower
                        is "also"
                            or "at"
                            or "least"
                            or "“"
                            or "\""
                            or "‘"
                            or "not"
                            or "now"
                            or "then"
                            or "soon"
                            or "only"
                            or "always"
                            or "again"
                            or "jointly"
                            or "together"
                            or ","
                            or "]"
                    || (words[after].Lower.EndsWith("ly", StringComparison.Ordinal) && !Verbs.ContainsKey(words[after].Lower))
                )
            )
            {
                after++;
            }

            var begin = i;
            while (
                begin > 0
                && words[begin - 1].Lower
                    is not (
                        "how"
                        or "what"
                        or "where"
                        or "why"
                        or ";"
                        or ":"
                        or "—"
                        or "–"
                        or "“"
                        or "\""
                        or "("
                        or "["
                        or "but"
                        or "while"
                        or "whereas"
                        or "if"
                        or "whether"
                        or "when"
                        or "until"
                        or "unless"
                        or "because"
                        or "said"
                        or "says"
                        or "that"
                        or "which"
                        or "who"
                    )
            )
            {
                begin--;
            }

            // "…, and revenues will": behind another modal or verb the clause begins at the comma or "and" that is nearest; the
            // "and" of a name ("Industry and Information Technology") is none.
            var finite = i == begin ? -1 : words.FindLastIndex(i - 1, i - begin, w => IsFinite(w.Lower));
            for (var k = i - 1; k > Math.Max(begin, finite) && finite >= 0; k--)
            {
                if (
                    k + 1 < i
                    && (
                        words[k].Lower == ","
                        || (words[k].Lower == "and" && !(char.IsUpper(words[k - 1].Text[0]) && char.IsUpper(words[k + 1].Text[0])))
                    )
                )
                {
                    begin = k + 1;
                    break;
                }
            }

            // "Working with industry, the platform will": what stands before the last comma is not the subject.
            var comma = i == begin ? -1 : words.FindLastIndex(i - 1, i - begin, w => w.Lower == ",");
            begin = comma >= 0 && comma + 1 < i && words[begin].Lower is not ("the" or "we" or "our" or "this") ? comma + 1 : begin;

            found.Add(new(i, after, begin, isTo, words[i].Lower is "we'll" or "we're"));
            i = after - 1;
        }

        return found;
    }

    // "shelved plans to": what became of them is told by the verb before; "announced plans to" says that they stand.
    private static bool IsDropped(List<Piece> words, int at) =>
        words[at].Lower is "plans"
        && at > 0
        && words[at - 1].Lower.EndsWith("ed", StringComparison.Ordinal)
        && !Standing.Contains(words[at - 1].Lower);

    // "an action plan to", "the pledge to", "to prepare national plans to": the words before it make it a noun.
    private static bool IsNoun(List<Piece> words, int at) =>
        (words[at].Lower is "plans" && words.GetRange(Math.Max(0, at - 5), Math.Min(5, at)).Exists(w => w.Lower == "to"))
        || words[at].Lower is "plan" or "aim" or "pledge" or "promise" or "hope" or "need"
            && at > 0
            && (
                char.IsUpper(words[at].Text[0])
                || !(
                    words[at - 1].Lower is "we" or "i" or "they" or "you" or "and" or "also" or "now" or "people" or ","
                    || words[at - 1].Lower.EndsWith('s')
                    || words[at - 1].Lower.EndsWith("ly", StringComparison.Ordinal)
                )
            );

    // "The Department for Science will": the words before the verb, where they name a body.
    private static Range? Body(List<Piece> words, Modal modal)
    {
        var (from, to) = (modal.ClauseStart, modal.At);
        while (
            from < to
            && (
                words[from].Lower is "the" or "and" or "but" or "," or "“" or "then" or "now" or "also"
                || !char.IsLetter(words[from].Text[0])
            )
        )
        {
            from++;
        }

        var verb = words.FindIndex(from, to - from, w => IsFinite(w.Lower));
        to = verb < 0 ? to : verb; // "the government has announced plans to"
        while (
            to > from
            && (words[to - 1].Lower is "also" or "now" or "then" or "," || words[to - 1].Lower.EndsWith("ly", StringComparison.Ordinal))
        )
        {
            to--;
        }

        // "Under the plan the departments will": the body stands behind the last article.
        if (
            from < to
            && words[from].Lower is "under" or "in" or "by" or "as" or "with" or "for" or "to" or "through" or "from"
            && words.FindLastIndex(to - 1, to - from, w => w.Lower == "the") is >= 0 and var article
        )
        {
            from = article + 1;
        }

        // "By 2025, the ministry": the body stands behind the last comma, unless it is a list of bodies.
        var comma = words.FindLastIndex(Math.Max(from, to - 1), Math.Max(from, to - 1) - from + 1, w => w.Lower == ",");
        if (comma > from && comma + 1 < to && !words.GetRange(from, comma - from).Exists(w => Governments.Contains(w.Lower)))
        {
            from = words[comma + 1].Lower == "the" ? comma + 2 : comma + 1;
        }

        var names = words.GetRange(from, Math.Max(0, to - from));
        var isBody =
            names.Exists(w => Governments.Contains(w.Lower) && w.Lower is not ("we" or "i" or "states" or "state"))
            || (names.Count == 1 && names[0].Text.Length > 2 && names[0].Text.All(char.IsUpper));
        return isBody && names.Count <= 14 ? words[from].Start..words[to - 1].End : null;
    }

    // How sure it is that a modal with its subject and verb is an undertaking of a public body; 0 where it is none.
    private static double Confidence(List<Piece> words, Modal modal, bool isItem)
    {
        if (modal.After >= words.Count)
        {
            return 0;
        }

        var before = modal.ClauseStart > 0 ? words[modal.ClauseStart - 1].Lower : "";
        if (before == "why" && modal.ClauseStart > 1 && words[modal.ClauseStart - 2].Lower is "is" or "that's" or "this's")
        {
            before = ""; // "That is why the government will …" asks nothing
        }

        var subject = words.GetRange(modal.ClauseStart, modal.At - modal.ClauseStart);
        if (
            before
                is "if"
                    or "whether"
                    or "when"
                    or "until"
                    or "unless"
                    or "because"
                    or "which"
                    or "who"
                    or "how"
                    or "what"
                    or "where"
                    or "why"
            || (before == "that" && (subject.Count == 0 || !words.Take(modal.ClauseStart - 1).Any(w => Reports.Contains(w.Lower))))
            || subject.Exists(w => w.Lower is "if" or "whether" or "who" or "which" or "how" or "what" or "nobody")
        )
        {
            return 0;
        }

        if (
            !modal.HasSubject
            && subject.Count == 0
            && !(isItem && modal.At == 0)
            && !words.Take(modal.At).Any(w => Public.Contains(w.Lower))
        )
        {
            return 0;
        }

        if (words[modal.At].Lower is "calls" or "call")
        {
            return 0.7; // a plan that calls for something
        }

        var verb = words[modal.After].Lower;
        if (
            IsCourse(words, modal.After)
            || (
                words[modal.At].Lower is "wants" or "want"
                && subject.TrueForAll(w => w.Lower is "he" or "she" or "they" or "also" or "know" or "i")
            )
            || (subject.Exists(w => w.Lower == "i") && Spoken.Contains(verb))
        )
        {
            return 0;
        }

        var isPassive =
            IsBe(words, modal.After)
            && modal.After + 1 < words.Count
            && words
                .Skip(modal.After + 1)
                .Take(3)
                .Any(w => w.Lower.EndsWith("ed", StringComparison.Ordinal) || IrregularParticiples.Contains(w.Lower));
        if (
            isPassive
            && words
                .Skip(modal.After + 1)
                .Take(2)
                .Any(w =>
                    w.Lower
                        is "asked"
                            or "invited"
                            or "expected"
                            or "needed"
                            or "allowed"
                            or "required"
                            or "able"
                            or "interested"
                            or "based"
                            or "followed"
                            or "attended"
                            or "pleased"
                            or "affected"
                            or "concerned"
                            or "linked"
                            or "submitted"
                            or "discussed"
                )
        )
        {
            return 0;
        }

        // Behind "will" stands a verb, known or not, if a body does it.
        var isGovernment = modal.HasSubject || subject.Exists(w => Governments.Contains(w.Lower));
        var isVerb =
            IsKnown(verb)
            || (modal.IsTo && IsGerund(verb))
            || (
                isGovernment
                && (
                    !modal.IsTo
                    || words[modal.At].Lower
                        is "plans"
                            or "plan"
                            or "intends"
                            or "intend"
                            or "aims"
                            or "aim"
                            or "decided"
                            or "agreed"
                            or "promised"
                            or "pledged"
                            or "proposes"
                            or "propose"
                            or "vowed"
                )
                && verb.Length > 2
                && char.IsLetter(verb[0])
                && !SmallWords.Contains(verb)
                && !NotObjects.Contains(verb)
                && words.GetRange(modal.At, modal.After - modal.At).TrueForAll(w => w.Lower is not "not" and not "never")
            );
        if (
            !isPassive
            && (Outcomes.Contains(verb) || !isVerb || (verb == "continue" && words.Skip(modal.After + 1).Take(2).Any(w => w.Lower == "be")))
        )
        {
            return 0;
        }

        // "This will bring …", "the scheme will help firms …": what is hoped to come of it.
        if (
            !isGovernment
            && !isPassive
            && (
                verb is "help" or "allow" or "enable" or "bring"
                || (subject.Count > 0 && subject[0].Lower is "these" or "those" && !subject.Exists(w => Instruments.Contains(w.Lower)))
                || (subject.Count is 1 or 2 && subject[0].Lower == "this" && (subject.Count == 1 || subject[1].Lower is "also"))
            )
        )
        {
            return 0;
        }

        if (
            !modal.HasSubject
            && !isPassive
            && subject.Exists(w => w.Lower is "some" or "other" or "others" or "many" or "most")
            && !subject.Exists(w => w.Lower is "we")
        )
        {
            return 0; // "other countries will …"
        }

        var isPublic = modal.HasSubject || subject.Count == 0 || subject.Exists(w => Public.Contains(w.Lower));
        var isPrivate = subject.Exists(w => Private.Contains(w.Lower));
        if (words[modal.At].Lower is "must" or "should" or "need" or "needs")
        {
            if (isPassive && subject.Exists(w => Means.Contains(w.Lower)))
            {
                return 0.65; // "efforts should be made to"
            }

            if (words[modal.At].Lower == "should" && isGovernment && words.Exists(w => Plans.Contains(w.Lower)))
            {
                return 0.65; // "should form a system by 2025, said the plan"
            }

            return words
                    .Take(modal.At)
                    .Any(w =>
                        w.Lower
                            is "say"
                                or "says"
                                or "argue"
                                or "argues"
                                or "believe"
                                or "believes"
                                or "think"
                                or "thinks"
                                or "suggest"
                                or "urge"
                                or "whether"
                    )
                    ? 0
                : subject.Exists(w => w.Lower is "we") ? 0.7
                : 0;
        }

        // "Firms told us that they plan to": the pronoun stands for them.
        if (
            subject.Exists(w => Pronouns.Contains(w.Lower))
            && !subject.Exists(w => w.Lower is "we" or "i")
            && words.Take(modal.At).Any(w => Private.Contains(w.Lower))
            && !words.Take(modal.At).Any(w => Public.Contains(w.Lower) && !Pronouns.Contains(w.Lower))
        )
        {
            return 0;
        }

        return isPassive
            ? isPrivate && !isPublic
                ? 0.6
                : 0.65
            : isPublic
            && !(
                isPrivate
                && !subject.Exists(w =>
                    w.Lower is "we" or "government" or "ministry" or "commission" or "council" or "department" or "departments"
                )
            )
                ? 0.9
                : words[modal.At + 1].Lower == "set"
                    ? 0 // "sales are set to grow"
                    : isPrivate
                        ? modal.IsTo && words[modal.At].Lower is "is" or "are"
                            ? 0.6
                            : 0
                        : 0.6;
    }

    // "will be built", "will have been laid"
    private static bool IsBe(List<Piece> words, int at) =>
        words[at].Lower == "be" || (words[at].Lower == "have" && at + 1 < words.Count && words[at + 1].Lower == "been");

    // "take effect", "enter into force", "lead to", "form the basis": how things go, not what is undertaken.
    private static bool IsCourse(List<Piece> words, int at)
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

    private readonly record struct Modal(int At, int After, int ClauseStart, bool IsTo, bool HasSubject);
}
