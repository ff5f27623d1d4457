using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Commitments;

/// <summary>One step in a commitment's status; never rewritten. Its evidence is the annotations that support it.</summary>
public sealed class StatusChange : Record
{
    /// <summary>The commitment.</summary>
    public required Guid CommitmentId { get; init; }

    /// <summary>The status before, on that day and as far as it was known when the step was entered.</summary>
    public required Status From { get; init; }

    /// <summary>The status after.</summary>
    public required Status To { get; init; }

    /// <summary>The day on which it came about.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Why, the editors' words.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override string Label => $"{WireNames.Of(From)} to {WireNames.Of(To)}";

    /// <inheritdoc/>
    public override void Check()
    {
        Need(Reason, RuleTexts.Texts["ReasonForTheChangeOfStatus"], 2000);
        if (From == To)
        {
            throw Refusal.StatusStands(To);
        }
    }
}
