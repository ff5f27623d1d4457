using System.Text.Json.Serialization;

namespace PolicyTracker.Core.Collaboration;

/// <summary>Which threads are listed.</summary>
public enum ThreadView
{
    /// <summary>Those that wait for an answer.</summary>
    [JsonStringEnumMemberName("open")]
    Open,

    /// <summary>Those in which whoever asks is mentioned.</summary>
    [JsonStringEnumMemberName("mentions")]
    Mentions,

    /// <summary>Those in which whoever asks has said something.</summary>
    [JsonStringEnumMemberName("mine")]
    Mine,

    /// <summary>Those that are settled.</summary>
    [JsonStringEnumMemberName("settled")]
    Settled,
}
