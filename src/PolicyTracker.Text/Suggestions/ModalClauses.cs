namespace PolicyTracker.Text.Suggestions;

/// <summary>Finds where an English sentence says "will" and the like.</summary>
internal static class ModalClauses
{
    /// <summary>The modals of a sentence with the clauses that they govern, in order.</summary>
    public static List<ModalClause> In(List<SentenceWord> words)
    {
        var found = new List<ModalClause>();
        for (var i = 0; i < words.Count; i++)
        {
            var (length, isTo) = Modal(words, i);
            if (length == 0 || (length > 1 && IsNoun(words, i)))
            {
                continue;
            }

            var after = i + length;
            while (after < words.Count && MayStandBeforeVerb(words[after].Lower))
            {
                after++;
            }

            found.Add(new(i, after, ClauseStart(words, i), isTo, words[i].Lower is "we'll" or "we're"));
            i = after - 1;
        }

        return found;
    }

    // How many words the modal at a place has, 0 where none begins; and whether an infinitive with "to" or a gerund follows.
    private static (int Length, bool IsTo) Modal(List<SentenceWord> words, int i)
    {
        bool IsCurrentAct() => words.Skip(i + 1).Take(2).Any(w => UndertakingWords.CurrentActs.Contains(w.Lower));
        var before = i > 0 ? words[i - 1] : default;
        return words[i].Lower switch
        {
            "will" when Matches(words, i, ["will", "be", "to"]) => (3, true),
            "will" or "shall" or "must" or "should" or "we'll" => (1, false),
            "am" or "are" when before.Lower is "we" or "i" && IsCurrentAct() => (1, true),
            "is" or "are" when i > 0 && IsGovernment(before) && IsCurrentAct() => (1, true),
            "calls"
            or "call"
                when i > 0
                    && i + 1 < words.Count
                    && words[i + 1].Lower == "for"
                    && words.Take(i).Any(w => UndertakingWords.PlanWords.Contains(w.Lower)) => (2, true),
            "we're" when IsCurrentAct() => (1, true),
            "would" when words.Take(i).Any(w => w.Lower is "said" or "announced" or "added" or "stated" or "promised" or "confirmed") => (
                1,
                false
            ),
            _ => UndertakingWords.PhrasesBeforeInfinitive.FirstOrDefault(p => Matches(words, i, p)) is { } phrase
                ? (phrase.Length, true)
                : (0, false),
        };
    }

    private static bool IsGovernment(SentenceWord word) =>
        UndertakingWords.Governments.Contains(word.Lower) || (word.Text.Length > 2 && word.Text.All(char.IsUpper));

    private static bool MayStandBeforeVerb(string word) =>
        UndertakingWords.BesideModals.Contains(word) || (word.EndsWith("ly", StringComparison.Ordinal) && !EnglishVerbs.IsListed(word));

    private static int ClauseStart(List<SentenceWord> words, int i)
    {
        var begin = i;
        while (begin > 0 && !UndertakingWords.ClauseMarks.Contains(words[begin - 1].Lower))
        {
            begin--;
        }

        // "…, and revenues will": behind another modal or verb the clause begins at the comma or "and" that is nearest; the
        // "and" of a name ("Industry and Information Technology") is none.
        var finite = i == begin ? -1 : words.FindLastIndex(i - 1, i - begin, w => EnglishVerbs.IsFinite(w.Lower));
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
        return comma >= 0 && comma + 1 < i && words[begin].Lower is not ("the" or "we" or "our" or "this") ? comma + 1 : begin;
    }

    // "further plans to", "does not plan to": a noun, or a refusal.
    private static bool IsNoun(List<SentenceWord> words, int at) =>
        IsNamed(words, at) || IsDropped(words, at) || (at > 0 && UndertakingWords.NounMarks.Contains(words[at - 1].Lower));

    // "shelved plans to": what became of them is told by the verb before; "announced plans to" says that they stand.
    private static bool IsDropped(List<SentenceWord> words, int at) =>
        words[at].Lower is "plans"
        && at > 0
        && words[at - 1].Lower.EndsWith("ed", StringComparison.Ordinal)
        && !UndertakingWords.AnnouncingVerbs.Contains(words[at - 1].Lower);

    // "an action plan to", "the pledge to", "to prepare national plans to": the words before it make it a noun.
    private static bool IsNamed(List<SentenceWord> words, int at) =>
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

    private static bool Matches(List<SentenceWord> words, int at, string[] phrase)
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
}
