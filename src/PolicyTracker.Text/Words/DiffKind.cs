using System.Text.Json.Serialization;

namespace PolicyTracker.Text.Words;

/// <summary>What became of a run of words.</summary>
public enum DiffKind
{
    /// <summary>It stands in both texts.</summary>
    [JsonStringEnumMemberName("kept")]
    Kept,

    /// <summary>It stands in the first only.</summary>
    [JsonStringEnumMemberName("removed")]
    Removed,

    /// <summary>It stands in the second only.</summary>
    [JsonStringEnumMemberName("added")]
    Added,
}
