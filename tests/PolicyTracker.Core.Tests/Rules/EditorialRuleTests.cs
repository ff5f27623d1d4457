using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Import;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Refusals;
using PolicyTracker.Core.Rules;
using PolicyTracker.Core.Tests.Data;

namespace PolicyTracker.Core.Tests.Rules;

/// <summary>The rules by which editors judge are content of the tracker, with a history like any other record.</summary>
public sealed class EditorialRuleTests
{
    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_new_tracker_says_what_each_status_means_what_a_commitment_is_and_how_corrections_are_made(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var rules = await store.Get<EditorialRuleQueries>().ListAsync();
        Assert.Equal(Enumerable.Range(1, rules.Count), await OrdersAsync(store));
        Assert.Equal("commitment", rules[0].Slug);
        Assert.All(["commitment", "achievement", "corrections"], s => Assert.Contains(rules, r => r.Slug == s));
        var statuses = await store.Get<EditorialRuleQueries>().OfStatusesAsync();
        Assert.All(Enum.GetValues<Status>(), s => Assert.Equal(WireNames.Of(s), statuses.Of(s)?.Slug));
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_rule_that_is_worded_anew_keeps_its_earlier_wording(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var tom = await store.AddEditorAsync("tom");
        var opened = (await store.Get<RecordQueries>().FindToEditAsync(RecordKind.EditorialRule, "stalled"))!;
        await store.ChangeAsync(opened, new() { ["text"] = "No progress for **two years**." }, tom);
        var rule = (await store.Get<EditorialRuleQueries>().ListAsync()).Single(r => r.Slug == "stalled");
        Assert.Equal(("No progress for **two years**.", 2), (rule.Text, rule.Version));
        Assert.Equal(2, (await store.Get<EditorialRuleQueries>().OfStatusesAsync()).Of(Status.Stalled)!.Version);

        await store.Get<HistoryEdits>().RestoreAsync(tom, RecordKind.EditorialRule, rule.Id, 1, 2, "the first was clearer");
        rule = (await store.Get<EditorialRuleQueries>().ListAsync()).Single(r => r.Slug == "stalled");
        Assert.Equal((opened.Values["text"], 3), (rule.Text, rule.Version));
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_status_has_one_meaning(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var refused = await Assert.ThrowsAsync<Refusal>(() => AddAsync(store, "Delivered, again", "delivered"));
        Assert.Equal(("status-has-rule", "status"), (refused.Code, refused.Field));
        Assert.Contains("“Delivered”", refused.Message, StringComparison.Ordinal);
        await RetireAsync(store, "delivered");
        await AddAsync(store, "Delivered, again", "delivered");
        Assert.Equal("delivered-again", (await store.Get<EditorialRuleQueries>().OfStatusesAsync()).Of(Status.Delivered)!.Slug);
        Assert.Equal(RefusalKind.Invalid, (await Assert.ThrowsAsync<Refusal>(() => AddAsync(store, "Longer", null, new('x', 4001)))).Kind);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_store_from_before_there_were_rules_gets_them_and_what_editors_made_of_them_stays(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var written = await store.Get<EditorialRuleQueries>().ListAsync();
        await using (var db = store.Db()) // as the last version left it
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"EditorialRules\"");
            await db.Settings.Where(s => s.Name == Setting.Seed).ExecuteDeleteAsync();
        }

        await AddAsync(store, "What we call delivered", "delivered");
        await store.Get<SeedImport>().RunAsync();
        var rules = await store.Get<EditorialRuleQueries>().ListAsync();
        Assert.Equal("what-we-call-delivered", rules[0].Slug);
        Assert.Equal(written.Select(r => r.Slug).Where(s => s != "delivered"), rules.Skip(1).Select(r => r.Slug));

        await RetireAsync(store, "stalled");
        await using (var db = store.Db())
        {
            await db.Settings.Where(s => s.Name == Setting.Seed).ExecuteDeleteAsync(); // another seed comes
        }

        await store.Get<SeedImport>().RunAsync();
        Assert.Null((await store.Get<EditorialRuleQueries>().OfStatusesAsync()).Of(Status.Stalled));
    }

    private static Task<Guid> AddAsync(TestStore store, string title, string? status, string text = "As we say.") =>
        store
            .Get<RecordEdits>()
            .SaveAsync(
                Editor.Seed,
                RecordKind.EditorialRule,
                null,
                0,
                new Dictionary<string, string?>
                {
                    ["title"] = title,
                    ["status"] = status,
                    ["text"] = text,
                },
                "needed"
            );

    private static async Task RetireAsync(TestStore store, string slug)
    {
        var rule = (await store.Get<RecordQueries>().FindToEditAsync(RecordKind.EditorialRule, slug))!;
        await store.Get<RecordEdits>().RetireAsync(Editor.Seed, RecordKind.EditorialRule, rule.Id, rule.Version, "worded anew");
    }

    private static async Task<List<int>> OrdersAsync(TestStore store)
    {
        await using var db = store.Db();
        return await db.Set<EditorialRule>().OrderBy(r => r.Order).Select(r => r.Order).ToListAsync();
    }
}
