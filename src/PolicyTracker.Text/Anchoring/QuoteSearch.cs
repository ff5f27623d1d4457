using PolicyTracker.Text.Comparison;
using PolicyTracker.Text.Folding;

namespace PolicyTracker.Text.Anchoring;

/// <summary>One search for one quotation: first the same words, then words that differ, then its beginning and its end apart.</summary>
internal sealed class QuoteSearch(FoldedText text, FoldedQuote quote, int? hint, int? errorLimit, CancellationToken cancel)
{
    private const int MostHits = 100_000, MostExamined = 64, ContextLength = 32, ShortQuote = 8, LongQuote = 256, Part = 128;
    private const double ContextMargin = 0.15, ScoreMargin = 0.05;

    private readonly string _text = text.Text;
    private readonly string _quote = quote.Exact.Text;
    private readonly string _prefix = quote.Prefix.Length > ContextLength ? quote.Prefix[^ContextLength..] : quote.Prefix;
    private readonly string _suffix = quote.Suffix.Length > ContextLength ? quote.Suffix[..ContextLength] : quote.Suffix;
    private readonly int? _hint = hint is { } h ? text.FromSource(h) : null;

    private bool IsShort => _quote.Length <= ShortQuote;

    public QuoteAnchor Run()
    {
        if (_quote.Length == 0 || _text.Length == 0)
        {
            return QuoteAnchor.Lost;
        }

        var hits = Hits();
        return hits.Count > 0 ? AmongHits(hits) : Edited() is { } edited ? Answer(edited.State, edited.Place) : QuoteAnchor.Lost;
    }

    // ----- the same words

    private List<int> Hits()
    {
        var hits = new List<int>();
        if (_hint is { } at && at + _quote.Length <= _text.Length && string.CompareOrdinal(_text, at, _quote, 0, _quote.Length) == 0)
        {
            hits.Add(at);
        }

        for (var i = _text.IndexOf(_quote, StringComparison.Ordinal); i >= 0 && hits.Count < MostHits; i = _text.IndexOf(_quote, i + 1, StringComparison.Ordinal))
        {
            if (hits.Count == 0 || hits[0] != i)
            {
                hits.Add(i);
            }
        }

        cancel.ThrowIfCancellationRequested();
        return hits.Exists(IsWhole) ? hits.FindAll(i => i == _hint || IsWhole(i)) : hits; // "AI" is not meant within "CHAIN"
    }

    private bool IsWhole(int start)
    {
        var end = start + _quote.Length;
        return (quote.BeginsInWord || start == 0 || !IsWordPart(_quote[0]) || !IsWordPart(_text[start - 1]))
            && (quote.EndsInWord || end == _text.Length || !IsWordPart(_quote[^1]) || !IsWordPart(_text[end]));
    }

    private QuoteAnchor AmongHits(List<int> hits)
    {
        var places = hits.OrderByDescending(Quick).ThenBy(Distance).Take(MostExamined).Select(i => Surroundings(i, i + _quote.Length))
            .OrderByDescending(p => p.Context ?? 0).ThenBy(p => Distance(p.Start)).ToList();
        var best = places[0];
        var atHint = places.FindIndex(p => p.Start == _hint);
        // Prefix, words and suffix to the letter are the description itself; short of that, a rival must be well behind.
        var alike = best.Context >= 1 ? places.Count(p => p.Context >= 1) : places.Count(p => (p.Context ?? 0) > (best.Context ?? 0) - ContextMargin);
        var agrees = best.Context is null || best.AgreeingSides > 0;
        if (agrees && alike == 1)
        {
            return Same(best);
        }

        if (agrees || !IsShort)
        {
            // Alike in every way but that one of them is just where the quotation stood.
            if (atHint >= 0 && atHint < alike)
            {
                return Same(places[atHint]);
            }

            if (alike > 1)
            {
                return Answer(AnchorState.Ambiguous, best);
            }
        }

        // The words stand in other surroundings. Where the old surroundings are still there with like words between them,
        // those are the quotation, and this is another place that says the same.
        if (Edited(surroundedOnly: true) is { } edited)
        {
            return Answer(edited.State, edited.Place);
        }

        return IsShort ? Answer(AnchorState.Lost, best) : Same(best);
    }

    private QuoteAnchor Same(QuotePlace place)
    {
        var stayed = _hint is { } at ? place.Start == at : place.Context is null || place.AgreeingSides > 0;
        return Answer(stayed ? AnchorState.Exact : AnchorState.Moved, place);
    }

    // How many characters on both sides are the same; cheap enough for every hit.
    private int Quick(int start)
    {
        var (before, after) = (SkipSpaceBack(start), SkipSpace(start + _quote.Length));
        return _prefix.AsSpan().CommonSuffix(_text.AsSpan(0, before)) + _suffix.AsSpan().CommonPrefixLength(_text.AsSpan(after));
    }

    // ----- words that differ

    private (AnchorState State, EditedPlace Place)? Edited(bool surroundedOnly = false)
    {
        var limit = Math.Clamp(errorLimit ?? QuoteFinder.ErrorLimit(_quote.Length), 0, _quote.Length - 1);
        var found = errorLimit is null ? Between(_prefix, _suffix) : [];
        if (Choose(found) is { } between && IsSettled(between.Place))
        {
            return Only(between); // what stood on both sides still does: no other place can come near
        }

        found.Clear();
        if (_quote.Length <= LongQuote)
        {
            var search = new ApproximateSearch(_quote);
            var reversed = Reverse(_quote);
            var few = Math.Max(1, _quote.Length / 10);
            foreach (var most in few < limit ? new[] { few, limit } : [limit])
            {
                found = [.. search.Find(_text, most, cancel).OrderByDescending(Promise).Take(MostExamined).Select(e => Examine(e, reversed, most))];
                if (Choose(found) is { } near && IsSettled(near.Place))
                {
                    return Only(near);
                }
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

        return Only(Choose(found));

        (AnchorState, EditedPlace)? Only((AnchorState State, EditedPlace Place)? choice) =>
            !surroundedOnly || choice is { } c && IsSettled(c.Place) && c.Place.Place.Start != _hint && c.Place.Errors > 0 ? choice : null;

        static bool IsSettled(EditedPlace place) => place.Place.Given > 0 && place.Place.StrongSides == place.Place.Given;
    }

    private (AnchorState State, EditedPlace Place)? Choose(List<EditedPlace> found)
    {
        var ranked = found.Select(p => (State: p.State(IsShort), Place: p)).OrderByDescending(p => p.Place.Score).ThenBy(p => Distance(p.Place.Place.Start)).ToList();
        var best = ranked.FindIndex(p => p.State != AnchorState.Lost);
        if (best < 0)
        {
            return null;
        }

        var (state, place) = ranked[best];
        var rival = ranked.Exists(p => p.Place != place && !Overlap(p.Place.Place, place.Place) && p.Place.Score > place.Score - ScoreMargin);
        return (rival ? AnchorState.Ambiguous : state, place);
    }

    // Which of many ends to examine: few errors, and the first letters of the suffix right behind.
    private double Promise(EndPlace end)
    {
        var slack = end.Errors + 3;
        var (near, far) = (Math.Max(0, end.End - slack), Math.Min(_text.Length, end.End + slack + 6));
        var suffix = _suffix.Length > 0 && _text.AsSpan(near, far - near).IndexOf(_suffix.AsSpan(0, Math.Min(6, _suffix.Length))) >= 0;
        var start = Math.Max(0, end.End - _quote.Length);
        (near, far) = (Math.Max(0, start - slack - 6), Math.Min(_text.Length, start + slack));
        var prefix = _prefix.Length > 0 && _text.AsSpan(near, far - near).IndexOf(_prefix.AsSpan(Math.Max(0, _prefix.Length - 6))) >= 0;
        return (suffix ? 0.5 : 0) + (prefix ? 0.5 : 0) - ((double)end.Errors / _quote.Length) - (_hint is null ? 0 : 0.01 * Distance(end.End - _quote.Length) / _text.Length);
    }

    private EditedPlace Examine(EndPlace end, string reversed, int limit)
    {
        var from = Math.Max(0, end.End - _quote.Length - limit);
        var distances = EditDistance.ToPrefixes(reversed, Reverse(_text.AsSpan(from, end.End - from)));
        var length = Array.LastIndexOf(distances, distances.Skip(1).Min());
        var (start, stop) = Edges(end.End - Math.Max(1, length), end.End);
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
            start = at >= 0 ? SkipSpace(low + at + mark.Length) : quote.BeginsInWord ? start : WordEdge(start, -1);
        }

        if (end < 4 || _text[(end - 4)..end] != _quote[Math.Max(0, _quote.Length - 4)..])
        {
            var mark = _suffix[..Math.Min(16, _suffix.Length)];
            var (low, high) = (Math.Max(start + 1, end - slack), Math.Min(_text.Length, end + slack + mark.Length));
            var at = mark.Length < 4 || high <= low ? -1 : _text.AsSpan(low, high - low).IndexOf(mark);
            end = at >= 0 ? SkipSpaceBack(low + at) : quote.EndsInWord ? end : WordEdge(end, 1);
        }

        start = Math.Min(SkipSpace(start), _text.Length - 1);
        return (start, Math.Max(SkipSpaceBack(Math.Max(end, start + 1)), start + 1));
    }

    private int WordEdge(int at, int step)
    {
        while (at > 0 && at < _text.Length && IsWordPart(_text[at - 1]) && IsWordPart(_text[at]))
        {
            at += step;
        }

        return at;
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) && !Folds.IsWide(c);

    // ----- beginning and end apart

    // A long quotation: its first and last stretch are quotations of their own.
    private QuotePlace? Parts()
    {
        QuoteAnchor Find(int from, int to) => new QuoteSearch(text, FoldedQuote.Of(new TextQuote(_quote[from..to],
            from == 0 ? _prefix : _quote[Math.Max(0, from - ContextLength)..from],
            to == _quote.Length ? _suffix : _quote[to..Math.Min(_quote.Length, to + ContextLength)])), null, null, cancel).Run();
        var (head, tail) = (Find(0, Part), Find(_quote.Length - Part, _quote.Length));
        if (head.Start < 0 || tail.Start < 0)
        {
            return null;
        }

        var (start, end) = (text.FromSource(head.Start), text.FromSource(tail.End - 1) + 1);
        return end - start > _quote.Length / 3 && end - start < 3 * _quote.Length ? Surroundings(start, end) : null;
    }

    // What lies between the old surroundings; also between the quotation's own beginning and end, for a clause put in or
    // left out makes many errors, but those are where they were.
    private List<EditedPlace> Between(string prefix, string suffix, bool alsoEnds = false)
    {
        const int MostPlaces = 8;
        var edge = Math.Clamp(_quote.Length / 3, Math.Min(8, _quote.Length), 24);
        var pairs = Pairs(prefix, suffix);
        if (alsoEnds)
        {
            var (head, tail) = (_quote[..edge], _quote[^edge..]);
            pairs = pairs.Concat(Pairs(head, tail).Select(p => (p.Start - head.Length, p.End + tail.Length)))
                .Concat(Pairs(prefix, tail).Select(p => (p.Start, p.End + tail.Length)))
                .Concat(Pairs(head, suffix).Select(p => (p.Start - head.Length, p.End)));
        }

        // A glance at as many as cost no more than one pass over a text of some size; a close look at the likest.
        var glances = Math.Clamp(200_000 / _quote.Length, MostPlaces, 500);
        return [.. pairs.Distinct().OrderBy(p => Distance(p.Start)).Take(glances).OrderByDescending(p => EditDistance.Similarity(_quote, _text.AsSpan(p.Start, p.End - p.Start))).ThenBy(p => Distance(p.Start)).Take(MostPlaces).Select(p => Compare(SkipSpace(p.Start), SkipSpaceBack(p.End)))];
    }

    // The stretches behind one mark and before the next other one, of about the quotation's length.
    private IEnumerable<(int Start, int End)> Pairs(string before, string behind)
    {
        const int MostHits = 5_000, LeastMark = 6;
        if (before.Length < LeastMark || behind.Length < LeastMark)
        {
            yield break;
        }

        var (least, most) = (_quote.Length / 3, (3 * _quote.Length) + 100);
        var hits = 0;
        for (var i = _text.IndexOf(before, StringComparison.Ordinal); i >= 0 && hits < MostHits; i = _text.IndexOf(before, i + 1, StringComparison.Ordinal))
        {
            hits++;
            var start = i + before.Length;
            var from = Math.Min(_text.Length, start + least);
            var at = _text.AsSpan(from, Math.Min(most + behind.Length, _text.Length - from)).IndexOf(behind);
            if (at >= 0 && from + at > start + 1)
            {
                yield return (start, from + at);
            }
        }
    }

    // ----- what a place is like

    private EditedPlace Compare(int start, int end)
    {
        cancel.ThrowIfCancellationRequested();
        var (first, second) = (Token.Of(_quote, 0, _quote.Length), Token.Of(_text, start, end));
        var difference = WordDifference.Of(_quote, first, _text, second);
        var errors = EditDistance.Of(_quote, _text.AsSpan(start, end - start));
        var change = Meaning.Gravest(_quote, first, _text, second, difference);
        var likeness = Math.Max(difference.Similarity, 1 - ((double)errors / Math.Max(_quote.Length, end - start)));
        return new(Surroundings(start, end), likeness, errors, change, ForeignWords.In(_quote, _text, difference), difference);
    }

    private QuotePlace Surroundings(int start, int end) => new(start, end,
        _prefix.Length == 0 ? null : Likeness(Reverse(_prefix), Reverse(Near(SkipSpaceBack(start), -1))),
        _suffix.Length == 0 ? null : Likeness(_suffix, Near(SkipSpace(end), 1)));

    private string Near(int at, int step) => step > 0
        ? _text.Substring(at, Math.Min(ContextLength + 12, _text.Length - at))
        : _text[Math.Max(0, at - ContextLength - 12)..at];

    private static double Likeness(string context, string near) =>
        near.StartsWith(context, StringComparison.Ordinal) ? 1 : 1 - ((double)EditDistance.ToPrefixes(context, near).Min() / context.Length);

    private int Distance(int start) => _hint is { } at ? Math.Abs(start - at) : 0;

    private int SkipSpace(int at) => at < _text.Length && _text[at] == ' ' ? at + 1 : at;

    private int SkipSpaceBack(int at) => at > 0 && _text[at - 1] == ' ' ? at - 1 : at;

    private static bool Overlap(QuotePlace a, QuotePlace b) => 2 * (Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start)) > Math.Min(a.End - a.Start, b.End - b.Start);

    private static string Reverse(ReadOnlySpan<char> span)
    {
        var reversed = span.ToArray();
        Array.Reverse(reversed);
        return new string(reversed);
    }

    // ----- answers

    private QuoteAnchor Answer(AnchorState state, QuotePlace place)
    {
        if (state is AnchorState.Lost)
        {
            return QuoteAnchor.Lost;
        }

        var (start, end) = text.ToSource(place.Start, place.End);
        var same = text.Source.AsSpan(start, end - start).SequenceEqual(quote.Exact.Source.AsSpan().Trim());
        return new(state, start, end, Math.Round((1 + (place.Context ?? 1)) / 2, 3), same ? QuoteChange.None : QuoteChange.Reformatted, 0, []);
    }

    private QuoteAnchor Answer(AnchorState state, EditedPlace place)
    {
        var (start, end) = text.ToSource(place.Place.Start, place.Place.End);
        return new(state, start, end, Math.Round(place.Score, 3), place.Change, place.Errors, place.Difference.Runs(
            (from, to) => quote.Exact.ToSource(from, to) is var (a, b) ? quote.Exact.Source[a..b] : "",
            (from, to) => text.ToSource(from, to) is var (a, b) ? text.Source[a..b] : ""));
    }
}
