using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Administration;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Import;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Tests.Data;

namespace PolicyTracker.Core.Tests.Import;

/// <summary>What editors do to seeded records stays, hinders no start, and doubles nothing, also where a later version brings another seed.</summary>
public sealed class SeedAfterEditsTests
{
    private const string Text = "miit-press-conference-2023-03-01.txt";

    private static readonly string[] Kinds =
    [
        "rename",
        "rename everything",
        "retire",
        "merge",
        "move",
        "rename and restore",
        "rename twice and back",
        "take a name that a seed may bring",
        "take the whole announcement away",
    ];

    public static IEnumerable<object[]> Edits { get; } =
    [.. Kinds.SelectMany(edit => new object[][] { ["sqlite", edit], ["postgres", edit] })];

    [Theory, MemberData(nameof(Edits))]
    public async Task The_store_opens_again_as_the_editors_left_it(string kind, string edit)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await EditAsync(store, edit);
        await using var db = store.Db();
        var before = await StateAsync(db);

        await store.Get<TrackerStore>().OpenAsync(); // the next start, and every verb
        Assert.Equal(before, await StateAsync(db));

        await db
            .Settings.Where(s => s.Name == Setting.Seed)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Value, "of an older version"));
        await store.Get<TrackerStore>().OpenAsync(); // the first start of a version with another seed
        Assert.Equal(before, await StateAsync(db));
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_later_seed_adds_what_the_store_never_had_to_what_editors_made_of_the_rest(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await RenameAsync(store, RecordKind.Goal, "strategic-goals", "three-goals");
        await RenameAsync(store, RecordKind.Announcement, "miit-press-conference-2023-03-01", "miit-2023");
        await RenameAsync(store, RecordKind.Commitment, "software-colleges", "colleges-for-software");
        await MergeAsync(store, RecordKind.Topic, "big-data", "blockchain");
        await RetireUnusedAsync(store, "smart-supply-chains");
        await using var db = store.Db();
        var text = (await db.Set<SourceVersion>().SingleAsync()).Text;
        var file = SeedFile.Read(
            new StringReader(
                $$"""
                announcement: { slug: miit-press-conference-2023-03-01, title: Other, issuer: miit, kind: press-conference, date: "2023-03-01", dateBasis: stated, language: en, text: {{Text}} }
                commitments:
                  - { slug: software-colleges, goal: strategic-goals, title: Colleges, quotations: [ { exact: establish software colleges } ] }
                  - { slug: leading-firms, goal: strategic-goals, title: Brought later, topics: [ big-data, blockchain, smart-supply-chains ], quotations: [ { exact: establish software colleges } ] }
                """
            )
        );

        await store.Get<SeedImport>().RunAsync(StoreContent.BuiltIn, [(file, text)], "a later seed");

        Assert.Equal(23, await db.Set<Commitment>().CountAsync());
        var later = await db.Set<Commitment>().Include(c => c.Topics).SingleAsync(c => c.Slug == "leading-firms");
        Assert.Equal("three-goals", await db.Set<Goal>().Where(g => g.Id == later.GoalId).Select(g => g.Slug).SingleAsync());
        Assert.Equal(
            await db.Set<Topic>().Where(t => t.Slug == "blockchain").Select(t => t.Id).ToListAsync(),
            later.Topics.Select(t => t.TopicId)
        );
        Assert.False(await db.Set<Commitment>().AnyAsync(c => c.Slug == "software-colleges"));
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);
    }

    [Fact]
    public async Task A_seeding_that_stops_half_way_leaves_nothing_and_the_next_start_does_all_of_it()
    {
        var seeds = Directory.CreateTempSubdirectory("tracker-seeds-").FullName;
        await File.WriteAllTextAsync(Path.Combine(seeds, "words.txt"), "We will plant ten trees.");
        string Yaml(string name, string words) =>
            $$"""
                announcement: { slug: {{name}}, title: Trees, issuer: city, kind: speech, date: "2024-01-01", dateBasis: stated, language: en, text: words.txt }
                actors: [ { slug: city, name: The city, kind: government } ]
                goals: [ { slug: goal-{{name}}, title: Green, quotations: [ { exact: {{words}} } ] } ]
                """;
        await File.WriteAllTextAsync(Path.Combine(seeds, "1.yaml"), Yaml("one", "plant ten trees"));
        await File.WriteAllTextAsync(Path.Combine(seeds, "2.yaml"), Yaml("two", "fell ten trees"));
        await using var store = TestStore.Closed(new StoreLocation(Path.Combine(seeds, "data"), null));
        var opening = store.Get<TrackerStore>();
        await Assert.ThrowsAsync<Refusal>(() => opening.OpenAsync(StoreContent.Folder, seeds));
        await using var db = store.Db();
        Assert.Equal(0, await db.Set<Revision>().CountAsync());

        await File.WriteAllTextAsync(Path.Combine(seeds, "2.yaml"), Yaml("two", "ten trees"));
        await opening.OpenAsync(StoreContent.Folder, seeds);
        Assert.Equal(["goal-one", "goal-two"], await db.Set<Goal>().OrderBy(g => g.Slug).Select(g => g.Slug).ToListAsync());
        var made = await db.Set<Revision>().CountAsync();
        await opening.OpenAsync();
        Assert.Equal(made, await db.Set<Revision>().CountAsync()); // nor is the built-in seed added
        Directory.Delete(seeds, recursive: true);
    }

    private static async Task EditAsync(TestStore store, string edit)
    {
        switch (edit)
        {
            case "rename":
                await RenameAsync(store, RecordKind.Commitment, "software-colleges", "colleges-for-software");
                break;
            case "rename everything":
                foreach (
                    var kind in RecordQueries.Structure.Concat([RecordKind.Announcement, RecordKind.Commitment, RecordKind.Achievement])
                )
                {
                    await using var db = store.Db();
                    foreach (var record in await RecordDescriptors.Of(kind).All(db).ToListAsync())
                    {
                        await ChangeAsync(store, kind, record.Id, ("slug", $"renamed-{record.Id:n}"));
                    }
                }

                break;
            case "retire":
                await RetireUnusedAsync(store, "smart-supply-chains");
                await RetireAsync(store, RecordKind.Commitment, "software-colleges");
                await RetireAsync(store, RecordKind.Achievement, await SlugOfAsync(store, RecordKind.Achievement));
                break;
            case "merge":
                await MergeAsync(store, RecordKind.Topic, "big-data", "blockchain");
                await MergeAsync(store, RecordKind.Goal, "integrated-development", "strategic-goals");
                await MergeAsync(store, RecordKind.Pillar, "core-sectors", "network-infrastructure");
                await MergeAsync(store, RecordKind.Actor, "cpc-central-committee", "state-council");
                break;
            case "move":
                await using (var db = store.Db())
                {
                    var goal = await db.Set<Goal>().Where(g => g.Slug == "strategic-goals").Select(g => g.Id).SingleAsync();
                    await ChangeAsync(
                        store,
                        RecordKind.Commitment,
                        await IdAsync(store, RecordKind.Commitment, "software-colleges"),
                        ("goalId", goal.ToString())
                    );
                }

                await store
                    .Get<RecordEdits>()
                    .MoveAsync(Editor.Seed, RecordKind.Pillar, await IdAsync(store, RecordKind.Pillar, "core-sectors"), up: true);
                break;
            case "rename and restore":
                var colleges = await IdAsync(store, RecordKind.Commitment, "software-colleges");
                await RenameAsync(store, RecordKind.Commitment, "software-colleges", "colleges-for-software");
                await store.Get<HistoryEdits>().RestoreAsync(Editor.Seed, RecordKind.Commitment, colleges, 1, 2, "");
                await RenameAsync(store, RecordKind.Term, await SlugOfAsync(store, RecordKind.Term), "a-term");
                await RetireAsync(store, RecordKind.Term, "a-term");
                break;
            case "rename twice and back":
                await RenameAsync(store, RecordKind.Goal, "strategic-goals", "three-goals");
                await RenameAsync(store, RecordKind.Goal, "three-goals", "four-goals");
                await RenameAsync(store, RecordKind.Goal, "four-goals", "strategic-goals");
                await RenameAsync(store, RecordKind.Goal, "strategic-goals", "three-goals");
                break;
            case "take a name that a seed may bring":
                await RetireUnusedAsync(store, "smart-supply-chains");
                await RenameAsync(store, RecordKind.Topic, "big-data", "data-in-bulk");
                var refused = await Assert.ThrowsAsync<Refusal>(() =>
                    store
                        .Get<RecordEdits>()
                        .SaveAsync(
                            Editor.Seed,
                            RecordKind.Topic,
                            null,
                            0,
                            new Dictionary<string, string?> { ["name"] = "Big data", ["slug"] = "big-data" },
                            "anew"
                        )
                );
                Assert.Contains("leads to another", refused.Message, StringComparison.Ordinal);
                await store
                    .Get<RecordEdits>()
                    .SaveAsync(
                        Editor.Seed,
                        RecordKind.Topic,
                        null,
                        0,
                        new Dictionary<string, string?> { ["name"] = "Big data", ["slug"] = "big-data-again" },
                        "anew"
                    );
                break;
            default:
                await store
                    .Get<RecordWriter>()
                    .EditAsync(
                        Editor.Seed,
                        "taken away",
                        async db =>
                        {
                            store.Get<RecordWriter>().Remove(await db.Set<Announcement>().SingleAsync());
                            return 0;
                        }
                    );
                break;
        }
    }

    private static async Task<string> StateAsync(TrackerDb db) =>
        $"{await db.Set<Revision>().CountAsync()} {await db.Set<Revision>().OrderByDescending(r => r.Sequence).Select(r => r.Hash).FirstAsync()} {await db.Set<Commitment>().CountAsync()} {await db.Set<FormerSlug>().CountAsync()}";

    private static async Task<Guid> IdAsync(TestStore store, RecordKind kind, string slug)
    {
        await using var db = store.Db();
        return (await RecordDescriptors.Of(kind).FindIdAsync(db, slug, isRemoved: false, default))!.Value;
    }

    private static async Task<string> SlugOfAsync(TestStore store, RecordKind kind) =>
        (await store.Get<RecordQueries>().ListAsync(kind)).Items[0].Slug!;

    private static async Task RenameAsync(TestStore store, RecordKind kind, string slug, string next) =>
        await ChangeAsync(store, kind, await IdAsync(store, kind, slug), ("slug", next));

    private static async Task ChangeAsync(TestStore store, RecordKind kind, Guid id, (string Name, string Value) field) =>
        await store.ChangeAsync((await store.Get<RecordQueries>().FindToEditAsync(kind, id))!, new() { [field.Name] = field.Value });

    private static async Task RetireAsync(TestStore store, RecordKind kind, string slug)
    {
        var opened = (await store.Get<RecordQueries>().FindToEditAsync(kind, await IdAsync(store, kind, slug)))!;
        await store.Get<RecordEdits>().RetireAsync(Editor.Seed, kind, opened.Id, opened.Version, "no longer kept");
    }

    private static async Task RetireUnusedAsync(TestStore store, string topic)
    {
        var id = await IdAsync(store, RecordKind.Topic, topic);
        await using var db = store.Db();
        foreach (
            var commitment in await db.Set<Commitment>().Include(c => c.Topics).Where(c => c.Topics.Any(t => t.TopicId == id)).ToListAsync()
        )
        {
            await ChangeAsync(
                store,
                RecordKind.Commitment,
                commitment.Id,
                ("topics", string.Join(' ', commitment.Topics.Select(t => t.TopicId).Where(t => t != id)))
            );
        }

        await RetireAsync(store, RecordKind.Topic, topic);
    }

    private static async Task MergeAsync(TestStore store, RecordKind kind, string from, string into)
    {
        var opened = (await store.Get<RecordQueries>().FindToEditAsync(kind, await IdAsync(store, kind, from)))!;
        await store
            .Get<RecordEdits>()
            .MergeAsync(Editor.Seed, kind, opened.Id, opened.Version, await IdAsync(store, kind, into), "the same");
    }
}
