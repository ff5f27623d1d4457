using PolicyTracker.Text.Folding;
using PolicyTracker.Text.Meaning;

namespace PolicyTracker.Text.Anchoring;

// Words that differ.
internal sealed partial class QuoteSearch
{
    // Known are places where the same letters stand, in other capitals or within longer words.
    private (AnchorState State, EditedPlace Place)? Edited(List<EditedPlace> known)
    {
        var limit = Math.Clamp(errorLimit ?? QuoteFinder.ErrorLimit(_quote.Length), 0, _quote.Length - 1);
        List<EditedPlace> found = errorLimit is null ? [.. known, .. Between(_prefix, _suffix)] : [.. known];
        if (Choose(found) is { } between && IsSettled(between.Place))
        {
            return between; // what stood on both sides still does: no other place can come near
        }

        found = [.. known];
        if (_quote.Length <= LongQuote)
        {
            var search = new ApproximateSearch(_quote);
            var counts = text.Grams?.Count(quote.Exact.Lower);
            var few = _quote.Length / 12; // the fewer, the fewer stretches are compared
            while (few > 0 && few < limit && counts?.Stretches(few) is { } near)
            {
                found = [.. known, .. Examine(search.Find(_text, few, near, cancel), few)];
                var likely = Choose(found);
                if (likely is { Place: var place } && (IsSettled(place) || IsFarAhead(place, few)))
                {
                    return likely;
                }

                // Next as many as tell whether it leads every other place by far.
                var enough = likely?.Place is { Place.Given: 0 } best
                    ? (int)(best.Errors + (ScoreMargin * _quote.Length)) + 1
                    : int.MaxValue;
                few = few < _quote.Length / 6 ? Math.Clamp(enough, few + 1, _quote.Length / 6) : 0;
            }

            found = [.. known, .. Examine(search.Find(_text, limit, counts?.Stretches(limit), cancel), limit)];
            if (Choose(found) is { } far && IsSettled(far.Place))
            {
                return far;
            }
        }
        else if (Parts() is { } whole)
        {
            found.Add(Compare(whole.Start, whole.End));
        }

        if (errorLimit is null && _quote.Length >= 12 && Choose(found) is null or { State: not AnchorState.Edited })
        {
            found.AddRange(Between(_prefix[Math.Max(0, _prefix.Length - 16)..], _suffix[..Math.Min(16, _suffix.Length)], alsoEnds: true));
        }

        return Choose(found);
    }

    private static bool IsSettled(EditedPlace place) => place.Place.Given > 0 && place.Place.StrongSides == place.Place.Given;

    // Where nothing is known of its surroundings: whether every place with more than so many errors differs much more.
    private bool IsFarAhead(EditedPlace place, int few) => place.Place.Given == 0 && place.Errors + (ScoreMargin * _quote.Length) < few;

    private (AnchorState State, EditedPlace Place)? Choose(List<EditedPlace> found)
    {
        found = [.. found];
        found.Sort(ByScore);
        foreach (var place in found)
        {
            if (place.State(_quote.Length, IsShort) is var state and not AnchorState.Lost)
            {
                var rival =
                    !place.IsAtHint
                    && found.Exists(p => p != place && !Overlap(p.Place, place.Place) && p.Score > place.Score - ScoreMargin);
                return (rival ? AnchorState.Ambiguous : state, place);
            }
        }

        return null;
    }

    // The best first; of equals the one nearest to where the quotation stood, the one with the fewest errors, the first.
    private int ByScore(EditedPlace a, EditedPlace b)
    {
        var order = b.Score.CompareTo(a.Score);
        order = order != 0 ? order : Distance(a.Place.Start) - Distance(b.Place.Start);
        order = order != 0 ? order : a.Errors - b.Errors;
        order = order != 0 ? order : a.Place.Start - b.Place.Start;
        return order != 0 ? order : a.Place.End - b.Place.End;
    }

    // Which of many ends to examine: few errors, and the first letters of the suffix right behind.
    private double Promise(ApproximateMatch end)
    {
        var slack = end.Errors + 3;
        var (near, far) = (Math.Max(0, end.End - slack), Math.Min(_text.Length, end.End + slack + 6));
        var suffix = _suffix.Length > 0 && _text.AsSpan(near, far - near).IndexOf(_suffix.AsSpan(0, Math.Min(6, _suffix.Length))) >= 0;
        var start = Math.Max(0, end.End - _quote.Length);
        (near, far) = (Math.Max(0, start - slack - 6), Math.Min(_text.Length, start + slack));
        var prefix = _prefix.Length > 0 && _text.AsSpan(near, far - near).IndexOf(_prefix.AsSpan(Math.Max(0, _prefix.Length - 6))) >= 0;
        return (suffix ? 0.5 : 0)
            + (prefix ? 0.5 : 0)
            - ((double)end.Errors / _quote.Length)
            - (_hint is null ? 0 : 0.01 * Distance(end.End - _quote.Length) / _text.Length);
    }

    // The likeliest ends, the first of equal ones first.
    private List<EditedPlace> Examine(List<ApproximateMatch> ends, int limit)
    {
        var ranked = ends.ConvertAll(e => new RankedEnd(e, Promise(e)));
        ranked.Sort((a, b) => a.Promise != b.Promise ? b.Promise.CompareTo(a.Promise) : a.Place.End - b.Place.End);
        return ranked.GetRange(0, Math.Min(MaxExamined, ranked.Count)).ConvertAll(e => Examine(e.Place, limit));
    }

    private sealed record RankedEnd(ApproximateMatch Place, double Promise);

    private EditedPlace Examine(ApproximateMatch end, int limit)
    {
        var from = Math.Max(0, end.End - _quote.Length - limit);
        var distances = OfReversedQuote.ToPrefixes(Reverse(_text.AsSpan(from, end.End - from)));
        var least = int.MaxValue;
        var length = 1;
        for (var i = 1; i < distances.Length; i++)
        {
            if (distances[i] <= least)
            {
                (least, length) = (distances[i], i);
            }
        }

        var (start, stop) = Edges(end.End - length, end.End);
        return Compare(start, stop);
    }

    // Where the first or last words were changed, the fewest errors don't tell where the quotation ends: what stood beside
    // it does, else the nearest end of a word.
    private (int Start, int End) Edges(int start, int end)
    {
        var slack = 12 + (_quote.Length / 8);
        if (_text[start..Math.Min(_text.Length, start + 4)] != _quote[..Math.Min(4, _quote.Length)])
        {
            var mark = _prefix[Math.Max(0, _prefix.Length - 16)..];
            var (low, high) = (Math.Max(0, start - slack - mark.Length), Math.Min(end - 1, start + slack));
            var at = mark.Length < 4 || high <= low ? -1 : _text.AsSpan(low, high - low).LastIndexOf(mark);
            var head = Head(_quote);
            var first = head.Length == 0 || high <= low ? -1 : _text.AsSpan(low, high - low).LastIndexOf(head);
            start =
                at >= 0 ? SkipSpace(low + at + mark.Length)
                : first >= 0 ? low + first
                : quote.CutBefore.Length > 0 ? start
                : InSentence(WordEdge(start, -1), start + slack);
        }

        if (end < 4 || _text[(end - 4)..end] != _quote[Math.Max(0, _quote.Length - 4)..])
        {
            var mark = _suffix[..Math.Min(16, _suffix.Length)];
            var (low, high) = (Math.Max(start + 1, end - slack), Math.Min(_text.Length, end + slack + mark.Length));
            var at = mark.Length < 4 || high <= low ? -1 : _text.AsSpan(low, high - low).IndexOf(mark);
            end =
                at >= 0 ? SkipSpaceBack(low + at)
                : quote.CutBehind.Length > 0 ? end
                : WordEdge(end, 1);
        }

        start = Math.Min(SkipSpace(start), _text.Length - 1);
        return (start, Math.Max(SkipSpaceBack(Math.Max(end, start + 1)), start + 1));
    }

    // Behind the end of a sentence that the quotation's own beginning does not have.
    private int InSentence(int start, int to)
    {
        var stop = _text.AsSpan(start, Math.Min(to, _text.Length) - start).IndexOf(". ");
        return stop < 0 || _quote.AsSpan(0, Math.Min(_quote.Length, to - start)).Contains(". ", StringComparison.Ordinal)
            ? start
            : start + stop + 2;
    }

    // The first words, of four letters or more with the space behind them, or two Chinese characters.
    private static string Head(string quote)
    {
        const int MinHead = 5,
            MinHan = 2;
        if (quote.Length > MinHan && CharacterFolding.IsWide(quote[0]))
        {
            return CharacterFolding.IsWide(quote[1]) ? quote[..MinHan] : "";
        }

        var space = quote.Length <= MinHead ? -1 : quote.IndexOf(' ', MinHead - 1);
        return space < 0 ? "" : quote[..(space + 1)];
    }

    private int WordEdge(int at, int step)
    {
        while (WordBoundary.IsWithinLetters(_text, at))
        {
            at += step;
        }

        return at;
    }
}
