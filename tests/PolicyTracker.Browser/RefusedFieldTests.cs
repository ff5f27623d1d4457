using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Browser;

/// <summary>What is refused says why, shows in which field, and loses nothing.</summary>
public sealed class RefusedFieldTests(Chromium chromium) : Journeys(chromium)
{
    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task The_field_that_a_refusal_is_about_is_marked_until_it_is_mended(int width, ColorScheme scheme)
    {
        var page = await Chromium.OpenAsync("mei", width, scheme);
        await page.EditAsync("/records/pillar/new");
        await page.Locator("[name=name]").FillAsync($"Harbours {width}");
        await page.Locator("[name=slug]").FillAsync("network-infrastructure");
        var add = page.GetByRole(AriaRole.Button, new() { Name = "Add it", Exact = true });
        await add.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("“network-infrastructure” is taken");
        var slug = page.Locator("[name=slug]");
        await Expect(slug).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(slug).ToBeFocusedAsync();
        await Expect(page.Locator("[aria-invalid=true]")).ToHaveCountAsync(1);
        Assert.Empty((await page.RunAxe()).Violations);

        await slug.FillAsync($"harbours {width}");
        await add.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("can't be part of an address");
        await Expect(slug).ToHaveAttributeAsync("aria-invalid", "true");
        await slug.FillAsync($"harbours-{width}");
        await add.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync($"Harbours {width}");
        await Expect(page.Locator("[aria-invalid=true]")).ToHaveCountAsync(0);
    }
}
