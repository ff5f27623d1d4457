using PolicyTracker.Core.Localization;

namespace PolicyTracker.Web.Commitments;

/// <summary>The sentences of the pages of commitments.</summary>
internal static class CommitmentTexts
{
    public static TextResource Texts { get; } = new(typeof(CommitmentTexts));
}
