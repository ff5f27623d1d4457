using System.Text.Json.Nodes;
using PolicyTracker.Text.Anchoring;
using static PolicyTracker.Core.Import.AnnotationJson;

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
            return new()
            {
                Unread =
                    $"What it quotes is given elsewhere, as “{Reference(reference)}”, and references are not followed. Export it with its selectors in it.",
            };
        }

        var selectors = given.OfType<JsonObject>().SelectMany(s => Is(s, "Choice") ? Each(s["items"]).OfType<JsonObject>() : [s]).ToList();
        if (selectors.Count == 0)
        {
            return new() { Unread = "It quotes no words: it is a note on the page as a whole. Add it as a comment by hand." };
        }

        // Selectors of one target are alternatives: words before ranges, both before what holds none.
        var read = selectors.ConvertAll(Read);
        var place =
            read.Find(p => p.Quote is not null && p.Until is null)
            ?? read.Find(p => p.Quote is not null)
            ?? new()
            {
                Unread =
                    read.Select(p => p.Unread).FirstOrDefault(u => u is not null)
                    ?? $"It quotes no words: {Named(selectors)} alone does not tell which are meant. Mark them by hand.",
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
            return new()
            {
                Unread =
                    exact.Count == 0
                        ? "It quotes no words: its quotation is empty."
                        : "Its quotation gives several texts for the same words. Mark by hand those that are meant.",
            };
        }

        var quote = new TextQuote(exact[0]!, Words(selector["prefix"]) ?? "", Words(selector["suffix"]) ?? "");
        return refined switch
        {
            null => new(quote),
            { Quote: not null, Until: null, Within: null } => refined with { Within = quote, Start = null, End = null },
            _ => new()
            {
                Unread =
                    "It means a part of the words that it quotes, named otherwise than by words, or in several steps. Mark it by hand.",
            },
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
        return forms.Count == 0
            ? new()
            : new() { Unread = $"It is a range of which not both ends are quoted words ({Named(forms)}). Mark it by hand." };

        static bool IsQuote(ForeignPlace place) => place is { Quote: not null, Until: null, Within: null };
    }

    // The forms of selectors, as the vocabulary names them.
    private static string Named(List<JsonObject> selectors) =>
        string.Join(
            ", ",
            selectors
                .Select(s =>
                    Each(s["type"]).Select(Words).FirstOrDefault(t => t is not null) is { } type ? Short(type) : "a selector without a type"
                )
                .Distinct(StringComparer.Ordinal)
        );
}
