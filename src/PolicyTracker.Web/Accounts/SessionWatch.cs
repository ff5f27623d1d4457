using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using PolicyTracker.Core.Accounts;

namespace PolicyTracker.Web.Accounts;

/// <summary>Asks for each open circuit whether its session goes on: an ended or disabled one sees its page close within half a minute.</summary>
internal sealed class SessionWatch(ILoggerFactory log, Sessions sessions) : RevalidatingServerAuthenticationStateProvider(log)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(20);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        AccountServices.SessionOf(authenticationState.User) is { } id && await sessions.IsLiveAsync(id, cancellationToken);
}
