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
    /// <summary>Whether one of some words names a public body, or a place that stands for one.</summary>
    public static bool IsPublic(string words) => words.ToLowerInvariant().Split(' ').Any(Public.Contains);

    /// <summary>The undertakings of a sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the sentence begins, its list mark left out.</param>
    /// <param name="end">Behind it.</param>
    /// <param name="isItem">Whether it stands in a list.</param>
    /// <param name="isTask">Whether it stands under words that announce what will be done.</param>
    public static List<Undertaking> In(string text, int start, int end, bool isItem, bool isTask)
    {
        var marks = InlineMark().Matches(text[start..end]);
        if (marks.Count == 0 || !marks[0].Groups["first"].Success)
        {
            return In(Pieces(text, start, end), isItem, isTask);
        }

        // "will: 1. build a dyke, 2. buy pumps": the head goes with each item.
        var head = Pieces(text, start, start + marks[0].Index);
        var found = new List<Undertaking>();
        for (var n = 0; n < marks.Count; n++)
        {
            var from = start + marks[n].Index + marks[n].Length;
            var item = Pieces(text, from, n + 1 < marks.Count ? start + marks[n + 1].Index : end);
            found.AddRange(
                In([.. head, .. item], isItem, isTask).Where(u => u.End > from).Select(u => u with { Start = Math.Max(u.Start, from) })
            );
        }

        return found;
    }

    private static List<Piece> Pieces(string text, int start, int end) =>
        Word()
            .Matches(text[start..end])
            .Select(m => new Piece(start + m.Index, start + m.Index + m.Length, m.Value.ToLowerInvariant().Replace('’', '\''), m.Value))
            .ToList();

    private static List<Undertaking> In(List<Piece> words, bool isItem, bool isTask)
    {
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
            while (
                last + 1 < modals.Count
                && modals[last + 1].ClauseStart > modal.After
                && words[modals[last + 1].ClauseStart - 1].Lower is "how" or "what" or "that" or "which" or "who" or "where" or "whether"
            )
            {
                last++;
            }

            var until =
                last + 1 >= modals.Count ? words.Count
                : modals[last + 1].ClauseStart > modal.After ? modals[last + 1].ClauseStart
                : modals[last + 1].At;
            before = isJoined ? Math.Min(before, Confidence(words, modal, isItem)) : Confidence(words, modal, isItem);
            if (before is > 0 and var confidence)
            {
                var count = found.Count;

                // What shall be done to something can't be told without naming it; what work will be done to reach, can.
                var isPassive = IsBe(words, modal.After) && modal.At - modal.ClauseStart is > 0 and < 24;
                var toReach =
                    isPassive && words.GetRange(modal.ClauseStart, modal.At - modal.ClauseStart).Exists(w => Means.Contains(w.Lower))
                        ? words.FindIndex(modal.After, Math.Min(6, until - modal.After), w => w.Lower == "to")
                        : -1;
                Split(
                    words,
                    toReach >= 0 && toReach + 1 < until ? toReach + 1
                        : isPassive ? modal.ClauseStart
                        : modal.After,
                    until,
                    modal.IsTo,
                    confidence,
                    found
                );
                responsible =
                    IsBe(words, modal.After) ? null
                    : isJoined ? responsible
                    : Body(words, modal);
                for (var k = count; k < found.Count; k++)
                {
                    found[k] = found[k] with { Responsible = responsible };
                }

                m = last;
            }
        }

        return found;
    }

    // The verb with which a sentence tells somebody to do something; -1 where it does not.
    private static int ImperativeVerb(List<Piece> words, int limit, bool isItem)
    {
        var at = 0;
        while (
            at < limit
            && (words[at].Lower is "“" or "\"" or "(" or "[" or "'" or "‘" or "•" or "-" or "to" && isItem || IsAdverb(words, at, limit))
        )
        {
            at++;
        }

        return
            at + 1 < limit
            && IsVerb(words, at, limit, isFirst: true)
            && !Asked.Contains(words[at].Lower)
            && (
                isItem
                || !(Verbs.GetValueOrDefault(words[at].Lower) || words[at].Lower is "set" or "open" or "increased")
                || !words
                    .Take(limit)
                    .Any(w => w.Lower is "is" or "are" or "was" or "were" or "has" or "have" or "remain" or "remains" or "exist" or "arise")
            )
            && (
                isItem
                || !Verbs.GetValueOrDefault(words[at].Lower)
                || SmallWords.Contains(words[at + 1].Lower)
                || IsPlainObject(words, at + 1, limit)
            )
            && !IsFinite(words[at + 1].Lower)
            && !PastVerbs.Contains(words[at + 1].Lower)
            ? at
            : -1;
    }

    // "vigorously promote"
    private static bool IsAdverb(List<Piece> words, int at, int limit) =>
        words[at].Lower.EndsWith("ly", StringComparison.Ordinal) && at + 1 < limit && Verbs.ContainsKey(words[at + 1].Lower);

    private static bool IsVerb(List<Piece> words, int at, int limit, bool isFirst)
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

        if (NotObjects.Contains(next.Lower) && !(SmallWords.Contains(next.Lower) && !isNoun))
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
                    SmallWords.Contains(next.Lower)
                    || isFirst
                    || char.IsDigit(next.Text[0])
                    || next.Lower is "£" or "$" or "€" or "₹"
                    || IsPlainObject(words, at + 1, limit)
                );
    }

    // "back smaller plants with loans": something small follows that a noun before it would not take.
    private static bool IsPlainObject(List<Piece> words, int at, int limit) =>
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

    // ": 1. ", "; (b) ", ", and iii) " before an item of a list inside a sentence; the first behind a colon or "will".
    [GeneratedRegex(
        @"(?:(?<first>:|(?<=\b(?:will|shall|must)(?:\s+also)?)(?=\s))|[,;]|[,;]?\s(?:and|or)\b|[,;]\s?(?:and|or)\b)\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|\d{1,2}\.|[a-z]\.)\s+(?=[\p{L}“""])",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex InlineMark();

    private readonly record struct Piece(int Start, int End, string Lower, string Text);
}
