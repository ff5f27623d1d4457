using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Collaboration;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Tests.Data;

namespace PolicyTracker.Core.Tests.Accounts;

public sealed class AccountTests
{
    private const string Password = "green lamp under the stairs";

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task An_invitation_makes_one_account_and_says_why_it_makes_no_second(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (ada, tom) = (await store.AddEditorAsync("ada", Roles.Admin), await store.AddEditorAsync("tom"));
        await Assert.ThrowsAsync<Refusal>(() => InviteAsync(store, tom));
        var secret = await InviteAsync(store, ada);

        Assert.Contains("no invitation", (await Refused(() => AcceptAsync(store, secret + "x", "mei"))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "15",
            (await Refused(() => store.WithAsync<AccountEdits, Account>(e => e.AcceptAsync(secret, "mei", "short")))).Message,
            StringComparison.Ordinal
        );
        var made = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(async i =>
                {
                    try
                    {
                        return (await AcceptAsync(store, secret, $"mei{i}")).UserName;
                    }
                    catch (Refusal refused)
                    {
                        Assert.Contains("each works once", refused.Message, StringComparison.Ordinal);
                        return null;
                    }
                })
        );
        Assert.Single(made, m => m is not null);

        var late = await InviteAsync(store, ada);
        await using var db = store.Db();
        await db.Set<Invitation>()
            .Where(i => i.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.ExpiresAt, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc)));
        Assert.Contains("expired", (await Refused(() => AcceptAsync(store, late, "late"))).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_disabled_editor_can_write_nothing_from_that_moment_on(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (ada, tom) = (await store.AddEditorAsync("ada", Roles.Admin), await store.AddEditorAsync("tom"));
        var (sessions, tokens) = (store.Get<Sessions>(), store.Get<ApiTokens>());
        var session = await sessions.StartAsync(tom.AccountId!.Value, "a browser");
        var token = await tokens.MakeAsync(tom, "script", [Scopes.Annotate], 30);
        var words = await store.MarkAsync("5G");
        await store.Get<AnnotationEdits>().AttachAsync(tom, words, new NewComment("Before"));
        Assert.True(await sessions.IsLiveAsync(session));
        Assert.Equal(new Editor("tom", tom.AccountId!.Value, EditOrigin.Api), (await tokens.FindAsync(token))!.Editor);

        await ChangeAsync(store, ada, tom, "editor", isDisabled: true);
        await Assert.ThrowsAsync<Refusal>(() => store.Get<AnnotationEdits>().AttachAsync(tom, words, new NewComment("After")));
        Assert.False(await sessions.IsLiveAsync(session));
        Assert.Null(await tokens.FindAsync(token));

        await ChangeAsync(store, ada, tom, "editor", isDisabled: false);
        await store.Get<AnnotationEdits>().AttachAsync(tom, words, new NewComment("Again"));
        Assert.False(await sessions.IsLiveAsync(session)); // he signs in anew
    }

    [Theory, EachStore]
    public async Task There_is_always_an_administrator_and_only_one_of_them_changes_accounts(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        var (ada, tom) = (await store.AddEditorAsync("ada", Roles.Admin), await store.AddEditorAsync("tom"));
        Assert.Contains(
            "last administrator",
            (await Refused(() => ChangeAsync(store, ada, ada, "editor", false))).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "last administrator",
            (await Refused(() => ChangeAsync(store, ada, ada, "admin", true))).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "administrator",
            (await Refused(() => ChangeAsync(store, tom, tom, "admin", false))).Message,
            StringComparison.Ordinal
        );
        await Assert.ThrowsAsync<Refusal>(() => store.Get<AccountQueries>().ListAsync(tom, new()));
        await ChangeAsync(store, ada, tom, "admin", false);
        await ChangeAsync(store, tom, ada, "editor", false);
        Assert.Equal(
            [("ada", Roles.Editor), ("tom", Roles.Admin)],
            (await store.Get<AccountQueries>().ListAsync(tom, new())).Items.Select(a => (a.Name, a.Role))
        );
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Accounts_are_found_by_letters_narrowed_sorted_and_paged_by_the_store(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var ada = await store.AddEditorAsync("Ada", Roles.Admin);
        var tom = await store.AddEditorAsync("tom");
        await store.AddEditorAsync("adam");
        for (var n = 0; n < AccountQueries.PageSize; n++)
        {
            await store.AddEditorAsync($"editor {n:00}");
        }

        await ChangeAsync(store, ada, tom, "editor", true);
        await store.Get<Sessions>().StartAsync(ada.AccountId!.Value, "a browser");
        async Task<string> NamesAsync(AccountFilter filter, int page = 1) =>
            string.Join(' ', (await store.Get<AccountQueries>().ListAsync(ada, filter, page)).Items.Select(a => a.Name));
        Assert.Equal("Ada adam", await NamesAsync(new("ADA")));
        Assert.Equal("adam Ada", await NamesAsync(new("ada", IsDescending: true)));
        Assert.Equal("Ada", await NamesAsync(new(Role: Roles.Admin)));
        Assert.Equal("tom", await NamesAsync(new(IsDisabled: true)));
        Assert.Equal("adam Ada", await NamesAsync(new("ad", Order: AccountOrder.Seen)));
        Assert.Equal("Ada adam", await NamesAsync(new("ad", Order: AccountOrder.Seen, IsDescending: true)));
        Assert.Equal("adam Ada", await NamesAsync(new("ad", Order: AccountOrder.Role, IsDescending: true)));
        var second = await store.Get<AccountQueries>().ListAsync(ada, new(), 9);
        Assert.Equal((AccountQueries.PageSize + 3, 2, 3), (second.Total, second.Number, second.Items.Count));
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Editors_see_who_else_has_the_announcement_open(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (mei, tom, here) = (await store.AddEditorAsync("mei"), await store.AddEditorAsync("tom"), store.Get<PresenceTracker>());
        Assert.Empty(await here.HeartbeatAsync(mei, "a", "plan"));
        Assert.Equal(["mei"], await here.HeartbeatAsync(tom, "b", "plan"));
        Assert.Equal(["tom", "you, in another tab"], await here.HeartbeatAsync(mei, "c", "plan"));
        Assert.Empty(await here.HeartbeatAsync(tom, "b", "another"));
        await here.LeaveAsync("a");
        Assert.Empty(await here.HeartbeatAsync(mei, "c", "plan"));
    }

    [Theory]
    [InlineData("green lamp under the stairs", true)]
    [InlineData("数字中国建设整体布局规划发布会记录", true)]
    [InlineData("fourteen chars", false)]
    [InlineData("password password", false)]
    [InlineData("P@ssw0rd!P@ssw0rd!", true)] // not found out: a short list of words, not a list of what leaked
    [InlineData("Qwertyuiop1234567", false)]
    [InlineData("123456789012345", false)]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", false)]
    [InlineData("abcabcabcabcabcabc", false)]
    [InlineData("meilingwang2024!", false)]
    public void A_password_is_long_and_not_the_first_that_is_tried(string password, bool isGood) =>
        Assert.Equal(isGood, PasswordRules.Fault(password, "meilingwang") is null);

    [Theory]
    [InlineData("admin", true)]
    [InlineData("Ada Lovelace", true)]
    [InlineData("ada.lovelace@office.example", true)]
    [InlineData("Seán O’Neill-Müller (north desk)", true)]
    [InlineData("金壮龙", true)]
    [InlineData("Jin 金壮龙", true)]
    [InlineData("Мария Иванова", true)]
    [InlineData("Ελένη", true)]
    [InlineData("राधा", true)]
    [InlineData("김민준", true)]
    [InlineData("Seed", false)]
    [InlineData("sеed", false)] // a Cyrillic e
    [InlineData("SYSTEM", false)]
    [InlineData("command-line", false)]
    [InlineData("Cornrnand line", false)]
    [InlineData("Anonymous", false)]
    [InlineData("COMMAND LlNE", false)] // a small l for a capital i
    [InlineData("5eed", false)]
    [InlineData("System 2", false)]
    [InlineData("MEl LIN", false)]
    [InlineData("Mei Lin.", false)]
    [InlineData("a\u0301\u0301\u0301\u0301\u0301", false)] // over its neighbours
    [InlineData("Mel Lin", true)]
    [InlineData("Reed", true)]
    [InlineData("mei lin", false)] // taken
    [InlineData("Меi Lіn", false)] // mixed
    [InlineData("Mei L\u0131n", false)] // dotless i
    [InlineData("Méi Lín", false)] // accents alone
    [InlineData("Mei  Lin", false)]
    [InlineData("Mei\u00A0Lin", false)]
    [InlineData("Mei\u200BLin", false)]
    [InlineData("Mei\u202ELin", false)]
    [InlineData("Mei\u2066Lin", false)]
    [InlineData("Mei\u00ADLin", false)]
    [InlineData("Mei\uFEFFLin", false)]
    [InlineData("Mei\u3164Lin", false)] // Hangul filler
    [InlineData("Mei\u115FLin", false)]
    [InlineData("Mei\u180ELin", false)]
    [InlineData("ᴍei Lin", false)]
    [InlineData("Ｍｅｉ Ｌｉｎ", false)]
    [InlineData("𝐌𝐞𝐢 Lin", false)]
    [InlineData("nope", false)] // all in one script, and drawn like the name of “поре”
    [InlineData("tom1", false)] // like “toml”
    [InlineData("a,b", false)]
    [InlineData("...", false)]
    [InlineData("two\nlines", false)]
    [InlineData("half \uD800", false)]
    [InlineData("🙂", false)]
    public void A_name_can_be_told_from_every_other_by_eye(string name, bool isGood)
    {
        var fault = AccountNames.Fault(name, ["Mei Lin", "поре", "toml"]);
        Assert.True(isGood == fault is null, fault?.Message);
    }

    [Theory, EachStore]
    public async Task No_account_is_made_under_a_name_that_looks_like_another(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        var ada = await store.AddEditorAsync("ada", Roles.Admin);
        await Assert.ThrowsAsync<Refusal>(() => store.AddEditorAsync("аdа")); // as setup, the command line and another sign-in do
        var secret = await InviteAsync(store, ada);
        Assert.Contains("looks like", (await Refused(() => AcceptAsync(store, secret, "àdà"))).Message, StringComparison.Ordinal);
        Assert.Equal("mei", (await AcceptAsync(store, secret, "mei")).UserName); // and the invitation is not used up by it
    }

    [Fact]
    public void Codes_are_those_of_the_standard()
    {
        // RFC 6238, appendix B, the last six of its eight digits.
        const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        Assert.Equal(
            ["287082", "081804", "050471", "005924", "279037", "353130"],
            new long[] { 59, 1111111109, 1111111111, 1234567890, 2000000000, 20000000000 }.Select(t =>
                TimeCodes.Code(Key, t / TimeCodes.Step)
            )
        );
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_code_opens_once_and_no_more_than_one_step_off(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var tom = await store.AddEditorAsync("tom");
        var clock = new Clock { Now = DateTimeOffset.FromUnixTimeSeconds(1_900_000_000) };
        var codes = new TimeCodes(store.Get<IDbContextFactory<TrackerDb>>(), clock);
        var key = await store.WithAsync<UserManager<Account>, string>(async users =>
        {
            var account = (await users.FindByNameAsync("tom"))!;
            await users.ResetAuthenticatorKeyAsync(account);
            return (await users.GetAuthenticatorKeyAsync(account))!;
        });
        Task<bool> TryAsync(long off, long? at = null) =>
            store.WithAsync<UserManager<Account>, bool>(async users =>
                await codes.ValidateAsync(
                    "TwoFactor",
                    TimeCodes.Code(key, (at ?? clock.Now.ToUnixTimeSeconds() / TimeCodes.Step) + off),
                    users,
                    (await users.FindByNameAsync("tom"))!
                )
            );

        Assert.False(await TryAsync(-2));
        Assert.False(await TryAsync(2));
        Assert.True(await TryAsync(-1));
        Assert.False(await TryAsync(-1)); // once only
        Assert.Single(await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => TryAsync(0)))), isIn => isIn);
        Assert.True(await TryAsync(1));
        Assert.False(await TryAsync(0)); // nor one from before the last that was used
        clock.Now += TimeSpan.FromSeconds(TimeCodes.Step);
        Assert.False(await TryAsync(0)); // used as the one that was to come
        clock.Now += TimeSpan.FromSeconds(TimeCodes.Step);
        Assert.True(await TryAsync(0));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private static Task<string> InviteAsync(TestStore store, Editor by) =>
        store.WithAsync<AccountEdits, string>(e => e.InviteAsync(by, "a colleague", "editor"));

    private static Task<Account> AcceptAsync(TestStore store, string secret, string name) =>
        store.WithAsync<AccountEdits, Account>(e => e.AcceptAsync(secret, name, Password));

    private static Task<int> ChangeAsync(TestStore store, Editor by, Editor who, string role, bool isDisabled) =>
        store.WithAsync<AccountEdits, int>(async e =>
        {
            await e.ChangeAsync(by, who.AccountId!.Value, role, isDisabled);
            return 0;
        });

    private static Task<Refusal> Refused<T>(Func<Task<T>> act) => Assert.ThrowsAsync<Refusal>(act);
}
