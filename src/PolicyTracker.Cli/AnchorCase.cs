using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyTracker.Core;
using PolicyTracker.Text.Anchoring;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Cli;

/// <summary>A quotation to look for, as a line of a file gives it.</summary>
/// <param name="Id">Any JSON value; given back as it is.</param>
/// <param name="Exact">The words.</param>
/// <param name="Prefix">What stood before.</param>
/// <param name="Suffix">What stood behind.</param>
/// <param name="Start">Where they stood, in code points.</param>
internal sealed record AnchorCase(JsonNode? Id, string Exact, string Prefix, string Suffix, int? Start)
{
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a line.</summary>
    /// <exception cref="JsonException">
    /// It is no JSON object with <c>exact</c>, or a field has the wrong type; the message says which.
    /// </exception>
    public static AnchorCase Parse(string line)
    {
        JsonObject fields;
        try
        {
            fields = JsonNode.Parse(line) as JsonObject ?? throw new JsonException(Texts["CaseNoObject"]);
        }
        catch (ArgumentException) // a field twice
        {
            throw new JsonException(Texts["CaseFieldTwice"]);
        }
        catch (JsonException e) when (e.LineNumber is not null)
        {
            throw new JsonException(Texts["CaseNoJson", e.BytePositionInLine + 1]);
        }

        string? Text(string name) =>
            !fields.TryGetPropertyValue(name, out var value) || value is null ? null
            : value.GetValueKind() == JsonValueKind.String ? Whole(name, value)
            : throw new JsonException(Texts["CaseNoText", name]);
        int? start =
            fields["start"] is not { } number ? null
            : number is JsonValue v && v.TryGetValue<int>(out var position) && position >= 0 ? position
            : throw new JsonException(Texts["CaseNoPosition"]);
        return new(
            fields["id"]?.DeepClone(),
            Text("exact") ?? throw new JsonException(Texts["CaseNoWords"]),
            Text("prefix") ?? "",
            Text("suffix") ?? "",
            start
        );
    }

    private static string Whole(string name, JsonNode value)
    {
        try
        {
            return value.GetValue<string>();
        }
        catch (InvalidOperationException) // half a surrogate pair, which JSON can write and UTF-16 text can't hold
        {
            throw new JsonException(Texts["CaseHalfCharacter", name]);
        }
    }

    /// <summary>The answer as a line of JSON.</summary>
    public static string Write(JsonNode? id, QuoteAnchor found, CodePointMap map)
    {
        var answer = new JsonObject { ["id"] = id, ["state"] = WireNames.Of(found.State) };
        if (found.Place is { } place)
        {
            var range = map.ToCodePoints(place);
            (answer["start"], answer["end"]) = (range.Start, range.End);
        }

        answer["score"] = found.Score;
        if (found.Place is not null)
        {
            (answer["change"], answer["errors"]) = (WireNames.Of(found.Change), found.Errors);
            if (found.Difference.Count > 0)
            {
                answer["difference"] = Runs(found.Difference);
            }
        }

        return answer.ToJsonString(Json);
    }

    /// <summary>A difference as JSON; <c>was</c> where a kept run was set otherwise before.</summary>
    public static JsonArray Runs(IEnumerable<WordRun> runs) =>
        [
            .. runs.Select(r =>
            {
                var run = new JsonObject { ["op"] = WireNames.Of(r.Kind), ["text"] = r.Text };
                if (r.Was is { } was && was != r.Text)
                {
                    run["was"] = was;
                }

                return (JsonNode)run;
            }),
        ];
}
