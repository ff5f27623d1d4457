using PolicyTracker.Text.Folding;
using PolicyTracker.Text.Meaning;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Anchoring;

// Beginning and end apart, and what a place is like.
internal sealed partial class QuoteSearch
{
    // A long quotation: its first and last stretch are quotations of their own.
    private QuotePlace? Parts()
    {
        QuoteAnchor Find(int from, int to) =>
            new QuoteSearch(
                text,
                FoldedQuote.Of(
                    new TextQuote(
                        _quote[from..to],
                        from == 0 ? _prefix : _quote[Math.Max(0, from - ContextLength)..from],
                        to == _quote.Length ? _suffix : _quote[to..Math.Min(_quote.Length, to + ContextLength)]
                    )
                ),
                null,
                null,
                cancel
            ).Run();
        var (head, tail) = (Find(0, Part), Find(_quote.Length - Part, _quote.Length));
        if (head.Place is not { } first || tail.Place is not { } last)
        {
            return null;
        }

        var (start, end) = (text.FromSource(first.Start), text.FromSource(last.End - 1) + 1);
        return end - start > _quote.Length / 3 && end - start < 3 * _quote.Length ? Surroundings(start, end) : null;
    }

    // What lies between the old surroundings; also between the quotation's own beginning and end, for a clause put in or
    // left out makes many errors, but those are where they were.
    private List<EditedPlace> Between(string prefix, string suffix, bool alsoEnds = false)
    {
        const int MaxPlaces = 8;
        var edge = Math.Clamp(_quote.Length / 3, Math.Min(8, _quote.Length), 24);
        var pairs = new HashSet<Stretch>(Pairs(prefix, 0, suffix, 0));
        if (alsoEnds)
        {
            var (head, tail) = (_quote[..edge], _quote[^edge..]);
            pairs.UnionWith(Pairs(head, edge, tail, edge));
            pairs.UnionWith(Pairs(prefix, 0, tail, edge));
            pairs.UnionWith(Pairs(head, edge, suffix, 0));
        }

        // As many are compared by their letters as cost no more than one pass over a text of some size, the likest by their words.
        var maxCompared = Math.Clamp(200_000 / _quote.Length, MaxPlaces, 500);
        List<Stretch> nearest = [.. pairs];
        nearest.Sort(ByDistance);
        var compared = nearest
            .GetRange(0, Math.Min(maxCompared, nearest.Count))
            .ConvertAll(p => new RankedStretch(p, OfQuote.Similarity(_text.AsSpan(p.Start, p.End - p.Start))));
        compared.Sort((a, b) => a.Similarity != b.Similarity ? b.Similarity.CompareTo(a.Similarity) : ByDistance(a.Place, b.Place));
        return compared
            .GetRange(0, Math.Min(MaxPlaces, compared.Count))
            .ConvertAll(p => Compare(SkipSpace(p.Place.Start), SkipSpaceBack(p.Place.End)));
    }

    private int ByDistance(Stretch a, Stretch b)
    {
        var order = Distance(a.Start) - Distance(b.Start);
        order = order != 0 ? order : a.Start - b.Start;
        return order != 0 ? order : a.End - b.End;
    }

    private sealed record RankedStretch(Stretch Place, double Similarity);

    // The stretches behind one mark and before the next other one, of about the quotation's length, with so much of the marks.
    private List<Stretch> Pairs(string before, int ofBefore, string behind, int ofBehind)
    {
        const int MaxHits = 5_000,
            MinMark = 6;
        var pairs = new List<Stretch>();
        if (before.Length < MinMark || behind.Length < MinMark)
        {
            return pairs;
        }

        var (min, max) = (_quote.Length / 3, (3 * _quote.Length) + 100);
        var hits = 0;
        for (
            var i = _text.IndexOf(before, StringComparison.Ordinal);
            i >= 0 && hits < MaxHits;
            i = _text.IndexOf(before, i + 1, StringComparison.Ordinal)
        )
        {
            hits++;
            var start = i + before.Length;
            var from = Math.Min(_text.Length, start + min);
            var at = _text.AsSpan(from, Math.Min(max + behind.Length, _text.Length - from)).IndexOf(behind);
            if (at >= 0 && from + at > start + 1)
            {
                pairs.Add(new(start - ofBefore, from + at + ofBehind));
            }
        }

        return pairs;
    }

    private EditedPlace Compare(int start, int end)
    {
        cancel.ThrowIfCancellationRequested();
        (start, end) = Whole(start, end);
        var (first, second) = (Token.Of(_quote, 0, _quote.Length), Token.Of(_text, start, end));
        var difference = WordDifference.Of(_quote, first, _text, second);
        var errors = OfQuote.To(_text.AsSpan(start, end - start));
        var likeness = Math.Max(difference.Similarity, 1 - ((double)errors / Math.Max(_quote.Length, end - start)));
        return new(
            Surroundings(start, end),
            likeness,
            errors,
            difference,
            start == _hint,
            () => ChangeClassifier.MostSevere(quote.Exact, (0, _quote.Length), text, (start, end))
        );
    }

    // A range that cuts a word or number takes in the rest of it, unless the quotation cut it as well.
    private (int Start, int End) Whole(int start, int end) =>
        (
            quote.BeginsAt(text, start) ? start : start - WordBoundary.Before(text, start).Length,
            quote.EndsAt(text, end) ? end : end + WordBoundary.Behind(text, end).Length
        );

    private QuotePlace Surroundings(int start, int end) =>
        new(
            start,
            end,
            _prefix.Length == 0 ? null : Likeness(OfReversedPrefix, _prefix.Length, Reverse(Near(SkipSpaceBack(start), -1))),
            _suffix.Length == 0 ? null : Likeness(OfSuffix, _suffix.Length, Near(SkipSpace(end), 1))
        );

    private string Near(int at, int step) =>
        step > 0 ? _text.Substring(at, Math.Min(ContextLength + 12, _text.Length - at)) : _text[Math.Max(0, at - ContextLength - 12)..at];

    private static double Likeness(EditDistance context, int length, string near) => 1 - ((double)context.ToPrefixes(near).Min() / length);

    private int Distance(int start) => _hint is { } at ? Math.Abs(start - at) : 0;

    private int SkipSpace(int at) => at < _text.Length && _text[at] == ' ' ? at + 1 : at;

    private int SkipSpaceBack(int at) => at > 0 && _text[at - 1] == ' ' ? at - 1 : at;

    private static bool Overlap(QuotePlace a, QuotePlace b) =>
        2 * (Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start)) > Math.Min(a.End - a.Start, b.End - b.Start);

    private static string Reverse(ReadOnlySpan<char> span)
    {
        var reversed = span.ToArray();
        Array.Reverse(reversed);
        return new string(reversed);
    }
}
