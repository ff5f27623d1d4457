using Microsoft.AspNetCore.Identity;

namespace PolicyTracker.Core.Accounts;

/// <summary>Adds accounts.</summary>
public sealed class AccountEdits(UserManager<Account> users, RoleManager<IdentityRole<Guid>> roles)
{
    /// <summary>Adds an account with one of the <see cref="Roles"/>.</summary>
    /// <exception cref="RefusedException">The name is taken, or the password is too short.</exception>
    public async Task<Account> AddAsync(string name, string password, string role)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new RefusedException("The name is empty. Give a name to sign in with.");
        }

        if (!await roles.RoleExistsAsync(role))
        {
            Need(await roles.CreateAsync(new IdentityRole<Guid>(role)));
        }

        var account = new Account { UserName = name.Trim() };
        Need(await users.CreateAsync(account, password));
        Need(await users.AddToRoleAsync(account, role));
        return account;
    }

    /// <summary>Whether there is an administrator.</summary>
    public async Task<bool> HasAdminAsync() => (await users.GetUsersInRoleAsync(Roles.Admin)).Count > 0;

    private static void Need(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new RefusedException(string.Join(" ", result.Errors.Select(e => e.Description)));
        }
    }
}
