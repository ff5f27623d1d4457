using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Accounts;

/// <summary>
/// Where accounts are signed in. A cookie or circuit whose session is gone, or whose account is disabled, is worth nothing.
/// </summary>
public sealed class Sessions(IDbContextFactory<TrackerDb> contexts, TimeProvider clock)
{
    private static readonly TimeSpan Resolution = TimeSpan.FromMinutes(1);

    /// <summary>Begins a session of an account in a browser that calls itself so.</summary>
    public async Task<Guid> StartAsync(Guid account, string browser, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(browser);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var session = new Session
        {
            AccountId = account,
            Browser = browser.Length > 300 ? browser[..300] : browser,
            StartedAt = now,
            SeenAt = now,
        };
        db.Add(session);
        await db.SaveChangesAsync(cancel);
        return session.Id;
    }

    /// <summary>Whether a session goes on; notes that it was seen.</summary>
    public async Task<bool> IsLiveAsync(Guid session, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var found = await db.Set<Session>()
            .Where(s => s.Id == session && db.Users.Any(u => u.Id == s.AccountId && u.DisabledAt == null))
            .Select(s => (DateTime?)s.SeenAt)
            .FirstOrDefaultAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        if (found < now - Resolution)
        {
            try
            {
                using var turn = await db.WaitForTurnAsync(cancel);
                await db.Set<Session>().Where(s => s.Id == session).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now), cancel);
            }
            catch (Exception e) when (StoreErrors.IsTransient(e))
            {
                // a full disk keeps nobody from reading: when somebody was last seen can wait
            }
        }

        return found is not null;
    }

    /// <summary>The sessions of an account, the one seen last first.</summary>
    public async Task<IReadOnlyList<Session>> ListAsync(Guid account, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<Session>()
            .AsNoTracking()
            .Where(s => s.AccountId == account)
            .OrderByDescending(s => s.SeenAt)
            .ToListAsync(cancel);
    }

    /// <summary>Ends a session of an account.</summary>
    public async Task EndAsync(Guid account, Guid session, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.Set<Session>().Where(s => s.AccountId == account && s.Id == session).ExecuteDeleteAsync(cancel);
    }
}
