using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Rules;

/// <summary>What pages ask about editorial rules.</summary>
public sealed class EditorialRuleQueries(IDbContextFactory<TrackerDb> contexts)
{
    /// <summary>The rules in their order.</summary>
    public async Task<IReadOnlyList<EditorialRuleItem>> ListAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<EditorialRule>()
            .OrderBy(r => r.Order)
            .ThenBy(r => r.Id)
            .Select(r => new EditorialRuleItem(r.Id, r.Slug, r.Title, r.Status, r.Text, r.Version, r.ChangedAt))
            .ToListAsync(cancel);
    }

    /// <summary>The rules that state what a status means.</summary>
    public async Task<StatusRules> OfStatusesAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return new(
            await db.Set<EditorialRule>()
                .Where(r => r.Status != null)
                .Select(r => new StatusRule(r.Status!.Value, r.Slug, r.Version, r.ChangedAt))
                .ToListAsync(cancel)
        );
    }
}
