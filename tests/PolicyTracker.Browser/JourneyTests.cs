using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Browser;

public sealed class JourneyTests(Chromium chromium) : Journeys(chromium)
{
    private const string Hostile =
        "The ministry will train 5,000 engineers by 2026. <script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"> 加快建设算力网络。";

    private string Address => Chromium.Server.Address;

    [Theory]
    [InlineData("/changes", false)]
    [InlineData("/commitments/software-colleges/edit", true)]
    public async Task Whoever_presses_tab_sees_where_the_focus_is(string path, bool isInteractive)
    {
        var page = await Chromium.OpenAsync("tom");
        await (isInteractive ? page.EditAsync(path) : page.GotoAsync(path));
        if (isInteractive)
        {
            await Expect(page.Locator("h1")).ToBeFocusedAsync(); // the page sets the focus once
        }

        var stops = new HashSet<string>();
        for (var i = 0; i < 25; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var stop = await page.EvaluateAsync<string>(
                "(() => { const e = document.activeElement, c = getComputedStyle(e); return e === document.body ? '' : `${e.tagName} ${e.name ?? ''} ${e.textContent.trim().slice(0, 40)}: ${c.outlineStyle} ${c.outlineWidth}`; })()"
            );
            Assert.True(stop.Length == 0 || stop.EndsWith(": solid 3px", StringComparison.Ordinal), stop);
            stops.Add(stop);
        }

        Assert.True(stops.Count > 10);
    }

    [Fact]
    public async Task An_analyst_goes_from_the_overview_to_the_exact_words()
    {
        var page = await Chromium.OpenAsync();
        await page.GotoAsync("/");
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Core sectors" }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/pillars/core-sectors"));
        await page.Locator(".said-words", new() { HasText = "create a number of famous Chinese software parks" }).First.ClickAsync();
        await Expect(page)
            .ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/announcements/miit-press-conference-2023-03-01\\?quote=.*#q-"));
        var target = page.Locator(":target");
        await Expect(target).ToBeVisibleAsync();
        await Expect(target).ToBeInViewportAsync();
        Assert.StartsWith("create a number of", (await target.InnerTextAsync()).Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pasted_announcement_is_annotated_and_stands_on_its_pillar_at_once()
    {
        var page = await Chromium.OpenAsync("mei");
        await page.PasteAsync("Engineers plan", Hostile);
        await page.MarkAsync("train 5,000 engineers by 2026");
        await page.GetByLabel("Title, in your words").FillAsync("Train engineers");
        await page.ChooseAsync("goal", "Integrated circuits and software");
        await page.GetByRole(AriaRole.Button, new() { Name = "Attach the words" }).ClickAsync();
        await Expect(page.Locator(".told")).ToContainTextAsync("attached");
        Assert.Equal("Annotate Engineers plan · Policy Tracker", await page.TitleAsync()); // the script in the text did not run

        var reader = await Chromium.OpenAsync();
        await reader.GotoAsync("/");
        foreach (var slug in new[] { "network-infrastructure", "core-sectors", "manufacturing-transformation" })
        {
            await reader.GotoAsync("/pillars/" + slug);
            if (await reader.GetByText("train 5,000 engineers by 2026").CountAsync() > 0)
            {
                await reader
                    .Locator("blockquote", new() { HasText = "train 5,000 engineers by 2026" })
                    .First.Locator("a")
                    .First.ClickAsync();
                await Expect(reader.Locator(":target")).ToHaveTextAsync("train 5,000 engineers by 2026");
                Assert.DoesNotContain("owned", await reader.TitleAsync(), StringComparison.Ordinal);
                await Expect(reader.GetByText("<script>")).ToBeVisibleAsync();
                return;
            }
        }

        Assert.Fail("The commitment is on no pillar's page.");
    }

    [Fact]
    public async Task Words_are_marked_with_the_keyboard_alone()
    {
        var page = await Chromium.OpenAsync("tom");
        await page.PasteAsync("Keyboard plan", "Build twelve factories.");
        await page.Locator(".source-text").FocusAsync();
        await page.Keyboard.PressAsync("Control+Home");
        await page.Keyboard.PressAsync("Control+Shift+ArrowRight");
        await page.Keyboard.PressAsync("Control+Shift+ArrowRight");
        await Expect(page.Locator("[data-marked][data-filled]")).ToHaveTextAsync("Build twelve");
        await page.Keyboard.PressAsync("x");
        await Expect(page.Locator(".source-text")).ToHaveTextAsync("Build twelve factories.");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[name=goal]")).ToBeFocusedAsync(); // the first field that is empty: the words give the title
    }

    [Fact]
    public async Task Of_two_editors_on_one_annotation_the_second_is_told_and_keeps_what_was_typed()
    {
        var first = await Chromium.OpenAsync("mei");
        await first.PasteAsync("Shared plan", "The bureau will open ten laboratories.");
        await first.MarkAsync("ten laboratories");
        await (await first.ChooseCommentAsync()).FillAsync("Which ten?");
        await first.GetByRole(AriaRole.Button, new() { Name = "Attach the words" }).ClickAsync();
        await Expect(first.Locator(".told")).ToBeVisibleAsync();

        var second = await Chromium.OpenAsync("tom");
        await second.EditAsync(new Uri(first.Url).AbsolutePath);
        foreach (var page in new[] { first, second })
        {
            await page.Locator(".list").GetByRole(AriaRole.Button, new() { Name = "Change" }).ClickAsync();
        }

        await first.Locator("[name=note]").FillAsync("Named in the annex.");
        await second.Locator("[name=note]").FillAsync("Ask the bureau.");
        await first.GetByRole(AriaRole.Button, new() { Name = "Save the change" }).ClickAsync();
        await Expect(first.Locator(".told")).ToContainTextAsync("changed");
        await second.GetByRole(AriaRole.Button, new() { Name = "Save the change" }).ClickAsync();
        await Expect(second.Locator(".fault")).ToContainTextAsync("mei changed this");
        await Expect(second.Locator("[name=note]")).ToHaveValueAsync("Ask the bureau.");
        await Expect(second.Locator(".list")).ToContainTextAsync("Named in the annex.");
    }

    [Fact]
    public async Task A_summary_downloaded_in_the_browser_verifies_on_the_command_line()
    {
        var page = await Chromium.OpenAsync();
        await page.GotoAsync("/pillars/core-sectors/summary");
        await Expect(page.Locator("article blockquote").First).ToBeVisibleAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByText("Download Markdown").ClickAsync());
        var file = Path.Combine(Chromium.Server.Data, "core-sectors.md");
        await download.SaveAsAsync(file);
        var verified = Chromium.Server.Cli("verify", file);
        Assert.True(verified.Code == 0, verified.Out);
        Assert.Equal(File.ReadAllText(file), Chromium.Server.Cli("export", "pillar", "core-sectors").Out);
    }

    [Fact]
    public async Task What_was_typed_is_there_again_after_the_server_was_killed_in_mid_edit()
    {
        await using var server = new TrackerServer { HasAccounts = false };
        await server.StartAsync();
        await Visit.UntilAsync(() => Task.FromResult(server.SetupLink.Length > 0), "No link to set up was printed.");
        var page = await Chromium.OpenAtAsync(server.Address);
        await page.GotoAsync(server.SetupLink);
        await page.GetByLabel("Name").FillAsync("ada");
        await page.GetByLabel("Password, 15 characters or more").FillAsync(Visit.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the administrator" }).ClickAsync();
        await page.GetByText("Sign out").WaitForAsync();
        await page.PasteAsync("Restart plan", "We will lay 900 km of cable.");
        await page.MarkAsync("lay 900 km of cable");
        await page.GetByLabel("Title, in your words").FillAsync("Lay cab");
        await server.WaitForDraftAsync("Lay cab");
        await server.KillAsync();
        await Expect(page.GetByText("The connection to the server is lost.")).ToBeVisibleAsync();
        await server.StartAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Try now" }).ClickAsync(); // or wait: the page tries by itself
        await Expect(page.GetByText("The connection to the server is lost.")).ToBeHiddenAsync();
        await Expect(page.GetByLabel("Title, in your words")).ToHaveValueAsync("Lay cab");
        await Expect(page.Locator("[data-marked]")).ToHaveTextAsync("lay 900 km of cable");

        await page.GotoAsync(server.SetupLink);
        await Expect(page.GetByText("There is an administrator already")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Bad_input_gets_one_message_and_nothing_is_lost()
    {
        var page = await Chromium.OpenAsync("mei");
        await page.EditAsync("/announcements/new");
        await page.Locator("[name=title]").FillAsync("Hidden");
        await page.GetByLabel("Issuer (the body that made it)").FillAsync("MIIT");
        await page.Locator("[name=date]").FillAsync("2031-01-01");
        await page.Locator("[name=text]").FillAsync("pay \u202E001\u202C yuan");
        var save = page.GetByRole(AriaRole.Button, new() { Name = "Add and annotate" });
        await save.ClickAsync();
        await Expect(page.Locator(".fault")).ToContainTextAsync("hidden control");
        await page.GetByText("Remove the hidden characters").ClickAsync();
        await Expect(page.Locator("[name=text]")).ToHaveValueAsync("pay 001 yuan");
        await Expect(page.Locator(".fault")).ToHaveCountAsync(0);
        await save.ClickAsync();
        await Expect(page.Locator(".fault")).ToContainTextAsync("in the future");
        await page.Locator("[name=date]").FillAsync("2024-01-01");
        await page.Locator("[name=slug]").FillAsync("miit-press-conference-2023-03-01");
        await save.ClickAsync();
        await Expect(page.Locator(".fault")).ToContainTextAsync("is taken");
        await Expect(page.Locator("[name=text]")).ToHaveValueAsync("pay 001 yuan");
        await page.Locator("[name=slug]").FillAsync("pay-plan");
        await save.ClickAsync();
        await page.WaitForURLAsync("**/announcements/pay-plan/annotate");
    }

    [Fact]
    public async Task Of_two_editors_on_one_commitment_the_second_sees_both_and_loses_nothing()
    {
        const string path = "/commitments/software-colleges/edit";
        var (mei, tom) = (await Chromium.OpenAsync("mei"), await Chromium.OpenAsync("tom"));
        await mei.EditAsync(path);
        await tom.EditAsync(path);
        await tom.Locator("[name=title]").FillAsync("Tom’s title");
        await tom.Locator("[name=timeframe]").FillAsync("Tom’s note");
        await mei.Locator("[name=title]").FillAsync("Mei’s title");
        await mei.Locator("[name=due]").FillAsync("2030-12-31");
        await mei.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(mei.Locator(".notice")).ToContainTextAsync("Saved");

        await Expect(tom.Locator(".fault")).ToContainTextAsync("mei changed this");
        await Expect(tom.Locator(".both")).ToContainTextAsync("Tom’s title");
        await Expect(tom.Locator(".both")).ToContainTextAsync("Mei’s title");
        await Expect(tom.Locator("[name=due]")).ToHaveValueAsync("2030-12-31");
        await tom.GetByRole(AriaRole.Button, new() { Name = "Keep mine" }).ClickAsync();
        await tom.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(tom.Locator(".notice")).ToContainTextAsync("Saved");

        // Mei has nothing half typed: her form shows what stands, and no draft is made of it.
        await Expect(mei.Locator("p.told")).ToContainTextAsync("You see it as it stands now");
        await Expect(mei.Locator("[name=title]")).ToHaveValueAsync("Tom’s title");
        await mei.GotoAsync("/account");
        await Expect(mei.Locator("section[aria-labelledby=drafts]")).Not.ToContainTextAsync("Tom’s title");
        await mei.GotoAsync("/commitments/software-colleges");
        await Expect(mei.Locator("h1")).ToHaveTextAsync("Tom’s title");
        await Expect(mei.Locator("main")).ToContainTextAsync("31 December 2030");
        await Expect(mei.Locator(".changes")).ToContainTextAsync("mei, version 2");
    }

    [Fact]
    public async Task A_text_of_nearly_five_megabytes_is_kept_and_one_above_is_told_of_and_not_lost()
    {
        var page = await Chromium.OpenAsync("tom");
        await page.EditAsync("/announcements/new");
        await page.Locator("[name=title]").FillAsync("Long plan");
        await page.GetByLabel("Issuer (the body that made it)").FillAsync("State Council");
        await page.Locator("[name=date]").FillAsync("2024-05-01");
        var save = page.GetByRole(AriaRole.Button, new() { Name = "Add and annotate" });
        const string fill =
            "n => { const box = document.querySelector('[name=text]'); box.value = 'We will build roads. 加快建设。\\n'.repeat(n); box.dispatchEvent(new Event('input', { bubbles: true })); }";
        await page.EvaluateAsync(fill, 160_000);
        await Expect(page.Locator("#text-fault")).ToContainTextAsync("the most is 5 MB"); // said at once, with nothing sent
        await save.ClickAsync();
        await Expect(page.Locator(".said .fault")).ToContainTextAsync("the most is 5 MB");
        Assert.True(await page.EvaluateAsync<int>("document.querySelector('[name=text]').value.length") > 4_000_000);
        await page.EvaluateAsync(
            """
            () => {
              globalThis.seen = [];
              new MutationObserver(() => { const bar = document.querySelector("progress"); if (bar) globalThis.seen.push(bar.value); })
                .observe(document.body, { childList: true, subtree: true, attributes: true });
            }
            """
        );
        await page.EvaluateAsync(fill, 130_000);
        await Expect(page.Locator("#text-fault")).ToHaveCountAsync(0);
        await save.ClickAsync();
        await page.WaitForFunctionAsync("() => globalThis.seen.length > 2 && globalThis.seen.at(-1) > globalThis.seen[0]"); // progress is shown, and goes on
        await page.Locator("[data-interactive]:has(.source-text)").WaitForAsync(new() { Timeout = 2 * Visit.Patience });
        Assert.Equal(
            "We will build roads. 加快建设。\n".Length * 130_000,
            await page.EvaluateAsync<int>("document.querySelector('.source-text').firstChild.length")
        );

        await page.EvaluateAsync("getSelection().selectAllChildren(document.querySelector('.source-text'))");
        await Expect(page.Locator(".fault")).ToContainTextAsync("a quotation has 10,000 at most");
        await page.MarkAsync("build roads");
    }

    [Fact]
    public void A_second_server_at_the_same_address_says_so_and_stops()
    {
        var (code, said) = Chromium.Server.StartAgain();
        Assert.Equal(1, code);
        Assert.Contains($"Another program is listening at {Address}", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal); // no stack trace
    }

    [Fact]
    public async Task An_analyst_compares_two_years_and_goes_on_to_the_commitment()
    {
        var page = await Chromium.OpenAsync("tom");
        await page.GotoAsync("/announcements/miit-press-conference-2023-03-01");
        var words = await page.Locator(".reader .words", new() { HasText = "establish software colleges" }).First.InnerTextAsync();
        await page.PasteAsync(
            "A year later",
            words.Replace("establish software colleges", "establish twenty software colleges", StringComparison.Ordinal)
        );

        var reader = await Chromium.OpenAsync();
        await reader.GotoAsync("/compare");
        await reader.GetByLabel("Earlier text").SelectOptionAsync("miit-press-conference-2023-03-01");
        await reader.GetByLabel("Later text").SelectOptionAsync("a-year-later");
        await reader.GetByLabel("Pillar").SelectOptionAsync("core-sectors");
        await reader.GetByLabel("Passages").SelectOptionAsync("changes");
        await reader.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        var pair = reader.Locator(".pair", new() { HasText = "twenty" }).First;
        await Expect(pair.Locator("ins")).ToHaveTextAsync("twenty");
        await Expect(pair).ToContainTextAsync("another number");
        await pair.GetByRole(AriaRole.Link, new() { Name = "Establish software colleges" }).ClickAsync();
        await Expect(reader).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/commitments/software-colleges"));
    }
}
