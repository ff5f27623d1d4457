using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Glossary;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Tests.Data;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Tests.Publishing;

public sealed class StoreVerifierTests
{
    [Theory]
    [InlineData("""UPDATE "Observations" SET "Value" = 'banana'""", "observation")]
    [InlineData("""UPDATE "Pillars" SET "Order" = 99999999999 WHERE "Slug" = 'core-sectors'""", "pillar")]
    [InlineData("""UPDATE "Goals" SET "ChangedAt" = 'yesterday'""", "goal")]
    public async Task A_record_with_a_value_that_is_no_date_or_number_is_named(string damage, string kind)
    {
        await using var store = await TestStore.OpenAsync("sqlite");
        await using var db = store.Db();
        await db.Database.ExecuteSqlRawAsync(damage);
        var failures = (await store.Get<StoreVerifier>().VerifyAsync()).Failures;
        Assert.Contains(
            failures,
            f => f.StartsWith($"The {kind} ", StringComparison.Ordinal) && f.Contains("can't be read", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("""UPDATE "Announcements" SET "Date" = '2023-02-31'""", "announcement", "Date")]
    [InlineData("""UPDATE "Observations" SET "Period" = 'last year'""", "observation", "Period")]
    public async Task A_record_with_a_time_that_is_none_is_named_and_shown_all_the_same(string damage, string kind, string field)
    {
        await using var store = await TestStore.OpenAsync("sqlite");
        await using var db = store.Db();
        await db.Database.ExecuteSqlRawAsync(damage);
        var failures = (await store.Get<StoreVerifier>().VerifyAsync()).Failures;
        Assert.Contains(
            failures,
            f =>
                f.StartsWith($"The {kind} ", StringComparison.Ordinal)
                && f.Contains($"holds a value that is not known in “{field}", StringComparison.Ordinal)
        );
        Assert.NotEmpty((await store.Get<AnnouncementQueries>().ListAsync()).Items);
        Assert.NotEmpty((await store.Get<IndicatorQueries>().ListAsync()).Items);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_fresh_store_holds_and_one_changed_behind_the_door_is_found_out(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var verifier = store.Get<StoreVerifier>();
        var fresh = await verifier.VerifyAsync();
        Assert.Equal([], fresh.Failures);
        Assert.True(fresh.Quotations > 100);

        await using var db = store.Db();
        await db.Set<Annotation>()
            .Where(a => a.Exact.StartsWith("establish software colleges"))
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.Exact, "establish schools of software"));
        await db.Set<Revision>().Where(r => r.Sequence == 5).ExecuteUpdateAsync(s => s.SetProperty(r => r.Label, "Something else"));
        var changed = await verifier.VerifyAsync();
        Assert.Contains(changed.Failures, f => f.Contains("“establish schools of software”", StringComparison.Ordinal));
        Assert.Contains(changed.Failures, f => f.Contains("revision 5", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Who_made_an_edit_when_why_and_with_whose_approval_can_not_be_changed_unseen(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var verifier = store.Get<StoreVerifier>();
        await using var db = store.Db();
        var edit = db.Set<Edit>().Where(e => e.Id == 1);
        var was = await edit.AsNoTracking().SingleAsync();
        await FoundAsync(set => set.SetProperty(e => e.By, "Somebody else"));
        await FoundAsync(set => set.SetProperty(e => e.AccountId, Guid.NewGuid()));
        await FoundAsync(set => set.SetProperty(e => e.ApprovedBy, "Somebody else"));
        await FoundAsync(set => set.SetProperty(e => e.ApprovedById, Guid.NewGuid()));
        await FoundAsync(set => set.SetProperty(e => e.At, was.At.AddMilliseconds(1)));
        await FoundAsync(set => set.SetProperty(e => e.Why, "For no reason"));
        await FoundAsync(set => set.SetProperty(e => e.Origin, EditOrigin.Api));
        Assert.Empty((await verifier.VerifyAsync()).Failures);

        async Task FoundAsync(Action<UpdateSettersBuilder<Edit>> change)
        {
            await edit.ExecuteUpdateAsync(change);
            Assert.Contains((await verifier.VerifyAsync()).Failures, f => f.Contains("edit 1 was changed", StringComparison.Ordinal));
            await edit.ExecuteUpdateAsync(set =>
                set.SetProperty(e => e.By, was.By)
                    .SetProperty(e => e.AccountId, was.AccountId)
                    .SetProperty(e => e.ApprovedBy, was.ApprovedBy)
                    .SetProperty(e => e.ApprovedById, was.ApprovedById)
                    .SetProperty(e => e.At, was.At)
                    .SetProperty(e => e.Why, was.Why)
                    .SetProperty(e => e.Origin, was.Origin)
            );
        }
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_record_that_was_changed_or_deleted_without_an_edit_is_named(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using var db = store.Db();
        await db.Set<Commitment>()
            .Where(c => c.Slug == "software-parks")
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Title, "No parks at all"));
        await db.Set<Term>().OrderBy(t => t.Slug).Take(1).ExecuteDeleteAsync();
        await db.Set<Pillar>().OrderBy(p => p.Order).Take(1).ExecuteUpdateAsync(set => set.SetProperty(p => p.Version, 7));
        var failures = (await store.Get<StoreVerifier>().VerifyAsync()).Failures;
        Assert.Contains(
            failures,
            f => f.Contains("“No parks at all”", StringComparison.Ordinal) && f.Contains("(Title)", StringComparison.Ordinal)
        );
        Assert.Contains(
            failures,
            f => f.StartsWith("The term ", StringComparison.Ordinal) && f.Contains("is gone", StringComparison.Ordinal)
        );
        Assert.Contains(
            failures,
            f => f.StartsWith("The pillar ", StringComparison.Ordinal) && f.Contains("otherwise than its history", StringComparison.Ordinal)
        );
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task The_text_of_a_source_is_kept_once_and_can_not_be_changed_unseen(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using var db = store.Db();
        var source = await db.Set<SourceVersion>().AsNoTracking().FirstAsync();
        var revision = await db.Set<Revision>().AsNoTracking().SingleAsync(r => r.RecordId == source.Id);
        Assert.DoesNotContain(source.Text[..40], revision.Content, StringComparison.Ordinal);
        Assert.Contains(source.Sha256, revision.Content, StringComparison.Ordinal);

        var other = source.Text.Replace("5G", "6G", StringComparison.Ordinal);
        var digest = SourceText.Sha256(other); // somebody who knows how texts are checked changes both
        await db.Set<SourceVersion>()
            .Where(v => v.Id == source.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.Text, other).SetProperty(v => v.Sha256, digest));
        var failures = (await store.Get<StoreVerifier>().VerifyAsync()).Failures;
        Assert.Contains(failures, f => f.Contains("(SHA-256)", StringComparison.Ordinal));
    }
}
