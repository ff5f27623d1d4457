using System.Text.Json.Serialization;

namespace PolicyTracker.Core.Records;

/// <summary>The colours that tell pillars apart, the same everywhere.</summary>
public enum Accent
{
    /// <summary>Blue.</summary>
    [JsonStringEnumMemberName("azure")]
    Azure,

    /// <summary>Brown-orange.</summary>
    [JsonStringEnumMemberName("amber")]
    Amber,

    /// <summary>Red-purple.</summary>
    [JsonStringEnumMemberName("plum")]
    Plum,

    /// <summary>Green.</summary>
    [JsonStringEnumMemberName("jade")]
    Jade,

    /// <summary>Grey-blue; also what belongs to no pillar.</summary>
    [JsonStringEnumMemberName("slate")]
    Slate,
}
