using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Pillars;

/// <summary>What a pillar sets out to reach; groups commitments.</summary>
public sealed class Goal : Record, IHasSlug, IOrdered
{
    /// <summary>Its part of an address, and the anchor on the pillar's page.</summary>
    public required string Slug { get; set; }

    /// <summary>The pillar; null for a strategic goal that spans the pillars.</summary>
    public Guid? PillarId { get; set; }

    /// <summary>The editors' words for it.</summary>
    public required string Title { get; set; }

    /// <summary>A sentence on it, the editors' words.</summary>
    public string? Summary { get; set; }

    /// <summary>Place among the goals of its pillar, from 1.</summary>
    public int Order { get; set; }

    /// <inheritdoc/>
    public override string Label => Title;

    /// <inheritdoc/>
    public override void Check()
    {
        NeedSlug(Slug);
        Need(Title, RuleTexts.Texts["GoalTitle"]);
        Limit(Summary, RuleTexts.Texts["Summary"], 4000);
    }
}
