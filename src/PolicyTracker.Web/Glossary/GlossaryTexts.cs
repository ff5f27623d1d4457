using PolicyTracker.Core.Localization;

namespace PolicyTracker.Web.Glossary;

/// <summary>The sentences of the glossary.</summary>
internal static class GlossaryTexts
{
    public static TextResource Texts { get; } = new(typeof(GlossaryTexts));
}
