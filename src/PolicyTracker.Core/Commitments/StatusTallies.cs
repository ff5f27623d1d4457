using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Commitments;

/// <summary>How many commitments of a pillar have a status.</summary>
/// <param name="Pillar">The pillar; null for goals that span the pillars.</param>
/// <param name="Status">The status.</param>
/// <param name="Count">How many.</param>
/// <param name="Late">Of how many of them the day has passed by which they were due.</param>
internal sealed record StatusTally(Guid? Pillar, Status Status, int Count, int Late);

/// <summary>How the commitments stand: counted once for each edit and day, because it takes the longer the more there are.</summary>
public sealed class StatusTallies(TimeProvider clock)
{
    private volatile Kept? _kept;

    /// <summary>The numbers of each pillar and status, as they stand.</summary>
    internal async Task<IReadOnlyList<StatusTally>> ReadAsync(TrackerDb db, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var newest = await db.Set<Revision>().MaxAsync(r => (long?)r.Sequence, cancel) ?? 0;
        if (_kept is { } kept && kept.Newest == newest && kept.Today == today)
        {
            return kept.Tallies;
        }

        var tallies = await (
            from c in db.Set<Commitment>()
            join g in db.Set<Goal>() on c.GoalId equals g.Id
            group c by new { g.PillarId, c.Status } into s
            select new StatusTally(s.Key.PillarId, s.Key.Status, s.Count(), s.Count(c => c.Due < today))
        ).ToListAsync(cancel);
        tallies.Sort((a, b) => a.Status.CompareTo(b.Status));
        _kept = new(newest, today, tallies);
        return tallies;
    }

    private sealed record Kept(long Newest, DateOnly Today, IReadOnlyList<StatusTally> Tallies);
}
