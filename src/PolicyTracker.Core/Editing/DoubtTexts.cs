using PolicyTracker.Core.Localization;

namespace PolicyTracker.Core.Editing;

/// <summary>What is doubtful in quoted words, in words.</summary>
internal static class DoubtTexts
{
    public static TextResource Texts { get; } = new(typeof(DoubtTexts));
}
