using Microsoft.Playwright;

namespace PolicyTracker.Benchmarks;

/// <summary>A real Chromium in which pages of a server are timed.</summary>
internal sealed class BenchmarkBrowser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private BenchmarkBrowser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Starts it.</summary>
    public static async Task<BenchmarkBrowser> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = "/usr/bin/chromium",
                Args =
                [
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
        return new(playwright, browser);
    }

    /// <summary>A window of its own, signed in.</summary>
    public async Task<IPage> SignInAsync(BenchmarkServer server, string name, string password)
    {
        var window = await _browser.NewContextAsync(
            new()
            {
                BaseURL = server.Address.ToString(),
                ViewportSize = new() { Width = 1440, Height = 900 },
            }
        );
        var page = await window.NewPageAsync();
        await page.GotoAsync("/account/sign-in");
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByLabel("Password").FillAsync(password);
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.GetByText("Sign out").WaitForAsync();
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
