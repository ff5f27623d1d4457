using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;
using PolicyTracker.Web.Tests.Annotations;
using PolicyTracker.Web.Tests.App;

namespace PolicyTracker.Web.Tests.Accounts;

public sealed partial class SignInTests
{
    [Fact]
    public async Task An_invitation_makes_an_account_once_and_who_is_disabled_is_signed_out()
    {
        await using var app = new TrackerApplication();
        await app.AddAccountAsync("ada", Roles.Admin);
        var ada = await app.EditorAsync("ada");
        await using var scope = app.Services.CreateAsyncScope();
        var edits = scope.ServiceProvider.GetRequiredService<AccountEdits>();
        var link = $"/account/invitation?token={await edits.InviteAsync(ada, "Mei of the desk", "editor")}";

        using var mei = app.Browser();
        Assert.Contains("ada invites you", await mei.GetStringAsync(link), StringComparison.Ordinal);
        var weak = await mei.PostFormAsync(link, "invitation", ("Input.Name", "mei"), ("Input.Password", "passwordpassword"));
        Assert.Contains("among the first that are tried", await weak.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await mei.PostFormAsync(link, "invitation", ("Input.Name", "mei"), ("Input.Password", TrackerApplication.Password))).StatusCode
        );
        Assert.Contains("signed in as <strong>mei", await mei.GetStringAsync("/account"), StringComparison.Ordinal);
        using var another = app.Browser();
        Assert.Contains("each works once", await another.GetStringAsync(link), StringComparison.Ordinal);

        await edits.ChangeAsync(ada, (await app.EditorAsync("mei")).AccountId!.Value, "editor", isDisabled: true);
        Assert.Equal(HttpStatusCode.Redirect, (await mei.GetAsync("/account")).StatusCode);
        Assert.Contains(
            "disabled by an administrator",
            await (await mei.SignInAsync("mei")).Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_second_step_asks_for_the_code_and_a_recovery_code_works_once()
    {
        await using var app = new TrackerApplication();
        await app.AddAccountAsync("tom", Roles.Editor);
        using var tom = app.Browser();
        await tom.SignInAsync("tom");
        Assert.DoesNotMatch(Key(), await tom.GetStringAsync("/account")); // the key is for whoever sets the step up, not for who looks over a shoulder
        var begun = await (await tom.PostFormAsync("/account", "two-steps-key")).Content.ReadAsStringAsync();
        var key = Key().Match(begun).Groups[1].Value;
        async Task<string> TypeAsync(string shown, string code) =>
            await (
                await tom.PostAsync("/account", new FormUrlEncodedContent(Forms.Hidden(shown, "two-steps-on").Append(new("On", code))))
            ).Content.ReadAsStringAsync();
        var wrong = await TypeAsync(begun, "000000");
        Assert.Contains("The code is wrong", wrong, StringComparison.Ordinal);
        var done = await TypeAsync(wrong, Totp(key));
        var recovery = Codes().Matches(done).Select(m => m.Groups[1].Value).Where(c => c.Contains('-', StringComparison.Ordinal)).ToList();
        Assert.Equal(10, recovery.Count);

        using var elsewhere = app.Browser();
        var first = await elsewhere.SignInAsync("tom");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode); // the code is asked for on the same page
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/account")).StatusCode);
        var page = await first.Content.ReadAsStringAsync();
        async Task<HttpResponseMessage> CodeAsync(string code) =>
            await elsewhere.PostAsync("/account/sign-in", new FormUrlEncodedContent(Forms.Hidden(page, "code").Append(new("Code", code))));
        Assert.Contains("The code is wrong", await (await CodeAsync("111111")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("used before", await (await CodeAsync(Totp(key))).Content.ReadAsStringAsync(), StringComparison.Ordinal); // it has set the step up
        Assert.Equal(HttpStatusCode.Redirect, (await CodeAsync(recovery[0])).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("/account")).StatusCode);

        using var third = app.Browser();
        page = await (await third.SignInAsync("tom")).Content.ReadAsStringAsync();
        async Task<HttpResponseMessage> ThirdAsync(string code) =>
            await third.PostAsync("/account/sign-in", new FormUrlEncodedContent(Forms.Hidden(page, "code").Append(new("Code", code))));
        Assert.Equal(HttpStatusCode.OK, (await ThirdAsync(recovery[0])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await ThirdAsync(Totp(key, 1))).StatusCode); // a clock that is half a minute off
    }

    [Fact]
    public async Task Sessions_are_listed_and_ended_and_a_new_password_ends_the_others()
    {
        await using var app = new TrackerApplication();
        await app.AddAccountAsync("tom", Roles.Editor);
        using var desk = app.Browser();
        using var train = app.Browser();
        train.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (iPhone) Safari/605");
        await desk.SignInAsync("tom");
        await train.SignInAsync("tom");
        var page = await desk.GetStringAsync("/account");
        Assert.Contains("Safari on iPhone", page, StringComparison.Ordinal);
        var form = Regex.Match(page, "session-[0-9a-f-]+(?=\"(?:(?!<form).)*?\\(Safari on iPhone)", RegexOptions.Singleline).Value;
        await desk.PostFormAsync("/account", form);
        Assert.Equal(HttpStatusCode.Redirect, (await train.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync("/account")).StatusCode);

        await train.SignInAsync("tom");
        Assert.Contains(
            "not your present password",
            await (
                await desk.PostFormAsync("/account", "password", ("Current", "wrong"), ("Next", "seven cups on a blue roof"))
            ).Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "The password was changed",
            await (
                await desk.PostFormAsync(
                    "/account",
                    "password",
                    ("Current", TrackerApplication.Password),
                    ("Next", "seven cups on a blue roof")
                )
            ).Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.Redirect, (await train.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await train.SignInAsync("tom", "seven cups on a blue roof")).StatusCode);
    }

    [Fact]
    public async Task Guessing_is_slowed_down_and_says_so()
    {
        await using var app = new TrackerApplication();
        await app.AddAccountAsync("tom", Roles.Editor);
        await app.AddAccountAsync("mei", Roles.Editor);
        using var own = app.Browser();
        await own.SignInAsync("tom");
        await own.PostFormAsync("/", "/account/sign-out", action: "/account/sign-out");
        using var guesser = app.Browser();
        HttpResponseMessage last = null!;
        for (var i = 0; i < 11; i++)
        {
            last = await guesser.SignInAsync("tom", $"a wrong password {i}");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
        Assert.Contains("Wait five minutes", await last.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await guesser.SignInAsync("tom")).StatusCode); // also with the right one
        Assert.Equal(HttpStatusCode.Redirect, (await own.SignInAsync("tom")).StatusCode); // but from where he has signed in before
        Assert.Equal(HttpStatusCode.Redirect, (await guesser.SignInAsync("mei")).StatusCode); // others from the same office come in
    }

    [Fact]
    public async Task A_program_writes_with_a_token_that_has_the_scope_and_with_no_other()
    {
        await using var app = new TrackerApplication();
        await app.AddAccountAsync("tom", Roles.Editor);
        await using var db = await app.Get<IDbContextFactory<TrackerDb>>().CreateDbContextAsync();
        var tom = new Editor("tom", (await db.Users.SingleAsync(u => u.UserName == "tom")).Id);
        var plan = new
        {
            title = "Plan by a program",
            slug = "plan-by-program",
            issuer = "State Council",
            date = "2024-05-01",
            kind = "plan",
            text = "We will build ten bridges.",
        };
        const string Path = "/api/v1/announcements";

        using var program = app.Browser();
        var shut = await program.PostAsJsonAsync(Path, plan);
        Assert.Equal(
            (HttpStatusCode.Unauthorized, "application/problem+json"),
            (shut.StatusCode, shut.Content.Headers.ContentType!.MediaType)
        );
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            await app.Get<ApiTokens>().MakeAsync(tom, "reader", [Scopes.Annotate], 1)
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await program.PostAsJsonAsync(Path, plan)).StatusCode);
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            await app.Get<ApiTokens>().MakeAsync(tom, "writer", [Scopes.Announce, Scopes.Annotate], 1)
        );
        var made = await program.PostAsJsonAsync(Path, plan);
        Assert.Equal((HttpStatusCode.Created, "/announcements/plan-by-program"), (made.StatusCode, made.Headers.Location!.ToString()));
        Assert.Equal("We will build ten bridges.", await program.GetStringAsync("/announcements/plan-by-program/text.txt"));
        var again = await program.PostAsJsonAsync(Path, plan);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("\"existing\":\"plan-by-program\"", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var other = await program.PostAsJsonAsync(Path, plan with { text = "Ferries will be free for pupils." });
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Contains("is taken", await other.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        const string Annotation =
            """{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "id": "urn:a", "body": {"type": "TextualBody", "value": "Which ten?", "purpose": "commenting"}, "target": {"source": "x", "selector": {"type": "TextQuoteSelector", "exact": "ten bridges"}}}""";
        var attached = await program.PostAsync(
            Path + "/plan-by-program/annotations",
            new StringContent(Annotation, System.Text.Encoding.UTF8, "application/ld+json")
        );
        Assert.Equal(HttpStatusCode.OK, attached.StatusCode);
        Assert.Contains("\"added\"", await attached.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Which ten?", await program.GetStringAsync("/announcements/plan-by-program"), StringComparison.Ordinal);
        var edits = await db.Set<Edit>().OrderByDescending(e => e.Id).Where(e => e.By == "tom").Select(e => e.Origin).ToListAsync();
        Assert.Equal([EditOrigin.Import, EditOrigin.Api], edits); // a file of annotations, and before it the announcement
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (
                await program.PostAsync(
                    Path + "/plan-by-program/annotations",
                    new StringContent("{", System.Text.Encoding.UTF8, "application/json")
                )
            ).StatusCode
        );
    }

    private static string Totp(string key, int later = 0) =>
        TimeCodes.Code(key, (DateTimeOffset.UtcNow.ToUnixTimeSeconds() / TimeCodes.Step) + later);

    [GeneratedRegex("<code data-key>([A-Z2-7]+)</code>")]
    private static partial Regex Key();

    [GeneratedRegex("<code>([^<]+)</code>")]
    private static partial Regex Codes();
}
