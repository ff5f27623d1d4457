using PolicyTracker.Core.Localization;

namespace PolicyTracker.Core.Announcements;

/// <summary>What is doubtful about a text before it is added, and how dates are written.</summary>
internal static class AnnouncementTexts
{
    public static TextResource Texts { get; } = new(typeof(AnnouncementTexts));
}
