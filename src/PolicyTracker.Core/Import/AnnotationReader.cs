using System.Text.Json;
using System.Text.Json.Nodes;
using static PolicyTracker.Core.Import.AnnotationJson;
using static PolicyTracker.Core.Import.ImportTexts;

namespace PolicyTracker.Core.Import;

/// <summary>Walks through the JSON of one file and reads each annotation in it.</summary>
internal sealed class AnnotationReader
{
    private readonly List<ForeignAnnotation> _found = [];
    private readonly Dictionary<string, ForeignAnnotation> _byId = new(StringComparer.Ordinal);
    private readonly List<(int At, string Parent)> _replies = [];
    private readonly List<ForeignAnnotation> _missing = [];

    /// <summary>How many annotations were read so far.</summary>
    public int Count => _found.Count;

    /// <summary>The first page that a collection names without holding it; null where there is none.</summary>
    public string? NamedPage { get; private set; }

    /// <summary>Reads a value, of which the reader stands at the first token: an annotation, or what holds annotations.</summary>
    public void Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            {
                Read(ref reader);
            }
        }
        else if (reader.TokenType is JsonTokenType.StartObject && IsAnnotation(reader))
        {
            var node = WithShortNames(JsonNode.Parse(ref reader)!.AsObject());
            Add(node["uri"] is not null && node["type"] is null ? [Hypothesis(node)] : WebAnnotation(node));
        }
        else if (reader.TokenType is JsonTokenType.StartObject)
        {
            ReadHolder(ref reader);
        }
    }

    /// <summary>All that were read, in the order of the file; replies without words of their own have those that they reply to.</summary>
    public List<ForeignAnnotation> All()
    {
        foreach (var (at, parent) in _replies)
        {
            _found[at] = Answering(_found[at], parent);
        }

        return _found.Count == 0 ? [] : [.. _found, .. _missing];
    }

    // By the names of its own fields; the reader is a copy.
    private static bool IsAnnotation(Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (Short(reader.GetString()!) is "target" or "uri")
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private void ReadHolder(ref Utf8JsonReader reader)
    {
        int? total = null;
        var before = _found.Count;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = Short(reader.GetString()!);
            reader.Read();
            switch (name)
            {
                case "first" or "next" when reader.TokenType is JsonTokenType.String:
                    Names(name, reader.GetString()!);
                    break;
                case "rows" or "replies" or "annotations" or "items" or "contains" or "@graph" or "@list" or "first" or "next":
                    Read(ref reader);
                    break;
                case "total" when reader.TokenType is JsonTokenType.Number && reader.TryGetInt32(out var number):
                    total = number;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        if (total > _found.Count - before && _missing.Count == 0 && _found.Count > before)
        {
            Missing("total", Texts["FileCut", _found.Count - before, total]);
        }
    }

    private void Names(string name, string page)
    {
        if (name == "first")
        {
            NamedPage = page;
        }
        else
        {
            Missing(page, Texts["PageMissing", page]);
        }
    }

    private void Missing(string id, string why) => _missing.Add(new(id, null, new() { Unread = why }, "", [], ""));

    private void Add(IEnumerable<ForeignAnnotation> annotations)
    {
        foreach (var annotation in annotations)
        {
            if (_found.Count == AnnotationFile.MaxAnnotations)
            {
                throw Refusal.TooManyAnnotations(AnnotationFile.MaxAnnotations);
            }

            _byId.TryAdd(annotation.Id, annotation);
            _found.Add(annotation);
        }
    }

    private ForeignAnnotation Hypothesis(JsonObject item)
    {
        var place = AnnotationPlace.Of(item["target"]);
        if (Each(item["references"]).Select(Words).LastOrDefault(r => r is not null) is { } parent && place.Quote is null)
        {
            _replies.Add((_found.Count, parent)); // a reply has no words of its own
        }

        var name = Words((item["user_info"] as JsonObject)?["display_name"]) ?? Words(item["user"])?.Split(':')[^1].Split('@')[0];
        var comment = AnnotationBodies.Comment(
            [Words(item["text"])],
            Each(item["tags"]).Select(Words),
            name ?? Texts["UnnamedUser"],
            Words(item["created"])
        );
        var id = Words(item["id"]);
        return new(id ?? Number(), Words(item["uri"]), place, comment, [], comment)
        {
            Key = id,
            Restriction = AnnotationAudience.Restriction(item),
        };
    }

    private IEnumerable<ForeignAnnotation> WebAnnotation(JsonObject item)
    {
        var (texts, descriptions, tags, records) = AnnotationBodies.Of(item);
        var creator = Each(item["creator"])
            .Select(c => c is JsonObject o ? Words(o["name"]) ?? Words(o["nickname"]) ?? Words(o["id"]) : Words(c))
            .FirstOrDefault();
        var comment = AnnotationBodies.Comment(descriptions.Concat(texts), tags, creator, Words(item["created"]));
        var linkComment = AnnotationBodies.Comment(texts, [], creator, Words(item["created"]));
        var (id, restriction) = (Words(item["id"]), AnnotationAudience.Restriction(item));
        var isReply = Each(item["motivation"]).Any(m => Words(m) is { } motivation && Short(motivation) == "replying");
        var number = 0;
        foreach (var target in Targets(item["target"]))
        {
            number++;
            var source = target is JsonObject t
                ? t["source"] is JsonObject s
                    ? Words(s["id"])
                    : Words(t["source"] ?? t["id"])
                : Words(target);
            var place = AnnotationPlace.Of(target) with { CountsText = true };
            var isAnswer = place.Quote is null && source is not null && (isReply || _byId.ContainsKey(source));
            yield return new(id ?? Number(), source, isAnswer ? new() { Unread = Reply(source!) } : place, comment, records, linkComment)
            {
                Key = id is null ? null : KeyOf(id, number, place),
                Restriction = restriction,
            };
        }
    }

    // An identity that is no address of its own, such as "7", is one of its file: with the words, it is told from another file's.
    private static string KeyOf(string id, int number, ForeignPlace place) =>
        (id.Contains(':', StringComparison.Ordinal) ? id : $"{id}: {place.Quote?.Exact}") + (number == 1 ? "" : $" target {number}");

    private ForeignAnnotation Answering(ForeignAnnotation reply, string parent)
    {
        if (!_byId.TryGetValue(parent, out var answered) || answered.Place.Quote is null)
        {
            return reply with { Place = new() { Unread = Reply(parent) } };
        }

        return reply with
        {
            Place = answered.Place,
            Restriction = reply.Restriction ?? (answered.Restriction is { } why ? Texts["ReplyToRestricted", why] : null),
        };
    }

    private static string Reply(string parent) => Texts["Reply", parent];

    private string Number() => $"{_found.Count + 1}";
}
