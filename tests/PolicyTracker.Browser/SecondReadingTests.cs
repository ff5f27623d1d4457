using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Browser;

/// <summary>A text is given to an editor, who reads it without the marks of others; both readings are compared then.</summary>
public sealed class SecondReadingTests(Chromium chromium) : Journeys(chromium)
{
    private const string Text = "/announcements/miit-press-conference-2023-03-01";

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task A_second_reading_is_given_at_the_workbench_made_by_keyboard_and_compared(int width, ColorScheme scheme)
    {
        var mei = await Chromium.OpenAsync("mei", width, scheme);
        await mei.EditAsync($"{Text}/annotate");
        await mei.SelectAsync("state", "second-reading");
        await mei.SelectAsync("assignee", "tom");
        await mei.Locator(".assignment button").ClickAsync();
        await Expect(mei.GetByRole(AriaRole.Link, new() { Name = "Second reading, by tom" })).ToBeVisibleAsync();

        var tom = await Chromium.OpenAsync("tom", width, scheme);
        await tom.GotoAsync("/announcements");
        await tom.GetByRole(AriaRole.Link, new() { Name = "Second reading, by tom" }).ClickAsync();
        await Expect(tom.Locator(".reading").First).ToBeVisibleAsync();
        Assert.Empty((await tom.RunAxe()).Violations.Select(v => v.Id));
        var tick = tom.Locator(".reading input[type=checkbox]").Nth(5);
        await tick.UncheckAsync(); // the other window's reading was given back
        await tick.FocusAsync();
        await tom.Keyboard.PressAsync("Space");
        await Expect(tick).ToBeCheckedAsync();
        await tom.GetByRole(AriaRole.Button, new() { Name = "Save and go on" }).ClickAsync();
        await tom.WaitForURLAsync("**page=2");
        await tom.GetByRole(AriaRole.Button, new() { Name = "Save and go back" }).ClickAsync();
        await tom.WaitForURLAsync("**page=1");
        await Expect(tick).ToBeCheckedAsync();
        await mei.GotoAsync($"{Text}/agreement");
        await Expect(mei.Locator("main")).Not.ToContainTextAsync("only tom saw one");

        await tom.GetByRole(AriaRole.Button, new() { Name = "Save and finish the reading" }).ClickAsync();
        await tom.WaitForURLAsync("**/agreement");
        await Expect(tom.Locator("main")).ToContainTextAsync("only tom saw one");
        Assert.Empty((await tom.RunAxe()).Violations.Select(v => v.Id));
        await mei.ReloadAsync();
        await Expect(mei.Locator("main")).ToContainTextAsync("only the record has one");
    }
}
