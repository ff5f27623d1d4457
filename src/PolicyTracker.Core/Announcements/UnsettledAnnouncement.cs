namespace PolicyTracker.Core.Announcements;

/// <summary>An announcement with quotations of which nobody has decided yet what became of them in its newest version.</summary>
public sealed record UnsettledAnnouncement(string Slug, string Title, int Newest, int Quotations);
