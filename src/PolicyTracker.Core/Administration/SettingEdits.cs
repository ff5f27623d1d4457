using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Administration;

/// <summary>Sets what holds for the whole tracker. Settings have no history.</summary>
public sealed class SettingEdits(IDbContextFactory<TrackerDb> contexts)
{
    /// <summary>Sets something for the whole tracker.</summary>
    /// <exception cref="Refusal">No administrator asks.</exception>
    public async Task SetAsync(Editor by, string setting, string value, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.NeedAdminAsync(by, cancel);
        await db.SetAsync(setting, value, cancel);
    }
}
