using Microsoft.Playwright;

namespace PolicyTracker.Browser;

/// <summary>One server and one Chromium for all journeys that do not restart the server.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright _playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    public TrackerServer Server { get; } = new();

    public async Task InitializeAsync()
    {
        await Server.StartAsync();
        foreach (var (name, role) in new[] { ("mei", "editor"), ("tom", "editor"), ("ada", "admin") })
        {
            Assert.Equal(0, Server.Cli("user", "add", name, "--role", role).Code);
        }

        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        await Server.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class UsesChromium : ICollectionFixture<Chromium>
{
    public const string Name = "chromium";
}
