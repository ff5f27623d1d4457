namespace PolicyTracker.Core.Collaboration;

/// <summary>A thread in a list.</summary>
/// <param name="Id">The thread.</param>
/// <param name="About">What it is about.</param>
/// <param name="State">Whether it waits for an answer.</param>
/// <param name="By">Who said the last thing in it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Text">The last words that were said in it and not withdrawn.</param>
/// <param name="Messages">How many messages it has.</param>
/// <param name="IsUnread">Whether it mentions who asks, who has not seen that.</param>
public sealed record ThreadRow(
    Guid Id,
    ThreadSubject About,
    RecordThreadState State,
    string By,
    DateTime At,
    string Text,
    int Messages,
    bool IsUnread
);
