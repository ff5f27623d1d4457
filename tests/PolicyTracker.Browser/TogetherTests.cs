using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Browser;

/// <summary>Two and three browsers at once.</summary>
public sealed class TogetherTests(Chromium chromium) : Journeys(chromium)
{
    private const string Text = "The bureau will open ten laboratories and two schools by 2030.";

    [Fact]
    public async Task Editors_see_each_other_and_each_others_edits_without_losing_their_place()
    {
        var mei = await Chromium.OpenAsync("mei");
        await mei.PasteAsync("Live plan", Text);
        var tom = await Chromium.OpenAsync("tom");
        await tom.EditAsync(new Uri(mei.Url).AbsolutePath);
        await Expect(mei.Locator("[data-presence]")).ToHaveTextAsync("Also here: tom");
        await Expect(tom.Locator("[data-presence]")).ToHaveTextAsync("Also here: mei");

        await tom.MarkAsync("two schools");
        await (await tom.ChooseCommentAsync()).FillAsync("Half ty");
        await mei.AttachCommentAsync("ten laboratories", "Which ten?");
        await Expect(tom.Locator(".bench-list .list")).ToContainTextAsync("Which ten?");
        await Expect(tom.Locator("[name=note]")).ToHaveValueAsync("Half ty");
        await Expect(tom.Locator("[data-marked]")).ToHaveTextAsync("two schools");

        // An edit of another process, as of another node, comes too.
        var file = Path.Combine(Chromium.Server.Data, "live.json");
        await File.WriteAllTextAsync(
            file,
            """{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "id": "urn:live", "body": {"type": "TextualBody", "value": "From afar", "purpose": "commenting"}, "target": {"source": "x", "selector": {"type": "TextQuoteSelector", "exact": "by 2030"}}}"""
        );
        Assert.Equal(0, Chromium.Server.Cli("import", "annotations", file, "--announcement", "live-plan").Code);
        await Expect(tom.Locator(".bench-list .list")).ToContainTextAsync("From afar");
        await mei.Context.CloseAsync();
        await Expect(tom.Locator("[data-presence]")).ToHaveTextAsync("", new() { Timeout = 2 * Visit.Patience });
    }

    [Fact]
    public async Task The_same_comment_changed_in_two_tabs_of_one_editor_is_merged_field_by_field()
    {
        var first = await Chromium.OpenAsync("mei");
        await first.PasteAsync("Tabs plan", Text);
        await first.AttachCommentAsync("ten laboratories", "Where?");
        var second = await first.Context.NewPageAsync();
        await second.EditAsync(new Uri(first.Url).AbsolutePath);
        await Expect(second.Locator("[data-presence]")).ToHaveTextAsync("Also here: you, in another tab");
        foreach (var tab in new[] { first, second })
        {
            await tab.GetByRole(AriaRole.Button, new() { Name = "Change “ten laboratories”" }).ClickAsync();
            await Expect(tab.Locator("[name=note]")).ToHaveValueAsync("Where?");
        }

        await first.Locator("[name=note]").FillAsync("In the north.");
        await second.Locator("[name=note]").FillAsync("In the south.");
        await first.GetByRole(AriaRole.Button, new() { Name = "Save the change" }).ClickAsync();
        await Expect(first.Locator(".told")).ToContainTextAsync("changed");
        await second.GetByRole(AriaRole.Button, new() { Name = "Save the change" }).ClickAsync();
        var row = second.Locator(".both tbody tr", new() { HasText = "Comment" });
        await Expect(row.Locator("td").Nth(0)).ToHaveTextAsync("Where?");
        await Expect(row.Locator("td").Nth(1)).ToHaveTextAsync("In the north.");
        await Expect(row.Locator("td").Nth(2)).ToHaveTextAsync("In the south.");
        await Expect(second.GetByRole(AriaRole.Button, new() { Name = "Save the change" })).ToBeDisabledAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Keep mine" }).ClickAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "Save the change" }).ClickAsync();
        await Expect(first.Locator(".bench-list .list")).ToContainTextAsync("In the south.");
    }

    [Fact]
    public async Task Two_tabs_keep_a_draft_each_and_another_device_is_offered_it()
    {
        var desk = await Chromium.OpenAsync("tom");
        await desk.PasteAsync("Devices plan", Text);
        await desk.MarkAsync("ten laboratories");
        await desk.Locator("[name=title]").FillAsync("Typed at the desk");
        await Chromium.Server.WaitForDraftAsync("Typed at the desk");
        var path = new Uri(desk.Url).AbsolutePath;
        var train = await Chromium.OpenAsync("tom", 390);
        await train.EditAsync(path);
        await Expect(train.Locator("[data-draft]")).ToContainTextAsync("typed in another tab or on another device");
        await train.GetByRole(AriaRole.Button, new() { Name = "Go on with it here" }).ClickAsync();
        await train.Locator(".panes [data-show=record]").ClickAsync();
        await Expect(train.Locator("[name=title]")).ToHaveValueAsync("Typed at the desk");
        await Expect(train.Locator("[data-marked]")).ToHaveTextAsync("ten laboratories");
    }

    [Fact]
    public async Task A_second_editor_approves_before_readers_see_it()
    {
        await using var server = new TrackerServer();
        await server.StartAsync();
        var (ada, mei, tom, reader) = (
            await Chromium.OpenAtAsync(server.Address),
            await Chromium.OpenAtAsync(server.Address),
            await Chromium.OpenAtAsync(server.Address),
            await Chromium.OpenAtAsync(server.Address)
        );
        await ada.SignInAsync("ada");
        await ada.EditAsync("/admin");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Require a second editor" }).ClickAsync();
        await Expect(ada.Locator(".told")).ToContainTextAsync("another editor approves");

        await mei.SignInAsync("mei");
        await mei.PasteAsync("Approved plan", Text);
        await mei.AttachCommentAsync("ten laboratories", "Which ten?", "waits for another editor");
        await Expect(mei.Locator(".bench-head")).ToContainTextAsync("1 edit waits");
        await reader.GotoAsync("/announcements/approved-plan");
        await Expect(reader.GetByText("Which ten?")).ToHaveCountAsync(0);
        await mei.GotoAsync("/changes/waiting");
        await Expect(mei.GetByRole(AriaRole.Button, new() { Name = "Approve and publish" })).ToHaveCountAsync(0);

        await tom.SignInAsync("tom");
        await tom.GotoAsync("/");
        await tom.GetByRole(AriaRole.Link, new() { Name = "1 edit waits" }).ClickAsync();
        await Expect(tom.Locator(".history")).ToContainTextAsync("Which ten?");
        await Expect(tom.Locator(".desk-words mark")).ToHaveTextAsync("ten laboratories");
        await tom.ApproveAllAsync();
        await reader.ReloadAsync();
        await Expect(reader.GetByText("Which ten?")).ToBeVisibleAsync();

        // What is to be retired waits, too, and the page stays to say so.
        await mei.EditAsync("/commitments/software-parks/edit");
        await mei.GetByRole(AriaRole.Button, new() { Name = "Retire it" }).ClickAsync();
        await mei.GetByRole(AriaRole.Button, new() { Name = "Yes, retire it" }).ClickAsync();
        await Expect(mei.Locator(".notice")).ToContainTextAsync("waits for another editor");
        await reader.GotoAsync("/commitments/software-parks");
        await Expect(reader.Locator("h1")).ToHaveTextAsync("Create software parks");
        await tom.ApproveAllAsync();
        Assert.Equal(410, (await reader.GotoAsync("/commitments/software-parks"))!.Status);
        Assert.Equal(0, server.Cli("verify").Code);
    }

    [Fact]
    public async Task Who_is_disabled_sees_an_open_page_close_and_saves_nothing_more()
    {
        await using var server = new TrackerServer();
        await server.StartAsync();
        var (ada, tom) = (await Chromium.OpenAtAsync(server.Address), await Chromium.OpenAtAsync(server.Address));
        await tom.SignInAsync("tom");
        await tom.PasteAsync("Open plan", Text);
        await tom.MarkAsync("ten laboratories");
        await (await tom.ChooseCommentAsync()).FillAsync("Too late");

        await ada.SignInAsync("ada");
        await ada.EditAsync("/admin");
        await ada.GetByRole(AriaRole.Button, new() { NameRegex = new("Disable.*tom") }).ClickAsync();
        await Expect(ada.Locator(".told")).ToContainTextAsync("tom is disabled");
        await tom.GetByRole(AriaRole.Button, new() { Name = "Attach the words" }).ClickAsync();
        await Expect(tom.Locator(".fault")).ToContainTextAsync("Only an editor can change records");
        await Expect(tom.GetByText("You are signed out")).ToBeVisibleAsync(new() { Timeout = 2 * Visit.Patience });
        await tom.GotoAsync("/announcements/open-plan/annotate");
        await Expect(tom.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_never_pauses_finds_what_the_store_had_kept_after_a_kill_in_mid_sentence()
    {
        await using var server = new TrackerServer();
        await server.StartAsync();
        var page = await Chromium.OpenAtAsync(server.Address);
        await page.SignInAsync("mei");
        await page.PasteAsync("Typing plan", Text);
        await page.MarkAsync("ten laboratories");
        await (await page.ChooseCommentAsync()).FocusAsync();
        using var kept = new CancellationTokenSource();
        var typing = TypeAsync(page, kept.Token);
        await server.WaitForDraftAsync("abcdefghijkl"); // kept while typing goes on
        await server.KillAsync();
        await kept.CancelAsync();
        Assert.True(await typing > 12);
        await server.StartAsync();
        await page.GotoAsync("/announcements/typing-plan/annotate");
        await page.Locator("[data-interactive]").WaitForAsync();
        Assert.StartsWith("abcdefghijkl", await page.Locator("[name=note]").InputValueAsync(), StringComparison.Ordinal);
    }

    // Never half a second without a key.
    private static async Task<int> TypeAsync(IPage page, CancellationToken end)
    {
        var typed = 0;
        while (!end.IsCancellationRequested)
        {
            await page.Keyboard.TypeAsync(((char)('a' + (typed % 26))).ToString()); // returns when the page has it
            typed++;
        }

        return typed;
    }

    [Fact]
    public async Task A_record_that_was_removed_meanwhile_takes_nothing_that_was_typed_with_it()
    {
        var (mei, tom) = (await Chromium.OpenAsync("mei"), await Chromium.OpenAsync("tom"));
        await mei.PasteAsync("Removed plan", Text);
        await mei.AttachCommentAsync("ten laboratories", "Where?");
        await tom.EditAsync(new Uri(mei.Url).AbsolutePath);
        await tom.GetByRole(AriaRole.Button, new() { Name = "Change “ten laboratories”" }).ClickAsync();
        await Expect(tom.Locator("[name=note]")).ToHaveValueAsync("Where?");
        await tom.Locator("[name=note]").FillAsync("Typed with care");
        await mei.GetByRole(AriaRole.Button, new() { Name = "Remove “ten laboratories”" }).ClickAsync();
        await mei.GetByRole(AriaRole.Button, new() { Name = "Yes, remove it" }).ClickAsync();
        await Expect(mei.Locator(".told")).ToContainTextAsync("removed");
        await tom.GetByRole(AriaRole.Button, new() { Name = "Save the change" }).ClickAsync();
        await Expect(tom.Locator(".fault")).ToContainTextAsync("removed meanwhile");
        await Expect(tom.Locator("[name=note]")).ToHaveValueAsync("Typed with care");
        await Chromium.Server.WaitForDraftAsync("Typed with care");
        await tom.ReloadAsync();
        await Expect(tom.Locator("[name=note]")).ToHaveValueAsync("Typed with care");
        await tom.GetByRole(AriaRole.Button, new() { Name = "Attach the words" }).ClickAsync();
        await Expect(tom.Locator(".bench-list .list")).ToContainTextAsync("Typed with care");
    }

    [Fact]
    public async Task A_lost_connection_comes_back_with_what_was_typed()
    {
        await using var wire = new Wire(Chromium.Server.Address);
        var page = await Chromium.OpenAtAsync(wire.Address);
        await page.SignInAsync("mei");
        await page.PasteAsync("Train plan", Text);
        await page.MarkAsync("ten laboratories");
        await page.Locator("[name=title]").FillAsync("In the tunn");
        await Chromium.Server.WaitForDraftAsync("In the tunn");
        await wire.CutAsync();
        await Expect(page.GetByText("The connection to the server is lost.")).ToBeVisibleAsync(new() { Timeout = 2 * Visit.Patience });
        wire.Mend(); // the page tries by itself
        await Expect(page.GetByText("The connection to the server is lost.")).ToBeHiddenAsync(new() { Timeout = 2 * Visit.Patience });
        await Expect(page.Locator("[name=title]")).ToHaveValueAsync("In the tunn");
        await page.Locator("[name=title]").PressAsync("End");
        await page.Locator("[name=title]").PressSequentiallyAsync("el");
        await page.ChooseAsync("goal", "Integrated circuits and software");
        await page.GetByRole(AriaRole.Button, new() { Name = "Attach the words" }).ClickAsync();
        await Expect(page.Locator(".bench-list .list")).ToContainTextAsync("In the tunnel");
    }

    [Fact]
    public async Task A_pillar_is_renamed_by_two_and_merged_field_by_field_and_restored_from_its_history()
    {
        await using var server = new TrackerServer();
        await server.StartAsync();
        var (mei, tom) = (await Chromium.OpenAtAsync(server.Address), await Chromium.OpenAtAsync(server.Address));
        await mei.SignInAsync("mei");
        await tom.SignInAsync("tom");
        await mei.EditAsync("/structure");
        await mei.GetByRole(AriaRole.Link, new() { Name = "Core sectors of the digital economy", Exact = true }).ClickAsync();
        await mei.Locator("[data-interactive]").WaitForAsync();
        await tom.EditAsync(new Uri(mei.Url).AbsolutePath);
        await tom.Locator("[name=name]").FillAsync("Core sectors, by Tom");
        await tom.Locator("[name=summary]").FillAsync("Tom’s summary.");
        await mei.Locator("[name=name]").FillAsync("Core sectors, by Mei");
        await mei.Locator("[name=slug]").FillAsync("core");
        await mei.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(mei.Locator(".notice")).ToContainTextAsync("Saved");
        await Expect(tom.Locator(".fault")).ToContainTextAsync("mei changed this");
        await Expect(tom.Locator("[name=slug]")).ToHaveValueAsync("core"); // left alone: takes what stands
        await tom.GetByRole(AriaRole.Button, new() { NameRegex = new("Take theirs.*Name") }).ClickAsync();
        await tom.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(tom.Locator(".notice")).ToContainTextAsync("Saved");

        await tom.GotoAsync("/pillars/core-sectors");
        await Expect(tom).ToHaveURLAsync(server.Address + "/pillars/core");
        await Expect(tom.GetByText("Tom’s summary.").First).ToBeVisibleAsync();
        await Expect(tom.Locator("h1")).ToHaveTextAsync("Core sectors, by Mei");
        await Expect(tom.GetByText("since it was published")).ToHaveCountAsync(0); // it was made a moment ago
        await tom.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }).ClickAsync();
        await tom.GetByRole(AriaRole.Link, new() { Name = "History", Exact = true }).ClickAsync();
        await tom.Locator("#v-1").GetByRole(AriaRole.Button, new() { Name = "Restore version 1" }).ClickAsync();
        await Expect(tom.Locator(".told")).ToContainTextAsync("restored");
        await tom.GotoAsync("/pillars/core-sectors");
        await Expect(tom.Locator("h1")).ToHaveTextAsync("Core sectors of the digital economy");
        Assert.Equal(0, server.Cli("verify").Code);
    }
}
