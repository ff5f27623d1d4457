using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Commitments;

/// <summary>A result that the source states as reached; evidence, never a commitment.</summary>
public sealed class Achievement : Record, IHasSlug, IOrdered
{
    /// <summary>Its anchor on the pillar's page.</summary>
    public required string Slug { get; set; }

    /// <summary>The editors' words for it.</summary>
    public required string Title { get; set; }

    /// <summary>The pillar; null where it spans pillars.</summary>
    public Guid? PillarId { get; set; }

    /// <summary>The goal that it is evidence for.</summary>
    public Guid? GoalId { get; set; }

    /// <summary>The indicator that it is evidence for.</summary>
    public Guid? IndicatorId { get; set; }

    /// <summary>The commitment that it is evidence for.</summary>
    public Guid? CommitmentId { get; set; }

    /// <summary>Place among the achievements of its pillar, from 1.</summary>
    public int Order { get; set; }

    /// <inheritdoc/>
    public override string Label => Title;

    /// <inheritdoc/>
    public override void Check()
    {
        NeedSlug(Slug);
        Need(Title, RuleTexts.Texts["AchievementTitle"]);
    }
}
