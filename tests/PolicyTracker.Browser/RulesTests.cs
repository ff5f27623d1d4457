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
        await page.EditAsync("/structure/editorial-rule");
        await page.GetByRole(AriaRole.Link, new() { Name = "Announced", Exact = true }).ClickAsync();
        await page.Locator("[data-interactive]").WaitForAsync();
        await page.Locator("[name=text]").FillAsync("Said **once**, <b>no more</b>.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.Locator(".notice")).ToContainTextAsync("Saved");

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

    [Fact]
    public async Task A_status_is_disputed_and_from_then_on_moved_on_by_two_editors()
    {
        var tom = await Chromium.OpenAsync("tom");
        await tom.EditAsync("/commitments/software-parks/edit");
        await tom.GetByRole(AriaRole.Button, new() { Name = "Dispute the status" }).ClickAsync();
        await Expect(tom.Locator(".fault")).ToContainTextAsync("reason for the dispute");
        await tom.Locator("[name=dispute]").FillAsync("Nobody has seen <b>one</b>.");
        await Chromium.Server.WaitForDraftAsync("Nobody has seen");
        await tom.ReloadAsync();
        await Expect(tom.Locator("[name=dispute]")).ToHaveValueAsync("Nobody has seen <b>one</b>.");
        await tom.GetByRole(AriaRole.Button, new() { Name = "Dispute the status" }).ClickAsync();
        await Expect(tom.Locator(".notice")).ToContainTextAsync("disputed now");

        var reader = await Chromium.OpenAsync();
        await reader.GotoAsync("/commitments/software-parks");
        await Expect(reader.Locator(".older").First).ToContainTextAsync("Nobody has seen <b>one</b>.");

        var mei = await Chromium.OpenAsync("mei");
        await mei.EditAsync("/commitments/software-parks/edit");
        await mei.SelectAsync("to", "in-progress");
        await mei.Locator("[name=on]").FillAsync("2024-05-01");
        await mei.Locator("[name=reason]").FillAsync("The first is being built");
        await mei.GetByRole(AriaRole.Button, new() { Name = "Record the step" }).ClickAsync();
        await Expect(mei.Locator(".notice")).ToContainTextAsync("another editor");
        await reader.ReloadAsync();
        await Expect(reader.Locator(".status-disputed")).ToHaveCountAsync(1);

        await tom.ApproveAllAsync();
        await Expect(mei.Locator("#dispute-heading")).ToContainTextAsync("Is this status disputed?"); // without a reload
        await reader.ReloadAsync();
        await Expect(reader.Locator(".status-disputed")).ToHaveCountAsync(0);
        await Expect(reader.Locator(".steps")).ToContainTextAsync("Settled by a change of its steps.");
        await Expect(reader.Locator(".leaf > p .status").First).ToHaveTextAsync("in progress");
    }
}
