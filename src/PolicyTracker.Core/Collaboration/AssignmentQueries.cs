using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Collaboration;

/// <summary>Who works on an announcement, and how far it is.</summary>
/// <param name="State">How far it is.</param>
/// <param name="Assignee">Who works on it; null for nobody.</param>
public sealed record AssignmentItem(WorkState State, string? Assignee)
{
    /// <summary>Nobody has said anything of it.</summary>
    public static AssignmentItem None { get; } = new(WorkState.New, null);
}

/// <summary>What editors ask about who works on what.</summary>
public sealed class AssignmentQueries(IDbContextFactory<TrackerDb> contexts)
{
    /// <summary>The assignments of some announcements, by their slugs; those without one are left out.</summary>
    /// <exception cref="Refusal">No editor asks.</exception>
    public async Task<IReadOnlyDictionary<string, AssignmentItem>> ListAsync(
        Editor by,
        IReadOnlyCollection<string> announcements,
        CancellationToken cancel = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.AccountAsync(by, cancel);
        return await (
            from n in db.Set<Announcement>()
            where announcements.Contains(n.Slug)
            join a in db.Set<Assignment>() on n.Id equals a.AnnouncementId
            select new { n.Slug, Item = new AssignmentItem(a.State, a.Name) }
        ).ToDictionaryAsync(a => a.Slug, a => a.Item, cancel);
    }

    /// <summary>The names of those who can be given work.</summary>
    /// <exception cref="Refusal">No editor asks.</exception>
    public async Task<IReadOnlyList<string>> NamesAsync(Editor by, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.AccountAsync(by, cancel);
        return (await db.EditorNamesAsync(cancel)).ConvertAll(n => n.Name);
    }
}
