using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Browser;

/// <summary>What fails while an editor works takes nothing of the work along.</summary>
public sealed class FaultTests(Chromium chromium) : Journeys(chromium)
{
    private const string Text = "The ministry will lay optical fibre to all islands. It will train cooks. It will build ten data centres.";

    [Fact]
    public async Task A_pane_that_fails_is_shown_again_and_the_form_beside_it_goes_on()
    {
        var page = await Chromium.OpenAsync("mei");
        await page.PasteAsync("Failing plan", Text);
        var queue = page.Locator(".pane-queue");
        await Expect(page.Locator("#suggestions-heading")).ToContainTextAsync("left)");
        await page.GetByLabel("Title, in your words").FillAsync("Half typed");

        await Chromium.Server.SqlAsync("""ALTER TABLE "Pillars" RENAME TO "Lost" """);
        await queue.GetByRole(AriaRole.Button, new() { Name = "Reject", Exact = true }).ClickAsync();
        await Expect(queue.GetByRole(AriaRole.Alert)).ToContainTextAsync("The queue of suggestions has stopped working");
        await Expect(page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
        await page.GetByLabel("Title, in your words").FillAsync("Half typed, and more");
        await Chromium.Server.WaitForDraftAsync("Half typed, and more");

        await Chromium.Server.SqlAsync("""ALTER TABLE "Lost" RENAME TO "Pillars" """);
        await queue.GetByRole(AriaRole.Button, new() { Name = "Show it again" }).ClickAsync();
        await Expect(page.Locator("#suggestions-heading")).ToContainTextAsync("left)");
        await Expect(page.GetByLabel("Title, in your words")).ToHaveValueAsync("Half typed, and more");
    }

    [Fact]
    public async Task A_page_that_fails_is_shown_again_with_what_was_typed()
    {
        var page = await Chromium.OpenAsync("mei");
        await page.PasteAsync("Broken plan", Text);
        await page.MarkAsync("train cooks");
        await (await page.ChooseCommentAsync()).FillAsync("How many cooks?");
        await Chromium.Server.SqlAsync("""ALTER TABLE "SourceVersions" RENAME TO "Lost" """);
        await page.GetByRole(AriaRole.Button, new() { Name = "Attach the words" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This page has stopped working");
        await Expect(page.Locator("#blazor-error-ui")).ToBeHiddenAsync();

        await Chromium.Server.SqlAsync("""ALTER TABLE "Lost" RENAME TO "SourceVersions" """);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show it again" }).ClickAsync();
        await Expect(page.Locator("[data-marked]")).ToHaveTextAsync("train cooks");
        await Expect(page.GetByLabel("Comment", new() { Exact = true })).ToHaveValueAsync("How many cooks?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Attach the words" }).ClickAsync();
        await Expect(page.Locator(".told")).ToContainTextAsync("attached");
    }
}
