using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PolicyTracker.Core.Import;

/// <summary>The hand-written records that a store begins with, as they stand in a YAML file. An unknown key stops the reading.</summary>
public sealed record SeedFile
{
    /// <summary>The source document.</summary>
    public required SeedAnnouncement Announcement { get; init; }

    /// <summary>Whose policy it is: pillars, bodies and the announcement belong to it; null where that is not recorded.</summary>
    public SeedJurisdiction? Jurisdiction { get; init; }

    /// <summary>The rules by which the editors judge.</summary>
    public List<SeedRule> Rules { get; init; } = [];

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
