using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PolicyTracker.Tests;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Browser;

/// <summary>A pasted announcement is found already read.</summary>
public sealed class SuggestionTests(Chromium chromium) : Journeys(chromium)
{
    private const string Plan =
        "Harbour plan of 3 May 2024\nThe ministry will connect all harbours by optical fibre and train 40 pilots. It will build 300 smart factories by 2027.\n";

    [Fact]
    public async Task All_that_is_sure_in_a_sentence_is_accepted_at_once_and_what_is_typed_meanwhile_stays()
    {
        var page = await Chromium.OpenAsync("tom");
        await page.PasteAsync(
            "Island plan",
            "The ministry will lay optical fibre to all islands and build two data centres on them. It will train cooks."
        );
        await Expect(page.Locator("#suggestions-heading")).ToContainTextAsync("left)");
        await page.GetByLabel("Title, in your words").FillAsync("Half typed");
        await page.Locator(".suggestions").FocusAsync();
        await PressAsync(page, "1", "n", "1", "s"); // a goal for each of the two, and both at once
        await Expect(page.Locator(".told")).ToContainTextAsync("2 suggestions were attached");
        await Expect(page.Locator("[data-suggested]")).ToHaveTextAsync("train cooks"); // another sentence
        await Expect(page.GetByLabel("Title, in your words")).ToHaveValueAsync("Half typed");
        await Expect(page.Locator(".list")).ToContainTextAsync("build two data centres on them");
    }

    [Fact]
    public async Task A_language_model_of_the_operator_adds_what_it_can_quote_and_its_silence_is_told()
    {
        var isSilent = false;
        await using var fake = new FakeLanguageModel(_ =>
            isSilent
                ? (500, "")
                : (
                    200,
                    """{"candidates": [{"kind": "commitment", "quote": "deserves a harbour of its own", "pillar": "network-infrastructure"}, {"kind": "commitment", "quote": "will give each island a harbour"}]}"""
                )
        );
        await using var server = new TrackerServer { Settings = fake.Environment };
        await server.StartAsync();
        var page = await Chromium.OpenAtAsync(server.Address);
        await page.SignInAsync("mei");
        await page.PasteAsync("Island plan", "The ministry will train 40 pilots. Each island deserves a harbour of its own.");
        var panel = page.Locator(".suggestions");
        await Expect(page.Locator("#suggestions-heading")).ToContainTextAsync("(3 left)");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await Expect(page.Locator("[data-suggested]")).ToHaveTextAsync("deserves a harbour of its own");
        await Expect(panel).ToContainTextAsync("low confidence, proposed by the language model");

        isSilent = true;
        await page.PasteAsync("Another plan", "The ministry will train 50 cooks.");
        await Expect(panel.GetByRole(AriaRole.Status)).ToContainTextAsync("The language model does not answer");
        await Expect(page.Locator("[data-suggested]")).ToHaveTextAsync("train 50 cooks");
    }

    [Fact]
    public async Task What_stands_in_the_place_of_a_known_commitment_is_offered_as_that_and_readers_are_led_to_and_fro()
    {
        var page = await Chromium.OpenAsync("mei");
        await page.PasteAsync(
            "Software plan",
            "MIIT will create a number of famous Chinese software parks. Instead of what was said before, it will cultivate 40 digital transformation benchmarks."
        );
        var panel = page.Locator(".suggestions");
        await Expect(panel.Locator(".card")).ToContainTextAsync("One more quotation of");
        await Expect(panel).ToContainTextAsync("Ministry of Industry and Information Technology (body)");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await Expect(panel.Locator("[data-row=Follows]")).ToContainTextAsync("becomes superseded");
        await panel.FocusAsync();
        await PressAsync(page, "1", "a"); // what becomes of another commitment is asked, and attached by no key alone
        await Expect(page.Locator(".fault")).ToContainTextAsync("Choose first that the commitment it replaces becomes superseded");
        await PressAsync(page, "f");
        await Expect(panel.Locator("[data-card-field]")).ToHaveCountAsync(0);
        await Expect(page.Locator("[name=succession]")).ToHaveAttributeAsync("data-value", "replaces");
        var follows = await page.Locator("[name=follows]").InputValueAsync();
        await page.Locator("[name=follows]").FillAsync("");
        await Expect(page.Locator("[name=succession]")).ToHaveCountAsync(0); // it follows none, so there is no how
        await page.ChooseAsync("follows", follows);
        await Expect(page.Locator("[name=succession]")).ToHaveAttributeAsync("data-value", "updates");
        await page.SelectAsync("succession", "replaces");
        await Expect(page.GetByText("becomes “superseded” from the day")).ToBeVisibleAsync();
        await page.Locator("[name=title]").FillAsync("Cultivate 40 benchmarks");
        await page.GetByRole(AriaRole.Button, new() { Name = "Attach the words" }).ClickAsync();
        await Expect(page.Locator(".told")).ToContainTextAsync("attached");
        var reader = await Chromium.OpenAsync();
        await reader.GotoAsync("/commitments/cultivate-40-benchmarks");
        await Expect(reader.Locator(".chain")).ToContainTextAsync("replaced by");
        await reader.Locator(".chain a").First.ClickAsync();
        await Expect(reader.Locator(".chain")).ToContainTextAsync("Cultivate 40 benchmarks");
        await Expect(reader.Locator(".story")).ToContainTextAsync("Replaced by a later commitment");
        await Expect(reader.Locator(".steps")).ToContainTextAsync("superseded");
        await Expect(reader.Locator(".steps blockquote")).ToContainTextAsync("cultivate 40 digital transformation benchmarks");

        // What an editor chose can be changed on the commitment's page.
        await page.EditAsync("/commitments/cultivate-40-benchmarks/edit");
        await page.SelectAsync("follows", "updates");
        await page.Locator("[name=why]").FillAsync("Both stand");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.Locator(".notice")).ToBeVisibleAsync();
        await reader.GotoAsync("/commitments/cultivate-40-benchmarks");
        await Expect(reader.Locator(".chain")).ToContainTextAsync("updated by");
    }

    [Fact]
    public async Task Suggestions_are_worked_through_by_single_keys_and_nothing_is_published_before()
    {
        var page = await Chromium.OpenAsync("mei");
        await page.PasteAsync("Harbour plan", Plan);
        var (panel, words, heading) = (
            page.Locator(".suggestions"),
            page.Locator("[data-suggested]"),
            page.Locator("#suggestions-heading")
        );
        await Expect(words).ToHaveTextAsync("connect all harbours by optical fibre");
        await Expect(heading).ToContainTextAsync("(5 left)");
        await Expect(panel).ToContainTextAsync("Network infrastructure");
        await Expect(panel).Not.ToContainTextAsync("model", new() { IgnoreCase = true }); // none is set, and none is spoken of
        var reader = await Chromium.OpenAsync();
        await reader.GotoAsync("/announcements/harbour-plan");
        await Expect(reader.GetByText("Nothing in this text has been quoted yet")).ToBeVisibleAsync();

        // a: attaches nothing while a goal is asked; 1 takes the first that is offered, and then a attaches what the card shows.
        await panel.FocusAsync();
        await PressAsync(page, "a");
        await Expect(page.Locator(".fault")).ToContainTextAsync("Choose first which goal it serves");
        await PressAsync(page, "1", "a");
        await Expect(page.Locator(".told")).ToContainTextAsync("attached");
        await Expect(heading).ToContainTextAsync("(4 left)");
        await reader.GotoAsync("/pillars/network-infrastructure");
        await Expect(reader.Locator(".quoted", new() { HasText = "connect all harbours by optical fibre" }))
            .ToContainTextAsync("suggested by the program and accepted by an editor");

        // r: rejected, and not offered again after a reload. n and p go to and fro.
        await Expect(words).ToHaveTextAsync("train 40 pilots");
        await Expect(panel).ToBeFocusedAsync(); // work goes on there
        await PressAsync(page, "r");
        await Expect(heading).ToContainTextAsync("(3 left)");
        await Expect(words).ToHaveTextAsync("40 pilots");
        await page.Keyboard.PressAsync("n");
        await Expect(words).ToHaveTextAsync("build 300 smart factories by 2027");
        await page.Keyboard.PressAsync("p");
        await Expect(words).ToHaveTextAsync("40 pilots");
        await page.EditAsync(new Uri(page.Url).AbsolutePath);
        await Expect(heading).ToContainTextAsync("(3 left)");

        // A value of no known indicator asks for one: its name is typed on the card, and what was typed is there after a reload.
        await panel.FocusAsync();
        await PressAsync(page, "n", "n", "g");
        await Expect(words).ToHaveTextAsync("300 smart factories by 2027");
        await Expect(panel.Locator("[name=card-title]")).ToHaveValueAsync("Smart factories");
        await panel.Locator("[name=card-title]").FillAsync("Smart factories built");
        await Expect(panel.GetByRole(AriaRole.Button, new() { Name = "Make the indicator “Smart factories built”" })).ToBeVisibleAsync();
        await Chromium.Server.WaitForDraftAsync("Smart factories built");
        await page.EditAsync(new Uri(page.Url).AbsolutePath);
        await Expect(words).ToHaveTextAsync("300 smart factories by 2027");
        await panel.FocusAsync();
        await PressAsync(page, "g");
        await Expect(panel.Locator("[name=card-title]")).ToHaveValueAsync("Smart factories built");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Make the indicator “Smart factories built”" }).ClickAsync();
        await Expect(panel.Locator("[data-row=Filed]")).ToContainTextAsync("new indicator “Smart factories built”");
        await Expect(panel).ToBeFocusedAsync();
        await PressAsync(page, "a");
        await Expect(page.Locator(".told")).ToContainTextAsync("attached");
        await reader.GotoAsync("/indicators/smart-factories-built");
        await Expect(reader.Locator("main")).ToContainTextAsync("300");
        Assert.Equal(0, Chromium.Server.Cli("verify").Code);
    }

    [Fact]
    public async Task A_key_each_50_ms_counts_and_a_commitment_is_filed_elsewhere_with_three_keys_beside_typing()
    {
        var page = await Chromium.OpenAsync("tom");
        await page.PasteAsync(
            "Canal plan",
            "The ministry will dredge eleven canals. It will repair twelve locks. It will plant thirteen groves. It will name fourteen bridges."
        );
        var (heading, words) = (page.Locator("#suggestions-heading"), page.Locator("[data-suggested]"));
        await Expect(words).ToHaveTextAsync("dredge eleven canals");
        var left = await page.EvaluateAsync<int>(
            "() => Number(document.querySelector('#suggestions-heading').textContent.match(/\\d+/)[0])"
        );
        await page.Locator(".source-text").FocusAsync();

        // From the text to the suggestions, then one decision after the other without waiting for any, the last of them taken back.
        await PressAsync(page, "q", "1", "a", "r", "1", "a", "r", "u");
        await Expect(heading).ToContainTextAsync($"({left - 3} left)");
        await Expect(page.Locator(".bench-list")).ToContainTextAsync("dredge eleven canals");

        // Another goal than those offered: g, its name as it is typed, Enter, and a.
        await Expect(page.Locator(".suggestions")).ToBeFocusedAsync();
        while (!(await words.TextContentAsync())!.StartsWith("plant", StringComparison.Ordinal))
        {
            var before = await heading.TextContentAsync();
            await PressAsync(page, "r");
            await Expect(heading).Not.ToHaveTextAsync(before!);
        }

        // None waits: not for the field, not for the names, not for the card.
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.TypeAsync("circuits");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("a");
        await Expect(page.Locator(".bench-list")).ToContainTextAsync("plant thirteen groves");
        var reader = await Chromium.OpenAsync();
        await reader.GotoAsync("/commitments?goal=circuits-and-software");
        await Expect(reader.Locator("main")).ToContainTextAsync("Plant thirteen groves");
        await Expect(page.Locator(".suggestions")).ToBeFocusedAsync();

        // u works everywhere outside a field, and Esc leads from the suggestions to the text.
        await page.GetByRole(AriaRole.Tab, new() { Name = "All" }).ClickAsync();
        await PressAsync(page, "u");
        await Expect(page.Locator(".bench-list")).Not.ToContainTextAsync("plant thirteen groves");
        await PressAsync(page, "Escape");
        await Expect(page.Locator(".source-text")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Many_are_chosen_in_a_table_decided_at_once_and_taken_back_at_once()
    {
        var page = await Chromium.OpenAsync("mei");
        await page.PasteAsync("Mill plan", "The ministry will restore 21 mills. It will open 22 barns. It will close 23 kilns.");
        var heading = page.Locator("#suggestions-heading");
        await Expect(heading).ToContainTextAsync("left)");
        var all = await heading.TextContentAsync();
        await page.GetByRole(AriaRole.Tab, new() { Name = "All" }).ClickAsync();
        await page.SelectAsync("only-kind", "commitment");
        await Expect(page.Locator(".suggestions tbody tr")).ToHaveCountAsync(3);
        Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
        await page.Locator(".suggestions thead input[type=checkbox]").CheckAsync();
        await page.Locator("[name=reject-reason]").FillAsync("Too small to track");
        await page.GetByRole(AriaRole.Button, new() { Name = "Reject chosen (3)" }).ClickAsync();
        await Expect(page.Locator(".told")).ToContainTextAsync("3 suggestions were rejected");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Held back" }).ClickAsync();
        await Expect(page.Locator(".suggestions")).ToContainTextAsync("Rejected by mei");
        await Expect(page.Locator(".suggestions")).ToContainTextAsync("Too small to track");
        Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(heading).ToHaveTextAsync(all!);
    }

    // Without waiting for what a key does.
    private static async Task PressAsync(IPage page, params string[] keys)
    {
        foreach (var key in keys)
        {
            await page.Keyboard.PressAsync(key, new() { Delay = 50 });
        }
    }
}
