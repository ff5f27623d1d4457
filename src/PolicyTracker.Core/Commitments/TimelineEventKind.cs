using System.Text.Json.Serialization;

namespace PolicyTracker.Core.Commitments;

/// <summary>What happened to a commitment at one time.</summary>
public enum TimelineEventKind
{
    /// <summary>It was said for the first time.</summary>
    [JsonStringEnumMemberName("first-said")]
    FirstSaid,

    /// <summary>It was said again, in these words.</summary>
    [JsonStringEnumMemberName("said-again")]
    SaidAgain,

    /// <summary>A later commitment changed what it says.</summary>
    [JsonStringEnumMemberName("updated")]
    Updated,

    /// <summary>A later commitment took its place.</summary>
    [JsonStringEnumMemberName("replaced")]
    Replaced,

    /// <summary>A value was set that its indicator is to reach.</summary>
    [JsonStringEnumMemberName("target-set")]
    TargetSet,

    /// <summary>A value of its indicator was reported.</summary>
    [JsonStringEnumMemberName("figure-reported")]
    FigureReported,

    /// <summary>A result was stated as reached.</summary>
    [JsonStringEnumMemberName("result-stated")]
    ResultStated,

    /// <summary>Its status changed.</summary>
    [JsonStringEnumMemberName("status-changed")]
    StatusChanged,
}
