using System.Collections.Concurrent;
using System.Text.Json;

namespace PolicyTracker.Core;

/// <summary>The written form of the vocabulary's fixed words: <c>InProgress</c> is written <c>in-progress</c> in the store, files and addresses.</summary>
public static class Kebab
{
    private static readonly ConcurrentDictionary<Enum, string> Written = new();

    /// <summary>What is shown where a store or file holds a word that this program does not know.</summary>
    public const string Unknown = "unknown";

    /// <summary>The written form of <paramref name="value"/>; <see cref="Unknown"/> for one that has none.</summary>
    public static string Of(Enum value) =>
        IsKnown(value) ? Written.GetOrAdd(value, v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString())) : Unknown;

    /// <summary>Whether <paramref name="value"/> is one of the vocabulary: a number that was made into one, or a word that was read and not known, is none.</summary>
    public static bool IsKnown(Enum value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Written.ContainsKey(value) || Enum.IsDefined(value.GetType(), value);
    }

    /// <summary>
    /// The value that a store holds as <paramref name="text"/>: one that is not known (<see cref="IsKnown"/>) where it holds none of
    /// the vocabulary, so that one record that can't be understood takes no list along.
    /// </summary>
    internal static T Read<T>(string text)
        where T : struct, Enum => Parse<T>(text) ?? (T)UnknownOf(typeof(T));

    /// <summary>The value of an enumeration that stands for a word which is not known.</summary>
    internal static object UnknownOf(Type type) => Enum.ToObject(type, -1);

    /// <summary>The value written as <paramref name="text"/>; null where no value is.</summary>
    public static T? Parse<T>(string? text)
        where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(v => Of(v!.Value) == text);

    /// <summary>The value of an enumeration that is known at run time only; null where no value is written so.</summary>
    internal static object? Parse(Type type, string text) => Enum.GetValues(type).Cast<Enum>().FirstOrDefault(v => Of(v) == text);
}
