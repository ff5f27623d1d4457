using PolicyTracker.Core.Localization;

namespace PolicyTracker.Core.Data;

/// <summary>What is wrong with a store, and what it holds.</summary>
internal static class StoreTexts
{
    public static TextResource Texts { get; } = new(typeof(StoreTexts));
}
