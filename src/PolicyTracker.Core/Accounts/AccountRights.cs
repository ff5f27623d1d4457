using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Accounts;

/// <summary>What an account may do, read from the store at the time of asking.</summary>
internal static class AccountRights
{
    /// <summary>The roles of an account; none where it does not exist or is disabled.</summary>
    public static Task<List<string>> RolesOfAsync(this TrackerDb db, Guid account, CancellationToken cancel) =>
        (
            from u in db.Users
            where u.Id == account && u.DisabledAt == null
            join r in db.UserRoles on u.Id equals r.UserId
            join n in db.Roles on r.RoleId equals n.Id
            select n.Name!
        ).ToListAsync(cancel);

    private static async Task<List<string>> RolesOfAsync(this TrackerDb db, Editor by, CancellationToken cancel) =>
        by.AccountId is { } account ? await db.RolesOfAsync(account, cancel) : [];

    /// <summary>Refuses whoever may not change records. The program itself may.</summary>
    /// <exception cref="Refusal">A reader asks.</exception>
    public static async Task NeedEditorAsync(this TrackerDb db, Editor by, CancellationToken cancel)
    {
        var roles = await db.RolesOfAsync(by, cancel);
        if (!by.IsProgram && !roles.Contains(Roles.Editor) && !roles.Contains(Roles.Admin))
        {
            throw Refusal.NotEditor();
        }
    }

    /// <summary>Refuses whoever is no administrator. The program itself is.</summary>
    /// <exception cref="Refusal">An editor or a reader asks.</exception>
    public static async Task NeedAdminAsync(this TrackerDb db, Editor by, CancellationToken cancel)
    {
        if (!by.IsProgram && !(await db.RolesOfAsync(by, cancel)).Contains(Roles.Admin))
        {
            throw Refusal.NotAdmin();
        }
    }
}
