using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Accounts;

/// <summary>Keeps what editors have half typed, so that a reload, a restart or a lost connection loses nothing.</summary>
public sealed class Drafts(IDbContextFactory<TrackerDb> contexts, TimeProvider clock)
{
    /// <summary>The draft kept under <paramref name="key"/>, or null.</summary>
    public async Task<T?> FindAsync<T>(Editor by, string key, CancellationToken cancel = default) where T : class
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var account = by.AccountId ?? Guid.Empty;
        var content = await db.Drafts.Where(d => d.AccountId == account && d.Key == key).Select(d => d.Content).FirstOrDefaultAsync(cancel);
        try
        {
            return content is null ? null : JsonSerializer.Deserialize<T>(content);
        }
        catch (JsonException)
        {
            return null; // a draft of an older form; the form has changed since
        }
    }

    /// <summary>Keeps a draft, in place of the one under the same key.</summary>
    public async Task SaveAsync<T>(Editor by, string key, T draft, CancellationToken cancel = default) where T : class
    {
        if (by.AccountId is not { } account || account == Guid.Empty)
        {
            throw new RefusedException("Sign in again: a draft is kept for an account.");
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        var content = JsonSerializer.Serialize(draft);
        var now = clock.GetUtcNow().UtcDateTime;
        var kept = await db.Drafts.Where(d => d.AccountId == account && d.Key == key)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.Content, content).SetProperty(d => d.SavedAt, now), cancel);
        if (kept == 0)
        {
            db.Drafts.Add(new Draft { AccountId = account, Key = key, Content = content, SavedAt = now });
            await db.SaveChangesAsync(cancel);
        }
    }

    /// <summary>Forgets a draft, once it was saved as a record or given up.</summary>
    public async Task RemoveAsync(Editor by, string key, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var account = by.AccountId ?? Guid.Empty;
        await db.Drafts.Where(d => d.AccountId == account && d.Key == key).ExecuteDeleteAsync(cancel);
    }
}
