using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;
using System.Resources;
using System.Text.RegularExpressions;
using PolicyTracker.Core.Localization;

namespace PolicyTracker.Core.Tests.Localization;

/// <summary>Holds what code asks of resources against what stands in them.</summary>
internal static partial class TextUses
{
    /// <summary>What does not fit, in words; empty where everything does.</summary>
    /// <param name="assemblies">Those that name keys, and those whose resources have them.</param>
    public static IReadOnlyList<string> Faults(params Assembly[] assemblies)
    {
        var texts = assemblies.SelectMany(a => a.GetTypes()).Where(IsAsked).ToDictionary(t => t, t => Read(t));
        var (faults, used) = (new List<string>(), new HashSet<(Type, string)>());
        foreach (var (type, code) in assemblies.SelectMany(Instruction.Of))
        {
            for (var i = 0; i < code.Count; i++)
            {
                if (code[i].Method is { Name: "get_Texts" or "In" } asked && texts.TryGetValue(asked.DeclaringType!, out var sentences))
                {
                    faults.AddRange(
                        Check(code, i + 1, sentences, k => used.Add((asked.DeclaringType!, k))).Select(f => $"{type.Name}: {f}")
                    );
                }
            }
        }

        var unused = texts.SelectMany(t =>
            t.Value.Keys.Where(k => !used.Contains((t.Key, k))).Select(k => $"{t.Key.Name}: {k} is not used")
        );
        return [.. faults, .. unused];
    }

    /// <summary>What stands in one language alone, in words; empty where each sentence is in all of them.</summary>
    public static IReadOnlyList<string> Untranslated(params Assembly[] assemblies) =>
        [
            .. from language in Languages.All.Skip(1)
            from noun in assemblies.SelectMany(a => a.GetTypes())
            where (IsAsked(noun) || noun.Name is "EnumTexts" or "RefusalTexts") && !IsOfOneLanguage(noun)
            from fault in Untranslated(noun, CultureInfo.GetCultureInfo(language))
            select $"{noun.Name}.{language}: {fault}",
        ];

    /// <summary>The sentences of a resource file by their keys.</summary>
    /// <param name="noun">The class beside the file.</param>
    /// <param name="language">The language of the file; null for the usual one.</param>
    public static Dictionary<string, string> Read(Type noun, CultureInfo? language = null) =>
        new ResourceManager(noun)
            .GetResourceSet(language ?? CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)
            ?.Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string)e.Value!)
        ?? [];

    /// <summary>The places of a sentence, each once: {0} and ({1}) are 0 and 1.</summary>
    public static IReadOnlyList<int> Places(string sentence) =>
        [.. Place().Matches(sentence).Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).Distinct().Order()];

    // What other programs compare says the same whoever asks.
    private static bool IsOfOneLanguage(Type noun) => noun.Name is "EditReasons" or "SummaryTexts";

    private static IEnumerable<string> Untranslated(Type noun, CultureInfo language)
    {
        var (usual, there) = (Read(noun), Read(noun, language));
        var hasOne = Languages.PluralOf(language, 1) == "One";
        var needed = usual.Keys.Where(k =>
            hasOne || !k.EndsWith(".One", StringComparison.Ordinal) || !usual.ContainsKey(k[..^4] + ".Other")
        );
        foreach (var key in needed.Except(there.Keys))
        {
            yield return $"{key} is missing";
        }

        foreach (var (key, sentence) in there)
        {
            if (!usual.TryGetValue(key, out var known))
            {
                yield return $"{key} stands in no other language";
            }
            else if (!Set(sentence).SetEquals(Set(known)))
            {
                yield return $"{key} has other places: “{sentence}”";
            }
        }
    }

    // Places with their formats, and the elements that words are set in.
    private static HashSet<string> Set(string sentence) =>
        [.. Place().Matches(sentence).Select(m => m.Value), .. Around().Matches(sentence).Select(m => m.Value)];

    private static bool IsAsked(Type type) =>
        type.GetProperty("Texts", BindingFlags.Static | BindingFlags.Public)?.PropertyType == typeof(TextResource);

    // Behind the resource stands the key, then the call at once (no place), an array of known size, or the number that is counted.
    private static IEnumerable<string> Check(List<Instruction> code, int at, Dictionary<string, string> sentences, Action<string> use)
    {
        if (code[at].Text is not { } key)
        {
            yield return "a key is no literal";
            yield break;
        }

        var next = code[at + 1];
        int? places =
            next.Method?.DeclaringType == typeof(TextResource) ? 0
            : next.Method is { Name: "Empty" } ? 0
            : next.Number is { } size && code[at + 2] is { Code: var made } && made == OpCodes.Newarr ? size
            : null;
        foreach (var form in places is null ? [$"{key}.One", $"{key}.Other"] : new[] { key })
        {
            use(form);
            if (!sentences.TryGetValue(form, out var sentence))
            {
                yield return $"{form} is missing";
            }
            else if (places is { } number && !Places(sentence).SequenceEqual(Enumerable.Range(0, number)))
            {
                yield return $"{form} is given {number}, but reads “{sentence}”";
            }
        }
    }

    [GeneratedRegex(@"\]\(\{\d+\}\)")]
    private static partial Regex Around();

    [GeneratedRegex(@"\{(\d+)(?::[^}]*)?\}")]
    private static partial Regex Place();
}
