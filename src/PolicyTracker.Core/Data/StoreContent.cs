using System.Text.Json.Serialization;

namespace PolicyTracker.Core.Data;

/// <summary>What a new store begins with.</summary>
public enum StoreContent
{
    /// <summary>The seed that is built into the program.</summary>
    [JsonStringEnumMemberName("built-in")]
    BuiltIn,

    /// <summary>Nothing: another country's or field's tracker.</summary>
    [JsonStringEnumMemberName("empty")]
    Empty,

    /// <summary>A seed folder of one's own.</summary>
    [JsonStringEnumMemberName("folder")]
    Folder,
}
