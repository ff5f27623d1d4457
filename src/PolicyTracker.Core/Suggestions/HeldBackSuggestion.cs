namespace PolicyTracker.Core.Suggestions;

/// <summary>Words that are not suggested because the same words were rejected, here or in another text.</summary>
/// <param name="Item">What would be suggested.</param>
/// <param name="RejectedId">The rejected annotation.</param>
/// <param name="RejectedVersion">Its version.</param>
/// <param name="By">Who rejected them.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Why">The reason that the history gives.</param>
/// <param name="AnnouncementSlug">The announcement in which they were rejected.</param>
/// <param name="AnnouncementTitle">What that is called.</param>
public sealed record HeldBackSuggestion(
    SuggestionItem Item,
    Guid RejectedId,
    int RejectedVersion,
    string By,
    DateTime At,
    string Why,
    string AnnouncementSlug,
    string AnnouncementTitle
);
