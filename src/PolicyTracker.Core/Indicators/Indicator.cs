using System.Text.Json.Serialization;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Indicators;

/// <summary>Which way an indicator is wanted to go.</summary>
public enum Direction
{
    /// <summary>No direction is stated.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>More is better.</summary>
    [JsonStringEnumMemberName("up")]
    Up,

    /// <summary>Less is better.</summary>
    [JsonStringEnumMemberName("down")]
    Down,
}

/// <summary>A measured quantity.</summary>
public sealed class Indicator : Record, IHasSlug, IOrdered
{
    /// <summary>Its part of an address.</summary>
    public required string Slug { get; set; }

    /// <summary>The pillar; null where it spans pillars.</summary>
    public Guid? PillarId { get; set; }

    /// <summary>The editors' words for it.</summary>
    public required string Name { get; set; }

    /// <summary>What is measured, the editors' words.</summary>
    public string Definition { get; set; } = "";

    /// <summary>An ISO 4217 code, <c>percent</c>, <c>count</c>, or the unit's symbol.</summary>
    public required string Unit { get; set; }

    /// <summary>What values are multiplied by to give the plain number: 1000000000000 where values are in trillions.</summary>
    public decimal Scale { get; set; } = 1;

    /// <summary>How often it is reported, such as annual.</summary>
    public string? Frequency { get; set; }

    /// <summary>Which way it is wanted to go.</summary>
    public Direction Direction { get; set; }

    /// <summary>Place among the indicators of its pillar, from 1.</summary>
    public int Order { get; set; }

    /// <inheritdoc/>
    public override string Label => Name;

    /// <inheritdoc/>
    public override void Check()
    {
        NeedSlug(Slug);
        Need(Name, RuleTexts.Texts["IndicatorName"]);
        Need(Unit, RuleTexts.Texts["IndicatorUnit"], 40);
        Limit(Definition, RuleTexts.Texts["Definition"], 2000);
        if (Scale <= 0)
        {
            throw Refusal.NoScale();
        }
    }
}
