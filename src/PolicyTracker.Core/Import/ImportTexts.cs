using PolicyTracker.Core.Localization;

namespace PolicyTracker.Core.Import;

/// <summary>What became of annotations that were imported, and why.</summary>
internal static class ImportTexts
{
    public static TextResource Texts { get; } = new(typeof(ImportTexts));
}
