using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Browser;

/// <summary>The rules by which editors judge, and what becomes of a status that one of them doubts.</summary>
public sealed class RulesTests(Chromium chromium) : Journeys(chromium)
{
    [Fact]
    public async Task A_rule_is_worded_anew_and_a_status_leads_readers_to_its_wording_of_that_day()
    {
        var page = await Chromium.OpenAsync("mei");
        await page.GotoAsync("/structure/editorial-rule");
        await page.GetByRole(AriaRole.Link, new() { Name = "Announced", Exact = true }).ClickAsync();
        await page.Locator("[data-interactive]").WaitForAsync();
        await page.Locator("[name=text]").FillAsync("Said **once**, <b>no more</b>.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.Locator(".told")).ToContainTextAsync("Saved");

        var reader = await Chromium.OpenAsync();
        await reader.GotoAsync("/commitments/software-parks");
        await reader.Locator(".leaf .status-announced").First.ClickAsync();
        await reader.WaitForURLAsync("**/rules#announced");
        var rule = reader.Locator("#announced");
        await Expect(rule).ToContainTextAsync("Said once, <b>no more</b>.");
        await Expect(rule).ToContainTextAsync("Version 2");
        await rule.GetByRole(AriaRole.Link, new() { Name = "Its history" }).ClickAsync();
        await Expect(reader.Locator("main")).ToContainTextAsync("It was said, and nothing more is known.");
    }
}
