using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;
using PolicyTracker.Web.App;

namespace PolicyTracker.Web.Accounts;

/// <summary>
/// Sign-in through an OpenID Connect provider, where an operator has set one. An account is linked on its own page by whoever
/// is signed in; a person whom no account knows gets one only where <paramref name="NewRole"/> is set.
/// </summary>
/// <param name="Authority">The provider's address.</param>
/// <param name="ClientId">What the provider knows the tracker as.</param>
/// <param name="ClientSecret">The secret that goes with it.</param>
/// <param name="Name">What the button says.</param>
/// <param name="NewRole">The role of a person whom no account knows yet; null refuses them.</param>
internal sealed record SingleSignOn(Uri Authority, string ClientId, string ClientSecret, string Name, string? NewRole)
{
    public const string Scheme = "oidc";

    /// <summary>What the settings <c>oidc:*</c> say; null where no provider is set.</summary>
    /// <exception cref="Refusal">One of them is wrong or missing; the message names it.</exception>
    public static SingleSignOn? From(OperatorSettings settings)
    {
        if (settings["oidc:authority"] is not { } authority)
        {
            return null;
        }

        if (!Uri.TryCreate(authority, UriKind.Absolute, out var address) || !(address.Scheme == "https" || address.IsLoopback))
        {
            throw Refusal.OidcAuthority(authority);
        }

        if (settings["oidc:client-id"] is not { } client || settings["oidc:client-secret"] is not { } secret)
        {
            throw Refusal.OidcClient();
        }

        return new(
            address,
            client,
            secret,
            settings["oidc:name"] ?? address.Host,
            settings["oidc:new-role"] is { } role ? Roles.Parse(role) : null
        );
    }

    public void Add(AuthenticationBuilder authentication, PublicAddress address) =>
        authentication.AddOpenIdConnect(
            Scheme,
            Name,
            o =>
            {
                (o.Authority, o.ClientId, o.ClientSecret) = (Authority.ToString(), ClientId, ClientSecret);
                (o.ResponseType, o.SignInScheme, o.CallbackPath) = (
                    OpenIdConnectResponseType.Code,
                    IdentityConstants.ExternalScheme,
                    "/account/oidc"
                );
                (o.RequireHttpsMetadata, o.MapInboundClaims, o.GetClaimsFromUserInfoEndpoint) = (!Authority.IsLoopback, true, false);
                // The code comes back in the address, so the cookies of the journey need not be sent across sites.
                o.ResponseMode = OpenIdConnectResponseMode.Query;
                (o.CorrelationCookie.SameSite, o.NonceCookie.SameSite) = (SameSiteMode.Lax, SameSiteMode.Lax);
                var secure = address.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
                (o.CorrelationCookie.SecurePolicy, o.NonceCookie.SecurePolicy) = (secure, secure);
                o.TokenValidationParameters.NameClaimType = "name";
                o.Scope.Clear();
                o.Scope.Add("openid");
                o.Scope.Add("profile");

                o.Events.OnRemoteFailure = failed =>
                {
                    failed
                        .HttpContext.RequestServices.GetRequiredService<ILogger<SingleSignOn>>()
                        .LogWarning(failed.Failure, "A sign-in through {Provider} failed.", Name);
                    failed.Response.Redirect("/account/sign-in?fault=provider");
                    failed.HandleResponse();
                    return Task.CompletedTask;
                };
            }
        );

    /// <summary>Signs in, or links, whoever comes back from the provider.</summary>
    /// <returns>Where to go.</returns>
    public async Task<string> ReturnAsync(
        SignInManager<Account> accounts,
        UserManager<Account> users,
        AccountEdits edits,
        ClaimsPrincipal current,
        string? returnUrl
    )
    {
        if (await accounts.GetExternalLoginInfoAsync() is not { } info)
        {
            return "/account/sign-in?fault=provider";
        }

        var known = await users.FindByLoginAsync(info.LoginProvider, info.ProviderKey);
        if (current.Identity?.IsAuthenticated == true && await users.GetUserAsync(current) is { } own)
        {
            return known is not null && known.Id != own.Id ? "/account?fault=linked"
                : (await users.AddLoginAsync(own, info)).Succeeded || known is not null ? "/account?said=linked"
                : "/account?fault=linked";
        }

        if (known is null && NewRole is not null)
        {
            try
            {
                known = await edits.AddAsync(
                    (
                        info.Principal.FindFirstValue("preferred_username")
                        ?? info.Principal.FindFirstValue("name")
                        ?? info.Principal.FindFirstValue(ClaimTypes.Name)
                        ?? ""
                    ).Replace(',', ' '),
                    null,
                    NewRole
                );
                await users.AddLoginAsync(known, info);
            }
            catch (Refusal)
            {
                return "/account/sign-in?fault=name"; // somebody here has that name already: never taken over
            }
        }

        if (known is null or { DisabledAt: not null })
        {
            return "/account/sign-in?fault=unknown";
        }

        await accounts.SignInAsync(known, isPersistent: false, Scheme);
        return LocalPath.Of(returnUrl);
    }
}

/// <summary>Only a path of this server: an address of another must not be reached through a sign-in.</summary>
internal static class LocalPath
{
    public static string Of(string? address) => address is ['/', not ('/' or '\\'), ..] or "/" ? address : "/";
}
