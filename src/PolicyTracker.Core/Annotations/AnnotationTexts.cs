using PolicyTracker.Core.Localization;

namespace PolicyTracker.Core.Annotations;

/// <summary>The words of what is asked about annotations.</summary>
internal static class AnnotationTexts
{
    public static TextResource Texts { get; } = new(typeof(AnnotationTexts));
}
