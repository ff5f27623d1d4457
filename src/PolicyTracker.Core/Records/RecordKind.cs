using System.Text.Json.Serialization;

namespace PolicyTracker.Core.Records;

/// <summary>The nouns of the tracker that have a history.</summary>
public enum RecordKind
{
    /// <summary>A priority area.</summary>
    [JsonStringEnumMemberName("pillar")]
    Pillar,

    /// <summary>What a pillar sets out to reach.</summary>
    [JsonStringEnumMemberName("goal")]
    Goal,

    /// <summary>An undertaking by a public body.</summary>
    [JsonStringEnumMemberName("commitment")]
    Commitment,

    /// <summary>One step in a commitment's status.</summary>
    [JsonStringEnumMemberName("status-change")]
    StatusChange,

    /// <summary>A result stated as reached.</summary>
    [JsonStringEnumMemberName("achievement")]
    Achievement,

    /// <summary>A measured quantity.</summary>
    [JsonStringEnumMemberName("indicator")]
    Indicator,

    /// <summary>A reported value of an indicator.</summary>
    [JsonStringEnumMemberName("observation")]
    Observation,

    /// <summary>A value that an indicator is to reach.</summary>
    [JsonStringEnumMemberName("target")]
    Target,

    /// <summary>A named plan, programme, campaign or event.</summary>
    [JsonStringEnumMemberName("initiative")]
    Initiative,

    /// <summary>A body or person.</summary>
    [JsonStringEnumMemberName("actor")]
    Actor,

    /// <summary>A technology or sector tag.</summary>
    [JsonStringEnumMemberName("topic")]
    Topic,

    /// <summary>A glossary entry.</summary>
    [JsonStringEnumMemberName("term")]
    Term,

    /// <summary>A source document.</summary>
    [JsonStringEnumMemberName("announcement")]
    Announcement,

    /// <summary>The immutable text of an announcement.</summary>
    [JsonStringEnumMemberName("source-version")]
    SourceVersion,

    /// <summary>A quotation or comment on a source version.</summary>
    [JsonStringEnumMemberName("annotation")]
    Annotation,

    /// <summary>A country, region or union whose policy it is.</summary>
    [JsonStringEnumMemberName("jurisdiction")]
    Jurisdiction,

    /// <summary>A rule by which editors judge.</summary>
    [JsonStringEnumMemberName("editorial-rule")]
    EditorialRule,

    /// <summary>A doubt about where a commitment stands.</summary>
    [JsonStringEnumMemberName("dispute")]
    Dispute,
}
