using System.Text.Json.Serialization;

namespace PolicyTracker.Core.Commitments;

/// <summary>How a commitment stands to an earlier one that it follows.</summary>
public enum Succession
{
    /// <summary>It says more, or something else, of what was undertaken: a new figure, a new day. Both stand.</summary>
    [JsonStringEnumMemberName("updates")]
    Updates,

    /// <summary>It stands in the place of the earlier one, which is superseded.</summary>
    [JsonStringEnumMemberName("replaces")]
    Replaces,
}
