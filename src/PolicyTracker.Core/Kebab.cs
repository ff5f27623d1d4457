using System.Collections.Concurrent;
using System.Text.Json;

namespace PolicyTracker.Core;

/// <summary>The written form of the vocabulary's fixed words: <c>InProgress</c> is written <c>in-progress</c> in the store, files and addresses.</summary>
public static class Kebab
{
    private static readonly ConcurrentDictionary<Enum, string> Written = new();

    /// <summary>The written form of <paramref name="value"/>.</summary>
    public static string Of(Enum value) =>
        Written.GetOrAdd(value, v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));

    /// <summary>The value written as <paramref name="text"/>; null where no value is.</summary>
    public static T? Parse<T>(string? text) where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(v => Of(v!.Value) == text);

    /// <summary>The value of an enumeration that is known at run time only; null where no value is written so.</summary>
    internal static object? Parse(Type type, string text) => Enum.GetValues(type).Cast<Enum>().FirstOrDefault(v => Of(v) == text);
}
