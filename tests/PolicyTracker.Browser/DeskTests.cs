using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Browser;

/// <summary>What waits is read in its sentence and decided by keys, several at once.</summary>
public sealed class DeskTests(Chromium chromium) : Journeys(chromium)
{
    [Fact]
    public async Task A_second_editor_chooses_approves_and_sends_back_with_keys_alone_and_goes_on_with_the_next()
    {
        await using var server = new TrackerServer();
        await server.StartAsync();
        var (ada, mei, tom) = (
            await Chromium.OpenAtAsync(server.Address),
            await Chromium.OpenAtAsync(server.Address),
            await Chromium.OpenAtAsync(server.Address)
        );
        await ada.SignInAsync("ada");
        await ada.EditAsync("/admin");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Require a second editor" }).ClickAsync();
        await Expect(ada.Locator(".told")).ToContainTextAsync("another editor approves");
        await mei.SignInAsync("mei");
        await mei.PasteAsync(
            "Desk plan",
            "The city will build ten roads by 2030.\n\nIt will open two parks and four schools along the river."
        );
        foreach (var words in new[] { "ten roads", "two parks", "four schools" })
        {
            await mei.AttachCommentAsync(words, $"Which {words}?", "waits for another editor");
        }

        await tom.SignInAsync("tom");
        await tom.EditAsync("/changes/waiting");
        await Expect(tom.Locator(".desk-words").Nth(1)).ToHaveTextAsync("It will open two parks and four schools along the river.");
        await Expect(tom.Locator(".desk-words mark").Nth(1)).ToHaveTextAsync("two parks");
        Assert.Empty((await tom.RunAxe()).Violations);
        var items = tom.Locator(".history article");
        await items.First.FocusAsync();
        await tom.Keyboard.PressAsync("x");
        await Expect(tom.GetByText("1 edit is chosen.")).ToBeVisibleAsync();
        await tom.Keyboard.PressAsync("j");
        await Expect(items.Nth(1)).ToBeFocusedAsync();
        await tom.Keyboard.PressAsync("Space");
        await Expect(tom.GetByText("2 edits are chosen.")).ToBeVisibleAsync();
        await tom.Keyboard.PressAsync("a");
        await Expect(tom.Locator(".notice")).ToContainTextAsync("2 edits are published.");
        await Expect(items).ToHaveCountAsync(1);
        await Expect(items.First).ToBeFocusedAsync();
        await Expect(tom.Locator(".who-bar")).ToContainTextAsync("1 edit waits");

        await tom.Keyboard.PressAsync("r");
        await Expect(tom.Locator("[name=reason]")).ToBeFocusedAsync();
        await tom.Keyboard.PressAsync("Enter");
        await Expect(tom.Locator("[name=reason]")).ToHaveAttributeAsync("aria-invalid", "true"); // there is no reason yet
        await tom.Keyboard.TypeAsync("Name them.");
        await tom.Keyboard.PressAsync("Enter");
        await Expect(tom.Locator(".empty")).ToContainTextAsync("Nothing waits");
        await mei.EditAsync("/changes/waiting");
        await Expect(mei.Locator(".history")).ToContainTextAsync("Name them.");
    }
}
