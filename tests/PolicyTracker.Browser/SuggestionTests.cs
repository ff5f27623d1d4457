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
        await page.Keyboard.PressAsync("s");
        await Expect(page.Locator(".told")).ToContainTextAsync("2 commitments were attached");
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
        await Expect(panel.Locator("[data-relation=SameAs]")).ToContainTextAsync("one more quotation");
        await Expect(panel).ToContainTextAsync("Ministry of Industry and Information Technology (body)");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await Expect(panel.Locator("[data-relation=Replaces]")).ToContainTextAsync("becomes superseded");
        await panel.FocusAsync();
        await page.Keyboard.PressAsync("c");
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
        await Expect(page.Locator(".told")).ToBeVisibleAsync();
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

        // a: accepted as it is, on the pillar's page at once, and the next one is shown.
        await panel.FocusAsync();
        await page.Keyboard.PressAsync("a");
        await Expect(page.Locator(".told")).ToContainTextAsync("attached");
        await Expect(heading).ToContainTextAsync("(4 left)");
        await reader.GotoAsync("/pillars/network-infrastructure");
        await Expect(reader.Locator(".quoted", new() { HasText = "connect all harbours by optical fibre" }))
            .ToContainTextAsync("suggested by the program and accepted by an editor");

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

        // c: into the form, with what the words measure as the name of a new indicator; what is typed there is not overwritten by the next.
        await page.Locator(".suggestions").GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await page.Locator(".suggestions").GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await Expect(words).ToHaveTextAsync("300 smart factories by 2027");
        await Expect(panel).ToContainTextAsync("measures “smart factories”");
        await panel.FocusAsync();
        await page.Keyboard.PressAsync("c");
        await Expect(page.GetByLabel("Name of the indicator")).ToHaveValueAsync("Smart factories");
        await Expect(page.Locator("[name=value]")).ToHaveValueAsync("300");
        await Expect(page.Locator("[name=period]")).ToHaveValueAsync("2027");
        await page.GetByLabel("Name of the indicator").FillAsync("Smart factories built");
        await panel.FocusAsync();
        await page.Keyboard.PressAsync("p");
        await page.Keyboard.PressAsync("a");
        await Expect(page.Locator(".fault")).ToContainTextAsync("not attached yet");
        await Expect(page.GetByLabel("Name of the indicator")).ToHaveValueAsync("Smart factories built");
        await page.GetByRole(AriaRole.Button, new() { Name = "Attach the words" }).ClickAsync();
        await Expect(page.Locator(".told")).ToContainTextAsync("attached");
        await reader.GotoAsync("/indicators/smart-factories-built");
        await Expect(reader.Locator("main")).ToContainTextAsync("300");
        Assert.Equal(0, Chromium.Server.Cli("verify").Code);
    }
}
