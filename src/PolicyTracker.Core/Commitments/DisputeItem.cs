namespace PolicyTracker.Core.Commitments;

/// <summary>A dispute over a status as pages show it.</summary>
/// <param name="Id">The dispute.</param>
/// <param name="StepId">The step at which the commitment stood; null where there was none.</param>
/// <param name="Status">The status that is or was disputed.</param>
/// <param name="On">The day since which it was.</param>
/// <param name="Reason">Why, the editors' words.</param>
/// <param name="By">Who raised it.</param>
/// <param name="SettledAt">When it was settled, UTC; null while it goes on.</param>
/// <param name="Settlement">Why it was settled; null where a change of the steps settled it.</param>
public sealed record DisputeItem(
    Guid Id,
    Guid? StepId,
    Status Status,
    DateOnly On,
    string Reason,
    string By,
    DateTime? SettledAt,
    string? Settlement
)
{
    /// <summary>Whether it goes on.</summary>
    public bool GoesOn => SettledAt is null;
}
