using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Administration;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Tests.Data;
using PolicyTracker.Text;
using PolicyTracker.Text.Anchoring;

namespace PolicyTracker.Core.Tests.Annotations;

/// <summary>Words that may not say what they are quoted for are written only when the editor was told.</summary>
public sealed class WordRulesTests
{
    private const string Plan =
        "The council is not allowed to sell a public bath before 2030. A quarter of the unpaved roads, 25 percent, were mended in 2025. 区政府不得关闭乡村学校。";

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Words_cut_off_from_their_negation_are_written_only_by_a_second_deliberate_act(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using var db = store.Db();
        var goal = (await db.Set<Goal>().FirstAsync()).Id;
        var edits = store.Get<AnnotationEdits>();
        foreach (
            var (words, wider) in new[]
            {
                ("allowed to sell a public bath", "not allowed to sell a public bath"),
                ("关闭乡村学校", "不得关闭乡村学校"),
            }
        )
        {
            var marked = await MarkAsync(store, words);
            var statement = new NewCommitment(goal, "Sell baths", null, null, null, null, []);
            var doubtful = await Assert.ThrowsAsync<DoubtfulWords>(() => edits.AttachAsync(Editor.Seed, marked, statement));
            var doubt = Assert.Single(doubtful.Doubts);
            Assert.EndsWith(wider, doubt.Wider!.Exact, StringComparison.Ordinal);
            Assert.False(await db.Set<Annotation>().AnyAsync(a => a.Exact == words)); // nothing was written

            // The wider words are as good as any; another doubt than the one that was told is not confirmed by it.
            await edits.AttachAsync(Editor.Seed, doubt.Wider, statement);
            await Assert.ThrowsAsync<DoubtfulWords>(() =>
                edits.AttachAsync(Editor.Seed, marked, statement, confirmed: ["Something else was told."])
            );
            var id = await edits.AttachAsync(Editor.Seed, marked, statement, confirmed: [doubt.Message]);
            Assert.Contains(
                doubt.Message,
                await db.Set<Revision>().Where(r => r.RecordId == id).Select(r => r.Edit.Why).FirstAsync(),
                StringComparison.Ordinal
            );
        }

        await edits.AttachAsync(Editor.Seed, await MarkAsync(store, "public bath"), new NewTerm("public bath", null, null, "A bath.")); // a name states nothing
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_value_is_held_against_its_words_on_every_way_in(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using var db = store.Db();
        var (edits, records) = (store.Get<AnnotationEdits>(), store.Get<RecordEdits>());
        NewValue Value(decimal value, bool isTarget = false) =>
            new(
                isTarget,
                null,
                new NewIndicator(null, "Unpaved roads mended", "", "percent", 1, Direction.Up),
                Period.Of("2026"),
                value,
                Comparator.Equal,
                null
            );
        foreach (var isTarget in new[] { false, true })
        {
            var doubtful = await Assert.ThrowsAsync<DoubtfulWords>(async () =>
                await edits.AttachAsync(Editor.Seed, await MarkAsync(store, "unpaved roads"), Value(25, isTarget))
            );
            Assert.Contains("They state no number", doubtful.Message, StringComparison.Ordinal);
        }

        var annotation = await edits.AttachAsync(Editor.Seed, await MarkAsync(store, "A quarter of the unpaved roads"), Value(25));
        var value = await db.Set<Observation>().AsNoTracking().SingleAsync(o => o.Period == Period.Of("2026"));

        // Another value, other words, another scale, a version brought back: each is told, and written when it is confirmed.
        Dictionary<string, string?> Number(string number) => new() { ["value"] = number };
        var typed = await Assert.ThrowsAsync<DoubtfulWords>(() =>
            records.SaveAsync(Editor.Seed, RecordKind.Observation, value.Id, 1, Number("26"), "new figure")
        );
        Assert.Contains("26% is recorded", typed.Message, StringComparison.Ordinal);
        await records.SaveAsync(
            Editor.Seed,
            RecordKind.Observation,
            value.Id,
            1,
            new Dictionary<string, string?> { ["note"] = "As told" },
            "a note"
        ); // the value is left alone
        await Assert.ThrowsAsync<DoubtfulWords>(async () =>
            await edits.ChangeAsync(Editor.Seed, annotation, 1, await MarkAsync(store, "unpaved roads"), null)
        );
        await edits.ChangeAsync(Editor.Seed, annotation, 1, await MarkAsync(store, "25 percent"), null);
        await Assert.ThrowsAsync<DoubtfulWords>(() =>
            records.SaveAsync(
                Editor.Seed,
                RecordKind.Indicator,
                value.IndicatorId,
                1,
                new Dictionary<string, string?> { ["scale"] = "1000" },
                "thousands"
            )
        );
        await Assert.ThrowsAsync<DoubtfulWords>(() =>
            records.SaveAsync(
                Editor.Seed,
                RecordKind.Indicator,
                value.IndicatorId,
                1,
                new Dictionary<string, string?> { ["unit"] = "CNY" },
                "money"
            )
        );
        await records.SaveAsync(
            Editor.Seed,
            RecordKind.Observation,
            value.Id,
            2,
            Number("26"),
            "new figure",
            confirmed: await TellAsync(() => records.SaveAsync(Editor.Seed, RecordKind.Observation, value.Id, 2, Number("26"), ""))
        );
        Assert.Equal(26, (await db.Set<Observation>().AsNoTracking().SingleAsync(o => o.Id == value.Id)).Value);
        await store.Get<HistoryEdits>().RestoreAsync(Editor.Seed, RecordKind.Observation, value.Id, 2, 3, ""); // 25: the words state it
        var again = await Assert.ThrowsAsync<DoubtfulWords>(() =>
            store.Get<HistoryEdits>().RestoreAsync(Editor.Seed, RecordKind.Observation, value.Id, 3, 4, "")
        );
        await store.Get<HistoryEdits>().RestoreAsync(Editor.Seed, RecordKind.Observation, value.Id, 3, 4, "", [again.Message]);
        await Assert.ThrowsAsync<Refusal>(async () =>
            await edits.AttachAsync(
                Editor.Seed,
                await MarkAsync(store, "25 percent"),
                new ExistingStatement(RecordKind.Indicator, value.IndicatorId),
                AnnotationOrigin.Suggested
            )
        );
    }

    [Theory, EachStore]
    public async Task What_was_confirmed_waits_with_that_for_the_second_editor(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        var (ada, mei, tom) = (
            await store.AddEditorAsync("ada", Roles.Admin),
            await store.AddEditorAsync("mei"),
            await store.AddEditorAsync("tom")
        );
        var marked = await MarkAsync(store, "allowed to sell a public bath");
        await using var db = store.Db();
        await store.Get<SettingEdits>().SetAsync(ada, Setting.Approval, "yes");
        var comment = new NewComment("Which baths?");
        var told = await TellAsync(() => store.Get<AnnotationEdits>().AttachAsync(mei, marked, comment));
        await store.Get<AnnotationEdits>().AttachAsync(mei, marked, comment, confirmed: told);
        var waiting = Assert.Single((await store.Get<Approvals>().ListAsync(tom)).Items);
        Assert.Contains(told[0], waiting.Edit.Why, StringComparison.Ordinal);
        await store.Get<Approvals>().ApproveAsync(tom, waiting.Edit.Id);
        Assert.True(await db.Set<Annotation>().AnyAsync(a => a.Comment == "Which baths?"));
    }

    private static async Task<IReadOnlyList<string>> TellAsync(Func<Task> edit) =>
        [.. (await Assert.ThrowsAsync<DoubtfulWords>(edit)).Doubts.Select(d => d.Message)];

    private static async Task<MarkedWords> MarkAsync(TestStore store, string exact)
    {
        await using var db = store.Db();
        if (!await db.Set<Announcement>().AnyAsync(a => a.Slug == "baths"))
        {
            await store
                .Get<AnnouncementEdits>()
                .AddAsync(
                    Editor.Seed,
                    new NewAnnouncement
                    {
                        Title = "Baths",
                        Slug = "baths",
                        Issuer = "State Council",
                        Date = new DateOnly(2024, 1, 1),
                        Text = Plan,
                    }
                );
        }

        var source = await db.Set<SourceVersion>().SingleAsync(v => v.Text == Plan);
        var start = Plan.IndexOf(exact, StringComparison.Ordinal);
        var map = new CodePointMap(Plan);
        return new MarkedWords(source.Id, source.Sha256, new(map.ToCodePoint(start), map.ToCodePoint(start + exact.Length)), exact);
    }
}
