namespace PolicyTracker.Text.Suggestions;

/// <summary>Tells where one undertaking of an English sentence ends and the next begins.</summary>
internal static class UndertakingPhrases
{
    /// <summary>Cuts a verb phrase where the next verb on the same level begins.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="from">The first word of the phrase.</param>
    /// <param name="until">Behind its last.</param>
    /// <param name="byTo">Whether "to" may stand before the next verb.</param>
    /// <param name="confidence">Of each undertaking, 0 to 1.</param>
    /// <param name="found">The undertakings are added to it.</param>
    public static void Split(List<SentenceWord> words, int from, int until, bool byTo, double confidence, List<Undertaking> found)
    {
        var begin = from;
        for (var i = from + 1; i < until; i++)
        {
            var piece = words[i].Lower;
            if (
                piece is "which" or "while" or "whereas" or "although" or "because" or "said" or "says"
                && words[i - 1].Lower is "," or "”" or "\""
            )
            {
                until = i;
                break;
            }

            if (piece is not ("," or ";" or "and" or "or"))
            {
                continue;
            }

            if (piece is "," && IsAttribution(words, i + 1, until))
            {
                until = i;
                break;
            }

            var next = i + 1;
            while (
                next < until
                && (
                    words[next].Lower is "and" or "to" && (words[next].Lower == "and" || byTo)
                    || EnglishVerbs.IsAdverb(words, next, until)
                    || words[next].Lower is "also" or "will" or "then"
                )
            )
            {
                next++;
            }

            // The first verb may share its object with the second: "research and formulate an action plan".
            // "to train and deploy models" is one purpose.
            var isPurpose = IsPurpose(words, begin, i, next);
            if (
                next < until
                && i - begin >= 2
                && !isPurpose
                && EnglishVerbs.IsVerb(words, next, until, isFirst: false)
                && !(piece is "," && next == i + 1 && IsNounList(words, next, until))
            )
            {
                Add(words, begin, i, confidence, found);
                begin = next;
                i = next;
            }
        }

        Add(words, begin, until, confidence, found);
    }

    // "(invest) to improve access, power research and open markets": the list says what for.
    private static bool IsPurpose(List<SentenceWord> words, int begin, int at, int next)
    {
        if (words[at].Lower == ";" || words[next - 1].Lower is "to" or "will" or "also" or "then")
        {
            return false;
        }

        for (var k = begin + 2; k + 1 < at; k++)
        {
            if (words[k].Lower == "to" && EnglishVerbs.IsListed(words[k + 1].Lower) && words[k - 1].Lower is not ("," or "and" or "or"))
            {
                return true;
            }
        }

        return false;
    }

    // ", an official said on Monday": who said it is no part of it.
    private static bool IsAttribution(List<SentenceWord> words, int from, int until)
    {
        if (from + 1 < until && words[from].Lower is "per" && words[from + 1].Lower is "the" or "a")
        {
            return true; // ", per the plan"
        }

        for (var i = from; i < Math.Min(until, from + 14) && words[i].Lower is not (";" or "and"); i++)
        {
            if (words[i].Lower is "said" or "says" or "added" or "told" or "noted" or "announced" or "stated" or "according")
            {
                return true;
            }
        }

        return false;
    }

    // ", design, marketing and training": words that are nouns as well, in a row.
    private static bool IsNounList(List<SentenceWord> words, int at, int until) =>
        EnglishVerbs.IsAlsoNoun(words[at].Lower) && at + 1 < until && words[at + 1].Lower is "," or "and" or "or";

    /// <summary>Adds a phrase as one undertaking, without the marks and small words at its end.</summary>
    public static void Add(List<SentenceWord> words, int from, int until, double confidence, List<Undertaking> found)
    {
        while (until > from && UndertakingWords.TrailingWords.Contains(words[until - 1].Lower))
        {
            until--;
        }

        if (until - from >= 2)
        {
            found.Add(new(words[from].Start, words[until - 1].End, confidence));
        }
    }
}
