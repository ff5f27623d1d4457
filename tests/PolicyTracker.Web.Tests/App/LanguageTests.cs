using System.Net;
using PolicyTracker.Web.Tests.Accounts;

namespace PolicyTracker.Web.Tests.App;

/// <summary>Which language a reader gets, and that a kept page is not given to a reader of another.</summary>
public sealed class LanguageTests(AccessMatrixTests.Tracker tracker) : IClassFixture<AccessMatrixTests.Tracker>
{
    [Theory]
    [InlineData("en", "en")]
    [InlineData("fr-CA, fr;q=0.8", "en")]
    [InlineData("zh-CN, zh;q=0.9, en;q=0.8", "zh-Hans")]
    [InlineData("zh-Hans, en;q=0.5", "zh-Hans")]
    [InlineData("zh-TW", "zh-Hans")]
    [InlineData("en;q=0.4, zh-SG", "zh-Hans")]
    [InlineData("en-GB, zh", "en")]
    public async Task A_reader_gets_the_language_that_the_browser_asks_for_first(string accepted, string language)
    {
        using var browser = tracker.App.Browser();
        Assert.Equal(language, await LanguageOf(browser, accepted)); // also of a page that is kept
        Assert.Equal(language, await LanguageOf(browser, accepted));
    }

    [Fact]
    public async Task The_language_that_a_reader_chooses_is_remembered_and_leads_back_to_the_page()
    {
        using var browser = tracker.App.Browser();
        var page = await browser.GetStringAsync("/commitments?status=announced");
        Assert.Contains("href=\"/language/zh-Hans?back=%2Fcommitments%3Fstatus%3Dannounced\"", page, StringComparison.Ordinal);
        using var chosen = await browser.GetAsync("/language/zh-Hans?back=%2Fcommitments%3Fstatus%3Dannounced");
        Assert.Equal((HttpStatusCode.Redirect, "/commitments?status=announced"), (chosen.StatusCode, chosen.Headers.Location!.ToString()));
        Assert.Equal("zh-Hans", await LanguageOf(browser, "en"));
        using var back = await browser.GetAsync("/language/en");
        Assert.Equal("/", back.Headers.Location!.ToString());
        Assert.Equal("en", await LanguageOf(browser, "zh"));
    }

    [Fact]
    public async Task The_address_of_a_reading_page_may_name_its_language()
    {
        using var browser = tracker.App.Browser();
        Assert.Equal("zh-Hans", await LanguageOf(browser, "en", "/glossary?lang=zh-Hans"));
        Assert.Equal("en", await LanguageOf(browser, "en")); // nothing is remembered
        Assert.Equal("en", await LanguageOf(browser, "zh", "/glossary?lang=en"));
        Assert.Equal("zh-Hans", await LanguageOf(browser, "zh", "/glossary?lang=klingon"));
    }

    [Fact]
    public async Task An_answer_says_in_which_language_it_is_and_what_that_follows_from()
    {
        using var browser = tracker.App.Browser();
        using var page = await browser.GetAsync("/rules?lang=zh-Hans");
        Assert.Equal(["zh-Hans"], page.Content.Headers.ContentLanguage);
        Assert.Contains("Cookie", page.Headers.Vary);
        Assert.Contains("Accept-Language", page.Headers.Vary);
        using var file = await browser.GetAsync("/app.css");
        Assert.DoesNotContain("Cookie", file.Headers.Vary);
    }

    [Theory]
    [InlineData("//elsewhere.example/")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Choosing_a_language_leads_to_no_other_server(string back)
    {
        using var browser = tracker.App.Browser();
        using var chosen = await browser.GetAsync($"/language/zh-Hans?back={Uri.EscapeDataString(back)}");
        Assert.Equal("/", chosen.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_language_that_is_not_there_is_nowhere()
    {
        using var browser = tracker.App.Browser();
        using var chosen = await browser.GetAsync("/language/fr?back=%2F");
        Assert.Equal(HttpStatusCode.NotFound, chosen.StatusCode);
    }

    private static async Task<string> LanguageOf(HttpClient browser, string accepted, string address = "/glossary")
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, address);
        asked.Headers.AcceptLanguage.ParseAdd(accepted);
        using var response = await browser.SendAsync(asked);
        var html = await response.Content.ReadAsStringAsync();
        return html.Split("<html lang=\"")[1].Split('"')[0];
    }
}
