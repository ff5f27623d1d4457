namespace PolicyTracker.Core.Announcements;

/// <summary>What a form about an announcement says of it: no text is read for it.</summary>
public sealed record AnnouncementHead(string Title, string Language, int Newest);
