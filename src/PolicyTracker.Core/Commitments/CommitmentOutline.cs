namespace PolicyTracker.Core.Commitments;

/// <summary>How many commitments of a pillar have a status.</summary>
/// <param name="Pillar">The pillar; null for goals that span the pillars.</param>
/// <param name="Status">The status.</param>
/// <param name="Count">How many.</param>
/// <param name="Late">Of how many of them the day has passed by which they were due.</param>
internal sealed record StatusTally(Guid? Pillar, Status Status, int Count, int Late);

/// <summary>The goals and commitments in the order in which they are shown: those that span the pillars, then pillar by pillar.</summary>
internal sealed class CommitmentOutline
{
    private readonly Dictionary<Guid, Guid?> _pillarOfGoal;

    private volatile Counted? _counted;

    /// <summary>Puts them in order.</summary>
    /// <param name="pillars">By their place.</param>
    /// <param name="goals">By their place in their pillar.</param>
    /// <param name="commitments">By their place in their goal.</param>
    public CommitmentOutline(IReadOnlyList<PillarEntry> pillars, IReadOnlyList<GoalEntry> goals, IReadOnlyList<CommitmentEntry> commitments)
    {
        var ofPillar = goals.ToLookup(g => g.PillarId);
        Goals = [.. ofPillar[null], .. pillars.SelectMany(p => ofPillar[p.Id])];
        var ofGoal = commitments.ToLookup(c => c.GoalId);
        Commitments = [.. Goals.SelectMany(g => ofGoal[g.Id])];
        _pillarOfGoal = Goals.ToDictionary(g => g.Id, g => g.PillarId);
    }

    /// <summary>The goals.</summary>
    public IReadOnlyList<GoalEntry> Goals { get; }

    /// <summary>The commitments.</summary>
    public IReadOnlyList<CommitmentEntry> Commitments { get; }

    /// <summary>The commitments that pass a filter.</summary>
    public IEnumerable<CommitmentEntry> Where(CommitmentIds wanted) =>
        Commitments.Where(c =>
            (wanted.Status is null || c.Status == wanted.Status)
            && (wanted.Goal is null || c.GoalId == wanted.Goal)
            && (wanted.Responsible is null || c.ResponsibleId == wanted.Responsible)
            && (wanted.Pillar is null || _pillarOfGoal[c.GoalId] == wanted.Pillar)
            && (wanted.Topic is not { } topic || c.Topics.Contains(topic))
        );

    /// <summary>How many commitments of each pillar have which status, in the order of the statuses.</summary>
    public IReadOnlyList<StatusTally> Tallies(DateOnly today)
    {
        if (_counted is { } counted && counted.Today == today)
        {
            return counted.Tallies;
        }

        var tallies = Commitments
            .GroupBy(c => (Pillar: _pillarOfGoal[c.GoalId], c.Status))
            .OrderBy(g => g.Key.Status)
            .Select(g => new StatusTally(g.Key.Pillar, g.Key.Status, g.Count(), g.Count(c => c.Due < today)))
            .ToList();
        _counted = new(today, tallies);
        return tallies;
    }

    private sealed record Counted(DateOnly Today, IReadOnlyList<StatusTally> Tallies);
}
