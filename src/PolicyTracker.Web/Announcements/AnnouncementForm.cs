using PolicyTracker.Core.Announcements;

namespace PolicyTracker.Web.Announcements;

/// <summary>An announcement as it is typed: also with a date that can't be read yet.</summary>
public sealed record AnnouncementForm : NewAnnouncement
{
    /// <summary>The date as typed.</summary>
    public string DateText { get; set; } = "";
}
