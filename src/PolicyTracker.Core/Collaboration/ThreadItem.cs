using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Collaboration;

/// <summary>A message as editors read it.</summary>
/// <param name="Id">The message.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="IsOwn">Whether it is of who reads it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Act">What was done.</param>
/// <param name="Text">The words.</param>
/// <param name="EditedAt">When they were last changed, UTC.</param>
/// <param name="WithdrawnAt">When they were withdrawn, UTC.</param>
/// <param name="Mentioned">The names that it mentions.</param>
/// <param name="IsUnread">Whether it mentions who reads it, who has not seen it.</param>
public sealed record MessageItem(
    Guid Id,
    string By,
    bool IsOwn,
    DateTime At,
    ThreadAct Act,
    string Text,
    DateTime? EditedAt,
    DateTime? WithdrawnAt,
    IReadOnlyList<string> Mentioned,
    bool IsUnread
);

/// <summary>A thread as editors read it.</summary>
/// <param name="Id">The thread.</param>
/// <param name="About">What it is about.</param>
/// <param name="State">Whether it waits for an answer.</param>
/// <param name="Messages">Its messages, oldest first.</param>
public sealed record ThreadItem(Guid Id, ThreadSubject About, RecordThreadState State, IReadOnlyList<MessageItem> Messages);

/// <summary>What a thread is or can be about.</summary>
/// <param name="Kind">The kind of the record.</param>
/// <param name="Id">The record.</param>
/// <param name="Label">What it is called, or the quoted words.</param>
/// <param name="Address">The page that shows it; null where it is taken out of view.</param>
public sealed record ThreadSubject(RecordKind Kind, Guid Id, string Label, string? Address);
