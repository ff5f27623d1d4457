using System.Text.Json.Serialization;
using PolicyTracker.Core.Jurisdictions;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Actors;

/// <summary>What sort of body or person an actor is.</summary>
public enum ActorKind
{
    /// <summary>A ministry or agency.</summary>
    [JsonStringEnumMemberName("ministry")]
    Ministry,

    /// <summary>A body of a party.</summary>
    [JsonStringEnumMemberName("party-body")]
    PartyBody,

    /// <summary>A government as a whole.</summary>
    [JsonStringEnumMemberName("government")]
    Government,

    /// <summary>A person.</summary>
    [JsonStringEnumMemberName("person")]
    Person,

    /// <summary>Any other body.</summary>
    [JsonStringEnumMemberName("organisation")]
    Organisation,
}

/// <summary>A body or person that says or does what the tracker follows.</summary>
public sealed class Actor : Record, IHasSlug, IHasJurisdiction
{
    /// <summary>Its anchor in the glossary.</summary>
    public required string Slug { get; set; }

    /// <summary>English name.</summary>
    public required string Name { get; set; }

    /// <summary>Chinese name.</summary>
    public string? NameZh { get; set; }

    /// <summary>What sort of body it is.</summary>
    public ActorKind ActorKind { get; set; }

    /// <summary>The office held, for a person.</summary>
    public string? Role { get; set; }

    /// <summary>The body that it belongs to.</summary>
    public Guid? PartOfId { get; set; }

    /// <summary>The jurisdiction in which it acts; null where it belongs to none, and is shown in each.</summary>
    public Guid? JurisdictionId { get; set; }

    /// <inheritdoc/>
    public override string Label => Name;

    /// <inheritdoc/>
    public override void Check()
    {
        NeedSlug(Slug);
        Need(Name, RuleTexts.Texts["Name"]);
        Limit(Role, RuleTexts.Texts["Role"], 300);
    }
}
