using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;

namespace PolicyTracker.Core;

/// <summary>
/// The words in which the members of enumerations are written in the store, files and addresses: <c>in-progress</c> for
/// <see cref="Commitments.Status.InProgress"/>. A <see cref="JsonStringEnumMemberNameAttribute"/> on the member states its word, so
/// that another name of the member leaves what is stored readable.
/// </summary>
public static class WireNames
{
    private static readonly ConcurrentDictionary<Type, Words> Known = new();

    /// <summary>What is shown where a store or file holds a word that this program does not know.</summary>
    public const string Unknown = "unknown";

    /// <summary>The word for <paramref name="value"/>; <see cref="Unknown"/> for a value that is no member.</summary>
    /// <exception cref="InvalidOperationException">A member of the enumeration states no word.</exception>
    public static string Of(Enum value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return WordsOf(value.GetType()).ByValue.GetValueOrDefault(value, Unknown);
    }

    /// <summary>
    /// Whether <paramref name="value"/> is a member: a number that was made into one, or a word that was read and not known, is
    /// none.
    /// </summary>
    public static bool IsKnown(Enum value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return WordsOf(value.GetType()).ByValue.ContainsKey(value);
    }

    /// <summary>
    /// The value that a store holds as <paramref name="word"/>: one that is not known (<see cref="IsKnown"/>) where no member has that
    /// word, so that one record that can't be understood takes no list along.
    /// </summary>
    internal static T Read<T>(string word)
        where T : struct, Enum => Parse<T>(word) ?? (T)UnknownOf(typeof(T));

    /// <summary>The value of an enumeration that stands for a word which is not known.</summary>
    internal static object UnknownOf(Type type) => Enum.ToObject(type, -1);

    /// <summary>The member whose word is <paramref name="word"/>; null where there is none.</summary>
    public static T? Parse<T>(string? word)
        where T : struct, Enum => word is null ? null : (T?)Parse(typeof(T), word);

    /// <summary>The member of an enumeration that is known at run time only; null where none has that word.</summary>
    internal static object? Parse(Type type, string word) => WordsOf(type).ByWord.GetValueOrDefault(word);

    private static Words WordsOf(Type type) =>
        Known.GetOrAdd(
            type,
            static t =>
            {
                var words = t.GetFields(BindingFlags.Public | BindingFlags.Static).ToDictionary(f => (Enum)f.GetValue(null)!, WordOf);
                return new(words.ToFrozenDictionary(), words.ToFrozenDictionary(w => w.Value, w => w.Key, StringComparer.Ordinal));
            }
        );

    private static string WordOf(FieldInfo member) =>
        member.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
        ?? throw new InvalidOperationException($"{member.DeclaringType!.Name}.{member.Name} states no word to be written as.");

    private sealed record Words(FrozenDictionary<Enum, string> ByValue, FrozenDictionary<string, Enum> ByWord);
}
