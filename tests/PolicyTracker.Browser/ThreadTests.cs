using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PolicyTracker.Browser;

/// <summary>Editors talk beside the record and beside the text, and are told when they are mentioned.</summary>
public sealed class ThreadTests(Chromium chromium) : Journeys(chromium)
{
    private const string Hostile = "<img src=x onerror=document.title='run'>";

    [Fact]
    public async Task A_thread_is_begun_beside_the_text_answered_elsewhere_and_settled_while_both_look_on()
    {
        var mei = await Chromium.OpenAsync("mei");
        var tom = await Chromium.OpenAsync("tom");
        await mei.EditAsync("/announcements/miit-press-conference-2023-03-01/annotate");
        await mei.Locator("[data-threads]").WaitForAsync();
        await mei.Locator("[name=thread-new]").FillAsync($"Who has seen this? {Hostile}");
        await mei.Locator("form:has([name=thread-new])").GetByRole(AriaRole.Button, new() { Name = "@tom" }).ClickAsync();
        await Expect(mei.Locator("[name=thread-new]")).ToHaveValueAsync($"Who has seen this? {Hostile} @tom ");
        await Chromium.Server.WaitForDraftAsync("Who has seen this");
        await mei.ReloadAsync();
        await Expect(mei.Locator("[name=thread-new]")).ToHaveValueAsync($"Who has seen this? {Hostile} @tom ");
        await mei.GetByRole(AriaRole.Button, new() { Name = "Begin a thread" }).ClickAsync();
        await Expect(mei.Locator(".thread")).ToContainTextAsync(Hostile);
        await Expect(mei.Locator("[name=thread-new]")).ToHaveValueAsync("");
        await Expect(mei.Locator(".thread b")).ToHaveTextAsync("@tom");

        // Who is mentioned is told, and finds the way.
        await tom.GotoAsync("/");
        await Expect(tom.Locator("[data-unread]")).ToContainTextAsync("1");
        await tom.GetByRole(AriaRole.Link, new() { Name = "Threads" }).ClickAsync();
        await Expect(tom.Locator("main")).ToContainTextAsync("mentions you");
        await tom.Locator("main .list a").First.ClickAsync();
        await tom.Locator("[data-threads]").WaitForAsync();
        await Expect(tom.Locator("[data-unread]")).ToHaveCountAsync(0); // seen
        await tom.Locator("[name=thread-reply]").FillAsync("I have.");
        await tom.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(mei.Locator(".thread")).ToContainTextAsync("I have."); // without a reload

        // What is typed while it is settled is not lost.
        await mei.Locator("[name=thread-reply]").FillAsync("Then pray tell");
        await tom.GetByRole(AriaRole.Button, new() { Name = "Settle" }).ClickAsync();
        await mei.Locator("summary").Filter(new() { HasText = "1 settled thread" }).ClickAsync();
        await Expect(mei.Locator(".thread")).ToContainTextAsync("What you had typed is kept: Then pray tell");
        await mei.GetByRole(AriaRole.Button, new() { Name = "Open it again" }).ClickAsync();
        await Expect(mei.Locator("[name=thread-reply]")).ToHaveValueAsync("Then pray tell");
        await mei.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(tom.Locator(".thread")).ToContainTextAsync("Then pray tell");

        // An author changes and withdraws, and both are seen.
        await tom.Locator(".messages li").Filter(new() { HasText = "I have." }).GetByRole(AriaRole.Button).ClickAsync();
        await tom.Locator("[name=thread-reword]").FillAsync("I had.");
        await tom.GetByRole(AriaRole.Button, new() { Name = "Save the message" }).ClickAsync();
        await Expect(mei.Locator(".thread")).ToContainTextAsync("edited");
        await Expect(tom.Locator("[name=thread-reword]")).ToHaveCountAsync(0);
        await tom.Locator(".messages li").Filter(new() { HasText = "I had." }).GetByRole(AriaRole.Button).ClickAsync();
        await tom.GetByRole(AriaRole.Button, new() { Name = "Withdraw it" }).ClickAsync();
        await Expect(mei.Locator(".thread")).ToContainTextAsync("withdrew this message");
        await Expect(mei.Locator(".thread")).Not.ToContainTextAsync("I had.");
        Assert.Empty((await tom.RunAxe()).Violations.Select(v => v.Id));

        // A note is its author's alone.
        await mei.Locator("summary").Filter(new() { HasText = "Your private note" }).ClickAsync();
        await mei.Locator("[name=private-note]").FillAsync("Ring them up");
        await mei.GetByRole(AriaRole.Button, new() { Name = "Save the note" }).ClickAsync();
        await Expect(mei.Locator(".told").First).ToContainTextAsync("Nobody else reads it");
        await mei.ReloadAsync();
        await Expect(mei.Locator("[name=private-note]")).ToHaveValueAsync("Ring them up");
        await tom.ReloadAsync();
        await tom.Locator("[data-threads]").WaitForAsync();
        await Expect(tom.Locator("[name=private-note]")).ToHaveValueAsync("");
        Assert.NotEqual("run", await mei.TitleAsync());
        Assert.NotEqual("run", await tom.TitleAsync());
    }
}
