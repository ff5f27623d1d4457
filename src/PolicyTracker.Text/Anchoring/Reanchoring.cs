using PolicyTracker.Text.Comparison;
using PolicyTracker.Text.Meaning;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Anchoring;

/// <summary>
/// Carries quotations from one version of a text to the next. Both versions are at hand, so what became of each passage is
/// asked first: a quotation goes where its passage went, and is lost where its passage was taken out. Only words of passages
/// that were reworded are searched for, and only among words that no other passage accounts for. Safe to use from several threads.
/// </summary>
public sealed class Reanchoring
{
    // Of a quotation whose passage was reworded, so much of the weight of its words must be left to be shown as its new form.
    private const double MinKept = 0.5;

    // The score of words whose surroundings are the same but for a slip.
    private const double SameSurroundings = 0.95;

    private readonly TextComparison _comparison;
    private readonly ComparedText _from,
        _to;
    private readonly PassagePair[] _pairs; // of each passage of the older text
    private readonly PassagePair[] _origins; // of each passage of the newer text
    private readonly QuoteFinder _finder;

    /// <summary>Compares the two versions.</summary>
    /// <param name="from">The older text.</param>
    /// <param name="to">The newer text.</param>
    /// <param name="cancel">Stops the comparison.</param>
    public Reanchoring(string from, string to, CancellationToken cancel = default)
    {
        _comparison = TextComparison.Of(from, to, cancel);
        (_from, _to) = (_comparison.First, _comparison.Second);
        _pairs = [.. _comparison.Pairs.Where(p => p.From >= 0).OrderBy(p => p.From)];
        _origins = [.. _comparison.Pairs.Where(p => p.To >= 0).OrderBy(p => p.To)];
        _finder = new(_to.Whole);
    }

    /// <summary>Finds what became of a quotation of the older text.</summary>
    /// <param name="quote">The words with what stood around them.</param>
    /// <param name="start">The UTF-16 position of the words in the older text.</param>
    /// <param name="cancel">Stops the search.</param>
    /// <returns>
    /// Their place in the newer text. <see cref="AnchorState.Exact"/> and <see cref="AnchorState.Moved"/> are the same words in
    /// the passage that became of theirs; everything else is for an editor to look at. Same words in a sentence into which a
    /// "not" came are <see cref="AnchorState.Ambiguous"/>.
    /// </returns>
    /// <exception cref="ArgumentException">The words do not stand there.</exception>
    public QuoteAnchor Find(TextQuote quote, int start, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(quote);
        var end = start + quote.Exact.Length;
        if (
            quote.Exact.Length == 0
            || start < 0
            || end > _from.Whole.Source.Length
            || string.CompareOrdinal(_from.Whole.Source, start, quote.Exact, 0, quote.Exact.Length) != 0
        )
        {
            throw new ArgumentException($"The words do not stand at {start} in the older text.", nameof(quote));
        }

        var (first, last) = _from.Touched(start, end);
        var range = Trimmed(_from.Text, _from.Whole.FromSource(start), _from.Whole.FromSource(end));
        if (first > last || range.Start >= range.End)
        {
            return QuoteAnchor.Lost; // white space alone
        }

        var pairs = _pairs.AsSpan(first, last - first + 1);
        return Unchanged(quote, range, pairs) is { } unchanged ? Checked(unchanged, pairs) : Search(quote, range, first, last, cancel);
    }

    // The same words where the quotation's passages went, one behind the other as before.
    private QuoteAnchor? Unchanged(TextQuote quote, (int Start, int End) range, ReadOnlySpan<PassagePair> pairs)
    {
        for (var i = 0; i < pairs.Length; i++)
        {
            if (pairs[i].To != pairs[0].To + i || pairs[i].To < 0 || (pairs[i].Kind is PassageChange.Reworded && pairs.Length > 1))
            {
                return null;
            }
        }

        var (start, end) =
            pairs[0].Kind is PassageChange.Reworded
                ? Within(pairs[0], range) is { } window && window.Difference.TrueForAll(t => t.Kind is DiffKind.Kept)
                    ? (window.Start, window.End)
                    : (0, 0)
                : (Shifted(range.Start, pairs[0]), Shifted(range.End, pairs[^1]));
        if (
            start < 0
            || start >= end
            || end > _to.Text.Length
            || !_to.Text.AsSpan(start, end - start).SequenceEqual(_from.Text.AsSpan(range.Start, range.End - range.Start))
        )
        {
            return null;
        }

        // The words may have become the beginning or the end of longer ones, or of another number.
        if (
            WordBoundary.Before(_to.Whole, start) != WordBoundary.Before(_from.Whole, range.Start)
            || WordBoundary.Behind(_to.Whole, end) != WordBoundary.Behind(_from.Whole, range.End)
        )
        {
            return null;
        }

        var isMoved = false;
        foreach (var pair in pairs)
        {
            isMoved |= pair.IsMoved;
        }

        return Place(quote, start, end, isMoved ? AnchorState.Moved : AnchorState.Exact, 1, ChangeSeverity.None, 0, []);
    }

    private int Shifted(int position, PassagePair pair) => _to.Place(pair.To).Start + position - _from.Place(pair.From).Start;

    // The same words may say the opposite in a sentence that was turned, and a passage that stands in a text several times
    // is known by its neighbours only.
    private QuoteAnchor Checked(QuoteAnchor found, ReadOnlySpan<PassagePair> pairs)
    {
        foreach (var pair in pairs)
        {
            if (pair is { Kind: PassageChange.Reworded, Change: ChangeSeverity.Negation })
            {
                return found with { State = AnchorState.Ambiguous, Score = pair.Similarity, Change = ChangeSeverity.Negation };
            }
        }

        var (first, last) = (pairs[0], pairs[^1]);
        return
            pairs.Length == 1
            && first.To >= 0
            && _from.Repeats(first.From) + _to.Repeats(first.To) > 2
            && !Follows(first.From - 1, first.To - 1)
            && !Follows(last.From + 1, last.To + 1)
            ? found with
            {
                State = AnchorState.Ambiguous,
                Score = 0.5,
            }
            : found;
    }

    private bool Follows(int from, int to) =>
        from >= 0 && from < _pairs.Length ? _pairs[from].To == to && to >= 0 : to < 0 || to >= _origins.Length;

    private QuoteAnchor Search(TextQuote quote, (int Start, int End) range, int first, int last, CancellationToken cancel)
    {
        var pairs = _pairs[first..(last + 1)];
        var partner = Array.Find(pairs, f => f.To >= 0);
        var found = _finder.Find(quote, partner is null ? null : _to.Passages[partner.To].ContentStart, cancel: cancel);
        if (found.Place is { } place)
        {
            var (there, until) = _to.Touched(place.Start, place.End);
            var origins = _origins.AsSpan(there, Math.Max(0, until - there + 1));
            var (isOurs, isAnothers) = (origins.Length > 0, false);
            foreach (var origin in origins)
            {
                var isOur = origin.From >= first && origin.From <= last;
                isOurs &= isOur;
                isAnothers |= !isOur && origin.Kind is PassageChange.Kept or PassageChange.Moved;
            }

            if (isOurs)
            {
                return Checked(found, pairs);
            }

            if (!isAnothers)
            {
                // Words that no other passage accounts for: in a text that was set in other lines they are the same words in the
                // same surroundings, and elsewhere a sentence that was split or joined.
                return found is { State: AnchorState.Exact or AnchorState.Moved, Score: >= SameSurroundings }
                    ? Checked(found, pairs)
                    : found with
                    {
                        State = AnchorState.Ambiguous,
                    };
            }
        }

        return pairs is [{ Kind: PassageChange.Reworded } reworded] ? Proposed(quote, range, reworded) : QuoteAnchor.Lost;
    }

    // What became of the words within their reworded passage, for an editor to look at.
    private QuoteAnchor Proposed(TextQuote quote, (int Start, int End) range, PassagePair reworded)
    {
        if (Within(reworded, range) is not { } window || window.Start >= window.End)
        {
            return QuoteAnchor.Lost;
        }

        var (before, after) = (Token.Of(_from.Text, range.Start, range.End), Token.Of(_to.Text, window.Start, window.End));
        var difference = WordDifference.Of(_from.Text, before, _to.Text, after);
        return difference.Kept < difference.First * MinKept
            ? QuoteAnchor.Lost
            : Place(
                quote,
                window.Start,
                window.End,
                AnchorState.Ambiguous,
                Math.Round(difference.Similarity, 3),
                ChangeClassifier.MostSevere(_from.Whole, range, _to.Whole, (window.Start, window.End)),
                EditDistance.Of(
                    _from.Text.AsSpan(range.Start, range.End - range.Start),
                    _to.Text.AsSpan(window.Start, window.End - window.Start)
                ),
                difference.Runs(_from.Whole, _to.Whole)
            );
    }

    // The stretch of a reworded passage that stands for a range of the old one: from the first to the last word that was kept
    // or came in the place of one; null where the range cuts a word or nothing stands for it.
    private (int Start, int End, List<TokenChange> Difference)? Within(PassagePair reworded, (int Start, int End) range)
    {
        var tokens = WordDifference.Of(_from.Text, _from.Tokens(reworded.From), _to.Text, _to.Tokens(reworded.To)).Tokens;
        var old = _from.Tokens(reworded.From);
        var (begin, behind, i) = (-1, -1, 0);
        for (var t = 0; t < tokens.Count; t++)
        {
            if (tokens[t].Kind is DiffKind.Added)
            {
                continue;
            }

            var token = old[i++];
            if (token.Start < range.End && token.End > range.Start)
            {
                if (token.Start < range.Start || token.End > range.End)
                {
                    return null;
                }

                begin = begin < 0 ? t : begin;
                behind = t + 1;
            }
        }

        if (begin < 0)
        {
            return null;
        }

        // What came in the place of the first word or the last belongs to the stretch; what was put in beside a kept one does not.
        while (tokens[begin].Kind is not DiffKind.Kept && begin > 0 && tokens[begin - 1].Kind is DiffKind.Added)
        {
            begin--;
        }

        while (tokens[behind - 1].Kind is not DiffKind.Kept && behind < tokens.Count && tokens[behind].Kind is DiffKind.Added)
        {
            behind++;
        }

        var window = tokens[begin..behind];
        var (first, last) = (
            window.FindIndex(t => t.Kind is not DiffKind.Removed),
            window.FindLastIndex(t => t.Kind is not DiffKind.Removed)
        );
        return first < 0 ? null : (window[first].Token.Start, window[last].Token.End, window);
    }

    private QuoteAnchor Place(
        TextQuote quote,
        int start,
        int end,
        AnchorState state,
        double score,
        ChangeSeverity change,
        int errors,
        IReadOnlyList<WordRun> difference
    )
    {
        var (from, to) = _to.Whole.ToSource(start, end);
        var isReformatted =
            change is ChangeSeverity.None && !_to.Whole.Source.AsSpan(from, to - from).SequenceEqual(quote.Exact.AsSpan().Trim());
        return new(state, new(from, to), score, isReformatted ? ChangeSeverity.Reformatted : change, errors, difference);
    }

    private static (int Start, int End) Trimmed(string folded, int start, int end)
    {
        while (start < end && folded[start] == ' ')
        {
            start++;
        }

        while (end > start && folded[end - 1] == ' ')
        {
            end--;
        }

        return (start, end);
    }
}
