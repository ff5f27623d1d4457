using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Collaboration;

/// <summary>A draft as lists show it.</summary>
/// <param name="Key">What is being typed.</param>
/// <param name="Tab">The tab in which it was typed.</param>
/// <param name="SavedAt">When it was last kept, UTC.</param>
public sealed record DraftItem(string Key, string Tab, DateTime SavedAt);

/// <summary>
/// Keeps what editors have half typed, so that a reload, a restart or a lost connection loses nothing. Each tab of a browser
/// keeps its own; those of other tabs and devices can be taken over.
/// </summary>
public sealed partial class Drafts(IDbContextFactory<TrackerDb> contexts, TimeProvider clock, ILogger<Drafts> log)
{
    // Enumerations by their words: a number would be another member once one is put in between.
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The draft that a tab kept under <paramref name="key"/>, or null.</summary>
    public async Task<T?> FindAsync<T>(Editor by, string key, string tab, CancellationToken cancel = default)
        where T : class
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var content = await Of(db, by).Where(d => d.Key == key && d.Tab == tab).Select(d => d.Content).FirstOrDefaultAsync(cancel);
        try
        {
            return content is null ? null : JsonSerializer.Deserialize<T>(content, Json);
        }
        catch (JsonException)
        {
            return null; // a draft of an older form; the form has changed since
        }
    }

    /// <summary>An editor's drafts, newest first; those under one key where it is given.</summary>
    public async Task<IReadOnlyList<DraftItem>> ListAsync(Editor by, string? key = null, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Of(db, by)
            .Where(d => key == null || d.Key == key)
            .OrderByDescending(d => d.SavedAt)
            .Take(100)
            .Select(d => new DraftItem(d.Key, d.Tab, d.SavedAt))
            .ToListAsync(cancel);
    }

    /// <summary>Keeps a draft, in place of the one that the tab kept under the same key.</summary>
    public async Task SaveAsync<T>(Editor by, string key, string tab, T draft, CancellationToken cancel = default)
        where T : class
    {
        if (by.AccountId is not { } account || account == Guid.Empty)
        {
            throw Refusal.DraftNotAllowed();
        }

        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            var content = JsonSerializer.Serialize(draft, Json);
            var now = clock.GetUtcNow().UtcDateTime;
            int kept;
            using (await db.WaitForTurnAsync(cancel))
            {
                kept = await Of(db, by)
                    .Where(d => d.Key == key && d.Tab == tab)
                    .ExecuteUpdateAsync(set => set.SetProperty(d => d.Content, content).SetProperty(d => d.SavedAt, now), cancel);
            }

            if (kept == 0)
            {
                db.Set<Draft>()
                    .Add(
                        new Draft
                        {
                            AccountId = account,
                            Key = key,
                            Tab = tab,
                            Content = content,
                            SavedAt = now,
                        }
                    );
                await db.SaveChangesAsync(cancel);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            NotKept(e);
            throw;
        }
    }

    /// <summary>Goes on in one tab with the draft of another, in place of what the tab itself kept.</summary>
    public async Task TakeOverAsync(Editor by, string key, string from, string to, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        using var turn = await db.WaitForTurnAsync(cancel);
        await Of(db, by).Where(d => d.Key == key && d.Tab == to).ExecuteDeleteAsync(cancel);
        await Of(db, by).Where(d => d.Key == key && d.Tab == from).ExecuteUpdateAsync(set => set.SetProperty(d => d.Tab, to), cancel);
    }

    /// <summary>Forgets a draft, once it was saved as a record or given up.</summary>
    public async Task RemoveAsync(Editor by, string key, string tab, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        using var turn = await db.WaitForTurnAsync(cancel);
        await Of(db, by).Where(d => d.Key == key && d.Tab == tab).ExecuteDeleteAsync(cancel);
    }

    [LoggerMessage(LogLevel.Error, "The store did not keep a draft.")]
    private partial void NotKept(Exception why);

    private static IQueryable<Draft> Of(TrackerDb db, Editor by)
    {
        var account = by.AccountId ?? Guid.Empty;
        return db.Set<Draft>().Where(d => d.AccountId == account);
    }
}
