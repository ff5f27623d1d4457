using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Browser;

/// <summary>What an editor does at the workbench with mouse, keys and a finger.</summary>
public sealed class WorkbenchTests(Chromium chromium) : Journeys(chromium)
{
    private const string Text = "The city will build ten roads by 2030. It will open two parks along the river. Nothing else is planned.";

    [Fact]
    public async Task Sentences_are_marked_widened_and_trimmed_with_single_keys_and_a_key_says_what_they_are()
    {
        var page = await OpenAsync("mei", "Keys plan");
        var text = page.Locator(".source-text");
        await text.FocusAsync();
        await page.Keyboard.PressAsync("Control+Home");
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("[data-marked]")).ToHaveTextAsync("The city will build ten roads by 2030.");
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("[data-marked]")).ToHaveTextAsync("It will open two parks along the river.");
        await page.Keyboard.PressAsync("]");
        await page.Keyboard.PressAsync("]");
        await Expect(page.Locator("[data-marked]")).ToHaveTextAsync("open two parks along the river.");
        for (var i = 0; i < 3; i++)
        {
            await page.Keyboard.PressAsync("{"); // the full stop, "river", "the"
        }

        await Expect(page.Locator("[data-marked]")).ToHaveTextAsync("open two parks along");
        await page.Keyboard.PressAsync(".");
        await Expect(page.Locator("[data-marked]")).ToHaveTextAsync("It will open two parks along the river.");
        await page.Keyboard.PressAsync("k");
        await Expect(page.Locator("[data-marked]")).ToHaveTextAsync("The city will build ten roads by 2030.");
        await page.Keyboard.PressAsync("?");
        await Expect(page.Locator("#keys")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await text.FocusAsync();
        await page.Keyboard.PressAsync("n");
        await Expect(page.Locator("[name=supports]")).ToHaveAttributeAsync("data-value", "comment");
        await Expect(page.Locator("[name=note]")).ToBeFocusedAsync(); // the first field that is empty
        await Expect(text).ToHaveTextAsync(Text); // no key has written into it
    }

    [Fact]
    public async Task The_toolbar_stands_at_the_words_and_an_end_is_dragged()
    {
        var page = await OpenAsync("tom", "Drag plan");
        await page.MarkAsync("build ten");
        var bar = page.Locator(".marking");
        await Expect(bar).ToBeVisibleAsync();
        var grip = (await page.Locator("[data-grip=end]").BoundingBoxAsync())!;
        var to = await page.EvaluateAsync<float[]>(
            """
            () => { const n = document.querySelector(".source-text").firstChild, r = document.createRange(), at = n.data.indexOf("roads") + 5;
                    r.setStart(n, at - 1); r.setEnd(n, at); const b = r.getBoundingClientRect(); return [b.right, b.top + b.height / 2]; }
            """
        );
        await page.Mouse.MoveAsync(grip.X + (grip.Width / 2), grip.Y + 10);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to[0] - 3, to[1], new() { Steps = 4 });
        await page.Mouse.MoveAsync(to[0], to[1], new() { Steps = 2 });
        await page.Mouse.UpAsync();
        await Expect(page.Locator("[data-marked]")).ToHaveTextAsync("build ten roads");
        await page.Locator("[data-grip=start]").FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(page.Locator("[data-marked]")).ToHaveTextAsync("will build ten roads");
        await bar.GetByRole(AriaRole.Button, new() { Name = "Comment" }).ClickAsync();
        await Expect(page.Locator("[name=supports]")).ToHaveAttributeAsync("data-value", "comment");
    }

    [Fact]
    public async Task An_attached_quotation_is_undone_and_done_again()
    {
        var page = await OpenAsync("mei", "Undo plan");
        await page.AttachCommentAsync("two parks", "Which two?");
        await Expect(page.Locator(".bench-list .list")).ToContainTextAsync("Which two?");
        await page.Locator(".source-text").FocusAsync();
        await page.Keyboard.PressAsync("u");
        await Expect(page.Locator(".told")).ToContainTextAsync("Undone.");
        await Expect(page.Locator(".bench-list")).ToContainTextAsync("Nothing is quoted yet");
        await page.GetByRole(AriaRole.Button, new() { Name = "Redo" }).ClickAsync();
        await Expect(page.Locator(".bench-list .list")).ToContainTextAsync("Which two?");
        Assert.Equal(1, await page.EvaluateAsync<int>("CSS.highlights.get('hl-slate').size"));
    }

    [Fact]
    public async Task What_lies_at_the_caret_is_said_and_listed()
    {
        var page = await OpenAsync("tom", "Caret plan");
        await page.AttachCommentAsync("ten roads by 2030", "First");
        await page.AttachCommentAsync("roads", "Second");
        await page.AttachCommentAsync("two parks", "Third");
        await page.SelectAsync("only", "caret");
        await page.EvaluateAsync(
            "(() => { const n = document.querySelector('.source-text').firstChild, at = n.data.indexOf('roads') + 2; getSelection().collapse(n, at); })()"
        );
        await Expect(page.Locator("[data-at]")).ToContainTextAsync("comment “First”; comment “Second”");
        await Expect(page.Locator(".bench-list .list > li")).ToHaveCountAsync(2);
        Assert.Equal(1, await page.EvaluateAsync<int>("CSS.highlights.get('hl-twice').size")); // where two lie over each other
    }

    [Fact]
    public async Task On_a_phone_the_panes_are_a_drawer_over_the_text_and_who_closes_it_goes_on_where_they_were()
    {
        var page = await Chromium.OpenAsync("mei", 390);
        await page.PasteAsync("Phone plan", Text);
        await Expect(page.Locator(".pane-record")).ToBeHiddenAsync();
        await page.EvaluateAsync(
            "(() => { const n = document.querySelector('.source-text').firstChild; getSelection().setBaseAndExtent(n, 14, n, 29); })()"
        );
        await page.Locator(".marking").GetByRole(AriaRole.Button, new() { Name = "Comment" }).ClickAsync();
        await Expect(page.Locator(".pane-record [data-marked]")).ToHaveTextAsync("build ten roads");
        Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
        await page.Locator("[name=note]").FillAsync("Where?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Attach the words" }).ClickAsync();
        await Expect(page.Locator(".told")).ToBeVisibleAsync();
        await page.Locator(".panes [data-show=queue]").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show “build ten roads”" }).ClickAsync();
        await Expect(page.Locator(".pane-queue")).ToBeHiddenAsync();
        await Expect(page.Locator(".source-text")).ToBeFocusedAsync();

        // By keyboard: its button opens it, Esc closes it and leads back to the button; so does a click beside it.
        var open = page.Locator(".panes [data-show=queue]");
        await open.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".pane-queue")).ToBeFocusedAsync();
        await Expect(open).ToHaveAttributeAsync("aria-expanded", "true");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".pane-queue")).ToBeHiddenAsync();
        await Expect(open).ToBeFocusedAsync();
        await open.ClickAsync();
        await page.Mouse.ClickAsync(8, 400);
        await Expect(page.Locator(".pane-queue")).ToBeHiddenAsync();
        await Expect(open).ToHaveAttributeAsync("aria-expanded", "false");

        // The keys of the text lead there, too.
        await page.Locator(".source-text").FocusAsync();
        await page.Keyboard.PressAsync("q");
        await Expect(page.Locator(".suggestions")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".source-text")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_comment_of_a_megabyte_is_not_cut_off_in_silence_and_the_page_lives_on()
    {
        var page = await OpenAsync("tom", "Paste plan");
        await page.MarkAsync("two parks");
        await (await page.ChooseCommentAsync()).FillAsync("Before");
        await page.EvaluateAsync(
            """
            () => { const data = new DataTransfer(); data.setData("text/plain", "x".repeat(1048576));
                    document.querySelector("[name=note]").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })); }
            """
        );
        await Expect(page.Locator("#too-long")).ToContainTextAsync("1,048,576 characters; this field takes 10,000");
        await Expect(page.Locator("[name=note]")).ToHaveValueAsync("Before");
        await page.Locator("[name=note]").FillAsync("Before and after");
        await page.GetByRole(AriaRole.Button, new() { Name = "Attach the words" }).ClickAsync();
        await Expect(page.Locator(".told")).ToContainTextAsync("attached");
    }

    [Fact]
    public async Task A_hand_made_message_reaches_nothing_that_the_page_does_not_offer()
    {
        var page = await OpenAsync("mei", "Forged plan");
        await page.MarkAsync("two parks");
        // The browser says that a record was chosen of which there is none, and that the words are of a kind that there is not.
        await page.EvaluateAsync(
            """
            () => { const s = document.querySelector("[name=goal]"); s.value = "No such goal"; s.dataset.value = "0a21372d-0000-7000-8000-000000000000"; s.dispatchEvent(new Event("input", { bubbles: true })); s.dispatchEvent(new Event("change", { bubbles: true }));
                    const k = document.querySelector("[name=supports]"); k.value = "pillar"; k.dataset.value = "pillar"; for (const e of ["input", "change"]) k.dispatchEvent(new Event(e, { bubbles: true })); }
            """
        );
        await page.Locator("[name=title]").FillAsync("Forged");
        await page.GetByRole(AriaRole.Button, new() { Name = "Attach the words" }).ClickAsync();
        await Expect(page.Locator(".fault")).ToContainTextAsync("Choose the goal");
        await Expect(page.Locator("[name=title]")).ToHaveValueAsync("Forged");
        Assert.Equal(0, Chromium.Server.Cli("verify").Code);
    }

    [Fact]
    public async Task Leaving_with_something_typed_asks_first_and_the_draft_is_offered_again()
    {
        var page = await OpenAsync("tom", "Leave plan");
        await page.MarkAsync("two parks");
        await (await page.ChooseCommentAsync()).FillAsync("Half a thou");
        var asked = new List<string>();
        page.Dialog += async (_, dialog) =>
        {
            asked.Add(dialog.Message);
            await (asked.Count == 1 ? dialog.DismissAsync() : dialog.AcceptAsync());
        };
        var annotate = page.Url;
        await page.GetByRole(AriaRole.Link, new() { Name = "Commitments", Exact = true }).ClickAsync();
        await Visit.UntilAsync(() => Task.FromResult(asked.Count > 0), "Nothing was asked.");
        await Expect(page.Locator("[name=note]")).ToHaveValueAsync("Half a thou");
        Assert.Contains("kept as a draft", Assert.Single(asked), StringComparison.Ordinal);
        Assert.Equal(annotate, page.Url);
        await page.GetByRole(AriaRole.Link, new() { Name = "Commitments", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Commitments", Exact = true })).ToBeVisibleAsync();
        Assert.Equal(2, asked.Count); // once for each try, not again by the browser
        await page.GotoAsync("/account");
        await page.GetByRole(AriaRole.Link, new() { Name = "Annotating leave-plan" }).ClickAsync();
        await Expect(page.Locator("[name=note]")).ToHaveValueAsync("Half a thou");
    }

    [Fact]
    public async Task Words_cut_off_from_a_not_and_a_value_they_do_not_state_are_told_before_they_are_saved()
    {
        var page = await Chromium.OpenAsync("mei");
        await page.PasteAsync("Offices plan", "The council is not allowed to close a rural office. Unpaved roads are many.");
        await page.MarkAsync("allowed to close a rural office");
        await Expect(page.Locator("[data-cut]")).ToContainTextAsync("“not” stands before these words");
        await page.Locator(".source-text").FocusAsync();
        await page.Keyboard.PressAsync("w");
        await Expect(page.Locator("[data-marked]")).ToContainTextAsync("not allowed to close a rural office");
        await Expect(page.Locator("[data-cut]")).ToHaveCountAsync(0);

        await page.MarkAsync("Unpaved roads");
        await page.SelectAsync("supports", "value");
        await page.GetByLabel("Name of the indicator").FillAsync("Unpaved roads");
        await page.Locator("[name=unit]").FillAsync("percent");
        await page.Locator("[name=value]").FillAsync("25");
        await page.Locator("[name=period]").FillAsync("2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "Attach the words" }).ClickAsync();
        await Expect(page.Locator("[data-doubt]")).ToContainTextAsync("They state no number");
        await Expect(page.Locator("[name=value]")).ToHaveValueAsync("25"); // nothing typed is lost
        await page.GetByRole(AriaRole.Button, new() { Name = "Attach them all the same" }).ClickAsync();
        await Expect(page.Locator(".told")).ToContainTextAsync("attached");
    }

    private async Task<IPage> OpenAsync(string editor, string title)
    {
        var page = await Chromium.OpenAsync(editor);
        await page.PasteAsync(title, Text);
        return page;
    }
}
