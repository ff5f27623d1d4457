using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using static PolicyTracker.Core.Import.AnnotationJson;
using static PolicyTracker.Core.Import.ImportTexts;

namespace PolicyTracker.Core.Import;

/// <summary>
/// Tells annotations that everybody may read from those of their writer or a group, those that a moderator hid, and those whose
/// rights are kept. An import publishes, with the writer's name: what was written for few is not taken unknowingly.
/// </summary>
internal static partial class AnnotationAudience
{
    private const string World = "__world__";

    private static string ByModerator() => Texts["HiddenByModerator"];

    private static string Deleted() => Texts["DeletedThere"];

    private static string NotPublic() => Texts["NotPublic"];

    private static string Reported() => Texts["ReportedToModerators"];

    // Names of fields as the programs of this trade write them, without underscores and in small letters. One that is set at all
    // (true, 1, "yes", who did it) says that not everybody may read it.
    private static readonly Dictionary<string, Func<string>> Marks = new(StringComparer.Ordinal)
    {
        ["hidden"] = ByModerator,
        ["ishidden"] = ByModerator,
        ["hiddenby"] = ByModerator,
        ["hiddenat"] = ByModerator,
        ["nipsa"] = ByModerator,
        ["shadowed"] = ByModerator,
        ["shadowbanned"] = ByModerator,
        ["deleted"] = Deleted,
        ["isdeleted"] = Deleted,
        ["deletedat"] = Deleted,
        ["private"] = NotPublic,
        ["isprivate"] = NotPublic,
        ["onlyme"] = NotPublic,
        ["draft"] = NotPublic,
        ["isdraft"] = NotPublic,
        ["flagged"] = Reported,
        ["isflagged"] = Reported,
        ["flagcount"] = Reported,
        ["flags"] = Reported,
    };

    private static readonly string[] Groups = ["group", "groupid", "groups", "group_info"];

    private static readonly string[] Access = ["visibility", "accessRights", "access"];

    // One that is there and not set says the same.
    private static readonly HashSet<string> MarksOfAll = ["public", "ispublic", "shared", "isshared", "published", "ispublished"];

    /// <summary>Why an annotation is not for everybody, in a sentence; null where nothing says so.</summary>
    public static string? Restriction(JsonObject item) =>
        Readers(item)
        ?? Mark(item)
        ?? Status(item)
        ?? Audience(item)
        ?? Each(item["target"]).OfType<JsonObject>().Select(MeantFor).FirstOrDefault(a => a is not null)
        ?? Each(item["body"])
            .OfType<JsonObject>()
            .SelectMany(b => Each(b["items"]).OfType<JsonObject>().Prepend(b))
            .Select(Audience)
            .FirstOrDefault(a => a is not null);

    // https://h.readthedocs.io/en/latest/api-reference/ : permissions.read is group:__world__ for what all may read.
    private static string? Readers(JsonObject item)
    {
        if (item["permissions"] is { } permissions)
        {
            var read = Each(permissions is JsonObject o ? o["read"] : permissions).Select(Words).ToList();
            if (!read.Exists(r => r is not null && Public().IsMatch(r)))
            {
                return read.Exists(r => r?.StartsWith("group:", StringComparison.Ordinal) is true)
                    ? Texts["OnlyGroup"]
                    : Texts["OnlyWriter"];
            }
        }

        var groups = Groups
            .SelectMany(name => Each(item[name]))
            .Select(g => g is JsonObject o ? Words(o["id"]) ?? Words(o["groupid"]) : Words(g));
        return groups.FirstOrDefault(g => g is not null && g != World) is { } group ? Texts["OfGroup", group]
            : Access.Select(name => Words(item[name])).Any(v => v is not null && !Public().IsMatch(v)) ? NotPublic()
            : null;
    }

    private static string? Mark(JsonObject item)
    {
        foreach (var (name, value) in item.Concat(item["moderation"] as JsonObject ?? []))
        {
            var plain = name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
            if (IsSet(value) && Marks.TryGetValue(plain, out var why))
            {
                return why();
            }

            if (value is not null && !IsSet(value) && MarksOfAll.Contains(plain))
            {
                return NotPublic();
            }
        }

        return null;
    }

    private static string? Status(JsonObject item)
    {
        var status =
            Words(item["moderation_status"])
            ?? Words(item["moderationStatus"])
            ?? Words(item["moderation"])
            ?? Words((item["moderation"] as JsonObject)?["status"]);
        if (status is not null && !status.Equals("approved", StringComparison.OrdinalIgnoreCase))
        {
            return Texts["NotApproved", status.ToLowerInvariant()];
        }

        return Words(item["status"]) is { } state && Unpublished().IsMatch(state) ? Texts["StandsAt", state] : null;
    }

    // https://www.w3.org/TR/annotation-model/#intended-audience and #rights-information
    private static string? Audience(JsonObject item) =>
        MeantFor(item)
        ?? (
            Each(item["rights"])
                .Concat(Each(item["license"]))
                .Select(r => r is JsonObject o ? Words(o["id"]) ?? Words(o["name"]) : Words(r))
                .FirstOrDefault(r => !string.IsNullOrWhiteSpace(r) && !Open().IsMatch(r))
                is { } rights
                ? Texts["RightsKept", rights]
                : null
        );

    private static string? MeantFor(JsonObject item) =>
        Each(item["audience"])
            .Select(a => a is JsonObject o ? Words(o["name"]) ?? Words(o["id"]) ?? Words(o["type"]) ?? "some" : Words(a))
            .FirstOrDefault(a => a is not null && !Public().IsMatch(a))
            is { } audience
            ? Texts["AudienceOfItsOwn", audience]
            : null;

    private static bool IsSet(JsonNode? node) =>
        node switch
        {
            null => false,
            JsonArray list => list.Any(IsSet),
            JsonValue value when value.TryGetValue<bool>(out var set) => set,
            JsonValue value when value.TryGetValue<double>(out var number) => number != 0,
            JsonValue value when Words(value) is { } word => word.Trim().ToLowerInvariant()
                is not ("" or "false" or "no" or "0" or "null" or "none"),
            _ => true,
        };

    [GeneratedRegex("^(draft|private|pending|hidden|deleted|denied|rejected|spam|unpublished|embargoed)$", RegexOptions.IgnoreCase)]
    private static partial Regex Unpublished();

    [GeneratedRegex("(^|[#/:])(open access|public|everyone|everybody|anyone|world|__world__)$", RegexOptions.IgnoreCase)]
    private static partial Regex Public();

    [GeneratedRegex(
        "creativecommons\\.org/|opendatacommons\\.org/|open-government-licence|opensource\\.org/|\\bCC0\\b|\\bCC[ -]BY\\b|public domain",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Open();
}
