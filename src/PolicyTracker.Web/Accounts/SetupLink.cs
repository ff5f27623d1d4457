using System.Security.Cryptography;
using System.Text;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Web.App;

namespace PolicyTracker.Web.Accounts;

/// <summary>
/// The one-time link with which the first administrator is made. It lives as long as the process, and works while there is
/// none.
/// </summary>
internal sealed class SetupLink(IServiceScopeFactory scopes, PublicAddress known)
{
    private readonly string _token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    /// <summary>The path and query of the link.</summary>
    public string Path => $"/setup?token={_token}";

    /// <summary>Prints the link where there is no administrator yet.</summary>
    public async Task PrintAsync(string address)
    {
        if (await IsOpenAsync())
        {
            Console.WriteLine($"{AccountTexts.Texts["SetupLink"]}\n  {known.Known?.GetLeftPart(UriPartial.Authority) ?? address}{Path}");
        }
    }

    /// <summary>Whether there is no administrator yet.</summary>
    public async Task<bool> IsOpenAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        return !await scope.ServiceProvider.GetRequiredService<AccountEdits>().HasAdminAsync();
    }

    /// <summary>Whether <paramref name="token"/> is the one printed.</summary>
    public bool Fits(string? token) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token ?? ""), Encoding.UTF8.GetBytes(_token));
}
