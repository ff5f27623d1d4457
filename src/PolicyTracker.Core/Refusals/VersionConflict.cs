namespace PolicyTracker.Core.Refusals;

/// <summary>The edit was based on an older version of the record than the one that stands now.</summary>
public sealed class VersionConflict : Refusal
{
    /// <summary>Tells of the version that stands.</summary>
    /// <param name="basedOn">The version that the edit was made on.</param>
    /// <param name="current">The version that stands.</param>
    /// <param name="by">Who made it.</param>
    /// <param name="at">When, UTC.</param>
    public VersionConflict(int basedOn, int current, string by, DateTime at)
        : base(RefusalKind.Conflict, [by, at, basedOn, current], factory: nameof(VersionConflict)) =>
        (BasedOn, Current, By) = (basedOn, current, by);

    /// <summary>The version that the edit was made on.</summary>
    public int BasedOn { get; }

    /// <summary>The version that stands.</summary>
    public int Current { get; }

    /// <summary>Who made the version that stands.</summary>
    public string By { get; }
}
