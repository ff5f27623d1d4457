using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Collaboration;
using PolicyTracker.Core.Data;
using PolicyTracker.Web.Collaboration;
using PolicyTracker.Web.Tests.App;

namespace PolicyTracker.Web.Tests.Collaboration;

public sealed class DraftKeeperTests(TrackerApplication app) : BunitContext, IClassFixture<TrackerApplication>
{
    private string _typed = "";

    [Fact]
    public async Task What_was_typed_in_the_moment_of_leaving_is_listed_on_the_next_page()
    {
        var store = new WeakStore(app.Get<IDbContextFactory<TrackerDb>>());
        var (keeper, drafts, by) = await OpenAsync("leaving", store);
        await using var ended = keeper;
        _typed = "Half";
        keeper.Touch();
        await keeper.KeepAsync();
        Assert.Single(await drafts.ListAsync(by, "leaving"));
        _typed = "Half a thought";
        keeper.Touch();
        var writing = store.HoldUp();
        var leaving = keeper.DisposeAsync();
        await writing;
        Assert.False(leaving.IsCompleted); // the page is not gone before it is written
        store.GoOn();
        await leaving;
        Assert.Equal("Half a thought", await drafts.FindAsync<string>(by, "leaving", "tab"));
    }

    [Fact]
    public async Task What_was_saved_as_a_record_does_not_come_back_as_a_draft_that_was_still_being_written()
    {
        var store = new WeakStore(app.Get<IDbContextFactory<TrackerDb>>());
        var (keeper, drafts, by) = await OpenAsync("saved", store);
        await using var ended = keeper;
        keeper.Touch();
        var held = store.HoldUp();
        var writing = keeper.KeepAsync();
        await held;
        var forgetting = keeper.ForgetAsync();
        store.GoOn();
        await writing;
        await forgetting;
        Assert.False(keeper.IsDirty);
        Assert.Empty(await drafts.ListAsync(by, "saved"));
    }

    [Fact]
    public async Task A_store_that_takes_nothing_is_told_to_whoever_types_and_the_draft_is_written_when_it_takes_it_again()
    {
        var store = new WeakStore(app.Get<IDbContextFactory<TrackerDb>>());
        var (keeper, drafts, by) = await OpenAsync("failing", store);
        await using var ended = keeper;
        var bar = Render<DraftBar>(p => p.Add(b => b.Keeper, keeper));
        Assert.Empty(bar.FindAll(".fault"));
        store.IsFull = true;
        await bar.InvokeAsync(() =>
        {
            _typed = "Half a thought";
            keeper.Touch();
        });
        bar.WaitForAssertion(
            () => Assert.Contains("can’t be kept", bar.Find("[role=alert]").TextContent, StringComparison.Ordinal),
            TimeSpan.FromSeconds(10)
        );
        store.IsFull = false;
        bar.WaitForAssertion(() => Assert.Empty(bar.FindAll(".fault")), TimeSpan.FromSeconds(20));
        Assert.Equal("Half a thought", await drafts.FindAsync<string>(by, "failing", "tab"));
    }

    private async Task<(DraftKeeper<string>, Drafts, Editor)> OpenAsync(string key, WeakStore store)
    {
        await app.AddAccountAsync("typist-" + key, "editor");
        await using var db = await app.Get<IDbContextFactory<TrackerDb>>().CreateDbContextAsync();
        var by = new Editor("typist-" + key, await db.Users.Where(u => u.UserName == "typist-" + key).Select(u => u.Id).SingleAsync());
        var module = JSInterop.SetupModule("/draft.js");
        module.Mode = JSRuntimeMode.Loose;
        var drafts = new Drafts(store, TimeProvider.System, NullLogger<Drafts>.Instance);
        var keeper = new DraftKeeper<string>(drafts, () => Task.FromResult(by), () => Task.FromResult<string?>("tab"), key, () => _typed);
        Assert.Null(await keeper.FindAsync());
        return (keeper, drafts, by);
    }
}
