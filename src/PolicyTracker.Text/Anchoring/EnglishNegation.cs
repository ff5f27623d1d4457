using System.Text.RegularExpressions;

namespace PolicyTracker.Text.Anchoring;

/// <summary>Finds the negation that English words were cut off from.</summary>
internal static partial class EnglishNegation
{
    private const int MaxObject = 8,
        MaxSubject = 16,
        MaxShared = 30;

    /// <summary>The negation that governs the words from <paramref name="start"/> on; null where there is none.</summary>
    public static NegationPlace? Before(string text, int start, int end)
    {
        var (from, to) = NegationWindow.Of(text, start);
        var words = Words(text, from, to);
        var first = FirstWord(text, start, end);
        var at = words.Count - 1;
        at = to < start ? at : BeforeMark(words, at);
        var isListHead = at >= 0 && words[at].Lower == ":";
        at -= isListHead ? 1 : 0;
        return at < 0
            ? null
            : Governing(words, at, first, isListHead)
                ?? OfSubject(words, at, first)
                ?? Shared(words, at, first)
                ?? SetPhrase(text, from, to);
    }

    // Several words that end right before: "rather than [close]", "has yet to [open]", "dropped its plan to [move]".
    private static NegationPlace? SetPhrase(string text, int from, int to) =>
        SetPhrases().Match(text[from..to]) is { Success: true } found
            ? new(from + found.Index, from + found.Index + found.Value.TrimEnd().Length, from + found.Index)
            : null;

    [GeneratedRegex(
        """
            (?<!\b(not|never|no|n't|n’t|cannot|hardly)\s+(\w+\s+)?)\b(
                (rather|other)\s+than | instead\s+of | (rul(es?|ed|ing)|call(s|ed|ing)?)\s+(out|off) | (has|have|had|is|are)\s+yet\s+to | far\s+from | short\s+of
                | exempt(s|ed|ing)?\s+(\w+\s+){0,3}from | (ban|moratorium|embargo)\s+on | prohibition\s+(on|of|against) | (an?\s+)?(end|stop|halt)\s+to
                | (den(y|ies|ied)|doubts?|doubted|disputes?|disputed)\s+that | (false|untrue|wrong|doubtful|unlikely)\s+that | not\s+(true|certain|clear|sure|the\s+case)\s+that | no\s+means\s+\w+\s+that
                | (under|in|on)\s+no\s+(circumstances?|case|way|event|account)
                | (abandon|withdr[ae]w|drop|scrap|cancel|shelv|reject|refus|oppos|revok|rescind)\w*\s+((its|the|their|his|her|all|any|an?|earlier|old)\s+)*(plan|promise|pledge|proposal|call|intention|idea|offer|decision)s?\s+(to|of|for)
                | (abandon|withdr[ae]w|drop|scrap|cancel|shelv|revok|rescind)\w*\s+((its|the|their|his|her|all|any)\s+)+
            )\s*$
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex SetPhrases();

    // "(will not, in any case, be allowed to) close": back over what may stand between a negation and its verb.
    private static NegationPlace? Governing(List<Word> words, int at, string first, bool isListHead)
    {
        var isGerund = first.EndsWith("ing", StringComparison.Ordinal);
        var isInfinitive = false;
        for (var (i, others) = (at, 0); i >= 0; i--)
        {
            var isRefusal =
                NegationWords.Refusals.Contains(words[i].Lower)
                || (
                    isGerund
                    && i >= at - 1
                    && (
                        NegationWords.RefusalsOfGerunds.Contains(words[i].Lower)
                        || (words[i].Lower == "out" && i > 0 && words[i - 1].Lower is "rule" or "rules" or "ruled" or "ruling")
                    )
                );
            if (isRefusal || IsNegation(words, i, i == at ? first : words[i + 1].Lower))
            {
                var isRuledOut = words[i].Lower == "out";
                return isRefusal && IsNegated(words, isRuledOut ? i - 1 : i) ? null
                    : isRuledOut ? new(words[i - 1].Start, words[i].End, words[i - 1].Start)
                    : Place(words, i); // "will not fail to": two that cancel each other
            }

            isInfinitive |= words[i].Lower is "to" or "from" or "of" or "do";
            if (words[i].Lower == "," && BeforeInsertion(words, i) is >= 0 and var before)
            {
                i = before + 1;
                continue;
            }

            if (NegationWords.Light.Contains(words[i].Lower) || words[i].Lower.EndsWith("ly", StringComparison.Ordinal))
            {
                continue;
            }

            // "does not oblige (firms in the north) to": an object stands before an infinitive.
            if (
                !(isInfinitive || isListHead)
                || ++others > MaxObject
                || NegationWords.Turns.Contains(words[i].Lower)
                || words[i].Lower is "," or "and" or "or"
                || NegationWords.Modals.Contains(words[i].Lower)
            )
            {
                return null;
            }
        }

        return null;
    }

    // "No new fee will [be charged]", "nor will the state [close]": the subject, or what stands before it, is negated.
    private static NegationPlace? OfSubject(List<Word> words, int at, string first)
    {
        var modal = at;
        while (modal >= 0 && modal > at - MaxSubject && !NegationWords.Modals.Contains(words[modal].Lower))
        {
            if (words[modal].Lower is "and" or "or" || NegationWords.Turns.Contains(words[modal].Lower))
            {
                break;
            }

            modal--;
        }

        if (
            modal > 0
            && NegationWords.Modals.Contains(words[modal].Lower)
            && (
                NegationWords.Direct.Contains(words[modal - 1].Lower)
                || (
                    words[modal - 1].Lower is "circumstances" or "circumstance" or "case" or "time" or "account" or "event" or "way"
                    && modal > 1
                    && words[modal - 2].Lower == "no"
                )
            )
        )
        {
            return IsNegation(words, modal - 1, words[modal].Lower) ? Place(words, modal - 1) : Place(words, modal - 2);
        }

        // Between the modal and the words stand only words that belong to the verb.
        var from = at;
        while (
            from >= 0
            && (NegationWords.Light.Contains(words[from].Lower) || words[from].Lower.EndsWith("ly", StringComparison.Ordinal))
            && !NegationWords.Modals.Contains(words[from].Lower)
        )
        {
            from--;
        }

        if (from < 0 || !(NegationWords.Modals.Contains(words[from].Lower) || NegationWords.Modals.Contains(first)))
        {
            return null;
        }

        while (from >= 0 && NegationWords.Modals.Contains(words[from].Lower))
        {
            from--;
        }

        for (var i = from; i >= 0 && i > from - MaxSubject; i--)
        {
            if (NegationWords.Modals.Contains(words[i].Lower) || NegationWords.Turns.Contains(words[i].Lower))
            {
                return null;
            }

            var isHead =
                i == 0
                || words[i - 1].Lower is "," or "and" or "or" or "that" or "but" or "“" or "\""
                || NegationWords.Turns.Contains(words[i - 1].Lower);
            if (
                isHead
                && words[i].Lower is "no" or "none" or "nobody" or "nothing" or "neither" or "nor"
                && IsNegation(words, i, i < at ? words[i + 1].Lower : first)
            )
            {
                return Place(words, i);
            }

            if (isHead && words[i].Lower == "not" && i < at && words[i + 1].Lower is "one" or "a" or "any" or "even")
            {
                return Place(words, i);
            }
        }

        return null;
    }

    // "will not close a school or [sell land]": both verbs share one negation.
    private static NegationPlace? Shared(List<Word> words, int at, string first)
    {
        if (
            words[at].Lower is not ("or" or "nor" or "and" or ",")
            || NegationWords.FunctionWords.Contains(first)
            || !char.IsLetter(first[0])
        )
        {
            return null;
        }

        var isOr = words[at].Lower is "or" or "nor";
        for (var i = at - 1; i >= 0 && i > at - MaxShared; i--)
        {
            if (NegationWords.Turns.Contains(words[i].Lower))
            {
                return null;
            }

            if (
                IsNegation(words, i, words[i + 1].Lower)
                && words[i].Lower is not "no" and not "none"
                && (
                    i == 0
                    || NegationWords.Modals.Contains(words[i - 1].Lower)
                    || words[i].Lower is "cannot"
                    || words[i].Lower.EndsWith("n't", StringComparison.Ordinal)
                    || isOr
                )
            )
            {
                return Place(words, i);
            }

            if (isOr && NegationWords.Refusals.Contains(words[i].Lower) && !IsNegated(words, i))
            {
                return Place(words, i);
            }

            if (NegationWords.Modals.Contains(words[i].Lower) && !(i + 1 < at && IsNegation(words, i + 1, words[i + 2].Lower)))
            {
                return null;
            }
        }

        return null;
    }

    // "not only", "not too long ago", "no later than", "no doubt", "No. 9" deny nothing.
    private static bool IsNegation(List<Word> words, int i, string next) =>
        words[i].Lower switch
        {
            "not" => !NegationWords.BehindNot.Contains(next),
            "no" => next is not ("later" or "less" or "fewer" or "more" or "doubt" or "matter" or "wonder" or "sooner" or "," or "." or ":")
                && !char.IsAsciiDigit(next[0]),
            var word => NegationWords.Direct.Contains(word) || word.EndsWith("n't", StringComparison.Ordinal),
        };

    private static bool IsNegated(List<Word> words, int i) =>
        i > 0
        && (
            IsNegation(words, i - 1, words[i].Lower)
            || (i > 1 && NegationWords.Light.Contains(words[i - 1].Lower) && IsNegation(words, i - 2, words[i - 1].Lower))
        );

    // ", in any case,": the position before the first of two commas that hold a few words.
    private static int BeforeInsertion(List<Word> words, int comma)
    {
        for (var i = comma - 1; i >= 0 && i >= comma - 7; i--)
        {
            if (words[i].Lower == ",")
            {
                return i - 1;
            }
        }

        return -1;
    }

    // Inside a line: "1.", "(b)", "ii)" before the words; the list's colon stands before its first item.
    private static int BeforeMark(List<Word> words, int at)
    {
        if (at < 1 || words[at].Lower is not ("." or ")"))
        {
            return at;
        }

        for (var i = at; i >= 0; i--)
        {
            if (words[i].Lower == ":")
            {
                return i;
            }
        }

        return at;
    }

    // With the auxiliary before it: "will not", "is no longer".
    private static NegationPlace Place(List<Word> words, int i)
    {
        var end =
            words[i].Lower == "no" && i + 1 < words.Count && words[i + 1].Lower == "longer"
            || words[i].Lower == "not" && i + 2 < words.Count && words[i + 1].Lower == "any" && words[i + 2].Lower == "longer"
                ? words[i + 1].End
                : words[i].End;
        return new(words[i].Start, end, i > 0 && NegationWords.Modals.Contains(words[i - 1].Lower) ? words[i - 1].Start : words[i].Start);
    }

    private static string FirstWord(string text, int start, int end)
    {
        var behind = start;
        while (behind < end && (char.IsLetterOrDigit(text[behind]) || text[behind] is '\'' or '’'))
        {
            behind++;
        }

        return text[start..Math.Max(behind, start + 1)].ToLowerInvariant();
    }

    private static List<Word> Words(string text, int from, int to)
    {
        var words = new List<Word>();
        for (var i = from; i < to; )
        {
            var start = i++;
            if (char.IsWhiteSpace(text[start]))
            {
                continue;
            }

            if (char.IsLetterOrDigit(text[start]))
            {
                while (i < to && (char.IsLetterOrDigit(text[i]) || (text[i] is '\'' or '’' && i + 1 < to && char.IsLetter(text[i + 1]))))
                {
                    i++;
                }
            }

            words.Add(new(start, i, text[start..i].ToLowerInvariant().Replace('’', '\'')));
        }

        return words;
    }

    private readonly record struct Word(int Start, int End, string Lower);
}
