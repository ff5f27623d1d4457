using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Collaboration;

/// <summary>Who has an announcement open now. Kept in the store, so that editors on different nodes see each other.</summary>
public sealed class PresenceTracker(IDbContextFactory<TrackerDb> contexts, TimeProvider clock)
{
    /// <summary>After how long without a sign of life a tab counts as gone.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    // A sign of life is written less often than it is given.
    private static readonly TimeSpan Resolution = TimeSpan.FromSeconds(6);

    /// <summary>Gives a sign of life of a tab, and tells who else is there, by name.</summary>
    public async Task<IReadOnlyList<string>> HeartbeatAsync(Editor by, string tab, string place, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (now, account) = (clock.GetUtcNow().UtcDateTime, by.AccountId ?? Guid.Empty);
        var all = await db.Set<Presence>().AsNoTracking().Where(p => p.Place == place).ToListAsync(cancel);
        if (all.Find(p => p.Tab == tab) is not { } own)
        {
            using (await db.WaitForTurnAsync(cancel))
            {
                await db.Set<Presence>().Where(p => p.Tab == tab || p.SeenAt < now - Timeout).ExecuteDeleteAsync(cancel);
            }

            db.Add(
                new Presence
                {
                    Tab = tab,
                    AccountId = account,
                    Name = by.Name,
                    Place = place,
                    SeenAt = now,
                }
            );
            await db.SaveChangesAsync(cancel);
        }
        else if (own.SeenAt < now - Resolution)
        {
            using var turn = await db.WaitForTurnAsync(cancel);
            await db.Set<Presence>().Where(p => p.Tab == tab).ExecuteUpdateAsync(set => set.SetProperty(p => p.SeenAt, now), cancel);
        }

        return
        [
            .. all.Where(p => p.Tab != tab && p.SeenAt >= now - Timeout)
                .Select(p => p.AccountId == account ? AccountTexts.Texts["YouElsewhere"] : p.Name)
                .Distinct()
                .Order(StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>A tab was closed or went elsewhere.</summary>
    public async Task LeaveAsync(string tab, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        using var turn = await db.WaitForTurnAsync(cancel);
        await db.Set<Presence>().Where(p => p.Tab == tab).ExecuteDeleteAsync(cancel);
    }
}
