using System.Text.Json.Serialization;

namespace PolicyTracker.Core.Editing;

/// <summary>Where an edit that needs a second editor stands.</summary>
public enum ProposalState
{
    /// <summary>Nobody has decided yet.</summary>
    [JsonStringEnumMemberName("waiting")]
    Waiting,

    /// <summary>Another editor approved it; it was published.</summary>
    [JsonStringEnumMemberName("approved")]
    Approved,

    /// <summary>Another editor sent it back, with a reason.</summary>
    [JsonStringEnumMemberName("sent-back")]
    SentBack,

    /// <summary>Who proposed it took it back.</summary>
    [JsonStringEnumMemberName("taken-back")]
    TakenBack,
}
