using System.Text.RegularExpressions;

namespace PolicyTracker.Text.Suggestions;

/// <summary>A stretch of a text in which a public body says what it will do.</summary>
/// <param name="Start">UTF-16 position of its first character.</param>
/// <param name="End">Behind its last.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Responsible">Where the body is named that undertakes it; null where none is.</param>
internal readonly record struct Undertaking(int Start, int End, double Confidence, Range? Responsible = null);

/// <summary>
/// Reads undertakings in English: after "will", "shall", "is to", "plans to" and their like with a public body before it, and
/// in lists that tell what to do. What is joined by "and" or a comma and begins with a verb of its own is an undertaking of its own.
/// </summary>
internal static partial class EnglishUndertakings
{
    /// <summary>The undertakings of a sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the sentence begins, its list mark left out.</param>
    /// <param name="end">Behind it.</param>
    /// <param name="isItem">Whether it stands in a list.</param>
    /// <param name="isTask">Whether it stands under words that announce what will be done.</param>
    public static List<Undertaking> In(string text, int start, int end, bool isItem, bool isTask)
    {
        var words = Word().Matches(text[start..end]).Select(m => new Piece(start + m.Index, start + m.Index + m.Length, m.Value.ToLowerInvariant().Replace('’', '\''), m.Value)).ToList();
        var found = new List<Undertaking>();
        if (words.Count == 0 || words.Exists(w => w.Lower == "?"))
        {
            return found;
        }

        var modals = Modals(words);
        if (modals.Count == 0 || modals[0].At > 6)
        {
            var limit = modals.Count == 0 ? words.Count : modals[0].ClauseStart;
            if (ImperativeVerb(words, limit, isItem) is >= 0 and var verb && limit > verb)
            {
                Split(words, verb, limit, byTo: false, isItem ? 0.85 : 0.75, found);
            }
            else if (isItem && isTask && words.Count > 2 && IsGerund(words[0].Lower))
            {
                Add(words, 0, limit, 0.6, found);
            }
        }

        var before = 1.0;
        Range? responsible = null;
        for (var m = 0; m < modals.Count; m++)
        {
            var modal = modals[m];
            var isJoined = m > 0 && (modals[m - 1].At >= modal.ClauseStart || modal.ClauseStart >= modal.At); // "… and intend to": the subject is that of the one before
            // "set out how it will …", "a centre that will …": the clause is part of the undertaking.
            var last = m;
            while (last + 1 < modals.Count && modals[last + 1].ClauseStart > modal.After && words[modals[last + 1].ClauseStart - 1].Lower is "how" or "what" or "that" or "which" or "who" or "where" or "whether")
            {
                last++;
            }

            var until = last + 1 >= modals.Count ? words.Count : modals[last + 1].ClauseStart > modal.After ? modals[last + 1].ClauseStart : modals[last + 1].At;
            before = isJoined ? Math.Min(before, Confidence(words, modal, isItem)) : Confidence(words, modal, isItem);
            if (before is > 0 and var confidence)
            {
                var count = found.Count;

                // What shall be done to something can't be told without naming it; what work will be done to reach, can.
                var isPassive = words[modal.After].Lower == "be" && modal.At - modal.ClauseStart is > 0 and < 24;
                var toReach = isPassive && words.GetRange(modal.ClauseStart, modal.At - modal.ClauseStart).Exists(w => Means.Contains(w.Lower)) ? words.FindIndex(modal.After, Math.Min(6, until - modal.After), w => w.Lower == "to") : -1;
                Split(words, toReach >= 0 && toReach + 1 < until ? toReach + 1 : isPassive ? modal.ClauseStart : modal.After, until, modal.IsTo, confidence, found);
                responsible = words[modal.After].Lower == "be" ? null : isJoined ? responsible : Body(words, modal);
                for (var k = count; k < found.Count; k++)
                {
                    found[k] = found[k] with { Responsible = responsible };
                }

                m = last;
            }
        }

        return found;
    }

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
                "am" or "are" when i > 0 && words[i - 1].Lower is "we" or "i" && words.Skip(i + 1).Take(2).Any(w => Undertaken.Contains(w.Lower)) => (1, true),
                "is" or "are" when i > 0 && (Governments.Contains(words[i - 1].Lower) || (words[i - 1].Text.Length > 2 && words[i - 1].Text.All(char.IsUpper))) && words.Skip(i + 1).Take(2).Any(w => Undertaken.Contains(w.Lower)) => (1, true),
                "we're" when words.Skip(i + 1).Take(2).Any(w => Undertaken.Contains(w.Lower)) => (1, true),
                "would" when words.Take(i).Any(w => w.Lower is "said" or "announced" or "added" or "stated" or "promised" or "confirmed") => (1, false),
                _ => ToVerbs.FirstOrDefault(p => Matches(words, i, p)) is { } phrase ? (phrase.Length, true) : (0, false),
            };
            // "further plans to", "does not plan to": a noun, or a refusal.
            if (length == 0 || (length > 1 && IsNoun(words, i)) || (length > 1 && i > 0 && (words[i - 1].Lower is "not" or "never" or "no" or "its" or "their" or "our" or "his" or "her" or "the" or "a" or "any" or "further" or "new" or "such" or "existing" or "more" or "n't" or "on" or "of" or "for" or "with" or "by" or "about" or "in" or "detailed" or "ambitious")))
            {
                continue;
            }

            var after = i + length;
            while (after < words.Count && (words[after].Lower is "also" or "at" or "least" or "“" or "\"" or "‘" or "not" or "now" or "then" or "soon" or "only" or "always" or "again" or "jointly" or "together" or "," or "]" || (words[after].Lower.EndsWith("ly", StringComparison.Ordinal) && !Verbs.ContainsKey(words[after].Lower))))
            {
                after++;
            }

            var begin = i;
            while (begin > 0 && words[begin - 1].Lower is not ("how" or "what" or "where" or "why" or ";" or ":" or "—" or "–" or "“" or "\"" or "(" or "[" or "but" or "while" or "whereas" or "if" or "whether" or "when" or "until" or "unless" or "because" or "said" or "says" or "that" or "which" or "who"))
            {
                begin--;
            }

            // "…, and revenues will": behind another modal or verb the clause begins at the comma or "and" that is nearest; the
            // "and" of a name ("Industry and Information Technology") is none.
            var finite = i == begin ? -1 : words.FindLastIndex(i - 1, i - begin, w => IsFinite(w.Lower));
            for (var k = i - 1; k > Math.Max(begin, finite) && finite >= 0; k--)
            {
                if (k + 1 < i && (words[k].Lower == "," || (words[k].Lower == "and" && !(char.IsUpper(words[k - 1].Text[0]) && char.IsUpper(words[k + 1].Text[0])))))
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

    // "The Department for Science will": the words before the verb, where they name a body.
    private static Range? Body(List<Piece> words, Modal modal)
    {
        var (from, to) = (modal.ClauseStart, modal.At);
        while (from < to && (words[from].Lower is "the" or "and" or "but" or "," or "“" or "then" or "now" or "also" || !char.IsLetter(words[from].Text[0])))
        {
            from++;
        }

        var verb = words.FindIndex(from, to - from, w => IsFinite(w.Lower));
        to = verb < 0 ? to : verb; // "the government has announced plans to"
        while (to > from && (words[to - 1].Lower is "also" or "now" or "then" or "," || words[to - 1].Lower.EndsWith("ly", StringComparison.Ordinal)))
        {
            to--;
        }

        // "Under the plan the departments will": the body stands behind the last article.
        if (from < to && words[from].Lower is "under" or "in" or "by" or "as" or "with" or "for" or "to" or "through" or "from" && words.FindLastIndex(to - 1, to - from, w => w.Lower == "the") is >= 0 and var article)
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
        var isBody = names.Exists(w => Governments.Contains(w.Lower) && w.Lower is not ("we" or "i" or "states" or "state")) || (names.Count == 1 && names[0].Text.Length > 2 && names[0].Text.All(char.IsUpper));
        return isBody && names.Count <= 14 ? words[from].Start..words[to - 1].End : null;
    }

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
        if (before is "if" or "whether" or "when" or "until" or "unless" or "because" or "which" or "who" or "how" or "what" or "where" or "why" || (before == "that" && (subject.Count == 0 || !words.Take(modal.ClauseStart - 1).Any(w => Reports.Contains(w.Lower))))
            || subject.Exists(w => w.Lower is "if" or "whether" or "who" or "which" or "how" or "what" or "nobody"))
        {
            return 0;
        }

        if (!modal.HasSubject && subject.Count == 0 && !(isItem && modal.At == 0) && !words.Take(modal.At).Any(w => Public.Contains(w.Lower)))
        {
            return 0;
        }

        var verb = words[modal.After].Lower;
        var isPassive = verb == "be" && modal.After + 1 < words.Count && words.Skip(modal.After + 1).Take(3).Any(w => w.Lower.EndsWith("ed", StringComparison.Ordinal) || IrregularParticiples.Contains(w.Lower));
        if (isPassive && words.Skip(modal.After + 1).Take(2).Any(w => w.Lower is "asked" or "invited" or "expected" or "needed" or "allowed" or "required" or "able" or "interested" or "based" or "followed" or "attended" or "pleased" or "affected" or "concerned" or "linked" or "submitted" or "discussed"))
        {
            return 0;
        }

        // Behind "will" stands a verb, known or not, if a body does it.
        var isNamed = modal.HasSubject || subject.Exists(w => Governments.Contains(w.Lower));
        var isVerb = IsKnown(verb) || (modal.IsTo && IsGerund(verb)) || (isNamed && !modal.IsTo && verb.Length > 3 && char.IsLetter(verb[0]) && words.GetRange(modal.At, modal.After - modal.At).TrueForAll(w => w.Lower is not "not" and not "never"));
        if (!isPassive && (Outcomes.Contains(verb) || !isVerb || (verb == "continue" && words.Skip(modal.After + 1).Take(2).Any(w => w.Lower == "be"))))
        {
            return 0;
        }

        // "This will bring …", "the scheme will help firms …": what is hoped to come of it.
        var isGovernment = modal.HasSubject || subject.Exists(w => Governments.Contains(w.Lower));
        if (!isGovernment && !isPassive && (verb is "help" or "allow" or "enable" or "bring" || (subject.Count > 0 && subject[0].Lower is "these" or "those") || (subject.Count is 1 or 2 && subject[0].Lower == "this" && (subject.Count == 1 || subject[1].Lower is "also"))))
        {
            return 0;
        }

        if (!modal.HasSubject && !isPassive && subject.Exists(w => w.Lower is "some" or "other" or "others" or "many" or "most") && !subject.Exists(w => w.Lower is "we"))
        {
            return 0; // "other countries will …"
        }

        var isPublic = modal.HasSubject || subject.Count == 0 || subject.Exists(w => Public.Contains(w.Lower));
        var isPrivate = subject.Exists(w => Private.Contains(w.Lower));
        if (words[modal.At].Lower is "must" or "should" or "need" or "needs")
        {
            if (words[modal.At].Lower == "should" && isGovernment && words.Exists(w => Plans.Contains(w.Lower)))
            {
                return 0.65; // "should form a system by 2025, said the plan"
            }

            return words.Take(modal.At).Any(w => w.Lower is "say" or "says" or "argue" or "argues" or "believe" or "believes" or "think" or "thinks" or "suggest" or "urge" or "whether") ? 0 : subject.Exists(w => w.Lower is "we") ? 0.7 : 0;
        }

        // "Firms told us that they plan to": the pronoun stands for them.
        if (subject.Exists(w => Pronouns.Contains(w.Lower)) && !subject.Exists(w => w.Lower is "we" or "i") && words.Take(modal.At).Any(w => Private.Contains(w.Lower))
            && !words.Take(modal.At).Any(w => Public.Contains(w.Lower) && !Pronouns.Contains(w.Lower)))
        {
            return 0;
        }

        return isPassive ? isPrivate && !isPublic ? 0.6 : 0.65
            : isPublic && !(isPrivate && !subject.Exists(w => w.Lower is "we" or "government" or "ministry" or "commission" or "council" or "department" or "departments")) ? 0.9
            : words[modal.At + 1].Lower == "set" ? 0 // "sales are set to grow"
            : isPrivate ? modal.IsTo && words[modal.At].Lower is "is" or "are" ? 0.6 : 0
            : 0.6;
    }

    // "an action plan to", "the pledge to", "to prepare national plans to": the words before it make it a noun.
    private static bool IsNoun(List<Piece> words, int at) => (words[at].Lower is "plans" && words.GetRange(Math.Max(0, at - 5), Math.Min(5, at)).Exists(w => w.Lower == "to")) || words[at].Lower is "plan" or "aim" or "pledge" or "promise" or "hope" or "need"
        && at > 0 && (char.IsUpper(words[at].Text[0]) || !(words[at - 1].Lower is "we" or "i" or "they" or "you" or "and" or "also" or "now" or "people" or "," || words[at - 1].Lower.EndsWith('s') || words[at - 1].Lower.EndsWith("ly", StringComparison.Ordinal)));

    // The verb with which a sentence tells somebody to do something; -1 where it does not.
    private static int ImperativeVerb(List<Piece> words, int limit, bool isItem)
    {
        var at = 0;
        while (at < limit && (words[at].Lower is "“" or "\"" or "(" or "[" or "'" or "‘" or "•" or "-" or "to" && isItem
            || IsAdverb(words, at, limit)))
        {
            at++;
        }

        return at + 1 < limit && IsVerb(words, at, limit, isFirst: true) && !Asked.Contains(words[at].Lower)
            && (isItem || !(Verbs.GetValueOrDefault(words[at].Lower) || words[at].Lower is "set" or "open" or "increased") || !words.Take(limit).Any(w => w.Lower is "is" or "are" or "was" or "were" or "has" or "have" or "remain" or "remains" or "exist" or "arise"))
            && (isItem || !Verbs.GetValueOrDefault(words[at].Lower) || SmallWords.Contains(words[at + 1].Lower) || IsPlainObject(words, at + 1, limit))
            && !IsFinite(words[at + 1].Lower) && !PastVerbs.Contains(words[at + 1].Lower) ? at : -1;
    }

    // "vigorously promote"
    private static bool IsAdverb(List<Piece> words, int at, int limit) =>
        words[at].Lower.EndsWith("ly", StringComparison.Ordinal) && at + 1 < limit && Verbs.ContainsKey(words[at + 1].Lower);

    private static bool IsVerb(List<Piece> words, int at, int limit, bool isFirst)
    {
        var isNoun = false;
        if (at >= limit || !(Verbs.TryGetValue(words[at].Lower, out isNoun) || IsKnown(words[at].Lower)) || (!isFirst && char.IsUpper(words[at].Text[0])))
        {
            return false;
        }

        if (at + 1 >= limit || (!isFirst && words[at + 1].Lower == ","))
        {
            return false; // without an object it is an adjective or a noun: "modern, secure, and open"
        }

        var next = words[at + 1];
        if (words[at].Lower == "further" && IsGerund(next.Lower))
        {
            return false;
        }

        if (Phrasal.Contains((words[at].Lower, next.Lower)) && !(isFirst && words[at].Lower is "report" or "move" or "press"))
        {
            return true;
        }

        if (words[at].Lower is "ensure" or "guarantee" && next.Lower == "that")
        {
            return true;
        }

        if (NotObjects.Contains(next.Lower) && !(SmallWords.Contains(next.Lower) && !isNoun))
        {
            // "research and formulate": the object is the next verb's.
            return next.Lower is "and" or "or" && at + 2 < limit && Verbs.TryGetValue(words[at + 2].Lower, out var alsoNoun) && (!isNoun || !alsoNoun || isFirst) && (isFirst || !isNoun);
        }

        return !isNoun || next.Lower is not ("," or ";" or ":" or "." or ")" or "’s" or "'s" or "s") && (SmallWords.Contains(next.Lower) || isFirst || char.IsDigit(next.Text[0]) || next.Lower is "£" or "$" or "€" or "₹" || IsPlainObject(words, at + 1, limit));
    }

    // "back smaller plants with loans": something small follows that a noun before it would not take.
    private static bool IsPlainObject(List<Piece> words, int at, int limit) =>
        at < limit && words[at].Lower.Length > 2 && char.IsLetter(words[at].Lower[0]) && !Verbs.ContainsKey(words[at].Lower)
        && (words[at].Lower.EndsWith("er", StringComparison.Ordinal) || words[at].Lower.EndsWith('s') || words[at].Lower.EndsWith("al", StringComparison.Ordinal) || words[at].Lower.EndsWith("ic", StringComparison.Ordinal) || words[at].Lower.EndsWith("ing", StringComparison.Ordinal));

    private static bool Matches(List<Piece> words, int at, string[] phrase)
    {
        for (var k = 0; k < phrase.Length; k++)
        {
            if (at + k >= words.Count || words[at + k].Lower != phrase[k])
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"[\p{L}][\p{L}\p{M}'’]*(?:-[\p{L}\p{N}][\p{L}\p{N}'’]*)*|\p{N}[\p{N}.,]*\p{N}|\p{N}|[^\s\p{L}\p{N}]")]
    private static partial Regex Word();

    private readonly record struct Piece(int Start, int End, string Lower, string Text);

    private readonly record struct Modal(int At, int After, int ClauseStart, bool IsTo, bool HasSubject);
}
