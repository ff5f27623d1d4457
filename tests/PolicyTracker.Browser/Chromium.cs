using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PolicyTracker.Browser;

/// <summary>A server for the journeys of one class that do not restart it, and the Chromium that all classes share.</summary>
public sealed partial class Chromium : IAsyncLifetime
{
    private static readonly Lazy<Task<IBrowser>> Shared = new(LaunchAsync);
    private readonly Dictionary<string, string> _signedIn = [];
    private readonly List<IBrowserContext> _windows = [];
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly List<string> _expected = [];
    private IBrowser _browser = null!;

    public TrackerServer Server { get; } = new();

    public async Task InitializeAsync()
    {
        _browser = await Shared.Value;
        await Server.StartAsync();
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

    /// <summary>Closes what was opened, so that the next journey has the machine to itself.</summary>
    /// <returns>The errors of scripts that came up in the windows until then.</returns>
    public async Task<IReadOnlyList<string>> CloseWindowsAsync()
    {
        var errors = _errors.Where(e => !_expected.Exists(e.Contains)).ToList();
        _expected.Clear();
        foreach (var window in _windows)
        {
            await window.CloseAsync();
        }

        _windows.Clear();
        _errors.Clear();
        return errors;
    }

    /// <summary>A window of its own. An editor signs in by the form once; later windows are browsers that were signed in before.</summary>
    public async Task<IPage> OpenAsync(string? editor = null, int width = 1440, ColorScheme scheme = ColorScheme.Light)
    {
        var cookies = editor is null ? null : _signedIn.GetValueOrDefault(editor);
        var page = await OpenAtAsync(Server.Address, width, scheme, cookies);
        if (editor is not null && cookies is null)
        {
            await page.SignInAsync(editor);
            _signedIn[editor] = await page.Context.StorageStateAsync();
        }

        return page;
    }

    /// <summary>Says that an error with these words in it belongs to the journey.</summary>
    public void ExpectError(string words) => _expected.Add(words);

    /// <summary>A window of its own on any server.</summary>
    public async Task<IPage> OpenAtAsync(string address, int width = 1440, ColorScheme scheme = ColorScheme.Light, string? cookies = null)
    {
        var window = await _browser.NewContextAsync(
            new()
            {
                BaseURL = address,
                ViewportSize = new() { Width = width, Height = 900 },
                ColorScheme = scheme,
                StorageState = cookies,
            }
        );
        window.SetDefaultTimeout(Visit.Patience);
        window.WebError += (_, error) => Note(error.Page?.Url, error.Error);
        window.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                Note(message.Page?.Url, message.Text);
            }
        };
        _windows.Add(window);
        return await window.NewPageAsync();
    }

    private void Note(string? address, string error)
    {
        if (!Expected().IsMatch(error))
        {
            _errors.Enqueue($"{address}: {error}");
        }
    }

    // Answers such as 404 are what some journeys are after, and a server that is killed is missed.
    [GeneratedRegex(
        "Failed to load resource|WebSocket|net::ERR|Failed to fetch|Connection disconnected|Failed to complete negotiation|Failed to start the connection|Cannot send data if the connection|Circuit not initialized|Server timeout|Server returned an error on close",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Expected();

    private static async Task<IBrowser> LaunchAsync()
    {
        Assertions.SetDefaultExpectTimeout(Visit.Patience);
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
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            Task.Run(() => browser.CloseAsync()).Wait();
            playwright.Dispose();
        };
        return browser;
    }
}
