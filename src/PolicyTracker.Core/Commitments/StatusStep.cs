using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Commitments;

/// <summary>One step in the status of a commitment as pages show it.</summary>
/// <param name="Id">The step.</param>
/// <param name="From">Where the commitment stood before, by the days of its steps.</param>
/// <param name="To">Where the commitment stood from then on.</param>
/// <param name="On">Since when; the first day that it may be.</param>
/// <param name="Reason">Why, the editors' words.</param>
/// <param name="AddedAt">When it was added, UTC, which may be long after its day.</param>
/// <param name="Evidence">The words that it rests on.</param>
public sealed record StatusStep(
    Guid Id,
    Status From,
    Status To,
    DateOnly On,
    string Reason,
    DateTime AddedAt,
    IReadOnlyList<Quotation> Evidence
)
{
    /// <summary>
    /// Since when, as much of it as is known: a step that begins with the announcement that it rests on states no day where that
    /// announcement has none.
    /// </summary>
    public Period Since => Evidence.Select(q => q.Date).Where(d => d.FirstDay == On).DefaultIfEmpty(Period.Of(On)).Min();
}

internal static class StatusStepReading
{
    /// <summary>Steps by their commitments, in the order of their days.</summary>
    public static async Task<ILookup<Guid, StatusStep>> StepsAsync(
        this TrackerDb db,
        IQueryable<StatusChange> query,
        CancellationToken cancel
    )
    {
        var rows = await (
            from s in query
            join r in db.Set<Revision>() on new { s.Id, Version = 1 } equals new { Id = r.RecordId, Version = r.RecordVersion }
            select new { Step = s, r.Edit.At }
        )
            .AsNoTracking()
            .ToListAsync(cancel);
        var added = rows.ToDictionary(r => r.Step.Id, r => r.At);
        var evidence = await db.QuotationsAsync(RecordKind.StatusChange, added.Keys, cancel);
        return rows.GroupBy(r => r.Step.CommitmentId, r => r.Step)
            .SelectMany(of =>
            {
                var steps = CommitmentStatus.InOrder(of).ToList();
                var before = steps.Select(s => s.To).Prepend(Status.Announced);
                return steps.Zip(
                    before,
                    (s, from) => (Of: of.Key, Step: new StatusStep(s.Id, from, s.To, s.On, s.Reason, added[s.Id], [.. evidence[s.Id]]))
                );
            })
            .ToLookup(s => s.Of, s => s.Step);
    }
}
