using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Tests.Data;

namespace PolicyTracker.Core.Tests.Editing;

/// <summary>What no field may hold is refused by its name; a store that holds it already still shows its lists.</summary>
public sealed class FieldRulesTests
{
    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Control_characters_and_half_characters_are_refused_in_every_field_on_every_way_in(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var edits = store.Get<AnnouncementEdits>();
        var made = new NewAnnouncement
        {
            Title = "Wells",
            Issuer = "District",
            Date = new DateOnly(2024, 1, 1),
            Text = "Forty wells.",
            AddAnyway = true,
        };
        foreach (var bad in new[] { "a\0b", "a\u0007b", "a\u009Fb", "a\uD83Db" })
        {
            foreach (
                var (field, with) in new (string, NewAnnouncement)[]
                {
                    ("title", made with { Title = bad }),
                    ("issuer", made with { Issuer = bad }),
                    ("slug", made with { Slug = bad }),
                    ("dateNote", made with { DateNote = bad }),
                    ("language", made with { Language = bad }),
                    ("address", made with { Address = "https://x.example/" + bad }),
                }
            )
            {
                Assert.Equal(field, (await Assert.ThrowsAsync<Refusal>(() => edits.AddAsync(Editor.Seed, with))).Field);
            }

            var opened = await store.CommitmentAsync("software-colleges");
            foreach (var field in new[] { "title", "timeframe" })
            {
                Assert.Equal(field, (await Assert.ThrowsAsync<Refusal>(() => store.ChangeAsync(opened, new() { [field] = bad }))).Field);
            }

            Assert.Equal(
                "why",
                (
                    await Assert.ThrowsAsync<Refusal>(() =>
                        store
                            .Get<RecordEdits>()
                            .SaveAsync(
                                Editor.Seed,
                                opened.Kind,
                                opened.Id,
                                opened.Version,
                                new Dictionary<string, string?> { ["title"] = "x" },
                                bad
                            )
                    )
                ).Field
            );
            var words = await store.MarkAsync("software colleges");
            Assert.Equal(
                "comment",
                (
                    await Assert.ThrowsAsync<Refusal>(() =>
                        store.Get<AnnotationEdits>().AttachAsync(Editor.Seed, words, new NewComment(bad))
                    )
                ).Field
            );
        }

        await store
            .Get<AnnotationEdits>()
            .AttachAsync(Editor.Seed, await store.MarkAsync("software colleges"), new NewComment("Two\nlines,\tone tab"));
        Assert.Null(await store.Get<AnnouncementQueries>().HeadAsync("wells"));
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task No_question_with_a_character_that_no_text_has_reaches_the_store(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        foreach (var bad in new[] { "a\0", "\uDC00" })
        {
            await Assert.ThrowsAsync<Refusal>(() => store.Get<AnnouncementQueries>().HeadAsync(bad));
        }
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_number_made_into_a_word_is_refused(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var made = new NewAnnouncement
        {
            Title = "Wells",
            Issuer = "District",
            Date = new DateOnly(2024, 1, 1),
            Text = "Forty wells.",
        };
        foreach (
            var (field, with) in new[]
            {
                ("announcementKind", made with { Kind = (AnnouncementKind)99 }),
                ("dateBasis", made with { DateBasis = (DateBasis)77 }),
            }
        )
        {
            Assert.Equal(
                field,
                (await Assert.ThrowsAsync<Refusal>(() => store.Get<AnnouncementEdits>().AddAsync(Editor.Seed, with))).Field
            );
        }
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_store_that_holds_an_unknown_word_shows_its_lists_names_the_record_and_takes_a_correction(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using var db = store.Db();
        await db.Database.ExecuteSqlRawAsync(
            """UPDATE "Announcements" SET "AnnouncementKind" = '99', "DateBasis" = '77'; UPDATE "Commitments" SET "Status" = '5' WHERE "Slug" = 'software-colleges'"""
        );

        var item = Assert.Single((await store.Get<AnnouncementQueries>().ListAsync()).Items);
        Assert.Equal("unknown", WireNames.Of(item.Kind));
        Assert.NotNull(await store.Get<AnnouncementQueries>().FindAsync(item.Slug));
        var failures = (await store.Get<StoreVerifier>().VerifyAsync()).Failures;
        Assert.Contains(failures, f => f.Contains(item.Title, StringComparison.Ordinal) && f.Contains("“Kind”", StringComparison.Ordinal));
        Assert.Contains(
            failures,
            f => f.StartsWith("The commitment", StringComparison.Ordinal) && f.Contains("“Status”", StringComparison.Ordinal)
        );

        var opened = (await store.Get<RecordQueries>().FindToEditAsync(RecordKind.Announcement, item.Id))!;
        Assert.Equal("unknown", opened.Values["announcementKind"]);
        Assert.Equal(
            "announcementKind",
            (await Assert.ThrowsAsync<Refusal>(() => store.ChangeAsync(opened, new() { ["title"] = "Another title" }))).Field
        );
        await store.ChangeAsync(opened, new() { ["announcementKind"] = "press-conference", ["dateBasis"] = "inferred" });
        Assert.DoesNotContain(
            (await store.Get<StoreVerifier>().VerifyAsync()).Failures,
            f => f.Contains(item.Title, StringComparison.Ordinal)
        );
    }
}
