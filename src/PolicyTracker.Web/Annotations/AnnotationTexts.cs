using PolicyTracker.Core.Localization;

namespace PolicyTracker.Web.Annotations;

/// <summary>The sentences of marking words and of what they support.</summary>
internal static class AnnotationTexts
{
    public static TextResource Texts { get; } = new(typeof(AnnotationTexts));
}
