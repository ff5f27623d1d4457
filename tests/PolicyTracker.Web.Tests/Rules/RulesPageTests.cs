using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Rules;
using PolicyTracker.Web.Shared;
using PolicyTracker.Web.Tests.App;

namespace PolicyTracker.Web.Tests.Rules;

/// <summary>Readers see by which rules the editors judge, and which wording a status goes by.</summary>
public sealed class RulesPageTests
{
    [Fact]
    public async Task A_status_leads_to_its_rule_with_the_wordings_version_and_the_foot_of_each_page_to_all()
    {
        await using var app = new TrackerApplication();
        using var browser = app.Browser();
        var rules = await browser.GetStringAsync("/rules");
        Assert.Contains("id=\"announced\"", rules, StringComparison.Ordinal);
        Assert.Contains("<strong>one undertaking by a public body</strong>", rules, StringComparison.Ordinal);
        Assert.Contains("href=\"/rules#achievement\"", rules, StringComparison.Ordinal);
        foreach (var page in new[] { "/commitments/software-parks", "/commitments", "/pillars/core-sectors" })
        {
            var html = await browser.GetStringAsync(page);
            Assert.Contains("href=\"/rules#announced\"", html, StringComparison.Ordinal);
            Assert.Contains("version 1 of the rule", html, StringComparison.Ordinal);
            Assert.Contains("href=\"/rules\"", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Where_there_is_none_readers_are_told_so_and_editors_what_to_do()
    {
        await using var app = new TrackerApplication();
        foreach (var rule in await app.Get<EditorialRuleQueries>().ListAsync())
        {
            await app.Get<RecordEdits>().RetireAsync(Editor.Seed, RecordKind.EditorialRule, rule.Id, rule.Version, "none any more");
        }

        await app.AddAccountAsync("tom", Roles.Editor);
        using var reader = app.Browser();
        var page = await reader.GetStringAsync("/rules");
        Assert.Contains("have not written down their rules yet", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/structure/", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/rules#", await reader.GetStringAsync("/commitments/software-parks"), StringComparison.Ordinal);
        using var editor = app.Browser();
        await editor.SignInAsync("tom");
        Assert.Contains("href=\"/structure/editorial-rule\"", await editor.GetStringAsync("/rules"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "<script")]
    [InlineData("<img src=x onerror=alert(1)>", "<img")]
    [InlineData("[go](javascript:alert(1))", "href=\"javascript")]
    [InlineData("[go](JaVaScRiPt&#58;alert(1))", "href=\"JaVa")]
    [InlineData("[go](data:text/html;base64,AAAA)", "href=\"data")]
    [InlineData("<javascript:alert(1)>", "href=\"javascript")]
    [InlineData("![seen](https://elsewhere.example/pixel.png)", "<img")]
    [InlineData("[go]: javascript:alert(1)\n\n[go]", "href=\"javascript")]
    [InlineData("[go](vbscript:x \"title\")", "href=\"vbscript")]
    public void What_is_typed_runs_nothing_and_loads_nothing(string typed, string forbidden) =>
        Assert.DoesNotContain(forbidden, SafeMarkdown.Html(typed, "/rules"), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("see [results](#achievement)", "href=\"/rules#achievement\"")]
    [InlineData("see [changes](/changes)", "href=\"/changes\"")]
    [InlineData("see [it](https://example.org/a?b=1&c=2)", "href=\"https://example.org/a?b=1&amp;c=2\"")]
    [InlineData("see <https://example.org>", "href=\"https://example.org\"")]
    [InlineData("# Mine", "<h3>Mine</h3>")]
    public void Links_and_headings_stand_on_the_page(string typed, string shown) =>
        Assert.Contains(shown, SafeMarkdown.Html(typed, "/rules"), StringComparison.Ordinal);
}
