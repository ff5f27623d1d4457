namespace PolicyTracker.Core.Refusals;

// Refusals about what editors say to each other, and about who works on what.
public partial class Refusal
{
    /// <summary>A message that somebody else wrote.</summary>
    public static Refusal MessageOfAnother() => new(RefusalKind.NotAllowed, []);

    /// <summary>A message whose words were taken back.</summary>
    public static Refusal MessageWithdrawn() => new(RefusalKind.Conflict, []);

    /// <summary>An account that can't be given work.</summary>
    public static Refusal NoAssignee(string name) => new(RefusalKind.NotFound, [name]) { Field = "assignee" };

    /// <summary>A second reading that was given to somebody else.</summary>
    public static Refusal NotSecondReader() => new(RefusalKind.NotAllowed, []);

    /// <summary>A thread that is not there.</summary>
    public static Refusal NoThread() => new(RefusalKind.NotFound, []);

    /// <summary>Words marked by who has yet to read their text a second time.</summary>
    public static Refusal SecondReaderMarks() => new(RefusalKind.NotAllowed, []);

    /// <summary>A second reading by nobody.</summary>
    public static Refusal SecondReaderMissing() => new(RefusalKind.Invalid, []) { Field = "assignee" };

    /// <summary>A second reading by who has marked words of the text.</summary>
    public static Refusal SecondReaderWasFirst(string name) => new(RefusalKind.Conflict, [name]) { Field = "assignee" };

    /// <summary>A thread in which somebody else wrote at the same moment.</summary>
    public static Refusal ThreadChanged() => new(RefusalKind.Conflict, []);

    /// <summary>A thread that is open already.</summary>
    public static Refusal ThreadOpen() => new(RefusalKind.Conflict, []);

    /// <summary>A thread that was settled.</summary>
    public static Refusal ThreadSettled() => new(RefusalKind.Conflict, []);
}
