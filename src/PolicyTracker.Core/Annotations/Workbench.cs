using PolicyTracker.Core.Announcements;

namespace PolicyTracker.Core.Annotations;

/// <summary>What is recorded about a text that is being annotated: all that can change while it is open.</summary>
/// <param name="Title">The announcement's title.</param>
/// <param name="Language">Its language.</param>
/// <param name="Day">The day of the announcement; null where only its month or year is known.</param>
/// <param name="Newest">The number of its newest version, which may be a later one than the text that is open.</param>
/// <param name="Highlights">The quotations and comments of the text, in its order.</param>
/// <param name="Unsettled">How many quotations of older versions wait to be settled; 0 where the text is not the newest.</param>
/// <param name="Carried">The quotation of an older version that was asked for, where it is not settled yet.</param>
/// <param name="NeedsApproval">Whether another editor has to approve edits.</param>
/// <param name="Waiting">How many edits wait for that.</param>
/// <param name="IsSecondReader">Whether who asks has to read the text a second time first: nothing is given of what others marked.</param>
public sealed record Workbench(
    string Title,
    string Language,
    DateOnly? Day,
    int Newest,
    IReadOnlyList<Highlight> Highlights,
    int Unsettled,
    OlderHighlight? Carried,
    bool NeedsApproval,
    int Waiting,
    bool IsSecondReader
);
