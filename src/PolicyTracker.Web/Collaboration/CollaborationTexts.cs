using PolicyTracker.Core.Localization;

namespace PolicyTracker.Web.Collaboration;

/// <summary>The sentences of drafts.</summary>
internal static class CollaborationTexts
{
    public static TextResource Texts { get; } = new(typeof(CollaborationTexts));
}
