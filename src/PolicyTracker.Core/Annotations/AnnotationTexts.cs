using PolicyTracker.Core.Localization;

namespace PolicyTracker.Core.Annotations;

/// <summary>What is doubtful about quoted words, and why a suggestion goes through a form.</summary>
internal static class AnnotationTexts
{
    public static TextResource Texts { get; } = new(typeof(AnnotationTexts));
}
