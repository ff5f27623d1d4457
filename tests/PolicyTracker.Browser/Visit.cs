using System.Diagnostics;
using Microsoft.Playwright;
using PolicyTracker.Tests;

namespace PolicyTracker.Browser;

/// <summary>What visitors do again and again.</summary>
internal static class Visit
{
    public const string Password = SeededStore.Password;

    /// <summary>How long a state is waited for, in milliseconds: as long as the slowest machine may take, since nothing here measures time.</summary>
    public const float Patience = 30_000;

    /// <summary>Waits until something holds that no page shows.</summary>
    /// <param name="holds">Asked every 50 ms, for a minute at most: a server starts within, on a machine that is busy with others.</param>
    /// <param name="otherwise">What to say where it never does.</param>
    public static async Task UntilAsync(Func<Task<bool>> holds, string otherwise)
    {
        var waited = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(1), otherwise);
            await Task.Delay(50);
        }
    }

    public static async Task SignInAsync(this IPage page, string name)
    {
        await page.GotoAsync("/account/sign-in");
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.GetByText("Sign out").WaitForAsync();
    }

    /// <summary>Opens an interactive page and waits until it is.</summary>
    public static async Task EditAsync(this IPage page, string path)
    {
        await page.GotoAsync(path);
        await page.Locator("[data-interactive]").WaitForAsync();
    }

    public static async Task PasteAsync(this IPage page, string title, string text)
    {
        await page.EditAsync("/announcements/new");
        await page.Locator("[name=title]").FillAsync(title);
        await page.GetByLabel("Issuer (the body that made it)").FillAsync("State Council");
        await page.Locator("[name=date]").FillAsync("2024-05-01");
        await page.Locator("[name=text]").FillAsync(text);
        var add = page.GetByRole(AriaRole.Button, new() { Name = "Add and annotate" });
        await add.ClickAsync();
        var anyway = page.Locator("[name=add-anyway]"); // journeys paste the same text again: what is asked of a copy is answered
        await anyway.Or(page.Locator(".source-text")).First.WaitForAsync();
        if (await anyway.IsVisibleAsync())
        {
            await anyway.CheckAsync();
            await add.ClickAsync();
        }

        await page.WaitForURLAsync("**/annotate");
        await page.Locator("[data-interactive]:has(.source-text)").WaitForAsync();
    }

    /// <summary>Marks words in the text as a selection by mouse or keyboard would.</summary>
    public static async Task MarkAsync(this IPage page, string words)
    {
        await page.EvaluateAsync(
            """
            words => {
              const node = document.querySelector(".source-text").firstChild, at = node.data.indexOf(words);
              getSelection().setBaseAndExtent(node, at, node, at + words.length);
            }
            """,
            words
        );
        await Assertions.Expect(page.Locator("[data-marked][data-filled]")).ToHaveTextAsync(words);
    }

    /// <summary>Chooses a record by words of its name, typed into the field of that name.</summary>
    public static async Task ChooseAsync(this IPage page, string field, string words)
    {
        var input = page.Locator($"input[name={field}]");
        var found = page.Locator(".mud-popover-open .mud-list-item").Filter(new() { HasText = words }).First;
        await UntilAsync(
            async () =>
            {
                if (await input.InputValueAsync() != words) // also where the page has emptied it meanwhile
                {
                    await input.FillAsync(words);
                }

                return await found.IsVisibleAsync();
            },
            $"Nothing was found by “{words}”."
        );
        await found.ClickAsync();
        try
        {
            await Assertions.Expect(input).Not.ToHaveAttributeAsync("data-value", "", new() { Timeout = 10_000 });
        }
        catch (PlaywrightException) // the names were listed anew under the pointer
        {
            await found.ClickAsync();
            await Assertions.Expect(input).Not.ToHaveAttributeAsync("data-value", "");
        }
    }

    /// <summary>Takes one of the few values of a field, by the word in which programs name it.</summary>
    public static async Task SelectAsync(this IPage page, string field, string value)
    {
        var input = page.Locator($"input[name={field}]");
        var option = page.Locator($".mud-popover-open [data-option='{value}']");
        await input.ClickAsync();
        await option.ClickAsync();
        await Assertions.Expect(input).ToHaveAttributeAsync("data-value", value);
        await Assertions.Expect(option).ToHaveCountAsync(0);
    }

    /// <summary>Approves everything that waits.</summary>
    public static async Task ApproveAllAsync(this IPage page)
    {
        await page.EditAsync("/changes/waiting");
        await page.GetByRole(AriaRole.Button, new() { Name = "Choose all" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve and publish" }).ClickAsync();
        await Assertions.Expect(page.Locator(".empty")).ToContainTextAsync("Nothing waits");
    }

    /// <summary>Says that the marked words are commented on; the field for the comment, once it stands there: other kinds have a note too.</summary>
    public static async Task<ILocator> ChooseCommentAsync(this IPage page)
    {
        await page.SelectAsync("supports", "comment");
        var field = page.GetByLabel("Comment", new() { Exact = true });
        await Assertions.Expect(field).ToBeVisibleAsync();
        return field;
    }

    /// <summary>Attaches a comment to words at the workbench.</summary>
    public static async Task AttachCommentAsync(this IPage page, string words, string comment, string told = "attached")
    {
        await page.MarkAsync(words);
        await (await page.ChooseCommentAsync()).FillAsync(comment);
        await page.GetByRole(AriaRole.Button, new() { Name = "Attach the words" }).ClickAsync();
        await Assertions.Expect(page.Locator(".told")).ToContainTextAsync(told);
    }
}
