using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PolicyTracker.Core.Import;

/// <summary>The hand-written records that a store begins with, as they stand in a YAML file. An unknown key stops the reading.</summary>
public sealed record SeedFile
{
    /// <summary>The source document.</summary>
    public required SeedAnnouncement Announcement { get; init; }

    /// <summary>Bodies and persons.</summary>
    public List<SeedActor> Actors { get; init; } = [];

    /// <summary>Tags.</summary>
    public List<SeedTopic> Topics { get; init; } = [];

    /// <summary>Priority areas.</summary>
    public List<SeedPillar> Pillars { get; init; } = [];

    /// <summary>Goals.</summary>
    public List<SeedGoal> Goals { get; init; } = [];

    /// <summary>Named plans and events.</summary>
    public List<SeedInitiative> Initiatives { get; init; } = [];

    /// <summary>Undertakings.</summary>
    public List<SeedCommitment> Commitments { get; init; } = [];

    /// <summary>Measured quantities.</summary>
    public List<SeedIndicator> Indicators { get; init; } = [];

    /// <summary>Results stated as reached.</summary>
    public List<SeedAchievement> Achievements { get; init; } = [];

    /// <summary>Glossary entries.</summary>
    public List<SeedTerm> Terms { get; init; } = [];

    /// <summary>Reads a seed file.</summary>
    /// <exception cref="Refusal">It is not such a file; the message names line and fault.</exception>
    public static SeedFile Read(TextReader yaml)
    {
        try
        {
            return new DeserializerBuilder()
                .WithNamingConvention(CamelCaseNamingConvention.Instance)
                .WithEnforceRequiredMembers()
                .Build()
                .Deserialize<SeedFile>(yaml);
        }
        catch (YamlDotNet.Core.YamlException e)
        {
            throw Refusal.SeedUnreadable(e.Start.Line, e.InnerException?.Message ?? e.Message);
        }
    }
}

/// <summary>Words of the source, with as much context as makes them unique.</summary>
public sealed record SeedQuotation
{
    /// <summary>The exact words.</summary>
    public required string Exact { get; init; }

    /// <summary>The words before.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The words after.</summary>
    public string Suffix { get; init; } = "";
}

/// <summary>What every seeded record but the announcement has.</summary>
public abstract record SeedRecord
{
    /// <summary>Its part of an address, by which a second seeding knows it.</summary>
    public required string Slug { get; init; }

    /// <summary>The words that support it.</summary>
    public List<SeedQuotation> Quotations { get; init; } = [];
}

/// <summary>The source document.</summary>
public sealed record SeedAnnouncement
{
    /// <summary>Its part of an address.</summary>
    public required string Slug { get; init; }

    /// <summary>Editors' title.</summary>
    public required string Title { get; init; }

    /// <summary>Slug of the issuing actor.</summary>
    public required string Issuer { get; init; }

    /// <summary>Slug of the speaking actor.</summary>
    public string? Speaker { get; init; }

    /// <summary>Kind, in written form.</summary>
    public required string Kind { get; init; }

    /// <summary>The day, yyyy-MM-dd.</summary>
    public required string Date { get; init; }

    /// <summary>stated or inferred.</summary>
    public required string DateBasis { get; init; }

    /// <summary>How an inferred date was found.</summary>
    public string? DateNote { get; init; }

    /// <summary>BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>Where it was published.</summary>
    public string? Address { get; init; }

    /// <summary>Licence note.</summary>
    public string? Licence { get; init; }

    /// <summary>Editors' note.</summary>
    public string? Note { get; init; }

    /// <summary>The file of its text, beside this one.</summary>
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
