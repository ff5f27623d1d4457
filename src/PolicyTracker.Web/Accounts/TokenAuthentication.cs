using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using PolicyTracker.Core.Accounts;

namespace PolicyTracker.Web.Accounts;

/// <summary>A program that sends <c>Authorization: Bearer pt_…</c> acts for the account of that token, within its scopes.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory log,
    UrlEncoder encoder,
    ApiTokens tokens
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public new const string Scheme = "token";
    public const string ScopeClaim = "scope";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        const string Bearer = "Bearer ";
        if (Request.Headers.Authorization.ToString() is not { } sent || !sent.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        if (await tokens.FindAsync(sent[Bearer.Length..].Trim(), Context.RequestAborted) is not { } holder)
        {
            return AuthenticateResult.Fail(AccountTexts.Texts["TokenRefused"]);
        }

        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, holder.Editor.AccountId!.Value.ToString()),
                new(ClaimTypes.Name, holder.Editor.Name),
                .. holder.Scopes.Select(s => new Claim(ScopeClaim, s)),
            ],
            Scheme
        );
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
    }
}
