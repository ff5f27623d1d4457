using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Accounts;

/// <summary>Adds, invites, changes and disables accounts. Accounts have no history; what they edit has.</summary>
public sealed class AccountEdits(
    UserManager<Account> users,
    RoleManager<IdentityRole<Guid>> roles,
    IDbContextFactory<TrackerDb> contexts,
    TimeProvider clock
)
{
    /// <summary>How long an invitation works.</summary>
    public static readonly TimeSpan InvitationLife = TimeSpan.FromDays(7);

    /// <summary>Adds an account with one of the <see cref="Roles"/>.</summary>
    /// <param name="name">The name to sign in with.</param>
    /// <param name="password">Its password; null for an account that signs in elsewhere.</param>
    /// <param name="role">One of the <see cref="Roles"/>.</param>
    /// <exception cref="Refusal">The name is taken or breaks a rule of <see cref="AccountNames"/>, or the password breaks one.</exception>
    public async Task<Account> AddAsync(string name, string? password, string role)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (AccountNames.Fault(name.Trim(), await users.Users.Select(u => u.UserName!).ToListAsync()) is { } fault)
        {
            throw fault;
        }

        await NeedRoleAsync(role);
        var account = new Account { UserName = name.Trim() };
        Need(password is null ? await users.CreateAsync(account) : await users.CreateAsync(account, password));
        Need(await users.AddToRoleAsync(account, role));
        return account;
    }

    /// <summary>Whether there is an administrator who can sign in.</summary>
    public async Task<bool> HasAdminAsync() => (await users.GetUsersInRoleAsync(Roles.Admin)).Any(a => a.DisabledAt is null);

    /// <summary>Makes a link with which one person can make an account within <see cref="InvitationLife"/>.</summary>
    /// <returns>The link's secret, which is shown once.</returns>
    /// <exception cref="Refusal">No administrator asks, or a field is empty.</exception>
    public async Task<string> InviteAsync(Editor by, string whom, string role, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (string.IsNullOrWhiteSpace(whom) || whom.Length > 200)
        {
            throw Refusal.InvitationWithoutName();
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.NeedAdminAsync(by, cancel);
        var secret = Secret.Make();
        db.Add(
            new Invitation
            {
                Hash = Secret.Hash(secret),
                Role = Roles.Parse(role),
                For = whom.Trim(),
                By = by.Name,
                ExpiresAt = clock.GetUtcNow().UtcDateTime + InvitationLife,
            }
        );
        await db.SaveChangesAsync(cancel);
        return secret;
    }

    /// <summary>The invitation of a secret, where it still works.</summary>
    /// <exception cref="Refusal">It is unknown, was used, or has expired.</exception>
    public async Task<Invitation> FindInvitationAsync(string? secret, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var hash = Secret.Hash(secret ?? "");
        var found = await db.Set<Invitation>().AsNoTracking().FirstOrDefaultAsync(i => i.Hash == hash, cancel);
        return found switch
        {
            null => throw Refusal.NoInvitation(),
            { UsedAt: { } used } => throw Refusal.InvitationUsed(used),
            _ when found.ExpiresAt < clock.GetUtcNow().UtcDateTime => throw Refusal.InvitationExpired(found.ExpiresAt),
            _ => found,
        };
    }

    /// <summary>Makes the account that a secret invites to. Of two who use it at once, one gets it.</summary>
    /// <exception cref="Refusal">The invitation does not work, the name is taken, or the password breaks a rule.</exception>
    public async Task<Account> AcceptAsync(string? secret, string name, string password, CancellationToken cancel = default)
    {
        var invitation = await FindInvitationAsync(secret, cancel);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        if (
            await db.Set<Invitation>()
                .Where(i => i.Id == invitation.Id && i.UsedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.UsedAt, now), cancel) == 0
        )
        {
            return await AcceptAsync(secret, name, password, cancel); // says why not
        }

        try
        {
            return await AddAsync(name, password, invitation.Role);
        }
        catch (Refusal)
        {
            await db.Set<Invitation>()
                .Where(i => i.Id == invitation.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.UsedAt, (DateTime?)null), cancel);
            throw;
        }
    }

    /// <summary>Takes an invitation back.</summary>
    /// <exception cref="Refusal">No administrator asks.</exception>
    public async Task WithdrawAsync(Editor by, Guid invitation, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.NeedAdminAsync(by, cancel);
        await db.Set<Invitation>().Where(i => i.Id == invitation && i.UsedAt == null).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Gives an account another role, or disables or enables it; it has to sign in again everywhere.</summary>
    /// <exception cref="Refusal">No administrator asks, or there would be none left.</exception>
    public async Task ChangeAsync(Editor by, Guid id, string role, bool isDisabled, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.NeedAdminAsync(by, cancel);
        role = Roles.Parse(role);
        var account = await users.FindByIdAsync(id.ToString()) ?? throw Refusal.NoAccount();
        var others = (await users.GetUsersInRoleAsync(Roles.Admin)).Where(a => a.DisabledAt is null && a.Id != id);
        if ((isDisabled || role != Roles.Admin) && !others.Any())
        {
            throw Refusal.LastAdmin();
        }

        await NeedRoleAsync(role);
        var had = await users.GetRolesAsync(account);
        Need(await users.RemoveFromRolesAsync(account, had.Except([role])));
        Need(await users.AddToRolesAsync(account, new[] { role }.Except(had)));
        account.DisabledAt = isDisabled ? account.DisabledAt ?? clock.GetUtcNow().UtcDateTime : null;
        Need(await users.UpdateSecurityStampAsync(account)); // saves the account too
        await db.Set<Session>().Where(s => s.AccountId == id).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Changes an account's own password and ends its other sessions.</summary>
    /// <exception cref="Refusal">The current password is wrong, or the new one breaks a rule.</exception>
    public async Task ChangePasswordAsync(Account account, string current, string next, Guid? session, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        Need(
            await users.HasPasswordAsync(account)
                ? await users.ChangePasswordAsync(account, current, next)
                : await users.AddPasswordAsync(account, next)
        );
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.Set<Session>().Where(s => s.AccountId == account.Id && s.Id != session).ExecuteDeleteAsync(cancel);
    }

    private async Task NeedRoleAsync(string role)
    {
        if (!await roles.RoleExistsAsync(role))
        {
            Need(await roles.CreateAsync(new IdentityRole<Guid>(role)));
        }
    }

    private static void Need(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.PasswordMismatch))
                ? Refusal.PasswordWrong()
                : Refusal.AccountRefused(string.Join(" ", result.Errors.Select(e => e.Description)));
        }
    }
}
