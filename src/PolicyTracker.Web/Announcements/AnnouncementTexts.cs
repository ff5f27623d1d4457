using PolicyTracker.Core.Localization;

namespace PolicyTracker.Web.Announcements;

/// <summary>The sentences of announcements.</summary>
internal static class AnnouncementTexts
{
    public static TextResource Texts { get; } = new(typeof(AnnouncementTexts));
}
