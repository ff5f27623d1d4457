using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Tests.Data;

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
        await db
            .Annotations.Where(a => a.Exact.StartsWith("establish software colleges"))
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.Exact, "establish schools of software"));
        await db.Revisions.Where(r => r.Sequence == 5).ExecuteUpdateAsync(s => s.SetProperty(r => r.By, "Somebody else"));
        var changed = await verifier.VerifyAsync();
        Assert.Contains(changed.Failures, f => f.Contains("“establish schools of software”", StringComparison.Ordinal));
        Assert.Contains(changed.Failures, f => f.Contains("revision 5", StringComparison.Ordinal));
    }
}
