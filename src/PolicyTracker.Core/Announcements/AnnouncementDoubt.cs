namespace PolicyTracker.Core.Announcements;

/// <summary>What speaks against adding an announcement, which an editor may add all the same.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Message">It in words: what is the matter and what to do.</param>
/// <param name="Slug">The announcement that is here; null where it is none.</param>
/// <param name="Title">What that one is called.</param>
/// <param name="Likeness">How alike the texts are, 0 to 1; null where no text is compared.</param>
public sealed record AnnouncementDoubt(DoubtKind Kind, string Message, string? Slug = null, string? Title = null, double? Likeness = null);
