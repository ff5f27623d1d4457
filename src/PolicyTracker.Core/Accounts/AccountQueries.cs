using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Accounts;

/// <summary>An account as administrators see it.</summary>
public sealed record AccountItem(Guid Id, string Name, string Role, bool IsDisabled, bool HasTwoSteps, int Passkeys, DateTime? SeenAt);

/// <summary>What administrators ask about accounts.</summary>
public sealed class AccountQueries(IDbContextFactory<TrackerDb> contexts, TimeProvider clock)
{
    /// <summary>Every account, by name.</summary>
    /// <exception cref="Refusal">No administrator asks.</exception>
    public async Task<IReadOnlyList<AccountItem>> ListAsync(Editor by, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.NeedAdminAsync(by, cancel);
        var accounts = await db
            .Users.AsNoTracking()
            .OrderBy(u => u.UserName)
            .Select(u => new
            {
                u.Id,
                u.UserName,
                u.DisabledAt,
                u.TwoFactorEnabled,
                Passkeys = db.UserPasskeys.Count(p => p.UserId == u.Id),
                IsAdmin = db.UserRoles.Any(r => r.UserId == u.Id && db.Roles.Any(n => n.Id == r.RoleId && n.Name == Roles.Admin)),
                SeenAt = db.Set<Session>().Where(s => s.AccountId == u.Id).Max(s => (DateTime?)s.SeenAt),
            })
            .ToListAsync(cancel);
        return
        [
            .. accounts.Select(a => new AccountItem(
                a.Id,
                a.UserName!,
                a.IsAdmin ? Roles.Admin : Roles.Editor,
                a.DisabledAt is not null,
                a.TwoFactorEnabled,
                a.Passkeys,
                a.SeenAt
            )),
        ];
    }

    /// <summary>The invitations that were not used and have not expired.</summary>
    /// <exception cref="Refusal">No administrator asks.</exception>
    public async Task<IReadOnlyList<Invitation>> InvitationsAsync(Editor by, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.NeedAdminAsync(by, cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        return await db.Set<Invitation>()
            .AsNoTracking()
            .Where(i => i.UsedAt == null && i.ExpiresAt > now)
            .OrderBy(i => i.Id)
            .ToListAsync(cancel);
    }
}
