using PolicyTracker.Core.Jurisdictions;

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
    private readonly IReadOnlyList<PillarEntry> _pillars;
    private volatile Counted? _counted;

    /// <summary>Puts them in order.</summary>
    /// <param name="pillars">By their place.</param>
    /// <param name="goals">By their place in their pillar.</param>
    /// <param name="commitments">By their place in their goal.</param>
    public CommitmentOutline(IReadOnlyList<PillarEntry> pillars, IReadOnlyList<GoalEntry> goals, IReadOnlyList<CommitmentEntry> commitments)
    {
        _pillars = pillars;
        _pillarOfGoal = goals.ToDictionary(g => g.Id, g => g.PillarId);
        GoalsOfPillar = goals.ToLookup(g => g.PillarId);
        OfGoal = commitments.ToLookup(c => c.GoalId);
        Commitments = [.. pillars.Select(p => (Guid?)p.Id).Prepend(null).SelectMany(p => GoalsOfPillar[p]).SelectMany(g => OfGoal[g.Id])];
    }

    /// <summary>The commitments.</summary>
    public IReadOnlyList<CommitmentEntry> Commitments { get; }

    /// <summary>The goals of each pillar; under null those that span the pillars.</summary>
    public ILookup<Guid?, GoalEntry> GoalsOfPillar { get; }

    /// <summary>The commitments of each goal.</summary>
    public ILookup<Guid, CommitmentEntry> OfGoal { get; }

    // The others are made when they are first asked for: an edit makes all of them anew.

    /// <summary>The commitments of each pillar; under null those to goals that span the pillars.</summary>
    public ILookup<Guid?, CommitmentEntry> OfPillar => field ??= Commitments.ToLookup(c => _pillarOfGoal[c.GoalId]);

    /// <summary>The commitments of each topic.</summary>
    public ILookup<Guid, CommitmentEntry> OfTopic =>
        field ??= Commitments.SelectMany(c => c.Topics, (c, topic) => (c, topic)).ToLookup(p => p.topic, p => p.c);

    /// <summary>The commitments for which each body answers; under null those for which none does.</summary>
    public ILookup<Guid?, CommitmentEntry> OfBody => field ??= Commitments.ToLookup(c => c.ResponsibleId);

    /// <summary>The commitments of each initiative; under null those of none.</summary>
    public ILookup<Guid?, CommitmentEntry> OfInitiative => field ??= Commitments.ToLookup(c => c.InitiativeId);

    /// <summary>The commitments that pass a filter; the narrowest part of it tells which are looked at.</summary>
    public IEnumerable<CommitmentEntry> Where(CommitmentIds wanted)
    {
        var looked = wanted switch
        {
            { Goal: { } goal } => OfGoal[goal],
            { Topic: { } topic } => OfTopic[topic],
            { Responsible: { } body } => OfBody[body],
            { Pillar: { } pillar } => OfPillar[pillar],
            { Jurisdiction: { } jurisdiction } => PillarsIn(jurisdiction).SelectMany(p => OfPillar[p]),
            _ => Commitments,
        };
        var pillars = wanted.Jurisdiction is { } within ? PillarsIn(within).ToHashSet() : null;
        return looked.Where(c =>
            (wanted.Status is null || c.Status == wanted.Status)
            && (wanted.Topic is not { } topic || c.Topics.Contains(topic))
            && (wanted.Responsible is null || c.ResponsibleId == wanted.Responsible)
            && (wanted.Pillar is null || _pillarOfGoal.GetValueOrDefault(c.GoalId) == wanted.Pillar)
            && (pillars is null || pillars.Contains(_pillarOfGoal.GetValueOrDefault(c.GoalId)))
        );
    }

    /// <summary>The pillars that are shown in a jurisdiction, in their order; null, the first, for what spans the pillars.</summary>
    public IEnumerable<Guid?> PillarsIn(Guid jurisdiction) =>
        _pillars
            .Where(p => JurisdictionFilter.IsShown(p.JurisdictionId, jurisdiction))
            .Select(p => (Guid?)p.Id)
            .Prepend(null)
            .Where(p => p is not null || jurisdiction != Guid.Empty);

    /// <summary>The pillars of other jurisdictions than one; none where it is null.</summary>
    public IReadOnlySet<Guid?> PillarsBeyond(Guid? jurisdiction) =>
        _pillars.Where(p => !JurisdictionFilter.IsShown(p.JurisdictionId, jurisdiction)).Select(p => (Guid?)p.Id).ToHashSet();

    /// <summary>How many commitments of each pillar have which status, in the order of the statuses.</summary>
    public IReadOnlyList<StatusTally> Tallies(DateOnly today)
    {
        if (_counted is { } counted && counted.Today == today)
        {
            return counted.Tallies;
        }

        var tallies = OfPillar
            .SelectMany(pillar =>
                pillar.GroupBy(c => c.Status).Select(g => new StatusTally(pillar.Key, g.Key, g.Count(), g.Count(c => c.Due < today)))
            )
            .OrderBy(t => t.Status)
            .ToList();
        _counted = new(today, tallies);
        return tallies;
    }

    private sealed record Counted(DateOnly Today, IReadOnlyList<StatusTally> Tallies);
}
