using PolicyTracker.Core.Jurisdictions;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Pillars;

/// <summary>A priority area of a policy.</summary>
public sealed class Pillar : Record, IHasSlug, IOrdered, IHasJurisdiction
{
    /// <summary>Its part of an address.</summary>
    public required string Slug { get; set; }

    /// <summary>English name, the editors' words.</summary>
    public required string Name { get; set; }

    /// <summary>Chinese name, the editors' words.</summary>
    public string? NameZh { get; set; }

    /// <summary>Its colour.</summary>
    public Accent Accent { get; set; }

    /// <summary>Two or three neutral sentences, the editors' words.</summary>
    public string Summary { get; set; } = "";

    /// <summary>Place among the pillars, from 1.</summary>
    public int Order { get; set; }

    /// <summary>Whose policy it is of; null where it belongs to no jurisdiction, and is shown in each.</summary>
    public Guid? JurisdictionId { get; set; }

    /// <inheritdoc/>
    public override string Label => Name;

    /// <inheritdoc/>
    public override void Check()
    {
        NeedSlug(Slug);
        Need(Name, RuleTexts.Texts["PillarName"]);
        Limit(Summary, RuleTexts.Texts["Summary"], 4000);
    }
}
