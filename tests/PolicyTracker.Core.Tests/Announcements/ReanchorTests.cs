using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Tests.Data;
using PolicyTracker.Text;
using PolicyTracker.Text.Anchoring;
using PolicyTracker.Text.Meaning;

namespace PolicyTracker.Core.Tests.Announcements;

/// <summary>A corrected text of an announcement comes in: nothing published changes what it quotes unseen.</summary>
public sealed class ReanchorTests
{
    private const string Slug = "miit-press-conference-2023-03-01";

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task What_is_still_said_is_carried_over_and_the_rest_waits_for_an_editor(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var list = await AddVersionAsync(
            store,
            text =>
                "😀 Corrected transcript.\n"
                + text.Replace("establish software colleges", "establish twenty software colleges", StringComparison.Ordinal)
        );

        Assert.Equal(106, list.Count);
        var waiting = Assert.Single(list, q => !q.IsSame);
        Assert.Equal(
            ("establish software colleges with high standards", "establish twenty software colleges with high standards"),
            (waiting.Exact, waiting.There!.Exact)
        );
        Assert.Equal(ChangeSeverity.Number, waiting.Found.Change);
        await using var db = store.Db();
        var newest = await db.Set<SourceVersion>().OrderByDescending(v => v.Number).FirstAsync();
        Assert.Equal(105, await db.Set<Annotation>().CountAsync(a => a.SourceVersionId == newest.Id));
        Assert.Equal((2, 1), (await store.Get<ReanchorQueries>().AnnouncementsAsync()).Select(a => (a.Newest, a.Quotations)).Single());

        // Until an editor settles it, the old words are shown as what they are, and the chain and every quotation verify.
        var quotation = await QuotationAsync(store);
        Assert.Equal(
            (QuotationAge.Unsettled, 1, "establish software colleges with high standards"),
            (quotation.Age, quotation.Version, quotation.Exact)
        );
        var summary = await store.Get<PillarSummary>().WriteAsync("core-sectors");
        Assert.Contains(
            "(an older version's words; version 2 reads otherwise here and has not been looked at), `" + Slug + "` version 1",
            summary,
            StringComparison.Ordinal
        );
        Assert.Empty((await store.Get<SummaryVerifier>().VerifyAsync(summary!)).Failures);
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);

        // Accepting is an edit like any other: with a revision, and refused to the second of two editors.
        await store.Get<AnnotationEdits>().ChangeAsync(Editor.Seed, waiting.Id, waiting.BasedOn, waiting.There, waiting.Comment);
        quotation = await QuotationAsync(store);
        Assert.Equal(
            (QuotationAge.Current, 2, "establish twenty software colleges with high standards"),
            (quotation.Age, quotation.Version, quotation.Exact)
        );
        await Assert.ThrowsAsync<VersionConflict>(() =>
            store.Get<AnnotationEdits>().DetachAsync(Editor.Seed, waiting.Id, waiting.BasedOn, 2)
        );
        Assert.Empty(await store.Get<ReanchorQueries>().ListAsync(Slug));
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);
    }

    [Theory, EachStore]
    public async Task Words_that_became_part_of_a_longer_word_wait_for_an_editor_who_sees_it(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        var list = await AddVersionAsync(
            store,
            text => text.Replace("with high standards", "with high standardslower fees", StringComparison.Ordinal)
        );
        var waiting = Assert.Single(list, q => !q.IsSame);
        Assert.Equal("establish software colleges with high standards", waiting.Exact);
        Assert.StartsWith("establish software colleges with high standardslower", waiting.There!.Exact, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_dropped_promise_stays_a_quotation_of_the_version_that_made_it_and_returns_with_a_later_one(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var first = await TextAsync(store);
        var list = await AddVersionAsync(store, text => Without(text, "establish software colleges with high standards"));
        var lost = list.Single(q => q.Exact.StartsWith("establish software colleges", StringComparison.Ordinal));
        Assert.Equal((AnchorState.Lost, null), (lost.Found.State, lost.There));

        await store.Get<AnnotationEdits>().DetachAsync(Editor.Seed, lost.Id, lost.BasedOn, 2);
        Assert.Equal(QuotationAge.Detached, (await QuotationAsync(store)).Age);
        Assert.DoesNotContain(await store.Get<ReanchorQueries>().ListAsync(Slug), q => q.Id == lost.Id);
        Assert.Contains(
            "version 2 does not say them any more",
            await store.Get<PillarSummary>().WriteAsync("core-sectors"),
            StringComparison.Ordinal
        );

        var third = await store
            .Get<AnnouncementEdits>()
            .AddVersionAsync(Editor.Seed, Slug, new NewVersion { After = 2, Text = first + "\nAnnex." });
        Assert.True(third.Single(q => q.Id == lost.Id).IsSame);
        var back = await QuotationAsync(store);
        Assert.Equal((QuotationAge.Current, 3), (back.Age, back.Version));
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_version_that_is_nothing_new_or_no_text_or_comes_second_is_refused_and_nothing_is_written(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var edits = store.Get<AnnouncementEdits>();
        var text = await TextAsync(store);
        Assert.Contains(
            "letter for letter",
            (
                await Assert.ThrowsAsync<Refusal>(() => edits.AddVersionAsync(Editor.Seed, Slug, new NewVersion { After = 1, Text = text }))
            ).Message,
            StringComparison.Ordinal
        );
        await Assert.ThrowsAsync<Refusal>(() => edits.AddVersionAsync(Editor.Seed, Slug, new NewVersion { After = 1, Text = " " }));
        Assert.Contains(
            "role Editor",
            (
                await Assert.ThrowsAsync<Refusal>(() =>
                    edits.AddVersionAsync(Editor.Anonymous, Slug, new NewVersion { After = 1, Text = text + "!" })
                )
            ).Message,
            StringComparison.Ordinal
        );
        await edits.AddVersionAsync(Editor.Seed, Slug, new NewVersion { After = 1, Text = text + "\nOne." });
        Assert.Contains(
            "Version 2 came in meanwhile",
            (
                await Assert.ThrowsAsync<Refusal>(() =>
                    edits.AddVersionAsync(Editor.Seed, Slug, new NewVersion { After = 1, Text = text + "\nTwo." })
                )
            ).Message,
            StringComparison.Ordinal
        );
        await using var db = store.Db();
        Assert.Equal(2, await db.Set<SourceVersion>().CountAsync());
    }

    [Theory, EachStore]
    public async Task A_text_that_says_none_of_it_leaves_every_quotation_with_the_version_that_did(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        var list = await AddVersionAsync(store, _ => "Nothing of it.\n");
        Assert.All(list, q => Assert.Equal(AnchorState.Lost, q.Found.State));
        Assert.Equal(106, Assert.Single(await store.Get<ReanchorQueries>().AnnouncementsAsync()).Quotations);
        await using var db = store.Db();
        Assert.True(await db.Set<Annotation>().AllAsync(a => a.Version == 1));
    }

    [Theory, EachStore]
    public async Task A_quotation_that_was_edited_while_the_texts_were_compared_is_left_to_its_editor(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        var (text, edits) = (await TextAsync(store), store.Get<AnnotationEdits>());
        await AddVersionAsync(store, _ => "Nothing of it.\n");
        await using var db = store.Db();
        var edited = await db.Set<Annotation>().AsNoTracking().OrderBy(a => a.Start).FirstAsync();
        await store
            .Get<RecordWriter>()
            .EditAsync(
                Editor.Seed,
                "A version that nobody has looked at yet",
                async writer =>
                {
                    var source = await writer.Set<SourceVersion>().OrderBy(v => v.Number).FirstAsync();
                    writer.Add(
                        new SourceVersion
                        {
                            AnnouncementId = source.AnnouncementId,
                            Number = 3,
                            Text = text + "!",
                            Sha256 = SourceText.Sha256(text + "!"),
                        }
                    );
                    return 0;
                }
            );

        var first = true;
        await store
            .Get<ReanchorEdits>()
            .CarryAsync(
                Editor.Seed,
                Slug,
                progress =>
                {
                    if (first)
                    {
                        first = false;
                        edits.ChangeAsync(Editor.Seed, edited.Id, 1, null, "Look at this").GetAwaiter().GetResult();
                    }
                }
            );
        var left = await db.Set<Annotation>().AsNoTracking().SingleAsync(a => a.Id == edited.Id);
        Assert.Equal((2, edited.SourceVersionId, "Look at this"), (left.Version, left.SourceVersionId, left.Comment));
        Assert.Equal(1, Assert.Single(await store.Get<ReanchorQueries>().AnnouncementsAsync()).Quotations);
    }

    private static string Without(string text, string words) => text.Replace(words, "", StringComparison.Ordinal);

    private static async Task<IReadOnlyList<ReanchoredQuotation>> AddVersionAsync(TestStore store, Func<string, string> change) =>
        await store
            .Get<AnnouncementEdits>()
            .AddVersionAsync(
                Editor.Seed,
                Slug,
                new NewVersion
                {
                    After = 1,
                    Text = change(await TextAsync(store)),
                    Why = "Transcript of the ministry",
                }
            );

    private static async Task<string> TextAsync(TestStore store)
    {
        await using var db = store.Db();
        return await db.Set<SourceVersion>().Where(v => v.Number == 1).Select(v => v.Text).SingleAsync();
    }

    private static async Task<Quotation> QuotationAsync(TestStore store) =>
        Assert.Single((await store.Get<CommitmentQueries>().FindAsync("software-colleges"))!.Commitment.Quotations);
}
