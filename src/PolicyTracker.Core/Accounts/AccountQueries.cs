using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Accounts;

/// <summary>An account as administrators see it.</summary>
public sealed record AccountItem(Guid Id, string Name, string Role, bool IsDisabled, bool HasTwoSteps, int Passkeys, DateTime? SeenAt);

/// <summary>What administrators ask about accounts.</summary>
public sealed class AccountQueries(IDbContextFactory<TrackerDb> contexts, TimeProvider clock)
{
    /// <summary>How many accounts a page of their list holds.</summary>
    public const int PageSize = 50;

    /// <summary>A page of the accounts.</summary>
    /// <exception cref="Refusal">No administrator asks.</exception>
    public async Task<Page<AccountItem>> ListAsync(Editor by, AccountFilter filter, int page = 1, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.NeedAdminAsync(by, cancel);
        ArgumentNullException.ThrowIfNull(filter);
        var rows = db
            .Users.AsNoTracking()
            .Select(u => new
            {
                u.Id,
                u.UserName,
                Sought = u.NormalizedUserName!,
                u.DisabledAt,
                u.TwoFactorEnabled,
                Passkeys = db.UserPasskeys.Count(p => p.UserId == u.Id),
                IsAdmin = db.UserRoles.Any(r => r.UserId == u.Id && db.Roles.Any(n => n.Id == r.RoleId && n.Name == Roles.Admin)),
                SeenAt = db.Set<Session>().Where(s => s.AccountId == u.Id).Max(s => (DateTime?)s.SeenAt),
            });
        var words = filter.Words.Trim().ToUpperInvariant();
        rows = words.Length > 0 ? rows.Where(a => a.Sought.Contains(words)) : rows;
        rows = filter.Role is { } role ? rows.Where(a => a.IsAdmin == (role == Roles.Admin)) : rows;
        rows = filter.IsDisabled is { } isDisabled ? rows.Where(a => (a.DisabledAt != null) == isDisabled) : rows;
        var total = await rows.CountAsync(cancel);
        page = Page.Within(page, total, PageSize);
        rows = (filter.Order, filter.IsDescending) switch
        {
            (AccountOrder.Role, false) => rows.OrderByDescending(a => a.IsAdmin).ThenBy(a => a.Sought),
            (AccountOrder.Role, true) => rows.OrderBy(a => a.IsAdmin).ThenBy(a => a.Sought),
            (AccountOrder.Seen, false) => rows.OrderBy(a => a.SeenAt != null).ThenBy(a => a.SeenAt).ThenBy(a => a.Sought),
            (AccountOrder.Seen, true) => rows.OrderBy(a => a.SeenAt == null).ThenByDescending(a => a.SeenAt).ThenBy(a => a.Sought),
            (_, true) => rows.OrderByDescending(a => a.Sought),
            _ => rows.OrderBy(a => a.Sought),
        };
        var accounts = await rows.Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return new(
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
            ],
            total,
            page,
            PageSize
        );
    }

    /// <summary>Refuses whoever is no administrator, for what is asked of the store as a whole.</summary>
    /// <exception cref="Refusal">No administrator asks.</exception>
    public async Task NeedAdminAsync(Editor by, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.NeedAdminAsync(by, cancel);
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
