using System.Text.Json.Nodes;
using PolicyTracker.Text.Anchoring;
using static PolicyTracker.Core.Import.AnnotationJson;
using static PolicyTracker.Core.Import.ImportTexts;

namespace PolicyTracker.Core.Import;

/// <summary>
/// Reads the selectors of a target (https://www.w3.org/TR/annotation-model/#selectors): quoted words, a range between two
/// quotations, words within other words or within a part of the page. What names a place without its words is not read.
/// </summary>
internal static class AnnotationPlace
{
    /// <summary>The place that a target names.</summary>
    public static ForeignPlace Of(JsonNode? target)
    {
        var given = Each(target)
            .OfType<JsonObject>()
            .SelectMany(t => Each(t["selector"]))
            .SelectMany(Each)
            .Where(s => s is not null)
            .ToList();
        if (
            (
                given.Find(s => Reference(s) is not null)
                ?? Each(target).FirstOrDefault(t => Reference(t)?.StartsWith("_:", StringComparison.Ordinal) is true)
            ) is
            { } reference
        )
        {
            return new() { Unread = Texts["QuotedElsewhere", Reference(reference)] };
        }

        var selectors = given.OfType<JsonObject>().SelectMany(s => Is(s, "Choice") ? Each(s["items"]).OfType<JsonObject>() : [s]).ToList();
        if (selectors.Count == 0)
        {
            return new() { Unread = Texts["NoteOnPage"] };
        }

        // Selectors of one target are alternatives: words before ranges, both before what holds none.
        var read = selectors.ConvertAll(Read);
        var place =
            read.Find(p => p.Quote is not null && p.Until is null)
            ?? read.Find(p => p.Quote is not null)
            ?? new()
            {
                Unread = read.Select(p => p.Unread).FirstOrDefault(u => u is not null) ?? Texts["SelectorsAlone", Named(selectors)],
            };
        var numbers = read.Find(p => p.Start is not null);
        return place with { Start = place.Start ?? numbers?.Start, End = place.End ?? numbers?.End };
    }

    // An address in the place of what it leads to; null where the thing itself stands there.
    private static string? Reference(JsonNode? node) => node is JsonObject { Count: 1 } o ? Words(o["id"]) : Words(node);

    private static ForeignPlace Read(JsonObject selector)
    {
        var refined = Each(selector["refinedBy"]).OfType<JsonObject>().Select(Read).FirstOrDefault();
        if (Is(selector, "TextQuoteSelector") || (selector["type"] is null && selector["exact"] is not null))
        {
            return Quoted(selector, refined);
        }

        if (Is(selector, "RangeSelector"))
        {
            return refined ?? Range(selector);
        }

        if (Is(selector, "TextPositionSelector"))
        {
            var (start, end) = (Number(selector["start"]), Number(selector["end"]));
            return refined is null ? new() { Start = start, End = end } : refined with { Start = refined.Start ?? start };
        }

        return refined ?? new();
    }

    private static ForeignPlace Quoted(JsonObject selector, ForeignPlace? refined)
    {
        var exact = Each(selector["exact"])
            .Select(Words)
            .Where(t => !string.IsNullOrWhiteSpace(t))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (exact.Count != 1)
        {
            return new() { Unread = exact.Count == 0 ? Texts["QuotationEmpty"] : Texts["SeveralTexts"] };
        }

        var quote = new TextQuote(exact[0]!, Words(selector["prefix"]) ?? "", Words(selector["suffix"]) ?? "");
        return refined switch
        {
            null => new(quote),
            { Quote: not null, Until: null, Within: null } => refined with { Within = quote, Start = null, End = null },
            _ => new() { Unread = Texts["PartOfWords"] },
        };
    }

    private static ForeignPlace Range(JsonObject selector)
    {
        List<JsonObject>[] ends =
        [
            [.. Each(selector["startSelector"]).OfType<JsonObject>()],
            [.. Each(selector["endSelector"]).OfType<JsonObject>()],
        ];
        var (from, to) = (ends[0].Select(Read).FirstOrDefault(IsQuote), ends[1].Select(Read).FirstOrDefault(IsQuote));
        if (from is not null && to is not null)
        {
            return new(from.Quote) { Until = to.Quote };
        }

        var forms = ends.SelectMany(e => e).ToList();
        return forms.Count == 0 ? new() : new() { Unread = Texts["RangeUnquoted", Named(forms)] };

        static bool IsQuote(ForeignPlace place) => place is { Quote: not null, Until: null, Within: null };
    }

    // The forms of selectors, as the vocabulary names them.
    private static string Named(List<JsonObject> selectors) =>
        string.Join(
            ", ",
            selectors
                .Select(s =>
                    Each(s["type"]).Select(Words).FirstOrDefault(t => t is not null) is { } type ? Short(type) : Texts["UntypedSelector"]
                )
                .Distinct(StringComparer.Ordinal)
        );
}
