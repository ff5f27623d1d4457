using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Text.Anchoring;
using static PolicyTracker.Core.Import.ImportTexts;

namespace PolicyTracker.Core.Import;

/// <summary>Where the words of an annotation stand in a text, or why it is not known.</summary>
/// <param name="State">How sure the place is.</param>
/// <param name="Start">UTF-16 position of the first character; -1 where there is none.</param>
/// <param name="End">Behind the last.</param>
/// <param name="Why">Why it is not taken there, in a sentence; empty where it can be.</param>
/// <param name="CutOff">What says the opposite right before the words, in a sentence; null where nothing does.</param>
internal sealed record FoundPlace(AnchorState State, int Start, int End, string Why, string? CutOff = null);

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
            if (found.Why.Length == 0 && CutNegation.Before(source.Text, found.Start, found.End) is { } cut)
            {
                found = found with { CutOff = Texts["CutOff", cut.Word, Short(source.Text[cut.Start..cut.End])] };
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
            return Range(found, until, cancel);
        }

        if (
            found.State is AnchorState.Ambiguous
            && CutFromNegation(place.Quote!.Exact) is { } start
            && start + place.Quote.Exact.Length == found.End
        )
        {
            found = found with { State = AnchorState.Moved, Start = start }; // what is doubtful about them is told apart
        }

        var words = found.Start < 0 ? "" : source.Text[found.Start..found.End];
        return new(
            found.State,
            found.Start,
            found.End,
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
            && CutNegation.Before(source.Text, start, start + exact.Length) is not null
            ? start
            : null;
    }

    private QuoteAnchor FindWithin(TextQuote quote, TextQuote outer, CancellationToken cancel)
    {
        var around = _finder.Find(outer, cancel: cancel);
        if (around.State is not (AnchorState.Exact or AnchorState.Moved))
        {
            return around;
        }

        var inside = new QuoteFinder(source.Text[around.Start..around.End]).Find(quote, cancel: cancel);
        return inside.Start < 0 ? inside : inside with { Start = around.Start + inside.Start, End = around.Start + inside.End };
    }

    // A range ends before the first word of its end (https://www.w3.org/TR/annotation-model/#range-selector).
    private FoundPlace Range(QuoteAnchor from, TextQuote until, CancellationToken cancel)
    {
        var to = _finder.Find(until, from.End, cancel: cancel);
        if (to.State is not (AnchorState.Exact or AnchorState.Moved) || to.Start <= from.Start)
        {
            return new(
                AnchorState.Ambiguous,
                from.Start,
                from.End,
                Texts["RangeEndUnsure", Short(source.Text[from.Start..from.End]), Short(until.Exact)]
            );
        }

        var end = from.Start + source.Text.AsSpan(from.Start, to.Start - from.Start).TrimEnd().Length;
        return new(from.State, from.Start, end, TooLong(end - from.Start));
    }

    private static string TooLong(int length) =>
        length > Annotation.MostCharacters ? Texts["QuotationTooLong", length, Annotation.MostCharacters] : "";

    private static string Short(string words) =>
        words.Length <= 200 ? words : string.Concat(words.AsSpan(0, char.IsHighSurrogate(words[198]) ? 198 : 199), "…");
}
