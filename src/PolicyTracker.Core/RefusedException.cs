namespace PolicyTracker.Core;

/// <summary>A rule of the tracker said no. The message is for the person who tried: what is wrong and what to do.</summary>
public class RefusedException(string message, Exception? why = null) : Exception(message, why)
{
    /// <summary>The field that is wrong, as programs name it (dateNote); null where it is no single one.</summary>
    public string? Field { get; init; }
}

/// <summary>The edit was based on an older version of the record than the one that stands now.</summary>
public sealed class ConflictException(int basedOn, int current, string by, DateTime at)
    : RefusedException($"{by} changed this at {at:yyyy-MM-dd HH:mm} UTC, after you opened it (you have version {basedOn}, it is now {current}). Nothing was overwritten: compare the two and save again.")
{
    /// <summary>The version that the edit was made on.</summary>
    public int BasedOn { get; } = basedOn;

    /// <summary>The version that stands.</summary>
    public int Current { get; } = current;

    /// <summary>Who made the version that stands.</summary>
    public string By { get; } = by;
}
