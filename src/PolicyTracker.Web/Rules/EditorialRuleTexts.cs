using PolicyTracker.Core.Localization;

namespace PolicyTracker.Web.Rules;

/// <summary>The sentences of the page of editorial rules.</summary>
internal static class EditorialRuleTexts
{
    public static TextResource Texts { get; } = new(typeof(EditorialRuleTexts));
}
