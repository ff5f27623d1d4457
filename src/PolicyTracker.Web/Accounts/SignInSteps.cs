using Microsoft.AspNetCore.Identity;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Web.Accounts;

/// <summary>The steps of signing in, with their limits; each returns what is wrong, or null where it went well.</summary>
internal sealed class SignInSteps(
    SignInManager<Account> accounts,
    UserManager<Account> users,
    SignInLimits limits,
    IHttpContextAccessor http
)
{
    // A name that nobody has costs the same work as one that somebody has: the time of an answer does not tell which names there are.
    private static readonly Account Nobody = new();
    private static readonly string NoPassword = new PasswordHasher<Account>().HashPassword(Nobody, Guid.NewGuid().ToString());

    public static string TooMany => AccountTexts.Texts["TooManyTries"];

    /// <summary>Name and password. Where a second step is set up, <c>NeedsCode</c> is true and nobody is signed in yet.</summary>
    public async Task<(string? Fault, bool NeedsCode)> PasswordAsync(string name, string password)
    {
        var context = http.HttpContext!;
        if (!limits.MayTry(context, name))
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return (TooMany, false);
        }

        var account = await users.FindByNameAsync(name.Trim());
        if (account is { DisabledAt: null, PasswordHash: not null })
        {
            var result = await accounts.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: false);
            if (result.Succeeded || result.RequiresTwoFactor)
            {
                return (null, result.RequiresTwoFactor);
            }
        }
        else if (
            users.PasswordHasher.VerifyHashedPassword(account ?? Nobody, account?.PasswordHash ?? NoPassword, password)
            is not PasswordVerificationResult.Failed
        )
        {
            return (AccountTexts.Texts["AccountDisabled"], false);
        }

        limits.Count(context, name);
        return (AccountTexts.Texts["NameOrPasswordWrong"], false);
    }

    /// <summary>The code of an authenticator, or one of the recovery codes.</summary>
    public async Task<string?> CodeAsync(string code)
    {
        var context = http.HttpContext!;
        if (await accounts.GetTwoFactorAuthenticationUserAsync() is not { } account)
        {
            return AccountTexts.Texts["FirstStepTooOld"];
        }

        if (!limits.MayTry(context, account.UserName!, isCode: true))
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return TooMany;
        }

        var typed = code.Replace(" ", "", StringComparison.Ordinal);
        var isCode = typed.Length == 6 && typed.All(char.IsAsciiDigit);
        var result = isCode
            ? await accounts.TwoFactorAuthenticatorSignInAsync(typed, isPersistent: false, rememberClient: false)
            : await accounts.TwoFactorRecoveryCodeSignInAsync(typed);
        if (result.Succeeded)
        {
            return null;
        }

        limits.Count(context, account.UserName!, isCode: true);
        return AccountTexts.Texts["CodeWrongOrUsed"];
    }

    /// <summary>A passkey's answer, as the browser gives it.</summary>
    public async Task<string?> PasskeyAsync(string credential)
    {
        try
        {
            var asserted = await accounts.PerformPasskeyAssertionAsync(credential);
            if (asserted is { Succeeded: true, User: { DisabledAt: null } account })
            {
                await users.AddOrUpdatePasskeyAsync(account, asserted.Passkey); // its counter
                await accounts.SignInAsync(account, isPersistent: false, "passkey");
                return null;
            }
        }
        catch (Exception e) when (e is InvalidOperationException or System.Text.Json.JsonException)
        {
            // no challenge was asked for, or the answer is none
        }

        return AccountTexts.Texts["PasskeyUnknown"];
    }
}
