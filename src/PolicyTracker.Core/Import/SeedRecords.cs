namespace PolicyTracker.Core.Import;

/// <summary>A country, region or union.</summary>
public sealed record SeedJurisdiction
{
    /// <summary>Its word in addresses, by which a second file, and a second seeding, knows it.</summary>
    public required string Slug { get; init; }

    /// <summary>English name, as it stands within a sentence.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name.</summary>
    public string? NameZh { get; init; }

    /// <summary>Code of ISO 3166-1 or 3166-2.</summary>
    public string? Code { get; init; }
}

/// <summary>A rule by which the editors judge; no words of a source support it.</summary>
public sealed record SeedRule
{
    /// <summary>Its word in addresses, by which a second seeding knows it.</summary>
    public required string Slug { get; init; }

    /// <summary>What it is about.</summary>
    public required string Title { get; init; }

    /// <summary>The status whose meaning it states, in written form.</summary>
    public string? Status { get; init; }

    /// <summary>The rule, in Markdown.</summary>
    public required string Text { get; init; }
}

/// <summary>A body or person.</summary>
public sealed record SeedActor : SeedRecord
{
    /// <summary>English name.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name.</summary>
    public string? NameZh { get; init; }

    /// <summary>Kind, in written form.</summary>
    public required string Kind { get; init; }

    /// <summary>Office held.</summary>
    public string? Role { get; init; }

    /// <summary>Slug of the body that it belongs to.</summary>
    public string? PartOf { get; init; }
}

/// <summary>A tag.</summary>
public sealed record SeedTopic : SeedRecord
{
    /// <summary>English name.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name.</summary>
    public string? NameZh { get; init; }
}

/// <summary>A priority area.</summary>
public sealed record SeedPillar : SeedRecord
{
    /// <summary>English name.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name.</summary>
    public string? NameZh { get; init; }

    /// <summary>Colour, in written form.</summary>
    public required string Accent { get; init; }

    /// <summary>Editors' summary.</summary>
    public required string Summary { get; init; }
}

/// <summary>A goal.</summary>
public sealed record SeedGoal : SeedRecord
{
    /// <summary>Slug of the pillar; none for one that spans pillars.</summary>
    public string? Pillar { get; init; }

    /// <summary>Editors' title.</summary>
    public required string Title { get; init; }

    /// <summary>Editors' summary.</summary>
    public string? Summary { get; init; }
}

/// <summary>A named plan or event.</summary>
public sealed record SeedInitiative : SeedRecord
{
    /// <summary>English name.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name.</summary>
    public string? NameZh { get; init; }

    /// <summary>Kind, in written form.</summary>
    public required string Kind { get; init; }

    /// <summary>Slug of the pillar.</summary>
    public string? Pillar { get; init; }

    /// <summary>Editors' summary.</summary>
    public string? Summary { get; init; }
}

/// <summary>An undertaking.</summary>
public sealed record SeedCommitment : SeedRecord
{
    /// <summary>Slug of the goal.</summary>
    public required string Goal { get; init; }

    /// <summary>Editors' title.</summary>
    public required string Title { get; init; }

    /// <summary>Slug of the responsible actor.</summary>
    public string? Responsible { get; init; }

    /// <summary>Slug of the initiative.</summary>
    public string? Initiative { get; init; }

    /// <summary>Slugs of topics.</summary>
    public List<string> Topics { get; init; } = [];

    /// <summary>The day by which it is due, yyyy-MM-dd.</summary>
    public string? Due { get; init; }

    /// <summary>Editors' note on the time stated.</summary>
    public string? Timeframe { get; init; }
}

/// <summary>A result stated as reached.</summary>
public sealed record SeedAchievement : SeedRecord
{
    /// <summary>Editors' title.</summary>
    public required string Title { get; init; }

    /// <summary>Slug of the pillar.</summary>
    public string? Pillar { get; init; }

    /// <summary>Slug of the goal.</summary>
    public string? Goal { get; init; }

    /// <summary>Slug of the indicator.</summary>
    public string? Indicator { get; init; }
}

/// <summary>A measured quantity.</summary>
public sealed record SeedIndicator : SeedRecord
{
    /// <summary>Slug of the pillar.</summary>
    public string? Pillar { get; init; }

    /// <summary>Editors' name.</summary>
    public required string Name { get; init; }

    /// <summary>What is measured.</summary>
    public required string Definition { get; init; }

    /// <summary>Unit.</summary>
    public required string Unit { get; init; }

    /// <summary>What values are multiplied by.</summary>
    public required string Scale { get; init; }

    /// <summary>How often reported.</summary>
    public string? Frequency { get; init; }

    /// <summary>Wanted direction, in written form.</summary>
    public required string Direction { get; init; }

    /// <summary>Reported values.</summary>
    public List<SeedObservation> Observations { get; init; } = [];
}

/// <summary>A reported value.</summary>
public sealed record SeedObservation
{
    /// <summary>Period.</summary>
    public required string Period { get; init; }

    /// <summary>Value, in the indicator's unit and scale.</summary>
    public required string Value { get; init; }

    /// <summary>Comparator, in written form.</summary>
    public required string Comparator { get; init; }

    /// <summary>Editors' note.</summary>
    public string? Note { get; init; }

    /// <summary>The words that support it.</summary>
    public List<SeedQuotation> Quotations { get; init; } = [];
}

/// <summary>A glossary entry.</summary>
public sealed record SeedTerm : SeedRecord
{
    /// <summary>English term.</summary>
    public required string English { get; init; }

    /// <summary>Chinese term.</summary>
    public string? Chinese { get; init; }

    /// <summary>Pinyin with tone marks.</summary>
    public string? Pinyin { get; init; }

    /// <summary>Editors' definition.</summary>
    public required string Definition { get; init; }
}
