using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Browser;

/// <summary>A corrected text of an announcement comes in.</summary>
public sealed class NewVersionTests(Chromium chromium) : Journeys(chromium)
{
    private const string First =
        "Plan for ports.\nThe ministry will build 12 cranes in Anhui. Towns will fund rail yards. Every port will publish its tariffs. The bureau will train pilots.\n";

    private const string Second =
        "Plan for ports, corrected.\nThe ministry will build 20 cranes in Anhui. Every port will publish its tariffs. Training of pilots is up to the bureau from now on.\n";

    [Fact]
    public async Task Annotations_made_elsewhere_are_uploaded_and_what_is_hostile_in_them_stays_text()
    {
        var page = await Chromium.OpenAsync("tom");
        await page.PasteAsync("Rails plan", "Towns will fund rail yards. Ports will publish tariffs.");
        await page.EditAsync("/announcements/rails-plan/import-annotations");
        await page.Locator("[name=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "notes.json",
                    MimeType = "application/json",
                    Buffer = "no json"u8.ToArray(),
                }
            );
        await Expect(page.Locator(".fault")).ToContainTextAsync("This is no JSON");
        await page.Locator("[name=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "notes.json",
                    MimeType = "application/json",
                    Buffer =
                        """
                {"rows": [
                  {"id": "1", "created": "2024-05-02T08:30:00Z", "user": "acct:mei@hypothes.is", "uri": "http://x", "text": "<img src=x onerror=\"document.title='owned'\">", "tags": [], "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "fund rail yards"}]}]},
                  {"id": "2", "created": "2024-05-02T08:30:00Z", "user": "acct:mei@hypothes.is", "uri": "http://x", "text": "", "tags": [], "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "build rockets"}]}]}
                ]}
                """u8.ToArray(),
                }
            );
        await Expect(page.Locator(".told")).ToContainTextAsync("Added: 1. Changed: 0. Here already: 0. Left: 1.");
        await Expect(page.Locator(".list")).ToContainTextAsync("Its words are not in version 1");
        await page.GotoAsync("/announcements/rails-plan");
        await Expect(page.Locator(".notes")).ToContainTextAsync("<img src=x onerror=");
        Assert.DoesNotContain("owned", await page.TitleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quotations_go_over_to_a_corrected_text_and_an_editor_settles_those_that_can_not()
    {
        var page = await Chromium.OpenAsync("mei");
        await page.PasteAsync("Ports plan", First);
        foreach (var words in new[] { "build 12 cranes in Anhui", "Towns will fund rail yards", "publish its tariffs", "train pilots" })
        {
            await page.MarkAsync(words);
            await (await page.ChooseCommentAsync()).FillAsync($"On {words}");
            await page.GetByRole(AriaRole.Button, new() { Name = "Attach the words" }).ClickAsync();
            await Expect(page.Locator(".told")).ToContainTextAsync("attached");
        }

        // Nothing new is refused; what was typed survives that and a reload.
        await page.EditAsync("/announcements/ports-plan/new-version");
        await page.Locator("[name=why]").FillAsync("Corrected by the ministry");
        await page.Locator("[name=text]").FillAsync(First);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add version 2" }).ClickAsync();
        await Expect(page.Locator(".fault")).ToContainTextAsync("letter for letter");
        await page.Locator("[name=text]").FillAsync(Second);
        await Chromium.Server.WaitForDraftAsync("Training of pilots is up to the bureau");
        await page.EditAsync("/announcements/ports-plan/new-version");
        await Expect(page.Locator("[name=text]")).ToHaveValueAsync(Second);
        await Expect(page.Locator("[name=why]")).ToHaveValueAsync("Corrected by the ministry");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add version 2" }).ClickAsync();

        await page.WaitForURLAsync("**/reanchor*");
        await Expect(page.Locator(".told")).ToContainTextAsync("1 quotation of the older one went over");
        var items = page.Locator(".settle > li");
        await Expect(items).ToHaveCountAsync(3);

        // The command line says the same and moves nothing that is unsure.
        var (code, said) = Chromium.Server.Cli("reanchor", "ports-plan");
        Assert.Equal(0, code);
        var lines = said.Split('\n').Where(l => l.StartsWith('{')).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["ambiguous", "lost", "lost"], lines.Select(l => l.GetProperty("state").GetString()).Order());
        Assert.Contains("0 quotations carried over, 3 left to an editor", said, StringComparison.Ordinal);

        // Readers see the old words with a sign until then.
        var reader = await Chromium.OpenAsync();
        await reader.GotoAsync("/announcements/ports-plan");
        await reader.GetByText("3 quotations of older versions").ClickAsync();
        await Expect(reader.Locator("details[open]")).ToContainTextAsync("build 12 cranes in Anhui");
        await reader.GetByRole(AriaRole.Link, new() { Name = "build 12 cranes in Anhui" }).ClickAsync();
        await Expect(reader.Locator(".older")).ToContainTextAsync("This is version 1");
        await Expect(reader.Locator(":target")).ToHaveTextAsync("build 12 cranes in Anhui");

        // Another number: accepted by the editor who sees both.
        var cranes = items.Filter(new() { HasText = "12 cranes" });
        await Expect(cranes).ToContainTextAsync("another number");
        await Expect(cranes.Locator("ins")).ToHaveTextAsync("20");
        await cranes.GetByRole(AriaRole.Button, new() { Name = "Quote version 2" }).ClickAsync();
        await Expect(items).ToHaveCountAsync(2);

        // Dropped: it stays what version 1 said.
        var yards = items.Filter(new() { HasText = "Towns will fund rail yards" });
        await Expect(yards).ToContainTextAsync("not found");
        await yards.GetByRole(AriaRole.Button, new() { Name = "Version 2 does not say it" }).ClickAsync();
        await Expect(items).ToHaveCountAsync(1);

        // Other words, chosen by hand.
        await items.GetByRole(AriaRole.Link, new() { Name = "Choose other words" }).ClickAsync();
        await page.Locator("[data-interactive]:has(.source-text)").WaitForAsync();
        await page.MarkAsync("Training of pilots is up to the bureau");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the change" }).ClickAsync();
        await page.WaitForURLAsync("**/reanchor");
        await Expect(page.Locator("main")).ToContainTextAsync("Nothing is left to settle");

        await reader.GotoAsync("/announcements/ports-plan");
        foreach (var words in new[] { "build 20 cranes in Anhui", "publish its tariffs", "Training of pilots is up to the bureau" })
        {
            await Expect(reader.Locator(".words a", new() { HasText = words })).ToBeVisibleAsync();
        }

        await reader.GetByText("1 quotation of an older version").ClickAsync();
        await Expect(reader.Locator("details[open]")).ToContainTextAsync("Version 2 does not say it any more");
        Assert.Equal(0, Chromium.Server.Cli("verify").Code);
    }

    [Fact]
    public async Task A_version_that_is_added_the_moment_it_was_pasted_leaves_no_call_behind()
    {
        var page = await Chromium.OpenAsync("tom");
        await page.PasteAsync("Quick plan", First);
        for (var version = 2; version < 5; version++)
        {
            await page.EditAsync("/announcements/quick-plan/new-version");
            await page.Locator("[name=text]").FillAsync($"{Second}\nPrinted {version} times.");
            await page.GetByRole(AriaRole.Button, new() { Name = $"Add version {version}" }).ClickAsync();
            await page.WaitForURLAsync("**/reanchor**");
            await Expect(page.Locator("main")).ToContainTextAsync("Nothing is left to settle");
        }
    }
}
