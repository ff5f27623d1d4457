using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Jurisdictions;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text.Suggestions;

namespace PolicyTracker.Core.Suggestions;

/// <summary>
/// The terms by which pillars are told, with what editors' decisions in this store add to them; for an announcement of a jurisdiction
/// those of its pillars alone.
/// </summary>
public sealed class PillarModelQueries(IDbContextFactory<TrackerDb> contexts)
{
    // What a model learns from: the newest decisions. More of them tell hardly more of a pillar, and take seconds to learn.
    private const int MaxLearned = 5_000;

    // The model is made anew with every so many quotations more, so that a decision seldom changes what is being read.
    private const int Retraining = 10;

    // By jurisdiction; under Guid.Empty that of all pillars.
    private readonly ConcurrentDictionary<Guid, Learned> _learned = [];

    /// <summary>The names of the store's pillars by their slugs; of one jurisdiction where it is given.</summary>
    public async Task<IReadOnlyDictionary<string, string>> PillarsAsync(Guid? jurisdiction = null, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<Pillar>().InJurisdiction(jurisdiction).ToDictionaryAsync(p => p.Slug, p => p.Name, cancel);
    }

    /// <summary>The pillars' model with what editors' decisions in this store add to it.</summary>
    public async Task<PillarModel> ReadAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (await ReadAsync(db, null, cancel)).Model;
    }

    /// <summary>
    /// Which version of the terms <see cref="ReadAsync(CancellationToken)"/> gives; cheap, where the model itself has to be
    /// learned.
    /// </summary>
    public async Task<string> VersionAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (await VersionAsync(db, null, cancel)).Version;
    }

    /// <summary>
    /// The model of the pillars of one jurisdiction, of all where none is given, with which version it is; in a context that is open.
    /// </summary>
    internal async Task<(PillarModel Model, string Version)> ReadAsync(TrackerDb db, Guid? jurisdiction, CancellationToken cancel)
    {
        var (slugs, version) = await VersionAsync(db, jurisdiction, cancel);
        if (_learned.GetValueOrDefault(jurisdiction ?? Guid.Empty) is { } learned && learned.Version == version)
        {
            return (learned.Model, version);
        }

        var pillars = db.Set<Pillar>().InJurisdiction(jurisdiction);
        var examples = await (
            from a in db.Set<Annotation>()
            where a.State == AnnotationState.Accepted && a.SupportsKind == RecordKind.Commitment
            join c in db.Set<Commitment>() on a.SupportsId equals c.Id
            join g in db.Set<Goal>() on c.GoalId equals g.Id
            join p in pillars on g.PillarId equals p.Id
            orderby a.Id descending
            select new { p.Slug, Words = a.Exact + "\n" + c.Title }
        )
            .Take(MaxLearned)
            .ToListAsync(cancel);
        var goals = await (
            from g in db.Set<Goal>()
            join p in pillars on g.PillarId equals p.Id
            orderby g.Id descending
            select new { p.Slug, Words = g.Title + "\n" + g.Summary }
        )
            .Take(MaxLearned)
            .ToListAsync(cancel);
        var model = PillarModel.BuiltIn.For(slugs).Learn(examples.Concat(goals).Select(e => (e.Slug, e.Words)));
        _learned[jurisdiction ?? Guid.Empty] = new(model, version);
        return (model, version);
    }

    private static async Task<(Dictionary<string, string> Slugs, string Version)> VersionAsync(
        TrackerDb db,
        Guid? jurisdiction,
        CancellationToken cancel
    )
    {
        var pillars = db.Set<Pillar>().InJurisdiction(jurisdiction);
        var quotations = await db.Set<Annotation>()
            .CountAsync(a => a.State == AnnotationState.Accepted && a.SupportsKind == RecordKind.Commitment, cancel);
        var slugs = await pillars.Select(p => p.Slug).ToDictionaryAsync(s => s, s => s, cancel);
        foreach (
            var old in await (
                from a in db.Set<FormerSlug>()
                where a.Kind == RecordKind.Pillar
                join p in pillars on a.RecordId equals p.Id
                select new { a.Slug, Now = p.Slug }
            ).ToListAsync(cancel)
        )
        {
            slugs.TryAdd(old.Slug, old.Now); // a renamed pillar keeps its terms
        }

        var names = string.Join(',', slugs.Select(s => s.Key + s.Value).Order(StringComparer.Ordinal));
        var goals = await db.Set<Goal>().CountAsync(cancel);
        return (slugs, $"{quotations / Retraining} {names} {goals}");
    }

    private sealed record Learned(PillarModel Model, string Version);
}
