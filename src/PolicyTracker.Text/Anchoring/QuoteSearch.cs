using PolicyTracker.Text.Folding;
using PolicyTracker.Text.Meaning;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Anchoring;

/// <summary>One search for one quotation: first the same words, then words that differ, then its beginning and its end apart.</summary>
internal sealed partial class QuoteSearch(FoldedText text, FoldedQuote quote, int? hint, int? errorLimit, CancellationToken cancel)
{
    private const int MaxHits = 100_000,
        MaxExamined = 64,
        MaxKnown = 8,
        ContextLength = 32,
        ShortQuote = 8,
        LongQuote = 255,
        Part = 128;
    private const double ContextMargin = 0.15,
        ScoreMargin = 0.05;

    private readonly string _text = text.Text;
    private readonly string _quote = quote.Exact.Text;
    private readonly string _prefix = quote.Prefix.Length > ContextLength ? quote.Prefix[^ContextLength..] : quote.Prefix;
    private readonly string _suffix = quote.Suffix.Length > ContextLength ? quote.Suffix[..ContextLength] : quote.Suffix;
    private readonly int? _hint = hint is { } h ? text.FromSource(h) : null;

    private bool IsShort => _quote.Length <= ShortQuote;

    private EditDistance OfQuote => field ??= new(_quote);

    private EditDistance OfReversedQuote => field ??= new(Reverse(_quote));

    private EditDistance OfReversedPrefix => field ??= new(Reverse(_prefix));

    private EditDistance OfSuffix => field ??= new(_suffix);

    public QuoteAnchor Run()
    {
        if (_quote.Length == 0 || _text.Length == 0)
        {
            return QuoteAnchor.Lost;
        }

        var hits = AtHintFirst(text.Places(quote.Exact, MaxHits), _text, _quote);
        var whole = hits.FindAll(IsWhole);
        if (whole.Count > 0)
        {
            return AmongHits(whole);
        }

        // The same letters within longer words: "legal" in "illegal".
        var edited = Edited(Known(hits));
        if (hits.Count == 0 && edited is not { State: AnchorState.Edited })
        {
            var lower = quote.Exact.Lower;
            hits = AtHintFirst(text.PlacesInAnyCapitals(lower, 0, _text.Length, MaxHits), text.Lower, lower);
            edited = hits.Count > 0 ? Edited(Known(hits)) : edited;
        }

        return edited is { } found ? Answer(found.State, found.Place) : QuoteAnchor.Lost;
    }

    // The likeliest of the places where the same letters stand.
    private List<EditedPlace> Known(List<int> hits) => Likeliest(hits, MaxKnown).ConvertAll(h => Compare(h.Start, h.Start + _quote.Length));

    private List<Hit> Likeliest(List<int> hits, int max)
    {
        var ranked = hits.ConvertAll(i => new Hit(i, Quick(i), Distance(i)));
        ranked.Sort(ByLikeness);
        return ranked.GetRange(0, Math.Min(max, ranked.Count));
    }

    private static int ByLikeness(Hit a, Hit b)
    {
        var order = b.Alike - a.Alike;
        order = order != 0 ? order : a.Distance - b.Distance;
        return order != 0 ? order : a.Start - b.Start;
    }

    private int ByContext(QuotePlace a, QuotePlace b)
    {
        var order = (b.Context ?? 0).CompareTo(a.Context ?? 0);
        order = order != 0 ? order : Distance(a.Start) - Distance(b.Start);
        return order != 0 ? order : a.Start - b.Start;
    }

    // A place of the same letters, how much of its surroundings is the same, and how far from the hint it is.
    private sealed record Hit(int Start, int Alike, int Distance);

    private List<int> AtHintFirst(List<int> hits, string text, string quote)
    {
        cancel.ThrowIfCancellationRequested();
        if (_hint is { } at && text.AsSpan(at).StartsWith(quote))
        {
            hits.Remove(at);
            hits.Insert(0, at);
        }

        return hits;
    }

    // "AI" is not meant within "CHAIN", nor "40" within "4060".
    private bool IsWhole(int start) => quote.BeginsAt(text, start) && quote.EndsAt(text, start + _quote.Length);

    private QuoteAnchor AmongHits(List<int> hits)
    {
        var places = Likeliest(hits, MaxExamined).ConvertAll(h => Surroundings(h.Start, h.Start + _quote.Length));
        places.Sort(ByContext);
        var best = places[0];
        var atHint = places.FindIndex(p => p.Start == _hint);
        // Prefix, words and suffix to the letter are the description itself; short of that, a rival must be well behind.
        var alike =
            best.Context >= 1
                ? places.Count(p => p.Context >= 1)
                : places.Count(p => (p.Context ?? 0) > (best.Context ?? 0) - ContextMargin);
        var agrees = best.Context is null || best.AgreeingSides > 0;
        if (alike == 1 && (best.AgreeingSides == best.Given || (agrees && best.Start == _hint)))
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

        // The words stand in other surroundings. Where the old ones are still there with like words between them, those are
        // the quotation and this is another place that says the same; where they are there in part, nobody knows.
        if (
            best.Given > 0
            && Edited([]) is { Place: { Errors: > 0, Place.AgreeingSides: > 0 } } rival
            && rival.Place.Place.Context > best.Context
        )
        {
            // A statement that stands elsewhere to the letter is not the one that took its old place and says something else.
            return rival.Place.Change >= ChangeSeverity.Content && BeginsSentence(best)
                ? Same(best)
                : Answer(IsSettled(rival.Place) ? rival.State : AnchorState.Ambiguous, rival.Place);
        }

        return !IsShort || agrees ? Same(best) : Answer(best.Start == _hint ? AnchorState.Ambiguous : AnchorState.Lost, best);
    }

    // Whole from the beginning of a sentence on, so that it does not hang on a subject that it leaves out.
    private bool BeginsSentence(QuotePlace place)
    {
        const int MinSaid = 24,
            LettersOfHan = 3;
        var start = text.ToSource(place.Start, place.End).Start;
        var before = text.Source.AsSpan(0, start).TrimEnd(" \t\u00A0\u3000\"'“‘「『(（[");
        return _quote.Sum(c => CharacterFolding.IsWide(c) ? LettersOfHan : 1) >= MinSaid
            && (before.Length == 0 || before[^1] is '\n' or '.' or '!' or '?' or '。' or '！' or '？' or ';' or '；' or ':' or '：');
    }

    private QuoteAnchor Same(QuotePlace place)
    {
        if (Denied(place) is { } wider)
        {
            return Answer(AnchorState.Ambiguous, Compare(wider, place.End));
        }

        var stayed = _hint is { } at ? place.Start == at : place.Context is null || place.AgreeingSides > 0;
        return Answer(stayed ? AnchorState.Exact : AnchorState.Moved, place);
    }

    // Where the words begin with the negation that governs them ("refuses to close"), unless they were cut off from one in
    // their own source.
    private int? Denied(QuotePlace place)
    {
        var (start, end) = text.ToSource(place.Start, place.End);
        if (place.Before >= 1 || CutNegation.Before(text.Source, new(start, end)) is not { } cut)
        {
            return null; // what stands before them is to the letter what stood there
        }

        var (wider, own) = (text.FromSource(cut.Wider.Start), $"{_prefix} {_quote}");
        var isOutOfSight = place.Start - wider > _prefix.Length && place.StrongSides > 0 && _prefix.Length > 0;
        return isOutOfSight || (_prefix.Length > 0 && CutNegation.Before(own, new(_prefix.Length + 1, own.Length)) is not null)
            ? null
            : wider;
    }

    // How many characters on both sides are the same; cheap enough for every hit.
    private int Quick(int start)
    {
        var (before, after) = (SkipSpaceBack(start), SkipSpace(start + _quote.Length));
        return _prefix.AsSpan().CommonSuffix(_text.AsSpan(0, before)) + _suffix.AsSpan().CommonPrefixLength(_text.AsSpan(after));
    }

    private QuoteAnchor Answer(AnchorState state, QuotePlace place)
    {
        if (state is AnchorState.Lost)
        {
            return QuoteAnchor.Lost;
        }

        var (start, end) = text.ToSource(place.Start, place.End);
        var same = text.Source.AsSpan(start, end - start).SequenceEqual(quote.Exact.Source.AsSpan().Trim());
        return new(
            state,
            new(start, end),
            Math.Round((1 + (place.Context ?? 1)) / 2, 3),
            same ? ChangeSeverity.None : ChangeSeverity.Reformatted,
            0,
            []
        );
    }

    private QuoteAnchor Answer(AnchorState state, EditedPlace place)
    {
        var (start, end) = text.ToSource(place.Place.Start, place.Place.End);
        return new(
            state,
            new(start, end),
            Math.Round(place.Score, 3),
            place.Change,
            place.Errors,
            place.Difference.Runs(quote.Exact, text)
        );
    }
}
