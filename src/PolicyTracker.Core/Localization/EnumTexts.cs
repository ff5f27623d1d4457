using System.Collections.Concurrent;

namespace PolicyTracker.Core.Localization;

/// <summary>The words for the values of enumerations, within a sentence and without a capital; for faults a sentence of its own.</summary>
public static class EnumTexts
{
    private static readonly TextResource Texts = new(typeof(EnumTexts));
    private static readonly ConcurrentDictionary<Enum, string> Keys = new();

    /// <summary>The word: <c>Status.InProgress</c> reads "in progress"; "unknown" for a value that is none.</summary>
    public static string Of(Enum value) =>
        Texts[Keys.GetOrAdd(value, v => Enum.IsDefined(v.GetType(), v) ? $"{v.GetType().Name}.{v}" : "Unknown")];
}
