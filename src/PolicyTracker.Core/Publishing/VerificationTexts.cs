using PolicyTracker.Core.Localization;

namespace PolicyTracker.Core.Publishing;

/// <summary>What checking a store or a summary finds wrong.</summary>
internal static class VerificationTexts
{
    public static TextResource Texts { get; } = new(typeof(VerificationTexts));
}
