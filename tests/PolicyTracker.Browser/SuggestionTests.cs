using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Browser;

/// <summary>A pasted announcement is found already read.</summary>
[Collection(UsesChromium.Name)]
public sealed class SuggestionTests(Chromium chromium)
{
    private const string Plan = "Harbour plan of 3 May 2024\nThe ministry will connect all harbours by optical fibre and train 40 pilots. It will build 300 smart factories by 2027.\n";

    [Fact]
    public async Task All_that_is_sure_in_a_sentence_is_accepted_at_once_and_what_is_typed_meanwhile_stays()
    {
        var page = await chromium.Browser.OpenAsync(chromium.Server.Address);
        await page.SignInAsync("tom");
        await page.PasteAsync("Island plan", "The ministry will lay optical fibre to all islands and build ten data centres on them. It will train cooks.");
        await Expect(page.Locator("#suggestions-heading")).ToContainTextAsync("left)");
        await page.GetByLabel("Title, in your words").FillAsync("Half typed");
        await page.Locator(".suggestions").FocusAsync();
        await page.Keyboard.PressAsync("s");
        await Expect(page.Locator(".told")).ToContainTextAsync("2 commitments were attached");
        await Expect(page.Locator("[data-suggested]")).ToHaveTextAsync("train cooks"); // another sentence
        await Expect(page.GetByLabel("Title, in your words")).ToHaveValueAsync("Half typed");
        await Expect(page.Locator(".list")).ToContainTextAsync("build ten data centres on them");
    }

    [Fact]
    public async Task Suggestions_are_worked_through_by_single_keys_and_nothing_is_published_before()
    {
        var page = await chromium.Browser.OpenAsync(chromium.Server.Address);
        await page.SignInAsync("mei");
        await page.PasteAsync("Harbour plan", Plan);
        var (panel, words, heading) = (page.Locator(".suggestions"), page.Locator("[data-suggested]"), page.Locator("#suggestions-heading"));
        await Expect(words).ToHaveTextAsync("connect all harbours by optical fibre");
        await Expect(heading).ToContainTextAsync("(5 left)");
        await Expect(panel).ToContainTextAsync("Network infrastructure");
        var reader = await chromium.Browser.OpenAsync(chromium.Server.Address);
        await reader.GotoAsync("/announcements/harbour-plan");
        await Expect(reader.GetByText("Nothing in this text has been quoted yet")).ToBeVisibleAsync();

        // a: accepted as it is, on the pillar's page at once, and the next one is shown.
        await panel.FocusAsync();
        await page.Keyboard.PressAsync("a");
        await Expect(page.Locator(".told")).ToContainTextAsync("attached");
        await Expect(heading).ToContainTextAsync("(4 left)");
        await reader.GotoAsync("/pillars/network-infrastructure");
        await Expect(reader.Locator("blockquote", new() { HasText = "connect all harbours by optical fibre" })).ToBeVisibleAsync();

        // r: rejected, and not offered again after a reload. n and p go to and fro.
        await Expect(words).ToHaveTextAsync("train 40 pilots");
        await panel.FocusAsync();
        await page.Keyboard.PressAsync("r");
        await Expect(heading).ToContainTextAsync("(3 left)");
        await Expect(words).ToHaveTextAsync("40 pilots");
        await page.Keyboard.PressAsync("n");
        await Expect(words).ToHaveTextAsync("build 300 smart factories by 2027");
        await page.Keyboard.PressAsync("p");
        await Expect(words).ToHaveTextAsync("40 pilots");
        await page.EditAsync(new Uri(page.Url).AbsolutePath);
        await Expect(heading).ToContainTextAsync("(3 left)");

        // c: into the form, for what the program can't know; what is typed there is not overwritten by the next.
        await page.Locator(".suggestions").GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await page.Locator(".suggestions").GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await Expect(words).ToHaveTextAsync("300 smart factories by 2027");
        await panel.FocusAsync();
        await page.Keyboard.PressAsync("a");
        await Expect(page.Locator(".fault")).ToBeVisibleAsync(); // a new indicator has no name yet
        await Expect(page.Locator("[name=value]")).ToHaveValueAsync("300");
        await Expect(page.Locator("[name=period]")).ToHaveValueAsync("2027");
        await page.GetByLabel("Name of the indicator").FillAsync("Smart factories");
        await panel.FocusAsync();
        await page.Keyboard.PressAsync("p");
        await page.Keyboard.PressAsync("a");
        await Expect(page.Locator(".fault")).ToContainTextAsync("not attached yet");
        await Expect(page.GetByLabel("Name of the indicator")).ToHaveValueAsync("Smart factories");
        await page.GetByRole(AriaRole.Button, new() { Name = "Attach the words" }).ClickAsync();
        await Expect(page.Locator(".told")).ToContainTextAsync("attached");
        await reader.GotoAsync("/indicators/smart-factories");
        await Expect(reader.Locator("main")).ToContainTextAsync("300");
        Assert.Equal(0, chromium.Server.Cli("verify").Code);
    }
}
