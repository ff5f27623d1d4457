using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;

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
        var text = await page.Content.ReadAsStringAsync();
        Assert.Contains("Something went wrong here", text, StringComparison.Ordinal);
        Assert.Contains("""<a href="/">the overview</a>""", text, StringComparison.Ordinal);
        Assert.DoesNotContain("no such table", text, StringComparison.Ordinal);

        using var asked = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me") { Headers = { { "Authorization", "Bearer pt_x" } } };
        var api = await browser.SendAsync(asked);
        Assert.Equal((HttpStatusCode.InternalServerError, "application/problem+json"), (api.StatusCode, api.Content.Headers.ContentType!.MediaType));
    }

    [Theory]
    [InlineData(13, true)] // full
    [InlineData(5, true)] // busy
    [InlineData(19, false)] // a constraint: the program's own mistake
    public void A_full_store_is_told_from_a_mistake_of_the_program(int code, bool isTrouble)
    {
        var thrown = new SqliteException("…", code);
        Assert.Equal(isTrouble, StoreTrouble.IsIn(thrown));
        Assert.Equal(isTrouble, StoreTrouble.IsIn(new DbUpdateException("…", thrown)));
        Assert.False(StoreTrouble.IsIn(new InvalidOperationException("…")));
    }
}
