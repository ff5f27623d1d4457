namespace PolicyTracker.Core.Refusals;

// Refusals about what editors say to each other.
public partial class Refusal
{
    /// <summary>A message that somebody else wrote.</summary>
    public static Refusal MessageOfAnother() => new(RefusalKind.NotAllowed, []);

    /// <summary>A message whose words were taken back.</summary>
    public static Refusal MessageWithdrawn() => new(RefusalKind.Conflict, []);

    /// <summary>A thread that is not there.</summary>
    public static Refusal NoThread() => new(RefusalKind.NotFound, []);

    /// <summary>A thread in which somebody else wrote at the same moment.</summary>
    public static Refusal ThreadChanged() => new(RefusalKind.Conflict, []);

    /// <summary>A thread that is open already.</summary>
    public static Refusal ThreadOpen() => new(RefusalKind.Conflict, []);

    /// <summary>A thread that was settled.</summary>
    public static Refusal ThreadSettled() => new(RefusalKind.Conflict, []);
}
