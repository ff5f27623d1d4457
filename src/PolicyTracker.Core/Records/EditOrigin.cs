using System.Text.Json.Serialization;

namespace PolicyTracker.Core.Records;

/// <summary>By which way an edit comes in.</summary>
public enum EditOrigin
{
    /// <summary>A page in a browser.</summary>
    [JsonStringEnumMemberName("page")]
    Page,

    /// <summary>A program that holds an editor's token.</summary>
    [JsonStringEnumMemberName("api")]
    Api,

    /// <summary>A file that was imported.</summary>
    [JsonStringEnumMemberName("import")]
    Import,

    /// <summary>The command line.</summary>
    [JsonStringEnumMemberName("command-line")]
    CommandLine,

    /// <summary>The seed, and what the program sets right itself.</summary>
    [JsonStringEnumMemberName("seed")]
    Seed,

    /// <summary>Of an edit made before the way was kept.</summary>
    [JsonStringEnumMemberName("not-kept")]
    NotKept,
}
