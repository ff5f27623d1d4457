using System.Globalization;
using System.Text.Json.Nodes;
using static PolicyTracker.Core.Import.AnnotationJson;
using static PolicyTracker.Core.Import.ImportTexts;

namespace PolicyTracker.Core.Import;

/// <summary>Reads the bodies of an annotation.</summary>
internal static class AnnotationBodies
{
    private const string UuidScheme = "urn:uuid:";

    /// <summary>What the bodies say, by what they are for.</summary>
    public static (List<string?> Texts, List<string?> Descriptions, List<string?> Tags, List<Guid> Records) Of(JsonObject item)
    {
        var (texts, descriptions, tags, records) = (
            new List<string?> { Words(item["bodyValue"]) },
            new List<string?>(),
            new List<string?>(),
            new List<Guid>()
        );
        foreach (var body in Targets(item["body"]))
        {
            if (body is not JsonObject b)
            {
                texts.Add(Words(body));
            }
            else if (
                Words(b["id"]) is { } resource
                && resource.StartsWith(UuidScheme, StringComparison.Ordinal)
                && Guid.TryParse(resource.AsSpan(UuidScheme.Length), out var record)
            )
            {
                records.Add(record);
            }
            else
            {
                var purposes = Each(b["purpose"]).Select(p => Words(p) is { } purpose ? Short(purpose) : null).ToList();
                var kind =
                    purposes.Contains("tagging") ? tags
                    : purposes.Contains("describing") ? descriptions
                    : texts;
                kind.Add(Words(b["value"]) ?? Words(b["@value"]) ?? Words(b["source"]) ?? Words(b["id"]));
            }
        }

        return (texts, descriptions, tags, records);
    }

    /// <summary>A comment of several texts, with their tags and who wrote them.</summary>
    public static string Comment(IEnumerable<string?> texts, IEnumerable<string?> tags, string? creator, string? created)
    {
        List<string> lines = [.. texts.Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t!.Trim())];
        var given = tags.Where(t => !string.IsNullOrWhiteSpace(t)).ToList();
        if (given.Count > 0)
        {
            lines.Add(Texts["Tags", string.Join(", ", given)]);
        }

        if (creator is not null)
        {
            lines.Add(
                DateTimeOffset.TryParse(created, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                    ? $"({creator}, {at.UtcDateTime:yyyy-MM-dd})"
                    : $"({creator})"
            );
        }

        return string.Join("\n", lines);
    }
}
