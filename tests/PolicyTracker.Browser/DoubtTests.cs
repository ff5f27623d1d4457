using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Browser;

/// <summary>What is doubtful is asked before it is saved: nothing typed is lost by it, and who goes on all the same can.</summary>
public sealed class DoubtTests(Chromium chromium) : Journeys(chromium)
{
    private const string Wells =
        "Wells for the north.\nThe ministry will dig ten wells by 2027. Each town will keep a ledger of its own and publish it in spring. The bureau will report to the council every year.\n";

    private const string Kept = "The bureau will report to the council";

    [Theory]
    [InlineData(1440, ColorScheme.Light, "wide")]
    [InlineData(390, ColorScheme.Dark, "narrow")]
    public async Task What_is_here_already_or_no_announcement_is_asked_before_it_is_added(int width, ColorScheme scheme, string name)
    {
        var address = $"https://example.org/{name}/wells";
        var text =
            Wells.Replace("north", $"{name} north", StringComparison.Ordinal)
            + (
                name == "wide"
                    ? ""
                    : "Pumps are bought by the province and given to the towns, which mend them. Every pump has a number of its own.\n"
            );
        var page = await Chromium.OpenAsync("tom", width, scheme);
        await FillAsync(page, $"Wells, {name}", text, address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add and annotate" }).ClickAsync();
        await page.WaitForURLAsync("**/annotate");

        // A known address with another text: asked, with the way to what is here; what was typed stays.
        await FillAsync(
            page,
            $"Roads, {name}",
            $"Roads for the {name} south. Nobody digs anything there, and all is paved with stones from the old quarry.",
            $"http://www.example.org/{name}/wells/"
        );
        await AddAsync(page, "was published at this address");
        await Expect(Asked(page).GetByRole(AriaRole.Link, new() { Name = "add a new version of it" }))
            .ToHaveAttributeAsync("href", $"/announcements/wells-{name}/new-version");
        await Expect(page.Locator("[name=title]")).ToHaveValueAsync($"Roads, {name}");
        await Expect(page.Locator("[name=add-anyway]")).Not.ToBeCheckedAsync();
        await CheckAsync(page, width);

        // An answer holds for what was asked: another address or text is looked at anew.
        await page.Locator("[name=add-anyway]").CheckAsync();
        await page.Locator("[name=address]").FillAsync($"https://example.org/{name}/roads");
        await Expect(Asked(page)).ToHaveCountAsync(0);
        await page.Locator("[name=text]")
            .FillAsync("<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>");
        await AddAsync(page, "looks like an error page");
        await Expect(Asked(page).GetByRole(AriaRole.Link)).ToHaveCountAsync(0);
        await CheckAsync(page, width);

        await page.Locator("[name=text]").FillAsync(text);
        await AddAsync(page, "letter for letter");
        await page.Locator("[name=text]").FillAsync(text.Replace("ten", "nine", StringComparison.Ordinal));
        await AddAsync(page, $"% the text of “Wells, {name}”");

        // The page comes back with what was typed, asks again, and adds it at the second word.
        await Chromium.Server.WaitForDraftAsync("dig nine wells");
        await page.EditAsync("/announcements/new");
        await Expect(page.Locator("[name=text]")).ToHaveValueAsync(text.Replace("ten", "nine", StringComparison.Ordinal));
        await AddAsync(page, $"% the text of “Wells, {name}”");
        await page.Locator("[name=add-anyway]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add and annotate" }).ClickAsync();
        await page.WaitForURLAsync($"**/announcements/roads-{name}/annotate");
        await Expect(page.Locator(".source-text")).ToContainTextAsync(Kept);
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light, "wide")]
    [InlineData(390, ColorScheme.Dark, "narrow")]
    public async Task A_value_that_its_words_do_not_state_is_asked_in_its_form_and_again_when_it_is_brought_back(
        int width,
        ColorScheme scheme,
        string name
    )
    {
        // The words go over a line end, as those of texts from PDF do.
        var desk = await Chromium.OpenAsync("mei");
        await desk.PasteAsync($"Paved roads, {name}", $"Report on roads, {name}.\nIn all, 25 percent of\nroads are paved. Others follow.");
        await desk.EvaluateAsync(
            """
            () => { const n = document.querySelector(".source-text").firstChild, at = n.data.indexOf("25 percent"); getSelection().setBaseAndExtent(n, at, n, n.data.indexOf(" paved")); }
            """
        );
        await Expect(desk.Locator("[data-marked]")).ToContainTextAsync("25 percent of");
        await desk.SelectAsync("supports", "value");
        await desk.GetByLabel("Name of the indicator").FillAsync($"Roads that are paved, {name}");
        await desk.Locator("[name=unit]").FillAsync("percent");
        await desk.Locator("[name=value]").FillAsync("25");
        await desk.Locator("[name=period]").FillAsync("2026");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Attach the words" }).ClickAsync();
        await Expect(desk.Locator(".told")).ToContainTextAsync("attached");
        await desk.GotoAsync("/changes?kind=observation");
        var history = (await desk.Locator("main a[href^='/history/observation/']").First.GetAttributeAsync("href"))!
            .Split('/')[3]
            .Split('?', '#')[0];

        var page = await Chromium.OpenAsync("mei", width, scheme);
        await page.EditAsync($"/records/observation/{history}");
        await page.Locator("[name=value]").FillAsync("35");
        await page.Locator("[name=note]").FillAsync("As the minister said");
        await page.Locator("[name=why]").FillAsync("Heard on the radio");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        var doubt = page.Locator("[data-doubt]");
        await Expect(doubt).ToContainTextAsync("The quoted words do not state this number");
        await Expect(doubt).ToContainTextAsync("Nothing is saved yet");
        await Expect(page.Locator("[name=value]")).ToHaveValueAsync("35");
        await Expect(page.Locator("[name=why]")).ToHaveValueAsync("Heard on the radio");
        await CheckAsync(page, width);

        // A reload keeps what was typed, and saves nothing.
        await Chromium.Server.WaitForDraftAsync("As the minister said");
        await page.EditAsync($"/records/observation/{history}");
        await Expect(page.Locator("[name=value]")).ToHaveValueAsync("35");
        await Expect(page.Locator("[name=note]")).ToHaveValueAsync("As the minister said");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await doubt.GetByRole(AriaRole.Button, new() { Name = "Save it all the same" }).ClickAsync();
        await Expect(page.Locator(".notice")).ToContainTextAsync("Saved");
        await Expect(doubt).ToHaveCountAsync(0);

        // The history says who knew: the doubt stands beside the reason.
        await page.GotoAsync($"/history/observation/{history}");
        await Expect(page.Locator("#v-2")).ToContainTextAsync("Heard on the radio");
        await Expect(page.Locator("#v-2")).ToContainTextAsync("do not state this number");

        // Back to what the words state: nothing is asked. Forward again: asked, and what was typed stays.
        await page.GetByRole(AriaRole.Button, new() { Name = "Restore version 1" }).ClickAsync();
        await Expect(page.Locator(".told")).ToContainTextAsync("The version was restored");
        var second = page.Locator("#v-2");
        await second.GetByLabel("Why").FillAsync("The ministry confirmed it");
        await second.GetByRole(AriaRole.Button, new() { Name = "Restore version 2" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("do not state this number");
        await Expect(page.Locator("ol.history > li")).ToHaveCountAsync(3);
        await Expect(second.GetByLabel("Why")).ToHaveValueAsync("The ministry confirmed it");
        await CheckAsync(page, width);
        await second.GetByRole(AriaRole.Button, new() { Name = "Restore version 2 all the same" }).ClickAsync();
        await Expect(page.Locator(".told")).ToContainTextAsync("The version was restored");
        await Expect(page.Locator("#v-4")).ToContainTextAsync("Restored version 2: The ministry confirmed it");
        await Expect(page.Locator("#v-4")).ToContainTextAsync("do not state this number");
        Assert.Equal(0, Chromium.Server.Cli("verify").Code);
    }

    private static ILocator Asked(IPage page) => page.Locator("form [role=alert]", new() { HasText = "Nothing was added yet" });

    private static async Task FillAsync(IPage page, string title, string text, string address)
    {
        await page.EditAsync("/announcements/new");
        await page.Locator("[name=title]").FillAsync(title);
        await page.GetByLabel("Issuer (the body that made it)").FillAsync("Water Office");
        await page.Locator("[name=date]").FillAsync("2024-05");
        await page.Locator("[name=address]").FillAsync(address);
        await page.Locator("[name=text]").FillAsync(text);
    }

    private static async Task AddAsync(IPage page, string asked)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Add and annotate" }).ClickAsync();
        await Expect(Asked(page)).ToContainTextAsync(asked);
    }

    private static async Task CheckAsync(IPage page, int width)
    {
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, $"wider than {width} px");
        var violations = (await page.RunAxe()).Violations;
        Assert.True(
            violations.Length == 0,
            string.Join("\n", violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"))
        );
    }
}
