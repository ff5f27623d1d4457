using System.Text.Json.Serialization;

namespace PolicyTracker.Text.Comparison;

/// <summary>What became of a passage between two texts.</summary>
public enum PassageChange
{
    /// <summary>The same words in the same order of passages.</summary>
    [JsonStringEnumMemberName("kept")]
    Kept,

    /// <summary>The same words, but in another place among the passages.</summary>
    [JsonStringEnumMemberName("moved")]
    Moved,

    /// <summary>A like passage in other words.</summary>
    [JsonStringEnumMemberName("reworded")]
    Reworded,

    /// <summary>It stands in the first text only.</summary>
    [JsonStringEnumMemberName("dropped")]
    Dropped,

    /// <summary>It stands in the second text only.</summary>
    [JsonStringEnumMemberName("new")]
    New,
}
