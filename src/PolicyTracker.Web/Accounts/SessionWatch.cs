using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Web.Accounts;

/// <summary>
/// Asks for each open circuit whether its session goes on: an ended or disabled one sees its page close within half a minute.
/// </summary>
internal sealed class SessionWatch(ILoggerFactory log, Sessions sessions) : RevalidatingServerAuthenticationStateProvider(log)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(20);

    protected override Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState,
        CancellationToken cancellationToken
    ) => GoesOnAsync(sessions, authenticationState.User, cancellationToken);

    /// <summary>
    /// Whether the session goes on; also where the store can't say so: what is typed would be lost with the page, and no write
    /// is taken then.
    /// </summary>
    internal static async Task<bool> GoesOnAsync(Sessions sessions, ClaimsPrincipal user, CancellationToken cancel)
    {
        try
        {
            return AccountServices.SessionOf(user) is { } id && await sessions.IsLiveAsync(id, cancel);
        }
        catch (Exception e) when (StoreErrors.IsTransient(e))
        {
            return true;
        }
    }
}
