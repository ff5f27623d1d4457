using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using static PolicyTracker.Core.Import.AnnotationJson;

namespace PolicyTracker.Core.Import;

/// <summary>
/// Tells annotations that everybody may read from those of their writer or a group, those that a moderator hid, and those whose
/// rights are kept. An import publishes, with the writer's name: what was written for few is not taken unknowingly.
/// </summary>
internal static partial class AnnotationAudience
{
    private const string World = "__world__";

    /// <summary>Why an annotation is not for everybody, in a sentence; null where nothing says so.</summary>
    public static string? Restriction(JsonObject item) =>
        Readers(item) ?? Moderation(item) ?? Audience(item) ?? Each(item["body"]).OfType<JsonObject>().Select(Audience).FirstOrDefault(a => a is not null);

    // https://h.readthedocs.io/en/latest/api-reference/ : permissions.read is group:__world__ for what all may read.
    private static string? Readers(JsonObject item)
    {
        if (item["permissions"] is JsonObject permissions)
        {
            var read = Each(permissions["read"]).Select(Words).ToList();
            if (!read.Contains("group:" + World))
            {
                return read.Any(r => r?.StartsWith("group:", StringComparison.Ordinal) == true)
                    ? "Only the members of a group may read it."
                    : "Only its writer may read it.";
            }
        }

        if ((Words(item["group"]) ?? Words((item["group"] as JsonObject)?["id"]) ?? Words((item["group_info"] as JsonObject)?["id"])) is { } group && group != World)
        {
            return $"It belongs to the group “{group}”, and is not public.";
        }

        return Words(item["visibility"]) is { } visibility && !Public().IsMatch(visibility) || IsTrue(item["private"]) || IsTrue(item["isPrivate"]) || IsFalse(item["public"]) || IsFalse(item["isPublic"])
            ? "It is marked as not public."
            : null;
    }

    private static string? Moderation(JsonObject item)
    {
        if (IsTrue(item["hidden"]) || IsTrue(item["deleted"]))
        {
            return IsTrue(item["hidden"]) ? "A moderator hid it." : "It was deleted there.";
        }

        if ((Words(item["moderation_status"]) ?? Words((item["moderation"] as JsonObject)?["status"])) is { } status && !status.Equals("approved", StringComparison.OrdinalIgnoreCase))
        {
            return $"No moderator approved it: it stands at “{status.ToLowerInvariant()}”.";
        }

        return IsTrue(item["flagged"]) || ((item["moderation"] as JsonObject)?["flagCount"] ?? (item["moderation"] as JsonObject)?["flag_count"]) is JsonValue flags && Number(flags) > 0
            ? "A reader reported it to the moderators."
            : null;
    }

    // https://www.w3.org/TR/annotation-model/#intended-audience and #rights-information
    private static string? Audience(JsonObject item)
    {
        if (Each(item["audience"]).Select(a => a is JsonObject o ? Words(o["name"]) ?? Words(o["id"]) ?? Words(o["type"]) ?? "some" : Words(a)).FirstOrDefault(a => a is not null && !Public().IsMatch(a)) is { } audience)
        {
            return $"It is meant for an audience of its own: {audience}.";
        }

        return Each(item["rights"]).Concat(Each(item["license"])).Select(r => r is JsonObject o ? Words(o["id"]) ?? Words(o["name"]) : Words(r)).FirstOrDefault(r => !string.IsNullOrWhiteSpace(r) && !Open().IsMatch(r)) is { } rights
            ? $"Its rights are stated as “{rights}”, which is no licence to publish that is known here."
            : null;
    }

    private static bool IsTrue(JsonNode? node) => node is JsonValue value && (value.TryGetValue<bool>(out var is_) ? is_ : Words(value) is "true");

    private static bool IsFalse(JsonNode? node) => node is JsonValue value && (value.TryGetValue<bool>(out var is_) ? !is_ : Words(value) is "false");

    [GeneratedRegex("(^|[#/:])(public|everyone|everybody|anyone|world|__world__)$", RegexOptions.IgnoreCase)]
    private static partial Regex Public();

    [GeneratedRegex("creativecommons\\.org/|opendatacommons\\.org/|open-government-licence|opensource\\.org/|\\bCC0\\b|\\bCC[ -]BY\\b|public domain", RegexOptions.IgnoreCase)]
    private static partial Regex Open();
}
