using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Upgrade;

/// <summary>Turns a record's content from before the first release into one of today.</summary>
internal static class FormerContent
{
    /// <summary>Turns the content of a revision, which leaves out what is kept once.</summary>
    public static string OfRevision(RecordKind kind, string content) => Write(kind, content, RecordDescriptors.Of(kind).KeptOnce);

    /// <summary>Turns the content of a proposal, which is the whole record.</summary>
    public static string OfProposal(RecordKind kind, string content) => Write(kind, content, new HashSet<string>());

    private static string Write(RecordKind kind, string content, IReadOnlySet<string> without)
    {
        if (kind is not RecordKind.Announcement && without.Count == 0)
        {
            return content;
        }

        var fields = JsonNode.Parse(content)!.AsObject();
        foreach (var name in without)
        {
            fields.Remove(JsonNamingPolicy.CamelCase.ConvertName(name));
        }

        // A date was a first day with how much of it is known.
        if (kind is RecordKind.Announcement && (string?)fields["date"] is { } day)
        {
            fields["firstDay"] = day;
            fields["date"] = (string?)fields["datePrecision"] switch
            {
                "year" => day[..4],
                "month" => day[..7],
                _ => day,
            };
            fields.Remove("datePrecision");
        }

        var sorted = fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => KeyValuePair.Create(f.Key, f.Value?.DeepClone()));
        return new JsonObject(sorted).ToJsonString(Revision.Canonical);
    }
}
