using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Suggestions;

/// <summary>Tells verbs of English sentences from nouns and other words.</summary>
internal static class EnglishVerbs
{
    private static readonly Dictionary<string, bool> Verbs = WordLists
        .Lines("verbs-en.txt")
        .ToDictionary(v => v.TrimEnd('*'), v => v.EndsWith('*')); // whether it is a noun as well

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

    // They end like verbs.
    private static readonly HashSet<string> NotVerbs = WordSet.Of(
        """
        enterprise expertise exercise franchise promise premise otherwise likewise surprise merchandise precise concise
        paradise compromise
        """
    );

    /// <summary>Whether a word, in small letters, is in the list of verbs.</summary>
    public static bool IsListed(string word) => Verbs.ContainsKey(word);

    /// <summary>Whether a verb of the list is a noun as well.</summary>
    public static bool IsAlsoNoun(string word) => Verbs.GetValueOrDefault(word);

    /// <summary>Whether a word is a verb, of the list or by its ending: digitise, certify.</summary>
    public static bool IsKnown(string word) =>
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

    /// <summary>Whether a word is the gerund of a verb of the list.</summary>
    public static bool IsGerund(string word)
    {
        if (word.Length < 6 || !word.EndsWith("ing", StringComparison.Ordinal))
        {
            return false;
        }

        var stem = word[..^3];
        return Verbs.ContainsKey(stem) || Verbs.ContainsKey(stem + "e") || (stem[^1] == stem[^2] && Verbs.ContainsKey(stem[..^1]));
    }

    /// <summary>Whether a word is a finite verb, or ends like one.</summary>
    public static bool IsFinite(string word) =>
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

    /// <summary>Whether an adverb stands before a verb: "vigorously promote".</summary>
    public static bool IsAdverb(List<SentenceWord> words, int at, int limit) =>
        words[at].Lower.EndsWith("ly", StringComparison.Ordinal) && at + 1 < limit && Verbs.ContainsKey(words[at + 1].Lower);

    /// <summary>Whether a word of a sentence is a verb with an object.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="at">Which word.</param>
    /// <param name="limit">Behind the last word that belongs to it.</param>
    /// <param name="isFirst">Whether it begins the phrase, so that it is rather a verb than a noun.</param>
    public static bool IsVerb(List<SentenceWord> words, int at, int limit, bool isFirst)
    {
        var isNoun = false;
        if (
            at >= limit
            || !(Verbs.TryGetValue(words[at].Lower, out isNoun) || IsKnown(words[at].Lower))
            || (!isFirst && char.IsUpper(words[at].Text[0]))
        )
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

        if (UndertakingWords.NotObjects.Contains(next.Lower) && !(UndertakingWords.SmallWords.Contains(next.Lower) && !isNoun))
        {
            // "research and formulate": the object is the next verb's.
            return next.Lower is "and" or "or"
                && at + 2 < limit
                && Verbs.TryGetValue(words[at + 2].Lower, out var alsoNoun)
                && (!isNoun || !alsoNoun || isFirst)
                && (isFirst || !isNoun);
        }

        return !isNoun
            || next.Lower is not ("," or ";" or ":" or "." or ")" or "’s" or "'s" or "s")
                && (
                    UndertakingWords.SmallWords.Contains(next.Lower)
                    || isFirst
                    || char.IsDigit(next.Text[0])
                    || next.Lower is "£" or "$" or "€" or "₹"
                    || IsPlainObject(words, at + 1, limit)
                );
    }

    /// <summary>Whether a word may begin an object that a noun before it would not take: "back smaller plants with loans".</summary>
    public static bool IsPlainObject(List<SentenceWord> words, int at, int limit) =>
        at < limit
        && words[at].Lower.Length > 2
        && char.IsLetter(words[at].Lower[0])
        && !Verbs.ContainsKey(words[at].Lower)
        && (
            words[at].Lower.EndsWith("er", StringComparison.Ordinal)
            || words[at].Lower.EndsWith('s')
            || words[at].Lower.EndsWith("al", StringComparison.Ordinal)
            || words[at].Lower.EndsWith("ic", StringComparison.Ordinal)
            || words[at].Lower.EndsWith("ing", StringComparison.Ordinal)
        );

    /// <summary>Whether a passive begins: "(will) be built", "have been laid".</summary>
    public static bool IsBe(List<SentenceWord> words, int at) =>
        words[at].Lower == "be" || (words[at].Lower == "have" && at + 1 < words.Count && words[at + 1].Lower == "been");
}
