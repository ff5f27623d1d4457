using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Browser;

/// <summary>Fields of forms: nothing typed into them is lost, and each is worked with the keyboard alone.</summary>
public sealed class FieldTests(Chromium chromium) : Journeys(chromium)
{
    private const string Words =
        "Two parks along the river, typed faster than a server can answer, letter by letter, and none of them may be lost.";

    [Fact]
    public async Task No_letter_is_lost_of_what_is_typed_at_full_speed_while_another_editor_works_on_the_same_text()
    {
        var page = await Chromium.OpenAsync("mei");
        await page.PasteAsync("Fast plan", "The city will build ten roads by 2030. It will open two parks along the river.");
        await page.MarkAsync("two parks");
        var other = await Chromium.OpenAsync("tom");
        await other.EditAsync(new Uri(page.Url).AbsolutePath);
        await other.MarkAsync("ten roads");
        await (await other.ChooseCommentAsync()).FillAsync("How long?");
        var title = page.Locator("[name=title]");
        await title.FillAsync(""); // what the marked words say stood there
        await title.FocusAsync();
        var attach = other.GetByRole(AriaRole.Button, new() { Name = "Attach the words" }).ClickAsync();
        for (var round = 0; round < 3; round++)
        {
            await title.PressSequentiallyAsync(Words[(round * Words.Length / 3)..((round + 1) * Words.Length / 3)]);
        }

        await attach;
        await Expect(page.Locator(".pane-queue")).ToContainTextAsync("How long?");
        await Expect(title).ToHaveValueAsync(Words);
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear", Exact = true }).ClickAsync();
        await Expect(title).ToHaveValueAsync("");
    }

    [Fact]
    public async Task What_another_saves_appears_in_the_field_that_one_stands_in_and_an_own_edit_is_taken_back_from_its_message()
    {
        var (mei, tom) = (await Chromium.OpenAsync("mei"), await Chromium.OpenAsync("tom"));
        await mei.EditAsync("/commitments/emerging-digital-sectors/edit");
        await tom.EditAsync("/commitments/emerging-digital-sectors/edit");
        var (mine, theirs) = (mei.Locator("[name=timeframe]"), tom.Locator("[name=timeframe]"));
        await mine.FocusAsync();
        await theirs.FillAsync("in this decade");
        await tom.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(mine).ToHaveValueAsync("in this decade");
        await Expect(mine).ToBeFocusedAsync();

        await mine.PressSequentiallyAsync(", or later");
        await mei.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(theirs).ToHaveValueAsync("in this decade, or later");
        await mei.GetByRole(AriaRole.Button, new() { Name = "Undo", Exact = true }).ClickAsync();
        await Expect(mei.Locator(".mud-snackbar")).ToContainTextAsync("Taken back.");
        await Expect(mine).ToHaveValueAsync("in this decade");
        await Expect(theirs).ToHaveValueAsync("in this decade");

        await mei.GetByRole(AriaRole.Button, new() { Name = "Retire it" }).ClickAsync();
        await Expect(mei.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Takes it out of view");
        Assert.Empty((await mei.RunAxe()).Violations);
        await mei.Keyboard.PressAsync("Escape");
        await Expect(mei.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(mei.GetByRole(AriaRole.Button, new() { Name = "Retire it" })).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task A_day_is_typed_in_words_or_chosen_from_a_calendar_and_a_value_from_a_list_by_keyboard(int width, ColorScheme scheme)
    {
        var page = await Chromium.OpenAsync("mei", width, scheme);
        await page.EditAsync("/commitments/software-colleges/edit");
        var since = page.Locator("[name=on]");
        await since.FocusAsync();
        await page.Keyboard.TypeAsync("May 2024");
        await Expect(page.GetByText("No whole day yet.")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.TypeAsync("5 ");
        await Expect(page.GetByText("No whole day yet.")).ToHaveCountAsync(0);
        await Expect(since).ToHaveValueAsync("5 May 2024"); // it stays as it was typed

        await page.Keyboard.PressAsync("ArrowDown");
        var calendar = page.GetByRole(AriaRole.Dialog);
        await Expect(calendar.GetByRole(AriaRole.Button).First).ToBeFocusedAsync();
        Assert.Empty((await page.RunAxe()).Violations);
        await page.Keyboard.PressAsync("Escape");
        await Expect(calendar).ToHaveCountAsync(0);
        await Expect(since).ToHaveValueAsync("5 May 2024");
        await Expect(since).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await calendar.GetByRole(AriaRole.Button, new() { NameRegex = new("17") }).First.ClickAsync();
        await Expect(since).ToHaveValueAsync("2024-05-17");
        await Expect(calendar).ToHaveCountAsync(0);

        var to = page.Locator("[name=to]");
        await to.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator(".mud-popover-open [role=option]").First).ToBeVisibleAsync();
        Assert.Empty((await page.RunAxe()).Violations);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(to).ToHaveAttributeAsync("data-value", "in-progress");
        await Expect(to).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Escape"); // what was only looked at is not taken
        await Expect(to).ToHaveAttributeAsync("data-value", "in-progress");
    }
}
