using PolicyTracker.Core.Localization;

namespace PolicyTracker.Web.Records;

/// <summary>The sentences of the structure and of the forms of records.</summary>
internal static class StructureTexts
{
    public static TextResource Texts { get; } = new(typeof(StructureTexts));
}
