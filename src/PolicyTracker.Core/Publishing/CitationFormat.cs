using System.Text.Json.Serialization;

namespace PolicyTracker.Core.Publishing;

/// <summary>The form of a citation, by the ending of its file.</summary>
public enum CitationFormat
{
    /// <summary>BibTeX, also as biblatex reads it.</summary>
    [JsonStringEnumMemberName("bib")]
    BibTex,

    /// <summary>RIS.</summary>
    [JsonStringEnumMemberName("ris")]
    Ris,

    /// <summary>CSL-JSON.</summary>
    [JsonStringEnumMemberName("json")]
    CslJson,

    /// <summary>A sentence.</summary>
    [JsonStringEnumMemberName("txt")]
    Plain,
}
