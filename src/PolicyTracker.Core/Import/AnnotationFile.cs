using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyTracker.Text.Anchoring;

namespace PolicyTracker.Core.Import;

/// <summary>An annotation as a file of another program, or of this one, gives it.</summary>
/// <param name="Id">Its identity there, or its number in the file.</param>
/// <param name="Source">The address of the page that it quotes; null where none is given.</param>
/// <param name="Quote">The quoted words; null where it quotes none.</param>
/// <param name="Start">Where they stood, in code points; a hint only.</param>
/// <param name="Comment">What it says about them: texts, tags, who wrote it and when, as plain text; may be empty.</param>
/// <param name="Records">Records of a tracker that it links the words to.</param>
/// <param name="LinkComment">The comment for when a record is known: without what only describes the record.</param>
public sealed record ForeignAnnotation(string Id, string? Source, TextQuote? Quote, int? Start, string Comment, IReadOnlyList<Guid> Records, string LinkComment);

/// <summary>
/// Reads annotations from JSON: the Web Annotation Data Model (https://www.w3.org/TR/annotation-model/; one annotation, a list,
/// a page, or a collection that holds its pages), a Hypothesis API answer (<c>rows</c>) and a Hypothesis export
/// (<c>annotations</c>; https://h.readthedocs.io/en/latest/api-reference/).
/// </summary>
public static class AnnotationFile
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MostBytes = 20_000_000;

    private const string UuidScheme = "urn:uuid:";

    /// <summary>Reads a file.</summary>
    /// <exception cref="RefusedException">It is no JSON, or holds no annotations in one of the two formats.</exception>
    public static async Task<IReadOnlyList<ForeignAnnotation>> ReadAsync(Stream stream, CancellationToken cancel = default)
    {
        JsonNode? root;
        try
        {
            root = await JsonNode.ParseAsync(stream, cancellationToken: cancel);
        }
        catch (JsonException e)
        {
            throw new RefusedException($"This is no JSON (line {e.LineNumber + 1}). Give an export of Hypothesis or a file of W3C Web Annotations.");
        }

        var found = new List<ForeignAnnotation>();
        try
        {
            var items = Items(root).OfType<JsonObject>().ToList();
            foreach (var item in items)
            {
                found.AddRange(IsHypothesis(item) ? [Hypothesis(item, items, found.Count + 1)] : WebAnnotation(item, found.Count + 1));
            }
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException) // a field twice, or half a surrogate pair
        {
            throw new RefusedException($"Annotation {found.Count + 1} can't be read: {e.Message}");
        }

        return found.Count > 0 ? found : throw new RefusedException("The file holds no annotations. Give an export of Hypothesis or a file of W3C Web Annotations.");
    }

    private static IEnumerable<JsonNode?> Items(JsonNode? root) => root switch
    {
        JsonArray list => list,
        JsonObject { } o when o["rows"] is JsonArray rows => rows.Concat(Each(o["replies"])),
        JsonObject { } o when o["annotations"] is JsonArray list => list,
        JsonObject { } o when Each(o["items"] ?? o["@graph"]).Any() => Each(o["items"] ?? o["@graph"]).Concat(Items(o["next"] as JsonObject)),
        JsonObject { } o when o["first"] is JsonObject page => Items(page),
        JsonObject { } o when o["first"] is JsonValue page => throw new RefusedException($"The file names its first page ({page}) and does not hold it. Give that page itself."),
        JsonObject { } o when o["target"] is not null => [o],
        _ => [],
    };

    private static bool IsHypothesis(JsonObject item) => item["uri"] is not null && item["type"] is null;

    private static ForeignAnnotation Hypothesis(JsonObject item, List<JsonObject> all, int number)
    {
        var quoted = item;
        if (Each(item["references"]).LastOrDefault() is JsonValue parent && Quote(item["target"]) is null)
        {
            quoted = all.Find(i => Text(i["id"]) == Text(parent)) ?? item; // a reply has no words of its own
        }

        var name = Text(item["user_info"]?["display_name"]) ?? Text(item["user"])?.Split(':')[^1].Split('@')[0];
        var comment = Comment([Text(item["text"])], Each(item["tags"]).Select(Text), name ?? "a user of Hypothesis", Text(item["created"]));
        return new(Text(item["id"]) ?? $"{number}", Text(item["uri"]), Quote(quoted["target"]), Start(quoted["target"]), comment, [], comment);
    }

    private static IEnumerable<ForeignAnnotation> WebAnnotation(JsonObject item, int number)
    {
        var id = Text(item["id"] ?? item["@id"]) ?? $"{number}";
        var (texts, descriptions, tags, records) = (new List<string?> { Text(item["bodyValue"]) }, new List<string?>(), new List<string?>(), new List<Guid>());
        foreach (var body in Each(item["body"]).SelectMany(b => b is JsonObject { } o && Is(o, "Choice", "Composite", "List", "Independents") ? Each(o["items"]) : [b]))
        {
            if (body is JsonValue address)
            {
                texts.Add(Text(address));
            }
            else if (body is JsonObject b)
            {
                if (Text(b["id"]) is { } resource && resource.StartsWith(UuidScheme, StringComparison.Ordinal) && Guid.TryParse(resource.AsSpan(UuidScheme.Length), out var record))
                {
                    records.Add(record);
                }
                else
                {
                    var purposes = Each(b["purpose"]).Select(Text).ToList();
                    (purposes.Contains("tagging") ? tags : purposes.Contains("describing") ? descriptions : texts).Add(Text(b["value"]) ?? Text(b["source"]) ?? Text(b["id"]));
                }
            }
        }

        var creator = Each(item["creator"]).Select(c => c is JsonObject o ? Text(o["name"]) ?? Text(o["nickname"]) ?? Text(o["id"]) : Text(c)).FirstOrDefault();
        var comment = Comment(descriptions.Concat(texts), tags, creator, Text(item["created"]));
        var linkComment = Comment(texts, [], creator, Text(item["created"]));
        foreach (var target in Each(item["target"]))
        {
            var source = target is JsonObject t ? t["source"] is JsonObject s ? Text(s["id"]) : Text(t["source"] ?? t["id"]) : Text(target);
            yield return new(id, source, Quote(target), Start(target), comment, records, linkComment);
        }
    }

    private static TextQuote? Quote(JsonNode? target) =>
        Selectors(target).FirstOrDefault(s => Is(s, "TextQuoteSelector")) is { } s && Text(s["exact"]) is { Length: > 0 } exact
            ? new TextQuote(exact, Text(s["prefix"]) ?? "", Text(s["suffix"]) ?? "")
            : null;

    private static int? Start(JsonNode? target) =>
        Selectors(target).FirstOrDefault(s => Is(s, "TextPositionSelector"))?["start"] is JsonValue v && v.TryGetValue<int>(out var start) && start >= 0 ? start : null;

    // A selector may be refined by another within it.
    private static IEnumerable<JsonObject> Selectors(JsonNode? target) =>
        Each(target).OfType<JsonObject>().SelectMany(t => Each(t["selector"])).OfType<JsonObject>().SelectMany(Refined);

    private static IEnumerable<JsonObject> Refined(JsonObject selector) =>
        Each(selector["refinedBy"]).OfType<JsonObject>().SelectMany(Refined).Prepend(selector);

    private static bool Is(JsonObject node, params string[] types) => Each(node["type"] ?? node["@type"]).Any(t => types.Contains(Text(t)));

    // In JSON-LD one value may stand without the list around it.
    private static IEnumerable<JsonNode?> Each(JsonNode? node) => node switch { null => Enumerable.Empty<JsonNode?>(), JsonArray list => list, _ => Enumerable.Repeat(node, 1) };

    private static string? Text(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static string Comment(IEnumerable<string?> texts, IEnumerable<string?> tags, string? creator, string? created)
    {
        List<string> lines = [.. texts.Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t!.Trim())];
        var given = tags.Where(t => !string.IsNullOrWhiteSpace(t)).ToList();
        if (given.Count > 0)
        {
            lines.Add($"Tags: {string.Join(", ", given)}");
        }

        if (creator is not null)
        {
            lines.Add(DateTimeOffset.TryParse(created, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? $"({creator}, {at.UtcDateTime:yyyy-MM-dd})" : $"({creator})");
        }

        return string.Join("\n", lines);
    }
}
