using System.Text.RegularExpressions;

namespace PolicyTracker.Text.Suggestions;

/// <summary>
/// Reads undertakings in English: after "will", "shall", "is to", "plans to" and their like with a public body before it, and
/// in lists that tell what to do. What is joined by "and" or a comma and begins with a verb of its own is an undertaking of its own.
/// </summary>
internal static partial class EnglishUndertakings
{
    /// <summary>Whether one of some words names a public body, or a place that stands for one.</summary>
    public static bool IsPublic(string words) => words.ToLowerInvariant().Split(' ').Any(UndertakingWords.PublicBodies.Contains);

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

    private static List<SentenceWord> Pieces(string text, int start, int end) =>
        Word()
            .Matches(text[start..end])
            .Select(m => new SentenceWord(
                start + m.Index,
                start + m.Index + m.Length,
                m.Value.ToLowerInvariant().Replace('’', '\''),
                m.Value
            ))
            .ToList();

    private static List<Undertaking> In(List<SentenceWord> words, bool isItem, bool isTask)
    {
        var found = new List<Undertaking>();
        if (words.Count == 0 || words.Exists(w => w.Lower == "?"))
        {
            return found;
        }

        var modals = ModalClauses.In(words);
        if (modals.Count == 0 || modals[0].At > 6)
        {
            var limit = modals.Count == 0 ? words.Count : modals[0].ClauseStart;
            if (ImperativeVerb(words, limit, isItem) is >= 0 and var verb && limit > verb)
            {
                UndertakingPhrases.Split(words, verb, limit, byTo: false, isItem ? 0.85 : 0.75, found);
            }
            else if (isItem && isTask && words.Count > 2 && EnglishVerbs.IsGerund(words[0].Lower))
            {
                UndertakingPhrases.Add(words, 0, limit, 0.6, found);
            }
        }

        var before = 1.0;
        Range? responsible = null;
        for (var m = 0; m < modals.Count; m++)
        {
            var modal = modals[m];
            // "… and intend to": the subject is that of the one before.
            var isJoined = m > 0 && (modals[m - 1].At >= modal.ClauseStart || modal.ClauseStart >= modal.At);
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
            before = isJoined
                ? Math.Min(before, UndertakingConfidence.Of(words, modal, isItem))
                : UndertakingConfidence.Of(words, modal, isItem);
            if (before is > 0 and var confidence)
            {
                var count = found.Count;

                // What shall be done to something can't be told without naming it; what work will be done to reach, can.
                var isPassive = EnglishVerbs.IsBe(words, modal.After) && modal.At - modal.ClauseStart is > 0 and < 24;
                var toReach =
                    isPassive
                    && words
                        .GetRange(modal.ClauseStart, modal.At - modal.ClauseStart)
                        .Exists(w => UndertakingWords.MeansWords.Contains(w.Lower))
                        ? words.FindIndex(modal.After, Math.Min(6, until - modal.After), w => w.Lower == "to")
                        : -1;
                UndertakingPhrases.Split(
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
                    EnglishVerbs.IsBe(words, modal.After) ? null
                    : isJoined ? responsible
                    : ResponsibleBody.Before(words, modal);
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
    private static int ImperativeVerb(List<SentenceWord> words, int limit, bool isItem)
    {
        var at = 0;
        while (
            at < limit
            && (
                words[at].Lower is "“" or "\"" or "(" or "[" or "'" or "‘" or "•" or "-" or "to" && isItem
                || EnglishVerbs.IsAdverb(words, at, limit)
            )
        )
        {
            at++;
        }

        return
            at + 1 < limit
            && EnglishVerbs.IsVerb(words, at, limit, isFirst: true)
            && !UndertakingWords.AddressingVerbs.Contains(words[at].Lower)
            && (
                isItem
                || !(EnglishVerbs.IsAlsoNoun(words[at].Lower) || words[at].Lower is "set" or "open" or "increased")
                || !words
                    .Take(limit)
                    .Any(w => w.Lower is "is" or "are" or "was" or "were" or "has" or "have" or "remain" or "remains" or "exist" or "arise")
            )
            && (
                isItem
                || !EnglishVerbs.IsAlsoNoun(words[at].Lower)
                || UndertakingWords.SmallWords.Contains(words[at + 1].Lower)
                || EnglishVerbs.IsPlainObject(words, at + 1, limit)
            )
            && !EnglishVerbs.IsFinite(words[at + 1].Lower)
            && !UndertakingWords.PastVerbs.Contains(words[at + 1].Lower)
            ? at
            : -1;
    }

    [GeneratedRegex(@"[\p{L}][\p{L}\p{M}'’]*(?:-[\p{L}\p{N}][\p{L}\p{N}'’]*)*|\p{N}[\p{N}.,]*\p{N}|\p{N}|[^\s\p{L}\p{N}]")]
    private static partial Regex Word();

    // ": 1. ", "; (b) ", ", and iii) " before an item of a list inside a sentence; the first behind a colon or "will".
    [GeneratedRegex(
        @"(?:(?<first>:|(?<=\b(?:will|shall|must)(?:\s+also)?)(?=\s))|[,;]|[,;]?\s(?:and|or)\b|[,;]\s?(?:and|or)\b)\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|\d{1,2}\.|[a-z]\.)\s+(?=[\p{L}“""])",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex InlineMark();
}
