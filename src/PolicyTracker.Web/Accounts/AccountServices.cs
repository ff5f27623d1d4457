using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Web.Accounts;

/// <summary>Signing in with ASP.NET Core Identity on the tracker's own store.</summary>
internal static class AccountServices
{
    /// <summary>The policy of pages for editors and administrators.</summary>
    public const string Edit = "edit";

    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(cookie =>
        {
            cookie.Cookie.Name = "policytracker";
            cookie.LoginPath = cookie.AccessDeniedPath = "/account/sign-in";
            cookie.ReturnUrlParameter = "returnUrl";
        }));
        services.AddAuthorizationBuilder().AddPolicy(Edit, policy => policy.RequireRole(Roles.Editor, Roles.Admin));
        services.AddCascadingAuthenticationState();
        new IdentityBuilder(typeof(Account), typeof(IdentityRole<Guid>), services).AddSignInManager();
        services.AddDataProtection().SetApplicationName("PolicyTracker").PersistKeysToDbContext<TrackerDb>();
        services.AddSingleton<SetupLink>();
    }

    public static void MapAccounts(this WebApplication app) =>
        app.MapPost("/account/sign-out", async (HttpContext context, IAntiforgery antiforgery, SignInManager<Account> accounts) =>
        {
            // Asked here: the middleware only notes a missing token for whoever reads the form, and this reads none.
            if (!await antiforgery.IsRequestValidAsync(context))
            {
                return Results.Problem("This page is out of date. Go back, reload it and sign out again.", statusCode: StatusCodes.Status400BadRequest);
            }

            await accounts.SignOutAsync();
            return Results.LocalRedirect("/");
        });

    /// <summary>Who edits, from a signed-in principal; the rights themselves are read from the store with each edit.</summary>
    public static Editor Of(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? new Editor(user.Identity!.Name!, id) : Editor.Anonymous;

    /// <summary>Who edits, asked anew with each event: a page may outlive a sign-out.</summary>
    public static async Task<Editor> EditorAsync(this AuthenticationStateProvider provider) => Of((await provider.GetAuthenticationStateAsync()).User);
}
