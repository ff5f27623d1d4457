using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using PolicyTracker.Web.App;

namespace PolicyTracker.Web.Accounts;

/// <summary>
/// Browsers in which somebody has signed in before, by a cookie that the program alone can write. It signs nobody in: others who
/// guess can't keep such a browser out.
/// </summary>
internal sealed class KnownBrowsers(IDataProtectionProvider protection, PublicAddress address)
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(365);

    // More names than that signed in with one browser: the first are forgotten.
    private const int MaxKept = 8;

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("policytracker-known").ToTimeLimitedDataProtector();

    private string Cookie => address.CookieName("policytracker-known");

    /// <summary>What tells the browser from others, where that account has signed in with it before; null elsewhere.</summary>
    public string? Find(HttpContext context, string name) =>
        Read(context) is { } read && read.Names.Contains(Key(name), StringComparer.Ordinal) ? read.Browser : null;

    /// <summary>An account has signed in with this browser.</summary>
    public void Remember(HttpContext context, string name)
    {
        var (browser, names) = Read(context) ?? (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), []);
        var value = string.Join('\n', [browser, .. names.Where(n => n != Key(name)).TakeLast(MaxKept - 1), Key(name)]);
        var cookie = new CookieBuilder
        {
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
            MaxAge = Life,
        };
        address.Bind(cookie, "policytracker-known");
        context.Response.Cookies.Append(Cookie, _protector.Protect(value, Life), cookie.Build(context));
    }

    private (string Browser, string[] Names)? Read(HttpContext context)
    {
        try
        {
            return
                context.Request.Cookies[Cookie] is { Length: > 0 } sent
                && _protector.Unprotect(sent).Split('\n') is [var browser, .. var names]
                ? (browser, names)
                : null;
        }
        catch (CryptographicException)
        {
            return null; // made up, too old, or of another tracker
        }
    }

    private static string Key(string name) => name.Trim().ToUpperInvariant();
}
