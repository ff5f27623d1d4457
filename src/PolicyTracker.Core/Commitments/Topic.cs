using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Commitments;

/// <summary>A technology or sector tag.</summary>
public sealed class Topic : Record, IHasSlug, IOrdered
{
    /// <summary>Its part of a filter's address.</summary>
    public required string Slug { get; set; }

    /// <summary>English name.</summary>
    public required string Name { get; set; }

    /// <summary>Chinese name.</summary>
    public string? NameZh { get; set; }

    /// <summary>Place in lists, from 1.</summary>
    public int Order { get; set; }

    /// <inheritdoc/>
    public override string Label => Name;

    /// <inheritdoc/>
    public override void Check()
    {
        NeedSlug(Slug);
        Need(Name, RuleTexts.Texts["TopicName"]);
    }
}
