using PolicyTracker.Core.Localization;

namespace PolicyTracker.Core.Records;

/// <summary>What fields are called in refusals.</summary>
internal static class RuleTexts
{
    public static TextResource Texts { get; } = new(typeof(RuleTexts));
}
