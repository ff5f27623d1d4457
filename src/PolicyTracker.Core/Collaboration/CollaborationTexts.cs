using PolicyTracker.Core.Localization;

namespace PolicyTracker.Core.Collaboration;

/// <summary>The words of what editors write to each other.</summary>
internal static class CollaborationTexts
{
    public static TextResource Texts { get; } = new(typeof(CollaborationTexts));
}
