using System.Text.Json.Serialization;

namespace PolicyTracker.Core.Announcements;

/// <summary>What speaks against adding an announcement.</summary>
public enum DoubtKind
{
    /// <summary>An announcement that was published at the same address is here.</summary>
    [JsonStringEnumMemberName("known-address")]
    KnownAddress,

    /// <summary>Its text is here, exactly or nearly.</summary>
    [JsonStringEnumMemberName("known-text")]
    KnownText,

    /// <summary>Its text is the source of a web page, an error page or the like.</summary>
    [JsonStringEnumMemberName("no-announcement")]
    NoAnnouncement,
}
