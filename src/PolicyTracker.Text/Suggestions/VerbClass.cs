using System.Text.Json.Serialization;

namespace PolicyTracker.Text.Suggestions;

/// <summary>What an undertaking does: the policy instrument that its verb stands for.</summary>
public enum VerbClass
{
    /// <summary>To draw up a plan, rules or a study: formulate, publish, 制定.</summary>
    [JsonStringEnumMemberName("formulate")]
    Formulate,

    /// <summary>To put something up that was not there: build, establish, 建设.</summary>
    [JsonStringEnumMemberName("build")]
    Build,

    /// <summary>To make more of something that is there: promote, strengthen, 推动.</summary>
    [JsonStringEnumMemberName("promote")]
    Promote,

    /// <summary>To bind by rules or to watch over: regulate, protect, 规范.</summary>
    [JsonStringEnumMemberName("regulate")]
    Regulate,

    /// <summary>To give money: fund, invest, 补贴.</summary>
    [JsonStringEnumMemberName("fund")]
    Fund,

    /// <summary>To lead others to act: guide, train, 引导.</summary>
    [JsonStringEnumMemberName("guide")]
    Guide,
}

/// <summary>Tells the class of the verb of an undertaking.</summary>
internal static class VerbClasses
{
    // An undertaking begins with its verb, or with a few words that go before it.
    private const int MaxWordsBefore = 4,
        MaxCharactersBefore = 16;

    private static readonly Dictionary<string, VerbClass> Classes = WordLists
        .Lines("verb-classes.txt")
        .Select(l => l.Split('\t'))
        .SelectMany(f => f[1].Split(' ').Select(word => (Word: word, Class: Enum.Parse<VerbClass>(f[0], ignoreCase: true))))
        .DistinctBy(w => w.Word)
        .ToDictionary(w => w.Word, w => w.Class, StringComparer.Ordinal);

    private static readonly string[] Endings = ["ing", "ed"];

    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["built"] = "build",
        ["made"] = "make",
        ["laid"] = "lay",
        ["brought"] = "bring",
        ["found"] = "found",
        ["cut"] = "cut",
        ["given"] = "provide",
        ["spent"] = "spend",
        ["held"] = "convene",
        ["run"] = "deliver",
        ["rolled"] = "roll",
    };

    /// <summary>The class of the first verb of <paramref name="words"/>; null where it is in none.</summary>
    public static VerbClass? Of(string words)
    {
        for (var i = 0; i < Math.Min(words.Length - 1, MaxCharactersBefore); i++)
        {
            if (words[i] is >= '\u4E00' and <= '\u9FFF' && Classes.TryGetValue(words[i..(i + 2)], out var ofChinese))
            {
                return ofChinese;
            }
        }

        var tokens = words.ToLowerInvariant().Split([' ', '\n', '\r', ',', '“', '"'], StringSplitOptions.RemoveEmptyEntries);
        var be = Array.FindIndex(tokens, t => t == "be"); // "all schools will be connected"
        foreach (var token in tokens.Skip(be + 1).Take(MaxWordsBefore))
        {
            foreach (var lemma in Lemmas(token))
            {
                if (Classes.TryGetValue(lemma, out var found))
                {
                    return found;
                }
            }
        }

        return null;
    }

    private static IEnumerable<string> Lemmas(string word)
    {
        yield return word;
        yield return Irregular.GetValueOrDefault(word, word);
        foreach (var ending in Endings.Where(e => word.Length > e.Length + 2 && word.EndsWith(e, StringComparison.Ordinal)))
        {
            var stem = word[..^ending.Length];
            yield return stem;
            yield return stem + "e";
            yield return stem[^1] == stem[^2] ? stem[..^1] : stem;
            yield return stem[^1] == 'i' ? stem[..^1] + "y" : stem;
        }
    }
}
