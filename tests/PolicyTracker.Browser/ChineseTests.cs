using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Browser;

/// <summary>Reading and annotating in Chinese.</summary>
public sealed class ChineseTests(Chromium chromium) : Journeys(chromium)
{
    private const string Title = "关于道路建设的通知";
    private const string Text = "到2030年，全市将新建十条道路。沿河将开放两个公园。";

    [Fact]
    public async Task A_reader_changes_to_Chinese_and_back_and_stays_on_the_page()
    {
        var page = await Chromium.OpenAsync();
        await page.GotoAsync("/commitments?status=announced");
        await page.Locator("header").GetByRole(AriaRole.Link, new() { Name = "中文" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("承诺");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/commitments\\?status=announced$"));
        await page.GotoAsync("/glossary"); // it is remembered
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "zh-Hans");
        await page.Locator("footer").GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Glossary");
    }

    [Fact]
    public async Task An_editor_annotates_in_Chinese_also_after_somebody_else_has_edited_in_English()
    {
        var english = await Chromium.OpenAsync("tom");
        await english.PasteAsync(Title, Text);
        var desk = new Uri(english.Url).AbsolutePath;

        var page = await Chromium.OpenAsync("mei");
        await page.EditAsync(desk);
        await page.Locator("header").GetByRole(AriaRole.Link, new() { Name = "中文" }).ClickAsync();
        await page.Locator("html[lang=zh-Hans] [data-interactive]:has(.source-text)").WaitForAsync();
        await page.MarkAsync("全市将新建十条道路");
        await page.SelectAsync("supports", "comment");
        await page.Locator("[name=note]").FillAsync("十条是否包括在建的？");
        await page.GetByRole(AriaRole.Button, new() { Name = "添加引文" }).ClickAsync();
        await Expect(page.Locator(".told")).ToContainTextAsync("引文已添加");
        await CheckAsync(page);

        // What the other does is told here in Chinese, and what is done here stays English there.
        await Expect(english.Locator("[data-interactive]")).ToContainTextAsync("十条是否包括在建的？");
        await english.AttachCommentAsync("沿河将开放两个公园", "Which river?");
        await Expect(page.Locator("[data-interactive]")).ToContainTextAsync("Which river?");
        await Expect(page.Locator("[data-interactive]")).ToContainTextAsync("引文与批注（2）");
        await Expect(english.Locator("[data-interactive]")).ToContainTextAsync("Quotations and comments (2)");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/pillars/core-sectors")]
    [InlineData("/commitments/software-colleges")]
    [InlineData("/announcements/miit-press-conference-2023-03-01")]
    [InlineData("/glossary")]
    [InlineData("/changes")]
    public async Task A_page_in_Chinese_has_no_violation_and_fits(string path)
    {
        foreach (var (width, scheme) in new[] { (1440, ColorScheme.Light), (390, ColorScheme.Dark) })
        {
            var page = await Chromium.OpenAsync(null, width, scheme);
            await page.GotoAsync(path + "?lang=zh-Hans");
            var wider = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
            Assert.True(wider <= 0, $"{path} is {wider} px wider than a window of {width}.");
            await CheckAsync(page);
        }
    }

    private static async Task CheckAsync(IPage page)
    {
        Assert.Equal("zh-Hans", await page.Locator("html").GetAttributeAsync("lang"));
        // The key that stands on a row of a card is shown, and is no part of what the row is called.
        var rules = new Dictionary<string, RuleOptions> { ["label-content-name-mismatch"] = new() { Enabled = false } };
        var violations = (await page.RunAxe(new AxeRunOptions { Rules = rules })).Violations;
        Assert.True(
            violations.Length == 0,
            string.Join("\n", violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"))
        );
    }
}
