using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyTracker.Core.Import;

/// <summary>
/// Reads JSON-LD as programs write it: a value alone or in a list, a string or an object around it, and the names of the Web
/// Annotation vocabulary short, prefixed (oa:exact) or whole (http://www.w3.org/ns/oa#exact).
/// </summary>
internal static class AnnotationJson
{
    // Names of the vocabulary whose JSON keys differ (https://www.w3.org/TR/annotation-vocab/), and those of its forerunner.
    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["@id"] = "id",
        ["@type"] = "type",
        ["hasTarget"] = "target",
        ["hasBody"] = "body",
        ["hasSource"] = "source",
        ["hasSelector"] = "selector",
        ["hasStartSelector"] = "startSelector",
        ["hasEndSelector"] = "endSelector",
        ["hasPurpose"] = "purpose",
        ["motivatedBy"] = "motivation",
        ["annotatedBy"] = "creator",
        ["annotatedAt"] = "created",
        ["chars"] = "value",
    };

    /// <summary>The short name of a key or type.</summary>
    public static string Short(string name)
    {
        var local = name[(name.LastIndexOfAny([':', '#', '/']) + 1)..];
        return Keys.GetValueOrDefault(local, local.Length == 0 ? name : local);
    }

    /// <summary>The same object with the short names of keys, all the way down.</summary>
    public static JsonObject WithShortNames(JsonObject item)
    {
        var made = new JsonObject();
        foreach (var (name, value) in item)
        {
            var key = Short(name);
            if (key == name || !item.ContainsKey(key))
            {
                made[key] = WithShortNames(value);
            }
        }

        return made;
    }

    /// <summary>The values of a key that may hold one, a list, or none.</summary>
    public static IEnumerable<JsonNode?> Each(JsonNode? node) =>
        node switch
        {
            null => [],
            JsonArray list => list,
            JsonObject o when o["@list"] is { } list => Each(list),
            _ => [node],
        };

    /// <summary>The text of a value; null where it is none, or several.</summary>
    public static string? Words(JsonNode? node) =>
        node switch
        {
            JsonValue value when value.GetValueKind() is JsonValueKind.String => value.GetValue<string>(),
            JsonObject o when o["@value"] is { } value => Words(value),
            JsonArray { Count: 1 } list => Words(list[0]),
            _ => null,
        };

    /// <summary>A number that counts something; null where it is none.</summary>
    public static int? Number(JsonNode? node) =>
        node switch
        {
            JsonValue value when value.TryGetValue<int>(out var number) && number >= 0 => number,
            JsonObject o when o["@value"] is { } value => Number(value),
            JsonArray { Count: 1 } list => Number(list[0]),
            _ => null,
        };

    /// <summary>Whether a node is of one of these types.</summary>
    public static bool Is(JsonObject node, params ReadOnlySpan<string> types)
    {
        foreach (var type in Each(node["type"]))
        {
            if (Words(type) is { } name && types.Contains(Short(name)))
            {
                return true;
            }
        }

        return false;
    }

    private static JsonNode? WithShortNames(JsonNode? node) =>
        node switch
        {
            JsonObject o => WithShortNames(o),
            JsonArray list => new JsonArray([.. list.Select(WithShortNames)]),
            _ => node?.DeepClone(),
        };

    /// <summary>The targets or bodies of an annotation: several, or those of a set.</summary>
    public static IEnumerable<JsonNode?> Targets(JsonNode? target) =>
        Each(target).SelectMany(t => t is JsonObject o && Is(o, "Choice", "Composite", "List", "Independents") ? Each(o["items"]) : [t]);
}
