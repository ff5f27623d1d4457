using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Browser;

/// <summary>The form of a commitment: its fields and where it stands.</summary>
public sealed class CommitmentEditTests(Chromium chromium) : Journeys(chromium)
{
    [Fact]
    public async Task A_commitment_is_renamed_and_moved_on_and_saving_one_half_keeps_what_is_typed_in_the_other()
    {
        var page = await Chromium.OpenAsync("mei");
        await page.EditAsync("/commitments/transformation-roadmaps/edit");
        var title = await page.Locator("[name=title]").InputValueAsync();
        await page.Locator("[name=reason]").FillAsync("The first maps were na");
        await page.Locator("[name=slug]").FillAsync("roadmaps-by-industry");
        await page.GetByText("Topics (").ClickAsync();
        var topic = page.Locator("details input[type=checkbox]:not(:checked)").First;
        var name = await topic.Locator("xpath=ancestor::label").InnerTextAsync();
        await topic.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.Locator(".notice")).ToContainTextAsync("Saved");
        await Expect(page.Locator("[name=reason]")).ToHaveValueAsync("The first maps were na");

        // The old address of the form leads on, and offers what is half typed by the commitment's name.
        await page.GotoAsync("/account");
        await page.GetByRole(AriaRole.Link, new() { Name = $"Commitment “{title}”" }).ClickAsync();
        await Expect(page.Locator("[name=reason]")).ToHaveValueAsync("The first maps were na");
        await page.EditAsync("/commitments/transformation-roadmaps/edit");
        await Expect(page.Locator("[name=slug]")).ToHaveValueAsync("roadmaps-by-industry");
        await Expect(page.Locator("[name=reason]")).ToHaveValueAsync("The first maps were na");

        await page.ChooseAsync("followsId", "Establish software colleges");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.Locator(".fault")).ToContainTextAsync("Choose both the earlier commitment and how this one stands to it");
        await page.SelectAsync("to", "in-progress");
        await page.Locator("[name=reason]").FillAsync("The first maps were named");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record the step" }).ClickAsync();
        await Expect(page.Locator(".fault")).ToContainTextAsync("Give the day since which it stands there");
        await page.Locator("[name=on]").FillAsync("2024-05-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record the step" }).ClickAsync();
        await Expect(page.Locator(".notice")).ToContainTextAsync("stands at “in progress” now");
        Assert.NotEqual("", await page.Locator("[name=followsId]").InputValueAsync());

        await page.GotoAsync("/commitments/transformation-roadmaps");
        Assert.EndsWith("/commitments/roadmaps-by-industry", page.Url, StringComparison.Ordinal);
        await Expect(page.Locator(".steps")).ToContainTextAsync("The first maps were named");
        await Expect(page.Locator("main")).ToContainTextAsync(name.Trim());
    }

    [Fact]
    public async Task A_page_that_has_failed_says_so_and_comes_back_with_what_was_typed()
    {
        await using var server = new TrackerServer();
        await server.StartAsync();
        var page = await Chromium.OpenAtAsync(server.Address);
        await page.SignInAsync("mei");
        await page.EditAsync("/commitments/software-colleges/edit");
        await page.Locator("[name=timeframe]").FillAsync("By the end of the dec");
        await server.SqlAsync("""ALTER TABLE "Settings" RENAME TO "Lost";""");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.Locator("[data-failed]")).ToContainTextAsync("This page has stopped working");
        await server.SqlAsync("""ALTER TABLE "Lost" RENAME TO "Settings";""");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show it again" }).ClickAsync();
        await Expect(page.Locator("[name=timeframe]")).ToHaveValueAsync("By the end of the dec");
    }
}
