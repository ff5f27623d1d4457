using System.Collections.Concurrent;

namespace PolicyTracker.Core.Localization;

/// <summary>The words for the values of the vocabulary's enumerations; within a sentence, without a capital.</summary>
public static class EnumTexts
{
    private static readonly TextResource Texts = new(typeof(EnumTexts));
    private static readonly ConcurrentDictionary<Enum, string> Keys = new();

    /// <summary>The word: <c>Status.InProgress</c> reads "in progress"; "unknown" for a value that is none.</summary>
    public static string Of(Enum value) =>
        Texts[Keys.GetOrAdd(value, v => Enum.IsDefined(v.GetType(), v) ? $"{v.GetType().Name}.{v}" : "Unknown")];
}
