using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using static PolicyTracker.Core.Publishing.SummaryTexts;

namespace PolicyTracker.Core.Publishing;

/// <summary>
/// Annotations as JSON-LD of the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/): an
/// AnnotationCollection with one page. A target has a TextQuoteSelector and a TextPositionSelector in code points; a body is
/// the record that the words support, by its identity and the page that shows it, or a comment.
/// </summary>
public static class AnnotationJsonLd
{
    /// <summary>The media type, with the profile of the model.</summary>
    public const string MediaType = "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"";

    private const int FlushAt = 32_000; // bytes

    /// <summary>Writes the collection, as it is read: no more of it is held than some annotations.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="self">The collection's own address.</param>
    /// <param name="read">The annotations.</param>
    /// <param name="source">The address of a text by its announcement's slug and version.</param>
    /// <param name="record">The address of a record; null where no page shows it.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task WriteAsync(
        Stream stream,
        string self,
        AnnotationReading read,
        Func<string, int, string> source,
        Func<RecordLink, string?> record,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(record);
        await using var json = new Utf8JsonWriter(
            stream,
            new JsonWriterOptions
            {
                Indented = true,
                NewLine = "\n",
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
        json.WriteStartObject();
        json.WriteString("@context", "http://www.w3.org/ns/anno.jsonld");
        json.WriteString("id", self);
        json.WriteString("type", "AnnotationCollection");
        json.WriteString("label", Texts["CollectionLabel"]);
        json.WriteNumber("total", read.Total);
        json.WriteStartObject("first");
        json.WriteString("id", self + "#page");
        json.WriteString("type", "AnnotationPage");
        // As an object: the model's text asks for the collection's address here, its examples and JSON-LD frame for an object with it.
        json.WriteStartObject("partOf");
        json.WriteString("id", self);
        json.WriteString("type", "AnnotationCollection");
        json.WriteNumber("total", read.Total);
        json.WriteEndObject();
        json.WriteNumber("startIndex", 0);
        json.WriteStartArray("items");
        await foreach (var item in read.Items.WithCancellation(cancel))
        {
            WriteItem(
                json,
                item,
                source(item.AnnouncementSlug, item.SourceVersion),
                item.Supports is { } supports ? record(supports) : null
            );
            if (json.BytesPending > FlushAt)
            {
                await json.FlushAsync(cancel);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter json, AnnotationItem item, string source, string? record)
    {
        json.WriteStartObject();
        json.WriteString("id", $"urn:uuid:{item.Id}");
        json.WriteString("type", "Annotation");
        json.WriteString("motivation", item.Supports is null ? "commenting" : "linking");
        json.WriteString("modified", item.ChangedAt.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture));
        if (item.Origin is AnnotationOrigin.Suggested)
        {
            // Whose words they are is not in question; whose choice they were is: the program offered them, an editor accepted.
            json.WriteStartObject("generator");
            json.WriteString("type", "Software");
            json.WriteString("name", Texts["SuggestionsName"]);
            json.WriteEndObject();
        }

        json.WriteStartArray("body");
        if (item.Supports is { } supports)
        {
            Text(json, "tagging", WireNames.Of(supports.Kind));
            Text(json, "describing", supports.Label);
            if (record is not null)
            {
                json.WriteStartObject();
                json.WriteString("id", $"urn:uuid:{supports.Id}");
                json.WriteString("type", "SpecificResource");
                json.WriteString("purpose", "linking");
                json.WriteString("source", record);
                json.WriteEndObject();
            }
        }

        if (!string.IsNullOrEmpty(item.Comment))
        {
            Text(json, "commenting", item.Comment);
        }

        json.WriteEndArray();
        json.WriteStartObject("target");
        json.WriteString("source", source);
        json.WriteStartArray("selector");
        json.WriteStartObject();
        json.WriteString("type", "TextQuoteSelector");
        json.WriteString("exact", item.Exact);
        if (item.Prefix.Length > 0)
        {
            json.WriteString("prefix", item.Prefix);
        }

        if (item.Suffix.Length > 0)
        {
            json.WriteString("suffix", item.Suffix);
        }

        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "TextPositionSelector");
        json.WriteNumber("start", item.Place.Start);
        json.WriteNumber("end", item.Place.End);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string purpose, string value)
    {
        json.WriteStartObject();
        json.WriteString("type", "TextualBody");
        json.WriteString("purpose", purpose);
        json.WriteString("format", "text/plain");
        json.WriteString("value", value);
        json.WriteEndObject();
    }
}
