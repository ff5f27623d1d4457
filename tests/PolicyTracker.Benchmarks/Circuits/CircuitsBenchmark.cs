using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;
using PolicyTracker.Web.Tests.App;

namespace PolicyTracker.Benchmarks.Circuits;

/// <summary>What a page that stays connected takes of the server's memory, and how much of it is held 30 s after the pages were closed.</summary>
internal static partial class CircuitsBenchmark
{
    private const int Pages = 15,
        Rounds = 4;
    private const string Name = "circuits",
        Password = "green lamp under the stairs",
        Path = "/announcements/miit-press-conference-2023-03-01/annotate";

    /// <param name="folder">The folder of a store with the seed, such as one that generate has made; null for a new one.</param>
    public static async Task<int> RunAsync(string? folder)
    {
        await using var server = await BenchmarkServer.StartAsync(folder is null ? null : new StoreLocation(folder, null));
        await AddAccountAsync(server.Data);
        var cookies = new CookieContainer();
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies })
        {
            BaseAddress = server.Address,
        };
        await SignInAsync(browser);
        for (var round = 0; round < Rounds; round++)
        {
            var before = server.Memory;
            var pages = new List<CircuitClient>();
            for (var i = 0; i < Pages; i++)
            {
                pages.Add(await CircuitClient.OpenAsync(browser, cookies, Path));
            }

            var open = server.Memory;
            foreach (var page in pages)
            {
                await page.CloseAsync(browser);
            }

            await Task.Delay(TimeSpan.FromSeconds(30));
            Console.WriteLine(
                $"round {round + 1}: {before / 1024 / 1024} MB, with {Pages} pages open {open / 1024 / 1024} MB ({(open - before) / Pages / 1024} KB each), 30 s after they were closed {server.Memory / 1024 / 1024} MB"
            );
        }

        return 0;
    }

    private static async Task AddAccountAsync(string data)
    {
        await using var services = new ServiceCollection().AddLogging().AddTracker(new StoreLocation(data, null)).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByNameAsync(Name) is null)
        {
            await scope.ServiceProvider.GetRequiredService<AccountEdits>().AddAsync(Name, Password, Roles.Editor);
        }
    }

    private static async Task SignInAsync(HttpClient browser)
    {
        var form = SignInForm().Match(await browser.GetStringAsync("/account/sign-in")).Value;
        var fields = Hidden()
            .Matches(form)
            .Select(m => KeyValuePair.Create(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)))
            .Append(KeyValuePair.Create("Input.Name", Name))
            .Append(KeyValuePair.Create("Input.Password", Password));
        using var answer = await browser.PostAsync("/account/sign-in", new FormUrlEncodedContent(fields));
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"No editor could sign in: {answer.StatusCode}.");
        }
    }

    [GeneratedRegex("<form(?:(?!</form>).)*value=\"sign-in\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex SignInForm();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\"(?: value=\"([^\"]*)\")?")]
    private static partial Regex Hidden();
}
