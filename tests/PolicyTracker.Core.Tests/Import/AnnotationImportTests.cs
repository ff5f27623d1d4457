using System.Text;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Import;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Tests.Data;

namespace PolicyTracker.Core.Tests.Import;

/// <summary>An office brings the annotations that it made elsewhere.</summary>
public sealed class AnnotationImportTests
{
    private const string Text = "😀 The ministry will build 300 EFLOPS of computing power by 2025. Towns will fund rail yards. Ports will publish tariffs.";

    private const string Page = "https://www.example.org/plan/";

    // The form of an answer of the Hypothesis search API.
    private const string Hypothesis = """
        {"total": 5, "rows": [
          {"id": "a1", "created": "2024-05-02T08:30:00.000000+00:00", "user": "acct:mei@hypothes.is", "uri": "http://example.org/plan", "text": "Ask <b>who</b> pays", "tags": ["money", "rail"],
           "user_info": {"display_name": "Mei Lin"}, "target": [{"source": "http://example.org/plan", "selector": [
             {"type": "RangeSelector", "endOffset": 4, "startOffset": 2, "endContainer": "/p[1]", "startContainer": "/p[1]"},
             {"type": "TextPositionSelector", "start": 900, "end": 926},
             {"type": "TextQuoteSelector", "exact": "Towns will fund rail yards", "prefix": "by 2025. ", "suffix": ". Ports"}]}]},
          {"id": "a2", "created": "2024-05-03T08:30:00Z", "user": "acct:tom@hypothes.is", "uri": "http://example.org/plan", "text": "The towns", "tags": [], "references": ["a1"], "target": [{"source": "http://example.org/plan"}]},
          {"id": "a3", "created": "2024-05-03T08:30:00Z", "user": "acct:tom@hypothes.is", "uri": "http://example.org/plan", "text": "A note on the page", "tags": [], "target": [{"source": "http://example.org/plan"}]},
          {"id": "a4", "created": "2024-05-03T08:30:00Z", "user": "acct:tom@hypothes.is", "uri": "http://example.org/plan", "text": "", "tags": [], "target": [{"source": "x", "selector": [
             {"type": "TextQuoteSelector", "exact": "build 400 EFLOPS of computing power", "prefix": "will ", "suffix": " by 2025"}]}]},
          {"id": "a5", "created": "2024-05-03T08:30:00Z", "user": "acct:tom@hypothes.is", "uri": "http://elsewhere.example/", "text": "Elsewhere", "tags": [], "target": [{"source": "x", "selector": [
             {"type": "TextQuoteSelector", "exact": "Ports will publish tariffs"}]}]}
        ]}
        """;

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_hypothesis_answer_becomes_comments_where_the_words_are_surely_found_and_the_rest_is_told(string kind)
    {
        await using var store = await WithPlanAsync(kind);
        var results = await ImportAsync(store, Hypothesis);

        Assert.Equal([ImportResult.Added, ImportResult.Added, ImportResult.Left, ImportResult.Left, ImportResult.Left], results.Select(r => r.Result));
        Assert.Contains("quotes no words", results[2].Why, StringComparison.Ordinal);
        Assert.Contains("perhaps “build 300 EFLOPS of computing power”", results[3].Why, StringComparison.Ordinal);
        Assert.Contains("http://elsewhere.example/ is no announcement here", results[4].Why, StringComparison.Ordinal);
        await using var db = store.Db();
        var comments = await db.Annotations.Where(a => a.Exact == "Towns will fund rail yards").OrderBy(a => a.Comment).Select(a => a.Comment).ToListAsync();
        Assert.Equal(["Ask <b>who</b> pays\nTags: money, rail\n(Mei Lin, 2024-05-02)", "The towns\n(tom, 2024-05-03)"], comments);

        // A second time nothing is doubled; with the announcement named, words of an unknown page are looked for there.
        var again = await ImportAsync(store, Hypothesis, "plan");
        Assert.Equal([ImportResult.Known, ImportResult.Known, ImportResult.Left, ImportResult.Left, ImportResult.Added], again.Select(r => r.Result));
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);
    }

    [Fact]
    public async Task Words_that_are_only_the_end_of_others_are_left_with_what_stands_there()
    {
        await using var store = await WithPlanAsync("sqlite");
        var result = Assert.Single(await ImportAsync(store, """{"rows": [{"id": "b1", "text": "", "tags": [], "target": [{"source": "x", "selector": [{"type": "TextQuoteSelector", "exact": "build 30"}]}]}]}""", "plan"));
        Assert.Equal(ImportResult.Left, result.Result);
        Assert.Contains("perhaps “build 300”", result.Why, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task What_was_exported_is_known_again_and_comes_back_where_it_was_lost(string kind)
    {
        await using var store = await WithPlanAsync(kind);
        var file = await ExportAsync(store);
        Assert.All(await ImportAsync(store, file), r => Assert.Equal(ImportResult.Known, r.Result));

        // Into another tracker: the same words, under the same identities; a record that it does not have is described.
        await using var other = await WithPlanAsync(kind);
        var results = await ImportAsync(other, file);
        Assert.All(results, r => Assert.Equal(ImportResult.Added, r.Result));
        await using var db = other.Db();
        var described = await db.Annotations.SingleAsync(a => a.Comment != null && a.Exact == "establish software colleges with high standards");
        Assert.Equal("Establish software colleges\nTags: commitment", described.Comment);
        Assert.Equal(212, await db.Annotations.CountAsync());
        Assert.All(await ImportAsync(other, file), r => Assert.Equal(ImportResult.Known, r.Result));
    }

    [Fact]
    public async Task A_link_to_a_record_of_this_tracker_becomes_its_quotation()
    {
        await using var store = await WithPlanAsync("sqlite");
        await using var db = store.Db();
        var colleges = await db.Commitments.SingleAsync(c => c.Slug == "software-colleges");
        var results = await ImportAsync(store, $$$"""
            {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "https://notes.example/7", "type": "Annotation", "motivation": "linking", "creator": {"type": "Person", "name": "Mei"}, "created": "2024-05-02T00:00:00Z",
             "body": [{"id": "urn:uuid:{{{colleges.Id}}}", "type": "SpecificResource", "source": "https://tracker.example/commitments/software-colleges"}],
             "target": {"source": "https://tracker.example/announcements/plan?version=1", "selector": {"type": "FragmentSelector", "value": "p1", "refinedBy": {"type": "TextQuoteSelector", "exact": "build 300 EFLOPS"} } } }
            """);
        Assert.Equal((ImportResult.Added, 20, 36), (Assert.Single(results).Result, results[0].Start, results[0].End)); // code points: the emoji counts once
        var added = await db.Annotations.SingleAsync(a => a.Exact == "build 300 EFLOPS");
        Assert.Equal((RecordKind.Commitment, colleges.Id, "(Mei, 2024-05-02)"), (added.SupportsKind, added.SupportsId, added.Comment));
    }

    [Theory]
    [InlineData("not json", "This is no JSON (line 1)")]
    [InlineData("{}", "holds no annotations")]
    [InlineData("[1, null, \"x\"]", "holds no annotations")]
    [InlineData("""{"type": "AnnotationCollection", "first": "https://notes.example/page1"}""", "names its first page (https://notes.example/page1)")]
    [InlineData("""[{"type": "Annotation", "target": "x", "type": "Annotation"}]""", "Annotation 1 can't be read")]
    [InlineData("""[{"uri": "x", "text": "\ud83d", "target": []}]""", "Annotation 1 can't be read")]
    public async Task A_file_that_can_not_be_read_is_refused_with_the_reason(string json, string says)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        Assert.Contains(says, (await Assert.ThrowsAsync<RefusedException>(() => AnnotationFile.ReadAsync(stream))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_imports_without_the_right_to_edit_or_into_what_is_not_there()
    {
        await using var store = await WithPlanAsync("sqlite");
        var read = await ReadAsync(Hypothesis);
        await Assert.ThrowsAsync<RefusedException>(() => store.Get<AnnotationImport>().RunAsync(Editor.Anonymous, read));
        Assert.Contains("no announcement “nowhere”", (await Assert.ThrowsAsync<RefusedException>(() => store.Get<AnnotationImport>().RunAsync(Editor.Seed, read, "nowhere"))).Message, StringComparison.Ordinal);
        await using var db = store.Db();
        Assert.Equal(106, await db.Annotations.CountAsync());
    }

    private static async Task<TestStore> WithPlanAsync(string kind)
    {
        var store = await TestStore.OpenAsync(kind);
        await store.Get<AnnouncementEdits>().AddAsync(Editor.Seed, new NewAnnouncement { Title = "Plan", Slug = "plan", Issuer = "State Council", Date = new DateOnly(2024, 1, 1), Address = Page, Text = Text });
        return store;
    }

    private static async Task<string> ExportAsync(TestStore store)
    {
        using var stream = new MemoryStream();
        AnnotationJsonLd.Write(stream, "https://tracker.example/annotations.jsonld", (await store.Get<AnnotationQueries>().ListAsync())!,
            (slug, version) => $"https://tracker.example/announcements/{slug}?version={version}", record => $"https://tracker.example/{record.Slug}");
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static async Task<IReadOnlyList<ForeignAnnotation>> ReadAsync(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return await AnnotationFile.ReadAsync(stream);
    }

    private static async Task<IReadOnlyList<ImportedAnnotation>> ImportAsync(TestStore store, string json, string? announcement = null) =>
        await store.Get<AnnotationImport>().RunAsync(Editor.Seed, await ReadAsync(json), announcement);
}
