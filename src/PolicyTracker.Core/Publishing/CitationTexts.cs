using PolicyTracker.Core.Localization;

namespace PolicyTracker.Core.Publishing;

/// <summary>How a list of sources names a record.</summary>
internal static class CitationTexts
{
    public static TextResource Texts { get; } = new(typeof(CitationTexts));
}
