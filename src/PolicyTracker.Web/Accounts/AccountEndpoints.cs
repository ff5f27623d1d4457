using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Web.Accounts;

/// <summary>What a browser posts about accounts without a page of its own.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this WebApplication app)
    {
        var account = app.MapGroup("/account").ExcludeFromDescription();
        account.MapPost(
            "/sign-out",
            async (HttpContext context, IAntiforgery antiforgery, SignInManager<Account> accounts) =>
            {
                // Asked here: the middleware only notes a missing token for whoever reads the form, and this reads none.
                if (!await antiforgery.IsRequestValidAsync(context))
                {
                    return Results.Problem(AccountTexts.Texts["SignOutPageOld"], statusCode: StatusCodes.Status400BadRequest);
                }

                await accounts.SignOutAsync();
                return Results.LocalRedirect("/");
            }
        );
        account
            .MapPost(
                "/passkeys/new",
                async (HttpContext context, IAntiforgery antiforgery, SignInManager<Account> accounts, UserManager<Account> users) =>
                    await antiforgery.IsRequestValidAsync(context) && await users.GetUserAsync(context.User) is { } own
                        ? Results.Content(
                            await accounts.MakePasskeyCreationOptionsAsync(
                                new()
                                {
                                    Id = own.Id.ToString(),
                                    Name = own.UserName!,
                                    DisplayName = own.UserName!,
                                }
                            ),
                            "application/json"
                        )
                        : Results.BadRequest()
            )
            .RequireAuthorization(AccountServices.Edit);
        account.MapPost(
            "/passkeys/ask",
            async (HttpContext context, IAntiforgery antiforgery, SignInManager<Account> accounts) =>
                await antiforgery.IsRequestValidAsync(context)
                    ? Results.Content(await accounts.MakePasskeyRequestOptionsAsync(null), "application/json")
                    : Results.BadRequest()
        );
        account.MapPost(
            "/elsewhere",
            async (HttpContext context, IAntiforgery antiforgery, string? returnUrl) =>
            {
                if (context.RequestServices.GetService<SingleSignOn>() is null || !await antiforgery.IsRequestValidAsync(context))
                {
                    return Results.BadRequest();
                }

                return Results.Challenge(
                    new AuthenticationProperties
                    {
                        RedirectUri = $"/account/back?returnUrl={Uri.EscapeDataString(LocalPath.Of(returnUrl))}",
                        Items = { ["LoginProvider"] = SingleSignOn.Scheme },
                    },
                    [SingleSignOn.Scheme]
                );
            }
        );
        account.MapGet(
            "/back",
            async (
                HttpContext context,
                string? returnUrl,
                SignInManager<Account> accounts,
                UserManager<Account> users,
                AccountEdits edits
            ) =>
            {
                if (context.RequestServices.GetService<SingleSignOn>() is not { } provider)
                {
                    return Results.NotFound();
                }

                var to = await provider.ReturnAsync(accounts, users, edits, context.User, returnUrl);
                await context.SignOutAsync(IdentityConstants.ExternalScheme);
                return Results.LocalRedirect(to);
            }
        );
    }
}
