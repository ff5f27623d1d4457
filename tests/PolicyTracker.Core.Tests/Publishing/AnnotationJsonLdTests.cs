using System.Text.Json;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Tests.Data;

namespace PolicyTracker.Core.Tests.Publishing;

public sealed class AnnotationJsonLdTests
{
    // Section 3.3.5 of the model.
    private static readonly string[] Motivations =
    [
        "assessing",
        "bookmarking",
        "classifying",
        "commenting",
        "describing",
        "editing",
        "highlighting",
        "identifying",
        "linking",
        "moderating",
        "questioning",
        "replying",
        "tagging",
    ];

    [Theory, EachStore]
    public async Task What_is_exported_keeps_every_must_of_the_web_annotation_data_model(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        const string Text = "😀 “Quoted” </script> words and more.";
        await store
            .Get<AnnouncementEdits>()
            .AddAsync(
                Editor.Seed,
                new NewAnnouncement
                {
                    Title = "Plan",
                    Slug = "plan",
                    Issuer = "MIIT",
                    Date = new DateOnly(2024, 1, 1),
                    Text = Text,
                }
            );
        var text = await store.TextAsync("plan");
        await store
            .Get<AnnotationEdits>()
            .AttachAsync(
                Editor.Seed,
                new MarkedWords(text.Id, text.Sha256, new(0, 10), "😀 “Quoted”"),
                new NewComment("A \"comment\"\nof two lines"),
                AnnotationOrigin.Suggested
            );
        await using var read = (await store.Get<AnnotationQueries>().ReadAsync())!;

        using var stream = new MemoryStream();
        await AnnotationJsonLd.WriteAsync(
            stream,
            "https://tracker.example/annotations.jsonld",
            read,
            (slug, version) => $"https://tracker.example/announcements/{slug}?version={version}",
            record => record.Slug is null ? null : $"https://tracker.example/{record.Slug}"
        );
        using var json = JsonDocument.Parse(stream.ToArray());

        var collection = json.RootElement;
        Assert.Contains("http://www.w3.org/ns/anno.jsonld", Each(collection, "@context").Select(c => c.GetString()));
        CheckResource(collection, "AnnotationCollection");
        Assert.Equal(107, One(collection, "total").GetInt32());
        var page = One(collection, "first");
        CheckResource(page, "AnnotationPage");
        Assert.Equal(One(collection, "id").GetString(), One(One(page, "partOf"), "id").GetString());
        Assert.True(One(page, "startIndex").GetInt32() >= 0);
        var annotations = Each(page, "items").ToList();
        Assert.Equal(107, annotations.Count);
        Assert.All(annotations, CheckAnnotation);
        var generator = One(Assert.Single(annotations, a => a.TryGetProperty("generator", out _)), "generator"); // who chose the words is said
        Assert.Equal("Software", One(generator, "type").GetString());
    }

    private static void CheckAnnotation(JsonElement annotation)
    {
        CheckResource(annotation, "Annotation");
        Assert.NotEmpty(Each(annotation, "target"));
        Assert.All(Each(annotation, "motivation"), m => Assert.Contains(m.GetString(), Motivations));
        Assert.All(
            Each(annotation, "modified"),
            at => Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$", at.GetString())
        );
        foreach (var body in Each(annotation, "body"))
        {
            Assert.All(Each(body, "purpose"), p => Assert.Contains(p.GetString(), Motivations));
            switch (One(body, "type").GetString())
            {
                case "TextualBody":
                    Assert.NotEmpty(One(body, "value").GetString()!);
                    Assert.True(Each(body, "format").Count() <= 1 && Each(body, "language").Count() <= 1);
                    break;
                case "SpecificResource":
                    CheckIri(One(body, "source"));
                    CheckIri(One(body, "id"));
                    break;
                default:
                    Assert.Fail($"A body is a {One(body, "type")}.");
                    break;
            }
        }

        foreach (var target in Each(annotation, "target"))
        {
            CheckIri(One(target, "source"));
            foreach (var selector in Each(target, "selector"))
            {
                switch (One(selector, "type").GetString())
                {
                    case "TextQuoteSelector":
                        Assert.NotEmpty(One(selector, "exact").GetString()!);
                        Assert.True(Each(selector, "prefix").Count() <= 1 && Each(selector, "suffix").Count() <= 1);
                        break;
                    case "TextPositionSelector":
                        Assert.InRange(One(selector, "start").GetInt32(), 0, One(selector, "end").GetInt32());
                        break;
                    default:
                        Assert.Fail($"A selector is a {One(selector, "type")}.");
                        break;
                }
            }
        }
    }

    private static void CheckResource(JsonElement resource, string type)
    {
        CheckIri(One(resource, "id"));
        Assert.Contains(type, Each(resource, "type").Select(t => t.GetString()));
    }

    private static void CheckIri(JsonElement iri) =>
        Assert.True(Uri.TryCreate(iri.GetString(), UriKind.Absolute, out _), $"{iri} is no IRI.");

    private static JsonElement One(JsonElement node, string property) => Assert.Single(Each(node, property));

    private static IEnumerable<JsonElement> Each(JsonElement node, string property) =>
        !node.TryGetProperty(property, out var value) ? Enumerable.Empty<JsonElement>()
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray()
        : Enumerable.Repeat(value, 1);
}
