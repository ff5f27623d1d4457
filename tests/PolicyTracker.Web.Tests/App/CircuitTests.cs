using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Accounts;

namespace PolicyTracker.Web.Tests.App;

/// <summary>Who may hold a page open in the server's memory, how many, and that it is given back.</summary>
public sealed class CircuitTests
{
    private const string Page = "/announcements/miit-press-conference-2023-03-01/annotate";

    [Fact]
    public async Task Pages_that_were_closed_leave_nothing_behind()
    {
        var seen = new OpenCircuits();
        await using var app = new TrackerApplication { Add = s => s.AddScoped<CircuitHandler>(_ => seen.Handler()) };
        using var editor = await EditorAsync(app);
        for (var round = 0; round < 3; round++)
        {
            var pages = await Task.WhenAll(
                Enumerable.Range(0, 5).Select(_ => CircuitClient.OpenAsync(editor.Browser, editor.Cookies, Page))
            );
            Assert.Equal(5, seen.Open);
            foreach (var page in pages)
            {
                await page.CloseAsync(editor.Browser);
            }

            await UntilAsync(() => seen.Open == 0);
        }

        Assert.Equal(15, seen.Made);
        await UntilAsync(() =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return seen.Alive == 0;
        });
    }

    [Fact]
    public async Task Nobody_but_an_editor_opens_a_circuit()
    {
        await using var app = new TrackerApplication();
        await app.AddAccountAsync("ada", Roles.Editor);
        using var reader = app.Browser();
        Assert.Equal(HttpStatusCode.Unauthorized, (await reader.PostAsync("/_blazor/negotiate?negotiateVersion=1", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await ConnectAsync(reader.BaseAddress!, new(), null));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("SELF", true)]
    [InlineData("https://tracker.example", true)]
    [InlineData("https://evil.example", false)]
    [InlineData("http://tracker.example", false)]
    [InlineData("http://localhost:1", false)]
    [InlineData("null", false)]
    public async Task A_page_of_another_server_opens_no_circuit(string? origin, bool isOpened)
    {
        await using var app = new TrackerApplication { Settings = { ["public-address"] = "https://tracker.example" } };
        await app.AddAccountAsync("ada", Roles.Editor);
        using var browser = app.Browser();
        var self = browser.BaseAddress!.GetLeftPart(UriPartial.Authority);
        var answer = await ConnectAsync(browser.BaseAddress!, new(), origin == "SELF" ? self : origin);
        Assert.Equal(isOpened ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden, answer); // nobody is signed in here
    }

    [Theory]
    [InlineData("circuits-by-account", HttpStatusCode.OK)]
    [InlineData("circuits-by-address", HttpStatusCode.TooManyRequests)]
    public async Task An_account_and_an_address_hold_so_many_pages_and_no_more(string setting, HttpStatusCode ofAnother)
    {
        await using var app = new TrackerApplication { Settings = { [setting] = "2" } };
        using var ada = await EditorAsync(app);
        using var bob = await EditorAsync(app, "bob");
        await using var first = await CircuitClient.OpenAsync(ada.Browser, ada.Cookies, Page);
        var second = await CircuitClient.OpenAsync(ada.Browser, ada.Cookies, Page);
        var page = await ada.Browser.GetAsync(Page);
        Assert.Equal(HttpStatusCode.TooManyRequests, page.StatusCode);
        Assert.Contains("Close one", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.TooManyRequests,
            (await ada.Browser.PostAsync("/_blazor/negotiate?negotiateVersion=1", null)).StatusCode
        );
        Assert.Equal(HttpStatusCode.TooManyRequests, await ConnectAsync(ada.Browser.BaseAddress!, ada.Cookies, null));
        Assert.Equal(HttpStatusCode.OK, (await ada.Browser.GetAsync("/commitments")).StatusCode);
        Assert.Equal(ofAnother, (await bob.Browser.GetAsync(Page)).StatusCode);

        await second.CloseAsync(ada.Browser);
        HttpStatusCode again = default;
        await UntilAsync(async () => (again = (await ada.Browser.GetAsync(Page)).StatusCode) == HttpStatusCode.OK);
        await using var third = await CircuitClient.OpenAsync(ada.Browser, ada.Cookies, Page);
    }

    private static async Task<HttpStatusCode> ConnectAsync(Uri server, CookieContainer cookies, string? origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.Cookies = cookies;
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        try
        {
            await socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/_blazor" }.Uri, CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // its status says why
        }

        return socket.HttpStatusCode;
    }

    private static async Task<SignedIn> EditorAsync(TrackerApplication app, string name = "ada")
    {
        await app.AddAccountAsync(name, Roles.Editor);
        using var any = app.Browser();
        var cookies = new CookieContainer();
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies })
        {
            BaseAddress = any.BaseAddress,
        };
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync(name)).StatusCode);
        return new(browser, cookies);
    }

    private static Task UntilAsync(Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()));

    // No more than half a minute.
    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var i = 0; !await isSo(); i++)
        {
            Assert.True(i < 600, "It did not come to be so.");
            await timer.WaitForNextTickAsync();
        }
    }

    private sealed record SignedIn(HttpClient Browser, CookieContainer Cookies) : IDisposable
    {
        public void Dispose() => Browser.Dispose();
    }

    // Counts circuits from outside of them, and remembers what belongs to each without keeping it.
    private sealed class OpenCircuits
    {
        private readonly List<WeakReference> _made = [];
        private int _open;

        public int Open => Volatile.Read(ref _open);

        public int Made => _made.Count;

        public int Alive => _made.Count(m => m.IsAlive);

        public CircuitHandler Handler() => new Counter(this);

        private sealed class Counter(OpenCircuits all) : CircuitHandler
        {
            public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
            {
                lock (all._made)
                {
                    all._made.Add(new(circuit));
                }

                Interlocked.Increment(ref all._open);
                return Task.CompletedTask;
            }

            public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
            {
                Interlocked.Decrement(ref all._open);
                return Task.CompletedTask;
            }
        }
    }
}
