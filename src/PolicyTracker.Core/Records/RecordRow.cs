namespace PolicyTracker.Core.Records;

/// <summary>A standing record as lists and links need it; each kind says where it takes this from.</summary>
internal sealed class RecordRow
{
    /// <summary>Its identity.</summary>
    public Guid Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Label { get; init; } = "";

    /// <summary>Its Chinese name.</summary>
    public string? Chinese { get; init; }

    /// <summary>The pinyin of the Chinese name.</summary>
    public string? Pinyin { get; init; }

    /// <summary>Whether it is a person.</summary>
    public bool IsPerson { get; init; }

    /// <summary>The jurisdiction that a body belongs to.</summary>
    public Guid? JurisdictionId { get; init; }

    /// <summary>The record that it belongs to, where a list is grouped.</summary>
    public string? Group { get; init; }

    /// <summary>The place of that record.</summary>
    public int GroupOrder { get; init; }

    /// <summary>Its place within it.</summary>
    public int Order { get; init; }

    /// <summary>The slug of the page that shows it.</summary>
    public string? Slug { get; init; }

    /// <summary>The slug of its pillar.</summary>
    public string? PillarSlug { get; init; }

    /// <summary>The colour of its pillar.</summary>
    public Accent? Accent { get; init; }
}
