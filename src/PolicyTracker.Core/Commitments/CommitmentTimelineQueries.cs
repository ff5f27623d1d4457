using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Commitments;

/// <summary>
/// Tells the story of a commitment out of its quotations, its steps, its indicator and the commitments that it follows or that
/// follow it.
/// </summary>
public sealed class CommitmentTimelineQueries(IDbContextFactory<TrackerDb> contexts)
{
    // A longer line is a mistake, perhaps a ring.
    private const int Longest = 50;

    /// <summary>The story of a commitment.</summary>
    public async Task<CommitmentTimeline> FindAsync(Guid id, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var chain = await ChainAsync(db, id, cancel);
        var ids = chain.ConvertAll(c => c.Id);
        var named = chain.ToDictionary(c => c.Id, c => new RecordName(c.Slug, c.Title));
        var quotations = await db.QuotationsAsync(RecordKind.Commitment, ids, cancel);
        var events = new List<TimelineEvent>();
        foreach (var commitment in chain)
        {
            var said = quotations[commitment.Id].GroupBy(q => (q.AnnouncementSlug, q.Date)).OrderBy(g => g.Key.Date.FirstDay).ToList();
            events.AddRange(
                said.Select(
                    (g, i) =>
                        new TimelineEvent(
                            i > 0 ? TimelineEventKind.SaidAgain
                                : ids.Contains(commitment.FollowsId ?? Guid.Empty)
                                    ? commitment.Follows is Succession.Replaces ? TimelineEventKind.Replaced
                                        : TimelineEventKind.Updated
                                : TimelineEventKind.FirstSaid,
                            g.Key.Date.FirstDay,
                            named[commitment.Id],
                            null,
                            null,
                            null,
                            [.. g]
                        )
                )
            );
        }

        var steps = await db.StepsAsync(db.Set<StatusChange>().Where(s => ids.Contains(s.CommitmentId)), cancel);
        events.AddRange(
            steps.SelectMany(of =>
                of.Select(s => new TimelineEvent(
                    TimelineEventKind.StatusChanged,
                    s.On,
                    named[of.Key],
                    s.Reason,
                    null,
                    s.To,
                    s.Evidence,
                    s.AddedAt
                ))
            )
        );

        var results = await db.Set<Achievement>()
            .Where(a => a.CommitmentId != null && ids.Contains(a.CommitmentId.Value))
            .ToListAsync(cancel);
        var stated = await db.QuotationsAsync(RecordKind.Achievement, [.. results.Select(a => a.Id)], cancel);
        events.AddRange(
            results
                .Where(a => stated[a.Id].Any())
                .Select(a => new TimelineEvent(
                    TimelineEventKind.ResultStated,
                    stated[a.Id].Min(q => q.Date.FirstDay),
                    named[a.CommitmentId!.Value],
                    a.Title,
                    null,
                    null,
                    [.. stated[a.Id]]
                ))
        );

        await AddValuesAsync(db, chain, named, events, cancel);
        return new(
            [
                .. chain.Select(c => new CommitmentLink(
                    named[c.Id],
                    c.Status,
                    quotations[c.Id].Select(q => (DateOnly?)q.Date.FirstDay).Min(),
                    ids.Contains(c.FollowsId ?? Guid.Empty) ? c.Follows : null
                )),
            ],
            [.. events.OrderBy(e => e.On).ThenBy(e => e.Kind)]
        );
    }

    private static async Task AddValuesAsync(
        TrackerDb db,
        List<Commitment> chain,
        Dictionary<Guid, RecordName> named,
        List<TimelineEvent> events,
        CancellationToken cancel
    )
    {
        var measured = chain.Where(c => c.IndicatorId is not null).ToLookup(c => c.IndicatorId!.Value, c => named[c.Id]);
        var ids = measured.Select(m => m.Key).ToList();
        if (ids.Count == 0)
        {
            return;
        }

        var indicators = await db.Set<Indicator>().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancel);
        IEnumerable<IndicatorValue> values =
        [
            .. await db.Set<Target>().Where(t => ids.Contains(t.IndicatorId)).ToListAsync(cancel),
            .. await db.Set<Observation>().Where(o => ids.Contains(o.IndicatorId)).ToListAsync(cancel),
        ];
        foreach (var kind in values.Where(v => indicators.ContainsKey(v.IndicatorId)).GroupBy(v => v.Kind))
        {
            var quoted = await db.QuotationsAsync(kind.Key, [.. kind.Select(v => v.Id)], cancel);
            events.AddRange(
                kind.Where(v => quoted[v.Id].Any())
                    .Select(v => new TimelineEvent(
                        v is Target ? TimelineEventKind.TargetSet : TimelineEventKind.FigureReported,
                        quoted[v.Id].Min(q => q.Date.FirstDay),
                        measured[v.IndicatorId].Last(),
                        v.Note,
                        ValueOf(indicators[v.IndicatorId], v),
                        null,
                        [.. quoted[v.Id]]
                    ))
            );
        }
    }

    private static TimelineValue ValueOf(Indicator indicator, IndicatorValue value) =>
        new(new(indicator.Slug, indicator.Name), indicator.Unit, indicator.Scale, value.Value, value.Comparator, value.Period);

    // From the first commitment of the line down to every one that follows this one. In a ring each is named again with every round.
    private static async Task<List<Commitment>> ChainAsync(TrackerDb db, Guid id, CancellationToken cancel)
    {
        var line = await db
            .Database.SqlQuery<ChainPlace>(
                $"""
                WITH RECURSIVE earlier("Id", "FollowsId", "Place") AS (
                  SELECT "Id", "FollowsId", 0 FROM "Commitments" WHERE "Id" = {id} AND "RemovedAt" IS NULL
                  UNION ALL
                  SELECT c."Id", c."FollowsId", e."Place" - 1 FROM earlier e JOIN "Commitments" c ON c."Id" = e."FollowsId"
                  WHERE c."RemovedAt" IS NULL AND e."Place" > {-Longest}
                ),
                later("Id", "Place") AS (
                  SELECT "Id", "Place" FROM earlier WHERE "Place" = 0
                  UNION ALL
                  SELECT c."Id", l."Place" + 1 FROM later l JOIN "Commitments" c ON c."FollowsId" = l."Id"
                  WHERE c."RemovedAt" IS NULL AND l."Place" < {Longest}
                )
                SELECT "Id", "Place" FROM earlier UNION ALL SELECT "Id", "Place" FROM later WHERE "Place" > 0
                """
            )
            .ToListAsync(cancel);
        var places = line.OrderBy(p => p.Place > 0)
            .ThenBy(p => Math.Abs(p.Place))
            .ThenBy(p => p.Id)
            .DistinctBy(p => p.Id)
            .Take(Longest)
            .ToDictionary(p => p.Id, p => p.Place);
        var ids = places.Keys.ToList();
        var chain = await db.Set<Commitment>().Where(c => ids.Contains(c.Id)).ToListAsync(cancel);
        return [.. chain.OrderBy(c => places[c.Id]).ThenBy(c => c.Id)];
    }

    private sealed record ChainPlace(Guid Id, int Place);
}
