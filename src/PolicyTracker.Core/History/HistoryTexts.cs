using PolicyTracker.Core.Localization;

namespace PolicyTracker.Core.History;

/// <summary>What histories call what has no name any more.</summary>
internal static class HistoryTexts
{
    public static TextResource Texts { get; } = new(typeof(HistoryTexts));
}
