using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit.Sdk;

namespace PolicyTracker.Browser;

/// <summary>Fails a journey in whose browser an error came up, whatever else it found.</summary>
public sealed class NoConsoleErrorsAttribute : BeforeAfterTestAttribute
{
    /// <inheritdoc/>
    public override void Before(MethodInfo methodUnderTest) => ConsoleErrors.Take();

    /// <inheritdoc/>
    public override void After(MethodInfo methodUnderTest) => Assert.Equal([], ConsoleErrors.Take());
}

/// <summary>Errors of scripts on the pages that journeys have open. Answers such as 404 are what some journeys are after, and a server that is killed is missed.</summary>
internal static partial class ConsoleErrors
{
    private static readonly ConcurrentQueue<string> Found = new();

    /// <summary>Listens to a page.</summary>
    public static IPage Watched(this IPage page)
    {
        page.PageError += (_, error) => Add(page, error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                Add(page, message.Text);
            }
        };
        return page;
    }

    /// <summary>Gives what came up since, and forgets it.</summary>
    public static IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (Found.TryDequeue(out var error))
        {
            taken.Add(error);
        }

        return taken;
    }

    private static void Add(IPage page, string error)
    {
        if (!Expected().IsMatch(error))
        {
            Found.Enqueue($"{page.Url}: {error}");
        }
    }

    [GeneratedRegex("^Failed to load resource|WebSocket|net::ERR|Failed to fetch|Connection disconnected|Failed to complete negotiation|Failed to start the connection|Server timeout|Server returned an error on close", RegexOptions.IgnoreCase)]
    private static partial Regex Expected();
}
