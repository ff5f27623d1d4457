using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Pillars;

namespace PolicyTracker.Core.Annotations;

/// <summary>A record to choose from a list.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Group">The record that it belongs to, where a list is grouped.</param>
public sealed record Choice(Guid Id, string Label, string? Group = null);

/// <summary>What an editor may choose from while annotating.</summary>
public sealed record WorkbenchChoices(
    IReadOnlyList<Choice> Pillars,
    IReadOnlyList<Choice> Goals,
    IReadOnlyList<Choice> Commitments,
    IReadOnlyList<Choice> Indicators,
    IReadOnlyList<Choice> Terms,
    IReadOnlyList<Choice> Actors,
    IReadOnlyList<Choice> Initiatives,
    IReadOnlyList<Choice> Topics);

/// <summary>What the workbench needs besides the text: the version to base an edit of an annotation on.</summary>
/// <param name="SourceVersionId">The text that is being annotated.</param>
/// <param name="Versions">The version of each annotation of that text.</param>
/// <param name="Choices">What can be chosen.</param>
/// <param name="Accents">The colours of pillars, goals and commitments.</param>
public sealed record Workbench(Guid SourceVersionId, IReadOnlyDictionary<Guid, int> Versions, WorkbenchChoices Choices, IReadOnlyDictionary<Guid, Accent> Accents);

/// <summary>What editors ask while annotating.</summary>
public sealed class WorkbenchQueries(IDbContextFactory<TrackerDb> contexts)
{
    /// <summary>The workbench of the newest text of an announcement; null where there is no such announcement.</summary>
    public async Task<Workbench?> FindAsync(string slug, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var source = await db.Announcements.Where(a => a.Slug == slug)
            .Join(db.SourceVersions, a => a.Id, v => v.AnnouncementId, (_, v) => new { v.Id, v.Number }).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancel);
        if (source is null)
        {
            return null;
        }

        var versions = await db.Annotations.Where(a => a.SourceVersionId == source.Id).Select(a => new { a.Id, a.Version }).ToDictionaryAsync(a => a.Id, a => a.Version, cancel);
        var accents = await db.Pillars.Select(p => new { p.Id, p.Accent })
            .Concat(db.Goals.Join(db.Pillars, g => g.PillarId, p => p.Id, (g, p) => new { g.Id, p.Accent }))
            .Concat(db.Commitments.Join(db.Goals, c => c.GoalId, g => g.Id, (c, g) => new { c.Id, g.PillarId }).Join(db.Pillars, c => c.PillarId, p => p.Id, (c, p) => new { c.Id, p.Accent }))
            .ToDictionaryAsync(a => a.Id, a => a.Accent, cancel);
        return new Workbench(source.Id, versions, await ChoicesAsync(db, cancel), accents);
    }

    /// <summary>What can be chosen, in the order in which it is shown.</summary>
    public async Task<WorkbenchChoices> ChoicesAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await ChoicesAsync(db, cancel);
    }

    private static async Task<WorkbenchChoices> ChoicesAsync(TrackerDb db, CancellationToken cancel) => new(
        await db.Pillars.OrderBy(p => p.Order).Select(p => new Choice(p.Id, p.Name)).ToListAsync(cancel),
        await (from g in db.Goals join p0 in db.Pillars on g.PillarId equals p0.Id into ps from p in ps.DefaultIfEmpty() orderby p == null ? 0 : p.Order, g.Order, g.Id select new Choice(g.Id, g.Title, p == null ? "Across the pillars" : p.Name)).ToListAsync(cancel),
        await (from c in db.Commitments join g in db.Goals on c.GoalId equals g.Id join p0 in db.Pillars on g.PillarId equals p0.Id into ps from p in ps.DefaultIfEmpty() orderby p == null ? 0 : p.Order, g.Order, g.Id, c.Order, c.Id select new Choice(c.Id, c.Title, g.Title)).ToListAsync(cancel),
        await db.Indicators.OrderBy(i => i.Name).Select(i => new Choice(i.Id, i.Name)).ToListAsync(cancel),
        await db.Terms.OrderBy(t => t.English).Select(t => new Choice(t.Id, t.English)).ToListAsync(cancel),
        await db.Actors.OrderBy(a => a.Name).Select(a => new Choice(a.Id, a.Name)).ToListAsync(cancel),
        await db.Initiatives.OrderBy(i => i.Order).Select(i => new Choice(i.Id, i.Name)).ToListAsync(cancel),
        await db.Topics.OrderBy(t => t.Order).Select(t => new Choice(t.Id, t.Name)).ToListAsync(cancel));
}
