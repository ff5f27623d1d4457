using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.App;

namespace PolicyTracker.Web.Tests.App;

public sealed class TroubleTests
{
    [Fact]
    public async Task A_page_that_could_not_be_made_says_so_and_leads_on_and_the_api_answers_with_a_problem()
    {
        await using var app = new TrackerApplication();
        await app.AddAccountAsync("tom", Roles.Editor);
        using var browser = app.Browser();
        await browser.PostFormAsync("/account/sign-in", "sign-in", ("Input.Name", "tom"), ("Input.Password", TrackerApplication.Password));
        await using var db = await app.Get<IDbContextFactory<TrackerDb>>().CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync("""DROP TABLE "Drafts"; ALTER TABLE "ApiTokens" RENAME TO "Lost";""");

        var page = await browser.GetAsync("/account");
        Assert.Equal((HttpStatusCode.InternalServerError, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
        Assert.Contains("frame-ancestors", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        var text = await page.Content.ReadAsStringAsync();
        Assert.Contains("Something went wrong here", text, StringComparison.Ordinal);
        Assert.Contains("""<a href="/">the overview</a>""", text, StringComparison.Ordinal);
        Assert.DoesNotContain("no such table", text, StringComparison.Ordinal);

        // Where even the session can't be looked up, files and the page that tells of it are served.
        await db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Sessions" RENAME TO "LostSessions";""");
        var overview = await browser.GetAsync("/");
        Assert.Equal(HttpStatusCode.InternalServerError, overview.StatusCode);
        Assert.Contains("Something went wrong here", await overview.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/theme.js")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/ready")).StatusCode);
        await db.Database.ExecuteSqlRawAsync("""ALTER TABLE "LostSessions" RENAME TO "Sessions";""");
        Assert.Contains("tom", await browser.GetStringAsync("/"), StringComparison.Ordinal); // still signed in

        using var asked = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me") { Headers = { { "Authorization", "Bearer pt_x" } } };
        var api = await browser.SendAsync(asked);
        Assert.Equal(
            (HttpStatusCode.InternalServerError, "application/problem+json"),
            (api.StatusCode, api.Content.Headers.ContentType!.MediaType)
        );
    }

    [Fact]
    public async Task A_store_that_was_deleted_takes_nothing_and_programs_are_told_503()
    {
        await using var app = new TrackerApplication();
        await app.AddAccountAsync("tom", Roles.Editor);
        await using var db = await app.Get<IDbContextFactory<TrackerDb>>().CreateDbContextAsync();
        var tom = new Editor("tom", await db.Users.Select(u => u.Id).SingleAsync());
        using var program = app.Browser();
        program.DefaultRequestHeaders.Authorization = new(
            "Bearer",
            await app.Get<ApiTokens>().MakeAsync(tom, "script", [Scopes.Announce], 1)
        );
        File.Delete(app.Get<StoreLocation>().File);

        var answer = await program.PostAsJsonAsync(
            "/api/v1/announcements",
            new
            {
                title = "A plan",
                slug = "a-plan",
                issuer = "State Council",
                date = "2024-05-01",
                kind = "plan",
                text = "We will build ten bridges.",
            }
        );
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "application/problem+json"),
            (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType)
        );
        Assert.Contains("deleted or replaced", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var reader = app.Browser();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await reader.GetAsync("/glossary")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await reader.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/health/live")).StatusCode);
    }

    [Fact]
    public void A_full_disk_is_503_for_programs_also_where_an_edit_was_refused_for_it() =>
        Assert.Equal(
            StatusCodes.Status503ServiceUnavailable,
            ApiFaults.StatusOf(StoreErrors.Refusal(new SqliteException("database or disk is full", 13)))
        );

    [Fact]
    public async Task A_store_that_does_not_answer_closes_no_page_in_which_somebody_types()
    {
        await using var app = new TrackerApplication();
        await app.AddAccountAsync("tom", Roles.Editor);
        var store = new WeakStore(app.Get<IDbContextFactory<TrackerDb>>());
        await using var db = await store.CreateDbContextAsync();
        var sessions = new Sessions(store, TimeProvider.System);
        var tom = await db.Users.Select(u => u.Id).SingleAsync();
        var user = new ClaimsPrincipal(
            new ClaimsIdentity([new(AccountServices.SessionClaim, (await sessions.StartAsync(tom, "a browser")).ToString())], "test")
        );
        Assert.True(await SessionWatch.GoesOnAsync(sessions, user, default));
        store.IsFull = true;
        Assert.True(await SessionWatch.GoesOnAsync(sessions, user, default));
        store.IsFull = false;
        await db.Set<Session>().ExecuteDeleteAsync();
        Assert.False(await SessionWatch.GoesOnAsync(sessions, user, default));
    }

    [Theory]
    [InlineData(13, true)] // full
    [InlineData(5, true)] // busy
    [InlineData(19, false)] // a constraint: the program's own mistake
    public void A_full_store_is_told_from_a_mistake_of_the_program(int code, bool isTrouble)
    {
        var thrown = new SqliteException("…", code);
        Assert.Equal(isTrouble, StoreErrors.IsTransient(thrown));
        Assert.Equal(isTrouble, StoreErrors.IsTransient(new DbUpdateException("…", thrown)));
        Assert.False(StoreErrors.IsTransient(new InvalidOperationException("…")));
    }
}
