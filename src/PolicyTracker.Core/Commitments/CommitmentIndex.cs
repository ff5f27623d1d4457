using PolicyTracker.Core.Data;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Commitments;

/// <summary>
/// How pillars, goals and commitments are filed, kept in memory: how long a list by topic, body or status is, and in which order,
/// would otherwise be read from every commitment that passes. After an edit only what was edited is read again.
/// </summary>
public sealed class CommitmentIndex
{
    private readonly RecordCache<PillarEntry> _pillars = new(
        RecordKind.Pillar,
        p => p.Id,
        (a, b) => ByOrder(a.Order, a.Id, b.Order, b.Id),
        (db, ids) =>
            db.Set<Pillar>().Where(p => ids == null || ids.Contains(p.Id)).Select(p => new PillarEntry(p.Id, p.Order, p.JurisdictionId))
    );

    private readonly RecordCache<GoalEntry> _goals = new(
        RecordKind.Goal,
        g => g.Id,
        (a, b) => ByOrder(a.Order, a.Id, b.Order, b.Id),
        (db, ids) =>
            db.Set<Goal>().Where(g => ids == null || ids.Contains(g.Id)).Select(g => new GoalEntry(g.Id, g.Slug, g.PillarId, g.Order))
    );

    private readonly RecordCache<CommitmentEntry> _commitments = new(
        RecordKind.Commitment,
        c => c.Id,
        (a, b) => ByOrder(a.Order, a.Id, b.Order, b.Id),
        (db, ids) =>
            db.Set<Commitment>()
                .Where(c => ids == null || ids.Contains(c.Id))
                .Select(c => new CommitmentEntry(
                    c.Id,
                    c.GoalId,
                    c.Order,
                    c.Status,
                    c.Due,
                    c.ResponsibleId,
                    c.InitiativeId,
                    c.Topics.Select(t => t.TopicId).ToList()
                ))
    );

    private volatile Kept? _kept;

    /// <summary>Pillars, goals and commitments as they stand.</summary>
    internal async Task<CommitmentOutline> ReadAsync(TrackerDb db, CancellationToken cancel)
    {
        var pillars = await _pillars.ReadAsync(db, cancel);
        var goals = await _goals.ReadAsync(db, cancel);
        var commitments = await _commitments.ReadAsync(db, cancel);
        if (_kept is { } kept && kept.Pillars == pillars && kept.Goals == goals && kept.Commitments == commitments)
        {
            return kept.Outline;
        }

        var outline = new CommitmentOutline(pillars, goals, commitments);
        _kept = new(pillars, goals, commitments, outline);
        return outline;
    }

    private static int ByOrder(int orderOfA, Guid a, int orderOfB, Guid b) =>
        orderOfA != orderOfB ? orderOfA.CompareTo(orderOfB) : a.CompareTo(b);

    // What was read, and what was made of it: a cache gives the same list until there was an edit.
    private sealed record Kept(
        IReadOnlyList<PillarEntry> Pillars,
        IReadOnlyList<GoalEntry> Goals,
        IReadOnlyList<CommitmentEntry> Commitments,
        CommitmentOutline Outline
    );
}

/// <summary>A pillar's place, and whose policy it is of; <paramref name="JurisdictionId"/> is null where it belongs to none.</summary>
internal sealed record PillarEntry(Guid Id, int Order, Guid? JurisdictionId);

/// <summary>Where a goal is filed; <paramref name="PillarId"/> is null where it spans the pillars.</summary>
internal sealed record GoalEntry(Guid Id, string Slug, Guid? PillarId, int Order);

/// <summary>What commitments are listed and counted by.</summary>
internal sealed record CommitmentEntry(
    Guid Id,
    Guid GoalId,
    int Order,
    Status Status,
    DateOnly? Due,
    Guid? ResponsibleId,
    Guid? InitiativeId,
    List<Guid> Topics
);
