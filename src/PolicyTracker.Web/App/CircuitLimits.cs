using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using PolicyTracker.Core;
using PolicyTracker.Web.Accounts;

namespace PolicyTracker.Web.App;

/// <summary>
/// How many circuits may be open at once. Each holds a page with its text in the server's memory for as long as a browser shows it,
/// so one account or one address must not take it all.
/// </summary>
/// <param name="byAddress">From one address of IPv4 or one network of IPv6 (64 bits).</param>
/// <param name="byAccount">Of one account.</param>
internal sealed class CircuitLimits(int byAddress, int byAccount) : IDisposable
{
    /// <summary>
    /// How long a call of a browser's script may take: as long as the page is open, for it may ask the editor something. A timer for
    /// each call would besides keep a page that was left in the middle of one in memory until it ends.
    /// </summary>
    public static readonly TimeSpan ScriptTimeout = Timeout.InfiniteTimeSpan;

    private readonly PartitionedRateLimiter<HttpContext> _open = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(c => Partition(SignInLimits.Place(c.Connection.RemoteIpAddress), byAddress)),
        PartitionedRateLimiter.Create<HttpContext, string>(c =>
            Partition(AccountServices.Of(c.User).AccountId?.ToString() ?? "", byAccount)
        )
    );

    /// <summary>What the settings <c>circuits-by-address</c> and <c>circuits-by-account</c> say.</summary>
    /// <exception cref="Refusal">One of them is no number; the message names it.</exception>
    public static CircuitLimits From(OperatorSettings settings) =>
        new(Number(settings, "circuits-by-address", 200), Number(settings, "circuits-by-account", 20));

    /// <summary>Whether another may be opened.</summary>
    public bool HasRoom(HttpContext context)
    {
        using var lease = _open.AttemptAcquire(context, 0);
        return lease.IsAcquired;
    }

    /// <summary>Counts one until it is disposed; one that is not acquired is too many.</summary>
    public RateLimitLease Open(HttpContext context) => _open.AttemptAcquire(context);

    public void Dispose() => _open.Dispose();

    private static RateLimitPartition<string> Partition(string key, int max) =>
        RateLimitPartition.GetConcurrencyLimiter(key, _ => new() { PermitLimit = max });

    private static int Number(OperatorSettings settings, string name, int usual) =>
        settings[name] switch
        {
            null => usual,
            var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => number,
            var text => throw Refusal.CircuitLimit(name, text),
        };
}

/// <summary>Lets a browser open a circuit where an editor is signed in, on a page of this server, within <see cref="CircuitLimits"/>.</summary>
internal static class CircuitGate
{
    private const string Hub = "/_blazor";

    /// <summary>Stands behind whatever signs people in.</summary>
    public static void UseCircuitGate(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                if (context.Request.Path.StartsWithSegments(Hub, out var rest))
                {
                    await ConnectAsync(context, rest, next);
                }
                else if (
                    HasCircuit(context.GetEndpoint())
                    && context.User.Identity?.IsAuthenticated is true
                    && !context.RequestServices.GetRequiredService<CircuitLimits>().HasRoom(context)
                )
                {
                    await TooManyAsync(context);
                }
                else
                {
                    await next(context);
                }
            }
        );

    private static async Task ConnectAsync(HttpContext context, PathString rest, RequestDelegate next)
    {
        if (rest == "/disconnect")
        {
            await next(context); // a page that is left, also after a sign-out: what it names is a secret of that page
            return;
        }

        var rights = context.RequestServices.GetRequiredService<IAuthorizationService>();
        if (!(await rights.AuthorizeAsync(context.User, AccountServices.Edit)).Succeeded)
        {
            await TellAsync(context, StatusCodes.Status401Unauthorized, AppTexts.Texts["EditorsOnly"]);
            return;
        }

        var limits = context.RequestServices.GetRequiredService<CircuitLimits>();
        if (rest.HasValue) // it asks how to connect
        {
            await (limits.HasRoom(context) ? next(context) : TooManyAsync(context));
            return;
        }

        using var open = limits.Open(context); // a connection is one request, as long as it lasts
        await (open.IsAcquired ? next(context) : TooManyAsync(context));
    }

    private static bool HasCircuit(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
        && endpoint.Metadata.GetMetadata<ExcludeFromInteractiveRoutingAttribute>() is null;

    private static Task TooManyAsync(HttpContext context) =>
        TellAsync(context, StatusCodes.Status429TooManyRequests, AppTexts.Texts["TooManyPages"]);

    private static Task TellAsync(HttpContext context, int status, string what)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(what + "\n");
    }
}
