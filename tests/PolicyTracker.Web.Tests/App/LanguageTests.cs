using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace PolicyTracker.Web.Tests.App;

/// <summary>Which language a reader gets, and that a kept page is not given to a reader of another.</summary>
public sealed class LanguageTests
{
    [Fact]
    public async Task A_reader_gets_a_language_that_there_is()
    {
        await using var app = new TrackerApplication();
        using var browser = app.Browser();
        Assert.Equal("en", await LanguageOf(browser, "fr-CA, fr;q=0.8"));
    }

    [Fact]
    public async Task Readers_of_two_languages_are_kept_two_pages()
    {
        await using var app = new TrackerApplication
        {
            Add = s =>
                s.Configure<RequestLocalizationOptions>(o =>
                    o.AddSupportedCultures("en", "zh-Hans").AddSupportedUICultures("en", "zh-Hans")
                ),
        };
        using var browser = app.Browser();
        Assert.Equal("en", await LanguageOf(browser, "en"));
        Assert.Equal("zh-HANS", await LanguageOf(browser, "zh-Hans"));
        Assert.Equal("en", await LanguageOf(browser, "en"));
        Assert.Equal("zh-HANS", await LanguageOf(browser, "zh-Hans, en;q=0.5"));
    }

    private static async Task<string> LanguageOf(HttpClient browser, string accepted)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/glossary");
        asked.Headers.AcceptLanguage.ParseAdd(accepted);
        using var response = await browser.SendAsync(asked);
        var html = await response.Content.ReadAsStringAsync();
        return html.Split("<html lang=\"")[1].Split('"')[0];
    }
}
