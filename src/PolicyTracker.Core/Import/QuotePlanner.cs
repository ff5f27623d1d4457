using PolicyTracker.Core.Sources;
using PolicyTracker.Text;
using PolicyTracker.Text.Anchoring;
using static PolicyTracker.Core.Import.ImportTexts;

namespace PolicyTracker.Core.Import;

/// <summary>Where the words of an annotation stand in a text, or why it is not known.</summary>
/// <param name="State">How sure the place is.</param>
/// <param name="Place">Where they stand; null where there is no place.</param>
/// <param name="Why">Why it is not taken there, in a sentence; empty where it can be.</param>
/// <param name="CutOff">What says the opposite right before the words, in a sentence; null where nothing does.</param>
internal sealed record FoundPlace(AnchorState State, CharRange? Place, string Why, string? CutOff = null);

/// <summary>Looks for the places of annotations in one text; what was looked for once is known.</summary>
internal sealed class QuotePlanner(SourceVersion source)
{
    private readonly QuoteFinder _finder = new(source.Text);
    private readonly Dictionary<(TextQuote?, TextQuote?, TextQuote?, int?), FoundPlace> _found = [];

    public SourceVersion Source => source;

    /// <summary>Where the words stand.</summary>
    public FoundPlace Find(ForeignPlace place, CancellationToken cancel)
    {
        var key = (place.Quote, place.Until, place.Within, place.Start);
        if (!_found.TryGetValue(key, out var found))
        {
            found = Look(place, cancel);
            if (found is { Why: "", Place: { } range } && CutNegation.Before(source.Text, range) is { } cut)
            {
                found = found with { CutOff = Texts["CutOff", cut.Word, Short(source.Text[cut.Wider.Start..cut.Wider.End])] };
            }

            _found[key] = found;
        }

        return found;
    }

    private FoundPlace Look(ForeignPlace place, CancellationToken cancel)
    {
        int? hint =
            place.Start is not { } counted ? null
            : counted > source.Map.Length ? source.Text.Length
            : source.Map.ToUtf16(counted);
        var found = place.Within is null
            ? _finder.Find(place.Quote!, hint, cancel: cancel)
            : FindWithin(place.Quote!, place.Within, cancel);
        if (place.Until is { } until && found.State is AnchorState.Exact or AnchorState.Moved)
        {
            return Range(found.State, found.Place!.Value, until, cancel);
        }

        if (
            found.State is AnchorState.Ambiguous
            && CutFromNegation(place.Quote!.Exact) is { } start
            && start + place.Quote.Exact.Length == found.Place?.End
        )
        {
            // What is doubtful about them is told apart.
            found = found with
            {
                State = AnchorState.Moved,
                Place = new(start, start + place.Quote.Exact.Length),
            };
        }

        var words = found.Place?.In(source.Text) ?? "";
        return new(
            found.State,
            found.Place,
            found.State switch
            {
                AnchorState.Exact or AnchorState.Moved => TooLong(words.Length),
                AnchorState.Lost => Texts["WordsLost", source.Number],
                AnchorState.Edited => Texts["OtherWords", source.Number, words],
                _ => Texts["WordsUnsure", source.Number, words],
            }
        );
    }

    // Where words stand that the text has once, letter for letter, behind a negation that is left out of them; null where they do not.
    private int? CutFromNegation(string exact)
    {
        var start = source.Text.IndexOf(exact, StringComparison.Ordinal);
        return
            start >= 0
            && source.Text.IndexOf(exact, start + 1, StringComparison.Ordinal) < 0
            && CutNegation.Before(source.Text, new(start, start + exact.Length)) is not null
            ? start
            : null;
    }

    private QuoteAnchor FindWithin(TextQuote quote, TextQuote outer, CancellationToken cancel)
    {
        var around = _finder.Find(outer, cancel: cancel);
        if (around is not { State: AnchorState.Exact or AnchorState.Moved, Place: { } outside })
        {
            return around;
        }

        var inside = new QuoteFinder(source.Text[outside.Start..outside.End]).Find(quote, cancel: cancel);
        return inside.Place is { } place ? inside with { Place = new(outside.Start + place.Start, outside.Start + place.End) } : inside;
    }

    // A range ends before the first word of its end (https://www.w3.org/TR/annotation-model/#range-selector).
    private FoundPlace Range(AnchorState state, CharRange from, TextQuote until, CancellationToken cancel)
    {
        var to = _finder.Find(until, from.End, cancel: cancel);
        if (to is not { State: AnchorState.Exact or AnchorState.Moved, Place: { } behind } || behind.Start <= from.Start)
        {
            return new(AnchorState.Ambiguous, from, Texts["RangeEndUnsure", Short(source.Text[from.Start..from.End]), Short(until.Exact)]);
        }

        var end = from.Start + source.Text.AsSpan(from.Start, behind.Start - from.Start).TrimEnd().Length;
        return new(state, new(from.Start, end), TooLong(end - from.Start));
    }

    private static string TooLong(int length) =>
        length > Annotation.MaxCharacters ? Texts["QuotationTooLong", length, Annotation.MaxCharacters] : "";

    private static string Short(string words) =>
        words.Length <= 200 ? words : string.Concat(words.AsSpan(0, char.IsHighSurrogate(words[198]) ? 198 : 199), "…");
}
