using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;
using PolicyTracker.Web.App;

namespace PolicyTracker.Web.Accounts;

/// <summary>Signing in with ASP.NET Core Identity on the tracker's own store.</summary>
internal static class AccountServices
{
    /// <summary>The policy of pages for editors and administrators.</summary>
    public const string Edit = "edit";

    /// <summary>The policy of pages for administrators.</summary>
    public const string Administer = "administer";

    /// <summary>The claim that names the session of a cookie.</summary>
    public const string SessionClaim = "session";

    public static void AddAccounts(this IServiceCollection services, SingleSignOn? singleSignOn, PublicAddress address)
    {
        var authentication = services.AddAuthentication(o =>
            (o.DefaultScheme, o.DefaultSignInScheme) = (IdentityConstants.ApplicationScheme, IdentityConstants.ExternalScheme)
        );
        authentication.AddIdentityCookies(cookies =>
        {
            cookies.ExternalCookie!.Configure(cookie => address.Bind(cookie.Cookie, "policytracker-elsewhere"));
            cookies.TwoFactorUserIdCookie!.Configure(cookie => address.Bind(cookie.Cookie, "policytracker-step"));
            cookies.TwoFactorRememberMeCookie!.Configure(cookie => address.Bind(cookie.Cookie, "policytracker-steps"));
            cookies.ApplicationCookie!.Configure(cookie =>
            {
                address.Bind(cookie.Cookie, "policytracker");
                cookie.LoginPath = cookie.AccessDeniedPath = "/account/sign-in";
                cookie.ReturnUrlParameter = "returnUrl";
                cookie.Events.OnSigningIn = StartSessionAsync;
                cookie.Events.OnValidatePrincipal = CheckSessionAsync;
                cookie.Events.OnSigningOut = EndSessionAsync;
            });
        });
        authentication.AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Scheme, null);
        if (singleSignOn is not null)
        {
            singleSignOn.Add(authentication, address);
            services.AddSingleton(singleSignOn);
        }

        var rights = services
            .AddAuthorizationBuilder()
            .AddPolicy(Edit, policy => policy.RequireRole(Roles.Editor, Roles.Admin))
            .AddPolicy(Administer, policy => policy.RequireRole(Roles.Admin))
            .AddPolicy(
                TokenAuthentication.Scheme,
                policy => policy.AddAuthenticationSchemes(TokenAuthentication.Scheme).RequireAuthenticatedUser()
            );
        foreach (var (scope, _) in Scopes.All)
        {
            rights.AddPolicy(
                scope,
                policy => policy.AddAuthenticationSchemes(TokenAuthentication.Scheme).RequireClaim(TokenAuthentication.ScopeClaim, scope)
            );
        }

        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, SessionWatch>();
        services.AddSingleton<KnownBrowsers>();
        services.AddSingleton<SignInLimits>();
        services.AddScoped<SignInSteps>();
        services.AddHttpContextAccessor();
        new IdentityBuilder(typeof(Account), typeof(IdentityRole<Guid>), services)
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddTokenProvider<TimeCodes>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddDataProtection().SetApplicationName("PolicyTracker").PersistKeysToDbContext<TrackerDb>();
        services.AddSingleton<SetupLink>();
    }

    /// <summary>Who edits, from a signed-in principal; the rights themselves are read from the store with each edit.</summary>
    public static Editor Of(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? new Editor(user.Identity!.Name!, id, IsProgram(user) ? EditOrigin.Api : EditOrigin.Page)
            : Editor.Anonymous;

    private static bool IsProgram(ClaimsPrincipal user) => user.Identity!.AuthenticationType == TokenAuthentication.Scheme;

    /// <summary>Who edits, asked anew with each event: a page may outlive a sign-out.</summary>
    public static async Task<Editor> EditorAsync(this AuthenticationStateProvider provider) =>
        Of((await provider.GetAuthenticationStateAsync()).User);

    /// <summary>The session of a signed-in principal; null where it has none.</summary>
    public static Guid? SessionOf(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(SessionClaim), out var id) ? id : null;

    // However somebody signs in, by password, code, passkey or elsewhere, it becomes a session that can be listed and ended.
    private static async Task StartSessionAsync(CookieSigningInContext context)
    {
        var (user, before) = (context.Principal!, context.HttpContext.User);
        var id =
            SessionOf(before) is { } going && Of(before) == Of(user)
                ? going // only the cookie is made anew
                : await context
                    .HttpContext.RequestServices.GetRequiredService<Sessions>()
                    .StartAsync(
                        Of(user).AccountId!.Value,
                        context.HttpContext.Request.Headers.UserAgent.ToString(),
                        context.HttpContext.RequestAborted
                    );
        ((ClaimsIdentity)user.Identity!).AddClaim(new Claim(SessionClaim, id.ToString()));
        context.HttpContext.RequestServices.GetRequiredService<KnownBrowsers>().Remember(context.HttpContext, Of(user).Name);
    }

    private static async Task CheckSessionAsync(CookieValidatePrincipalContext context)
    {
        var asked = context.HttpContext;
        if (
            asked.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
            || asked.Request.Path.StartsWithSegments("/health")
        )
        {
            context.RejectPrincipal(); // it does not matter who asks, so the store need not be asked either
            return;
        }

        try
        {
            if (
                SessionOf(context.Principal!) is not { } id
                || !await asked.RequestServices.GetRequiredService<Sessions>().IsLiveAsync(id, asked.RequestAborted)
            )
            {
                context.RejectPrincipal();
                await asked.SignOutAsync(IdentityConstants.ApplicationScheme);
            }
        }
        catch (Exception) when (asked.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.RejectPrincipal(); // the page that tells of this very failure is shown to anybody
        }
    }

    private static async Task EndSessionAsync(CookieSigningOutContext context)
    {
        if (SessionOf(context.HttpContext.User) is { } id)
        {
            await context
                .HttpContext.RequestServices.GetRequiredService<Sessions>()
                .EndAsync(Of(context.HttpContext.User).AccountId ?? Guid.Empty, id, context.HttpContext.RequestAborted);
        }
    }
}
