namespace PolicyTracker.Text.Suggestions;

/// <summary>Finds the body that undertakes something in an English sentence.</summary>
internal static class ResponsibleBody
{
    /// <summary>Where the body before a modal is named: "The Department for Science will"; null where none is.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="modal">The modal with its clause.</param>
    public static Range? Before(List<SentenceWord> words, ModalClause modal)
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

        var verb = words.FindIndex(from, to - from, w => EnglishVerbs.IsFinite(w.Lower));
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
        if (
            comma > from
            && comma + 1 < to
            && !words.GetRange(from, comma - from).Exists(w => UndertakingWords.Governments.Contains(w.Lower))
        )
        {
            from = words[comma + 1].Lower == "the" ? comma + 2 : comma + 1;
        }

        var names = words.GetRange(from, Math.Max(0, to - from));
        var isBody =
            names.Exists(w => UndertakingWords.Governments.Contains(w.Lower) && w.Lower is not ("we" or "i" or "states" or "state"))
            || (names.Count == 1 && names[0].Text.Length > 2 && names[0].Text.All(char.IsUpper));
        return isBody && names.Count <= 14 ? words[from].Start..words[to - 1].End : null;
    }
}
