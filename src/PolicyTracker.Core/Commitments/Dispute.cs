using System.Text.Json.Serialization;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Commitments;

/// <summary>Whether a dispute goes on.</summary>
public enum DisputeState
{
    /// <summary>It goes on.</summary>
    [JsonStringEnumMemberName("standing")]
    Standing,

    /// <summary>It was settled.</summary>
    [JsonStringEnumMemberName("settled")]
    Settled,
}

/// <summary>
/// An editor doubts where a commitment stands. While that goes on two editors are needed for a change of its steps.
/// </summary>
public sealed class Dispute : Record
{
    /// <summary>The commitment.</summary>
    public required Guid CommitmentId { get; init; }

    /// <summary>The step at which it stood then; null where it stood at "announced" without one.</summary>
    public Guid? StepId { get; init; }

    /// <summary>The status that is disputed.</summary>
    public required Status Status { get; init; }

    /// <summary>The day since which it is.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Why, the editors' words.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether it goes on.</summary>
    public DisputeState State { get; set; }

    /// <summary>Why it was settled, the editors' words; null while it goes on, and where a change of the steps settled it.</summary>
    public string? Settlement { get; set; }

    /// <inheritdoc/>
    public override string Label => $"{WireNames.Of(Status)} disputed";

    /// <inheritdoc/>
    public override void Check()
    {
        Need(Reason, RuleTexts.Texts["ReasonForTheDispute"], 2000);
        Limit(Settlement, RuleTexts.Texts["ReasonForTheSettlement"], 2000);
    }
}
