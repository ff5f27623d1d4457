using System.Text.Json.Serialization;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Initiatives;

/// <summary>What sort of named undertaking an initiative is.</summary>
public enum InitiativeKind
{
    /// <summary>A plan.</summary>
    [JsonStringEnumMemberName("plan")]
    Plan,

    /// <summary>A programme.</summary>
    [JsonStringEnumMemberName("programme")]
    Programme,

    /// <summary>A campaign.</summary>
    [JsonStringEnumMemberName("campaign")]
    Campaign,

    /// <summary>An event.</summary>
    [JsonStringEnumMemberName("event")]
    Event,
}

/// <summary>A named plan, programme, campaign or event.</summary>
public sealed class Initiative : Record, IHasSlug, IOrdered
{
    /// <summary>Its anchor in the glossary.</summary>
    public required string Slug { get; set; }

    /// <summary>The pillar; null where it spans pillars.</summary>
    public Guid? PillarId { get; set; }

    /// <summary>English name.</summary>
    public required string Name { get; set; }

    /// <summary>Chinese name.</summary>
    public string? NameZh { get; set; }

    /// <summary>Plan, programme, campaign or event.</summary>
    public InitiativeKind InitiativeKind { get; set; }

    /// <summary>A sentence on it, the editors' words.</summary>
    public string? Summary { get; set; }

    /// <summary>Place in lists, from 1.</summary>
    public int Order { get; set; }

    /// <inheritdoc/>
    public override string Label => Name;

    /// <inheritdoc/>
    public override void Check()
    {
        NeedSlug(Slug);
        Need(Name, RuleTexts.Texts["InitiativeName"]);
        Limit(Summary, RuleTexts.Texts["Summary"], 2000);
    }
}
