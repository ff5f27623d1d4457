using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Browser;

/// <summary>A record is chosen by typing words of its name, with the keyboard alone.</summary>
public sealed class ChoiceTests(Chromium chromium) : Journeys(chromium)
{
    [Theory]
    [InlineData(1440, ColorScheme.Light, "software-parks")]
    [InlineData(390, ColorScheme.Dark, "software-colleges")]
    public async Task A_body_is_found_by_its_Chinese_name_chosen_with_the_arrows_and_kept(int width, ColorScheme scheme, string commitment)
    {
        var page = await Chromium.OpenAsync("mei", width, scheme);
        await page.EditAsync($"/commitments/{commitment}/edit");
        var body = page.GetByLabel("Responsible body");
        var stood = await body.InputValueAsync();
        await page.Locator("[name=slug]").FocusAsync();
        for (var field = 0; field < 8; field++)
        {
            await page.Keyboard.PressAsync("Tab"); // who only passes by changes nothing
        }

        await Expect(body).ToHaveValueAsync(stood);
        await Expect(page.GetByLabel("Initiative")).ToHaveValueAsync("");
        await body.SelectTextAsync();
        await body.PressSequentiallyAsync("国务");
        var list = page.Locator(".mud-popover-open");
        await Expect(list).ToContainTextAsync("State Council");
        await body.PressSequentiallyAsync("院"); // what was typed is not typed over when the list opens
        await Expect(body).ToHaveValueAsync("国务院");
        await Expect(list).ToContainTextAsync("State Council");
        Assert.Empty((await page.RunAxe()).Violations);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(body).ToHaveValueAsync("State Council");
        await Expect(list).ToHaveCountAsync(0);
        await Expect(body).ToBeFocusedAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.Locator(".notice")).ToBeVisibleAsync();
        var reader = await Chromium.OpenAsync();
        await reader.GotoAsync($"/commitments/{commitment}");
        await Expect(reader.Locator("main")).ToContainTextAsync("State Council");

        await body.FillAsync("no such body");
        await Expect(list).ToContainTextAsync("No name holds “no such body”.");
        await page.Keyboard.PressAsync("Tab");
        await Expect(body).ToHaveValueAsync("State Council"); // what is no name changes nothing
        await body.FillAsync("");
        await Expect(body).ToHaveAttributeAsync("data-value", ""); // who empties the field takes the choice back
    }
}
