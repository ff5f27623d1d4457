using System.Text;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Import;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Tests.Data;

namespace PolicyTracker.Core.Tests.Import;

/// <summary>An office brings the annotations that it made elsewhere.</summary>
public sealed class AnnotationImportTests
{
    private const string Text =
        "😀 The ministry will build 300 EFLOPS of computing power by 2025. Towns will fund rail yards. Ports will publish tariffs.";

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

        Assert.Equal(
            [ImportResult.Added, ImportResult.Added, ImportResult.Left, ImportResult.Left, ImportResult.Left],
            results.Select(r => r.Result)
        );
        Assert.Contains("quotes no words", results[2].Why, StringComparison.Ordinal);
        Assert.Contains("perhaps “build 300 EFLOPS of computing power”", results[3].Why, StringComparison.Ordinal);
        Assert.Contains("http://elsewhere.example/ is no announcement here", results[4].Why, StringComparison.Ordinal);
        await using var db = store.Db();
        var comments = await db.Set<Annotation>()
            .Where(a => a.Exact == "Towns will fund rail yards")
            .OrderBy(a => a.Comment)
            .Select(a => a.Comment)
            .ToListAsync();
        Assert.Equal(["Ask <b>who</b> pays\nTags: money, rail\n(Mei Lin, 2024-05-02)", "The towns\n(tom, 2024-05-03)"], comments);

        // A second time nothing is doubled; with the announcement named, words of an unknown page are looked for there.
        var again = await ImportAsync(store, Hypothesis, "plan");
        Assert.Equal(
            [ImportResult.Known, ImportResult.Known, ImportResult.Left, ImportResult.Left, ImportResult.Added],
            again.Select(r => r.Result)
        );
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);
    }

    [Theory, EachStore]
    public async Task Words_that_are_only_the_end_of_others_are_left_with_what_stands_there(string database)
    {
        await using var store = await WithPlanAsync(database);
        var result = Assert.Single(
            await ImportAsync(
                store,
                """{"rows": [{"id": "b1", "text": "", "tags": [], "target": [{"source": "x", "selector": [{"type": "TextQuoteSelector", "exact": "build 30"}]}]}]}""",
                "plan"
            )
        );
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
        await using var other = await WithPlanAsync(await TestStore.OpenNewAsync(kind));
        var results = await ImportAsync(other, file);
        Assert.All(results, r => Assert.Equal(ImportResult.Added, r.Result));
        await using var db = other.Db();
        var described = await db.Set<Annotation>()
            .SingleAsync(a => a.Comment != null && a.Exact == "establish software colleges with high standards");
        Assert.Equal("Establish software colleges\nTags: commitment", described.Comment);
        Assert.Equal(212, await db.Set<Annotation>().CountAsync());
        Assert.All(await ImportAsync(other, file), r => Assert.Equal(ImportResult.Known, r.Result));
    }

    [Theory, EachStore]
    public async Task A_link_to_a_record_of_this_tracker_becomes_its_quotation(string database)
    {
        await using var store = await WithPlanAsync(database);
        await using var db = store.Db();
        var colleges = await db.Set<Commitment>().SingleAsync(c => c.Slug == "software-colleges");
        var results = await ImportAsync(
            store,
            $$$"""
            {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "https://notes.example/7", "type": "Annotation", "motivation": "linking", "creator": {"type": "Person", "name": "Mei"}, "created": "2024-05-02T00:00:00Z",
             "body": [{"id": "urn:uuid:{{{colleges.Id}}}", "type": "SpecificResource", "source": "https://tracker.example/commitments/software-colleges"}],
             "target": {"source": "https://tracker.example/announcements/plan?version=1", "selector": {"type": "FragmentSelector", "value": "p1", "refinedBy": {"type": "TextQuoteSelector", "exact": "build 300 EFLOPS"} } } }
            """
        );
        Assert.Equal((ImportResult.Added, 20, 36), (Assert.Single(results).Result, results[0].Start, results[0].End)); // code points: the emoji counts once
        var added = await db.Set<Annotation>().SingleAsync(a => a.Exact == "build 300 EFLOPS");
        Assert.Equal((RecordKind.Commitment, colleges.Id, "(Mei, 2024-05-02)"), (added.SupportsKind, added.SupportsId, added.Comment));
    }

    [Theory]
    [InlineData("not json", "This is no JSON (line 1)")]
    [InlineData("{}", "holds no annotations")]
    [InlineData("[1, null, \"x\"]", "holds no annotations")]
    [InlineData(
        """{"type": "AnnotationCollection", "first": "https://notes.example/page1"}""",
        "names its first page (https://notes.example/page1)"
    )]
    [InlineData("""[{"type": "Annotation", "target": "x", "type": "Annotation"}]""", "Annotation 1 can't be read")]
    [InlineData("""[{"uri": "x", "text": "\ud83d", "target": []}]""", "Annotation 1 can't be read")]
    public async Task A_file_that_can_not_be_read_is_refused_with_the_reason(string json, string says)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        Assert.Contains(
            says,
            (await Assert.ThrowsAsync<Refusal>(() => AnnotationFile.ReadAsync(stream))).Message,
            StringComparison.Ordinal
        );
    }

    [Theory, EachStore]
    public async Task Nobody_imports_without_the_right_to_edit_or_into_what_is_not_there(string database)
    {
        await using var store = await WithPlanAsync(database);
        var read = await ReadAsync(Hypothesis);
        await Assert.ThrowsAsync<Refusal>(() => store.Get<AnnotationImport>().RunAsync(Editor.Anonymous, read));
        Assert.Contains(
            "no announcement “nowhere”",
            (await Assert.ThrowsAsync<Refusal>(() => store.Get<AnnotationImport>().RunAsync(Editor.Seed, read, "nowhere"))).Message,
            StringComparison.Ordinal
        );
        await using var db = store.Db();
        Assert.Equal(106, await db.Set<Annotation>().CountAsync());
    }

    [Theory]
    [EachStore(""" "permissions": {"read": ["acct:mei@hypothes.is"]} """, "Only its writer may read it")]
    [EachStore(""" "permissions": {"read": []} """, "Only its writer may read it")]
    [EachStore(""" "permissions": {"read": ["group:x7"]}, "group": "x7" """, "Only the members of a group may read it")]
    [EachStore(""" "group": "x7" """, "It belongs to the group “x7”")]
    [EachStore(""" "permissions": {"read": ["group:__world__"]}, "hidden": true """, "A moderator hid it")]
    [EachStore(""" "group": "__world__", "flagged": true """, "A reader reported it")]
    [EachStore(""" "moderation": {"flagCount": 2} """, "A reader reported it")]
    [EachStore(""" "moderation_status": "PENDING" """, "stands at “pending”")]
    [EachStore(""" "moderation": "denied" """, "stands at “denied”")]
    [EachStore(""" "permissions": [] """, "Only its writer may read it")]
    [EachStore(""" "groupid": "x7" """, "It belongs to the group “x7”")]
    [EachStore(""" "groups": ["__world__", "x7"] """, "It belongs to the group “x7”")]
    [EachStore(""" "hidden": 1 """, "A moderator hid it")]
    [EachStore(""" "hidden": "True" """, "A moderator hid it")]
    [EachStore(""" "moderation": {"isHidden": true} """, "A moderator hid it")]
    [EachStore(""" "nipsa": true """, "A moderator hid it")]
    [EachStore(""" "shared": false """, "marked as not public")]
    [EachStore(""" "is_private": true """, "marked as not public")]
    [EachStore(""" "accessRights": "members only" """, "marked as not public")]
    [EachStore(""" "status": "draft" """, "It stands at “draft” there")]
    public async Task What_not_everybody_may_read_is_left_and_taken_only_knowingly(string database, string fields, string says)
    {
        await using var store = await WithPlanAsync(database);
        var file = $$$"""
            {"rows": [
              {"id": "p1", "user": "acct:mei@hypothes.is", "uri": "http://example.org/plan", "text": "For us alone", {{{fields}}},
               "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "Towns will fund rail yards"}]}]},
              {"id": "p2", "user": "acct:tom@hypothes.is", "uri": "http://example.org/plan", "text": "Agreed", "references": ["p1"], "target": [{"source": "http://example.org/plan"}]}]}
            """;
        var results = await ImportAsync(store, file);
        Assert.All(results, r => Assert.Equal(ImportResult.Left, r.Result)); // the reply with what it replies to
        Assert.All(results, r => Assert.Contains(says, r.Why, StringComparison.Ordinal));
        await using var db = store.Db();
        Assert.False(await db.Set<Annotation>().AnyAsync(a => a.Origin == AnnotationOrigin.Imported));
        Assert.False(await db.Set<Revision>().AnyAsync(r => r.Content.Contains("For us alone")));

        var knowingly = await store.Get<AnnotationImport>().RunAsync(Editor.Seed, await ReadAsync(file), choice: new(Restricted: true));
        Assert.All(knowingly, r => Assert.Equal(ImportResult.Added, r.Result));
        Assert.Contains("stands here from an earlier import", (await ImportAsync(store, file))[0].Why, StringComparison.Ordinal);
    }

    [Theory, EachStore]
    public async Task What_is_said_to_be_for_everybody_in_any_words_is_taken(string database)
    {
        await using var store = await WithPlanAsync(database);
        var result = Assert.Single(
            await ImportAsync(
                store,
                """
                {"rows": [{"id": "p1", "user": "acct:mei@hypothes.is", "uri": "http://example.org/plan", "text": "Who pays?", "group": "__world__", "permissions": {"read": ["group:__world__"], "admin": ["acct:mei@hypothes.is"]},
                  "hidden": false, "flagged": "no", "moderation": {"flagCount": 0}, "moderation_status": "APPROVED", "shared": true, "nipsa": 0, "visibility": "public", "status": "published",
                  "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "Towns will fund rail yards"}]}]}]}
                """
            )
        );
        Assert.Equal(ImportResult.Added, result.Result);
    }

    [Theory]
    [EachStore(
        """ "selector": {"type": "Choice", "items": [{"type": "TextQuoteSelector", "exact": "Towns will fund rail yards"}]} """,
        null
    )]
    [EachStore(""" "selector": "https://notes.example/selectors/5" """, "given elsewhere, as “https://notes.example/selectors/5”")]
    [EachStore(""" "selector": {"@id": "_:s5"} """, "given elsewhere, as “_:s5”")]
    public async Task A_selector_in_a_choice_is_read_and_one_that_stands_elsewhere_is_named(string database, string selector, string? says)
    {
        await using var store = await WithPlanAsync(database);
        var result = Assert.Single(
            await ImportAsync(
                store,
                $$"""{"items": {"@list": [{"id": "https://notes.example/1", "type": "Annotation", "bodyValue": "x", "target": {"source": "{{Page}}", {{selector}} } } ] } }"""
            )
        );
        Assert.Equal(says is null ? ImportResult.Added : ImportResult.Left, result.Result);
        Assert.Contains(says ?? "", result.Why, StringComparison.Ordinal);
    }

    [Theory]
    [EachStore(
        """ "audience": {"type": "schema:EducationalAudience", "name": "teachers of one school"} """,
        "meant for an audience of its own: teachers of one school"
    )]
    [EachStore(
        """ "body": {"type": "Choice", "items": [{"type": "TextualBody", "value": "x", "audience": "https://notes.example/staff"}]} """,
        "meant for an audience of its own: https://notes.example/staff"
    )]
    [EachStore(""" "rights": "All rights reserved" """, "“All rights reserved”, which is no licence")]
    [EachStore(""" "rights": "https://creativecommons.org/licenses/by/4.0/" """, null)]
    public async Task A_web_annotation_for_few_or_with_its_rights_kept_is_left(string database, string fields, string? says)
    {
        await using var store = await WithPlanAsync(database);
        var result = Assert.Single(
            await ImportAsync(
                store,
                $$"""[{"id": "https://notes.example/1", "type": "Annotation", "bodyValue": "x", {{fields}}, "target": {"source": "{{Page}}", "selector": {"type": "TextQuoteSelector", "exact": "Towns will fund rail yards"} } }]"""
            )
        );
        Assert.Equal(says is null ? ImportResult.Added : ImportResult.Left, result.Result);
        Assert.Contains(says ?? "", result.Why, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task What_comes_again_under_its_identity_is_known_or_changed_and_never_doubled_nor_brought_back(string kind)
    {
        await using var store = await WithPlanAsync(kind);
        await using var db = store.Db();
        static string File(string comment, string exact = "Towns will fund rail yards") =>
            $$"""[{"id": "https://notes.example/7", "type": "Annotation", "bodyValue": "{{comment}}", "target": {"source": "{{Page}}", "selector": {"type": "TextQuoteSelector", "exact": "{{exact}}"} } }]""";
        Assert.Equal(ImportResult.Added, (await ImportAsync(store, File("who pays")))[0].Result);
        Assert.Equal(ImportResult.Known, (await ImportAsync(store, File("who pays")))[0].Result);
        Assert.Equal(ImportResult.Changed, (await ImportAsync(store, File("who pays, and when")))[0].Result);
        Assert.Equal(ImportResult.Changed, (await ImportAsync(store, File("who pays, and when", "fund rail yards")))[0].Result);
        var stands = await db.Set<Annotation>().AsNoTracking().SingleAsync(a => a.Origin == AnnotationOrigin.Imported);
        Assert.Equal(("who pays, and when", "fund rail yards", 3), (stands.Comment, stands.Exact, stands.Version));

        // What an editor changed here is neither undone by the same file nor overwritten by a later one.
        await store.Get<AnnotationEdits>().ChangeAsync(Editor.Seed, stands.Id, 3, null, "the state pays");
        Assert.Equal(ImportResult.Known, (await ImportAsync(store, File("who pays, and when", "fund rail yards")))[0].Result);
        var both = (await ImportAsync(store, File("who pays at last", "fund rail yards")))[0];
        Assert.Equal(ImportResult.Left, both.Result);
        Assert.Contains("changed here, and says something else in the file", both.Why, StringComparison.Ordinal);
        Assert.Equal("the state pays", await db.Set<Annotation>().Where(a => a.Id == stands.Id).Select(a => a.Comment).SingleAsync());

        await store.Get<AnnotationEdits>().RemoveAsync(Editor.Seed, stands.Id, 4, withStatement: false);
        var removed = (await ImportAsync(store, File("who pays, and when", "fund rail yards")))[0];
        Assert.Equal(ImportResult.Left, removed.Result);
        Assert.Contains("was removed here", removed.Why, StringComparison.Ordinal);
        Assert.False(await db.Set<Annotation>().AnyAsync(a => a.Origin == AnnotationOrigin.Imported));
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);
    }

    [Theory]
    [EachStore(
        """{"type": "RangeSelector", "startSelector": {"type": "TextQuoteSelector", "exact": "Towns will"}, "endSelector": {"type": "TextQuoteSelector", "exact": "Ports will"} }""",
        "Towns will fund rail yards.",
        ""
    )]
    [EachStore(
        """{"type": "RangeSelector", "startSelector": {"type": "TextQuoteSelector", "exact": "Ports will"}, "endSelector": {"type": "TextQuoteSelector", "exact": "Towns will"} }""",
        null,
        "its end “Towns will” is not surely found behind that"
    )]
    [EachStore(
        """{"type": "RangeSelector", "startSelector": {"type": "XPathSelector", "value": "/p[1]"}, "endSelector": {"type": "XPathSelector", "value": "/p[2]"} }""",
        null,
        "not both ends are quoted words (XPathSelector)"
    )]
    [EachStore("""{"type": "oa:TextQuoteSelector", "oa:exact": "fund rail yards"}""", "fund rail yards", "")]
    [EachStore(
        """{"@type": ["http://www.w3.org/ns/oa#TextQuoteSelector"], "http://www.w3.org/ns/oa#exact": [{"@value": "fund rail yards"}]}""",
        "fund rail yards",
        ""
    )]
    [EachStore("""{"type": "TextQuoteSelector", "exact": ["fund rail yards"]}""", "fund rail yards", "")]
    [EachStore("""{"type": "TextQuoteSelector", "exact": ["fund rail yards", "Ports"]}""", null, "several texts for the same words")]
    [EachStore(
        """{"type": "TextQuoteSelector", "exact": "Ports will publish tariffs", "refinedBy": {"type": "TextQuoteSelector", "exact": "will"} }""",
        "will",
        ""
    )]
    [EachStore(
        """{"type": "TextPositionSelector", "start": 70, "end": 96, "refinedBy": {"type": "TextQuoteSelector", "exact": "rail"} }""",
        "rail",
        "numbers say"
    )]
    [EachStore(
        """[{"type": "TextPositionSelector", "start": 5, "end": 9}, {"type": "TextQuoteSelector", "exact": "fund rail yards"}]""",
        "fund rail yards",
        "Its numbers say characters 5 to 9, its words stand at"
    )]
    [EachStore(
        """{"type": "TextPositionSelector", "start": 5, "end": 9}""",
        null,
        "TextPositionSelector alone does not tell which are meant"
    )]
    [EachStore("""{"type": "FragmentSelector", "value": "p1"}""", null, "FragmentSelector alone does not tell")]
    [EachStore(
        """[{"type": "CssSelector", "value": "#p1"}, {"type": "XPathSelector", "value": "/p"}]""",
        null,
        "CssSelector, XPathSelector alone does not tell"
    )]
    public async Task A_place_is_read_in_every_form_that_has_words_and_the_other_forms_are_named(
        string database,
        string selector,
        string? finds,
        string says
    )
    {
        await using var store = await WithPlanAsync(database);
        var result = Assert.Single(
            await ImportAsync(
                store,
                $$"""[{"id": "https://notes.example/1", "type": "oa:Annotation", "bodyValue": "x", "target": {"source": "{{Page}}", "selector": {{selector}} } }]"""
            )
        );
        Assert.Equal(finds is null ? ImportResult.Left : ImportResult.Added, result.Result);
        Assert.Contains(says, result.Why, StringComparison.Ordinal);
        await using var db = store.Db();
        Assert.Equal(
            finds,
            await db.Set<Annotation>().Where(a => a.Origin == AnnotationOrigin.Imported).Select(a => a.Exact).SingleOrDefaultAsync()
        );
    }

    [Theory, EachStore]
    public async Task Replies_notes_on_a_page_and_pages_that_are_not_there_are_called_what_they_are(string database)
    {
        await using var store = await WithPlanAsync(database);
        var results = await ImportAsync(
            store,
            $$"""
            {"type": "AnnotationCollection", "total": 3, "first": {"type": "AnnotationPage", "next": "https://notes.example/page2", "items": [
              {"id": "https://notes.example/1", "type": "Annotation", "bodyValue": "x", "target": {"source": "{{Page}}", "selector": {"type": "TextQuoteSelector", "exact": "rail"} } },
              {"id": "https://notes.example/2", "type": "Annotation", "motivation": "replying", "bodyValue": "y", "target": "https://notes.example/1"},
              {"id": "https://notes.example/3", "type": "Annotation", "bodyValue": "z", "target": "{{Page}}"} ] } }
            """
        );
        Assert.Equal([ImportResult.Added, ImportResult.Left, ImportResult.Left, ImportResult.Left], results.Select(r => r.Result));
        Assert.Contains("It is a reply to another annotation (https://notes.example/1)", results[1].Why, StringComparison.Ordinal);
        Assert.Contains("a note on the page as a whole", results[2].Why, StringComparison.Ordinal);
        Assert.Contains("names a further page (https://notes.example/page2)", results[3].Why, StringComparison.Ordinal);
    }

    [Theory, EachStore]
    public async Task Words_that_say_the_opposite_alone_are_left_with_the_wider_words(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        await store
            .Get<AnnouncementEdits>()
            .AddAsync(
                Editor.Seed,
                new NewAnnouncement
                {
                    Title = "Plan",
                    Slug = "plan",
                    Issuer = "State Council",
                    Date = new DateOnly(2024, 1, 1),
                    Address = Page,
                    Text = "Firms are not allowed to sell the land before 2030.",
                }
            );
        var file =
            $$"""[{"id": "https://notes.example/1", "type": "Annotation", "bodyValue": "x", "target": {"source": "{{Page}}", "selector": {"type": "TextQuoteSelector", "exact": "allowed to sell the land"} } }]""";
        var left = Assert.Single(await ImportAsync(store, file));
        Assert.Equal(ImportResult.Left, left.Result);
        Assert.Contains("“not” stands before its words", left.Why, StringComparison.Ordinal);
        Assert.Equal(
            ImportResult.Added,
            (await store.Get<AnnotationImport>().RunAsync(Editor.Seed, await ReadAsync(file), choice: new(CutOff: true)))[0].Result
        );
        Assert.Equal(ImportResult.Known, (await ImportAsync(store, file))[0].Result);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Many_annotations_come_in_batches_with_progress_and_what_was_done_before_a_stop_is_known_afterwards(string kind)
    {
        await using var store = await WithPlanAsync(kind);
        var count = AnnotationImport.BatchSize * 2 + 1;
        var file =
            "["
            + string.Join(
                ",",
                Enumerable
                    .Range(0, count)
                    .Select(i =>
                        $$"""{"id": "urn:note:{{i}}", "type": "Annotation", "bodyValue": "n {{i}}", "target": {"source": "{{Page}}", "selector": {"type": "TextQuoteSelector", "exact": "Towns will"} } }"""
                    )
            )
            + "]";
        using var stop = new CancellationTokenSource();
        var told = new List<int>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await store
                .Get<AnnotationImport>()
                .RunAsync(
                    Editor.Seed,
                    await ReadAsync(file),
                    progress: done =>
                    {
                        told.Add(done);
                        stop.Cancel();
                    },
                    cancel: stop.Token
                )
        );
        Assert.Equal([AnnotationImport.BatchSize], told);

        var results = await ImportAsync(store, file);
        Assert.Equal(
            (AnnotationImport.BatchSize, count - AnnotationImport.BatchSize),
            (results.Count(r => r.Result == ImportResult.Known), results.Count(r => r.Result == ImportResult.Added))
        );
        await using var db = store.Db();
        Assert.Equal(count, await db.Set<Annotation>().CountAsync(a => a.Origin == AnnotationOrigin.Imported));
    }

    [Fact]
    public async Task A_file_with_more_than_may_be_is_refused_before_anything_is_taken()
    {
        var empty = "[" + string.Join(",", Enumerable.Repeat("{}", 300_000)) + "]";
        Assert.Contains(
            "holds no annotations",
            (await Assert.ThrowsAsync<Refusal>(() => ReadAsync(empty))).Message,
            StringComparison.Ordinal
        );
        var many = "[" + string.Join(",", Enumerable.Repeat("""{"target":"x"}""", AnnotationFile.MaxAnnotations + 1)) + "]";
        Assert.Contains(
            $"holds {AnnotationFile.MaxAnnotations} at most",
            (await Assert.ThrowsAsync<Refusal>(() => ReadAsync(many))).Message,
            StringComparison.Ordinal
        );
        using var long_ = new MemoryStream(new byte[AnnotationFile.MaxBytes + 1]);
        Assert.Contains(
            "bytes at most",
            (await Assert.ThrowsAsync<Refusal>(() => AnnotationFile.ReadAsync(long_))).Message,
            StringComparison.Ordinal
        );
    }

    private static async Task<TestStore> WithPlanAsync(string kind) => await WithPlanAsync(await TestStore.OpenAsync(kind));

    private static async Task<TestStore> WithPlanAsync(TestStore store)
    {
        await store
            .Get<AnnouncementEdits>()
            .AddAsync(
                Editor.Seed,
                new NewAnnouncement
                {
                    Title = "Plan",
                    Slug = "plan",
                    Issuer = "State Council",
                    Date = new DateOnly(2024, 1, 1),
                    Address = Page,
                    Text = Text,
                }
            );
        return store;
    }

    private static async Task<string> ExportAsync(TestStore store)
    {
        using var stream = new MemoryStream();
        await using var read = (await store.Get<AnnotationQueries>().ReadAsync())!;
        await AnnotationJsonLd.WriteAsync(
            stream,
            "https://tracker.example/annotations.jsonld",
            read,
            (slug, version) => $"https://tracker.example/announcements/{slug}?version={version}",
            record => $"https://tracker.example/{record.Slug}"
        );
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
