using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace PolicyTracker.Browser;

public sealed class AxeTests(Chromium chromium) : Journeys(chromium)
{
    public static TheoryData<string> Pages { get; } =
    [
        "/",
        "/pillars/network-infrastructure",
        "/pillars/core-sectors?status=announced",
        "/pillars/core-sectors/summary",
        "/announcements/miit-press-conference-2023-03-01",
        "/commitments",
        "/commitments?status=delivered",
        "/commitments/software-colleges",
        "/indicators",
        "/indicators/electronics-manufacturing-revenue",
        "/announcements",
        "/compare",
        "/compare?from=miit-press-conference-2023-03-01&to=miit-press-conference-2023-03-01",
        "/compare?from=x&to=y&view=one",
        "/glossary",
        "/rules",
        "/changes",
        "/account/sign-in",
        "/setup",
        "/no-such-page",
    ];

    public static TheoryData<string> EditorPages { get; } =
    [
        "/announcements/new",
        "/announcements/miit-press-conference-2023-03-01/annotate",
        "/announcements/miit-press-conference-2023-03-01/new-version",
        "/announcements/miit-press-conference-2023-03-01/reanchor",
        "/announcements/miit-press-conference-2023-03-01/import-annotations",
        "/commitments/software-colleges/edit",
        "/records/pillar/new",
        "/structure/goal",
        "/changes/waiting",
    ];

    public static TheoryData<string> SignedInPages { get; } =
    [
        "/account",
        "/threads",
        "/announcements",
        "/announcements/miit-press-conference-2023-03-01/agreement",
        "/pillars/core-sectors",
        "/commitments/software-colleges",
    ];

    [Theory, MemberData(nameof(SignedInPages))]
    public async Task A_page_of_an_administrator_has_no_violation_in_light_and_dark_wide_and_narrow(string path)
    {
        await CheckAsync(path, 1440, ColorScheme.Light, "ada", isInteractive: false);
        await CheckAsync(path, 390, ColorScheme.Dark, "ada", isInteractive: false);
    }

    [Fact]
    public async Task The_accounts_have_no_violation()
    {
        await CheckAsync("/admin?q=a&state=enabled&sort=-seen", 1440, ColorScheme.Light, "ada");
        await CheckAsync("/admin", 390, ColorScheme.Dark, "ada");
    }

    [Fact]
    public async Task The_history_of_a_record_has_no_violation()
    {
        var page = await Chromium.OpenAsync();
        await page.GotoAsync("/commitments/software-parks");
        var history = await page.GetByRole(AriaRole.Link, new() { Name = "Its history" }).GetAttributeAsync("href");
        await CheckAsync(history!, 1440, ColorScheme.Light, null);
        await CheckAsync(history! + "/1", 390, ColorScheme.Dark, "tom", isInteractive: false);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task A_reading_page_has_no_violation_in_light_and_dark_wide_and_narrow(string path)
    {
        await CheckAsync(path, 1440, ColorScheme.Light, null);
        await CheckAsync(path, 390, ColorScheme.Dark, null);
    }

    [Theory, MemberData(nameof(EditorPages))]
    public async Task An_editors_page_has_no_violation_in_light_and_dark_wide_and_narrow(string path)
    {
        await CheckAsync(path, 1440, ColorScheme.Light, "tom");
        await CheckAsync(path, 390, ColorScheme.Dark, "tom");
    }

    private async Task CheckAsync(string path, int width, ColorScheme scheme, string? editor, bool isInteractive = true)
    {
        var page = await Chromium.OpenAsync(editor, width, scheme);
        await (editor is not null && isInteractive ? page.EditAsync(path) : page.GotoAsync(path));
        var wider = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
        Assert.True(wider <= 0, $"{path} is {wider} px wider than a window of {width}.");
        var violations = (await page.RunAxe()).Violations;
        Assert.True(
            violations.Length == 0,
            string.Join("\n", violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"))
        );
        await page.Context.CloseAsync();
    }
}
