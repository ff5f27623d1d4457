namespace PolicyTracker.Core.Announcements;

/// <summary>How far a look at the quotations of older versions has come.</summary>
/// <param name="Announcement">The announcement that is being looked at.</param>
/// <param name="Done">Its quotations looked at.</param>
/// <param name="Of">Its quotations to look at.</param>
public sealed record ReanchorProgress(string Announcement, int Done, int Of);
