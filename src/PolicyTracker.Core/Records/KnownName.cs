using System.Text.RegularExpressions;
using PolicyTracker.Core.Localization;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Records;

/// <summary>The names under which the tracker knows a record, and whether words name it: in full, inflected, or abbreviated.</summary>
/// <param name="Id">The record.</param>
/// <param name="English">Its English name.</param>
/// <param name="Chinese">Its Chinese name.</param>
internal sealed partial record KnownName(Guid Id, string English, string? Chinese)
{
    private const int ShortestAbbreviated = 6; // 工业和信息化部; a shorter name is written out

    /// <summary>Names it in an address.</summary>
    public string Slug { get; init; } = "";

    /// <summary>The pinyin of the Chinese name.</summary>
    public string? Pinyin { get; init; }

    /// <summary>The place of the record that it belongs to, where its kind is grouped.</summary>
    public int GroupOrder { get; init; }

    /// <summary>Its place within it, or among those of its kind, where editors give it one.</summary>
    public int Order { get; init; }

    /// <summary>Whether it is a person's, who answers for no commitment.</summary>
    public bool IsPerson { get; init; }

    /// <summary>The jurisdiction that a body belongs to; null for none, and for names of other kinds.</summary>
    public Guid? JurisdictionId { get; init; }

    // Each is made when it is first asked for: who looks through a glossary needs no inflected names, who annotates no folded ones.
    /// <summary>All its names as <see cref="Fold"/> has them, a line each.</summary>
    public string Folded => field ??= string.Join('\n', new[] { English, Chinese, Pinyin }.OfType<string>().Select(Fold));

    private string InflectedEnglish => field ??= Inflected(English);

    private string Initials =>
        field ??= string.Concat(
            Words()
                .Matches(English)
                .Select(m => m.Value)
                .Where(w => !Small.Contains(w.ToLowerInvariant()))
                .Select(w => char.ToUpperInvariant(w[0]))
        );

    private string TrimmedChinese => field ??= ChineseTrim().Replace(Chinese ?? "", "");

    private static readonly HashSet<string> Small = ["of", "and", "the", "for", "in", "on", "to", "a"];

    /// <summary>By their places, then as they were made.</summary>
    public static int ByOrder(KnownName a, KnownName b)
    {
        var order = a.GroupOrder.CompareTo(b.GroupOrder);
        order = order != 0 ? order : a.Order.CompareTo(b.Order);
        return order != 0 ? order : a.Id.CompareTo(b.Id);
    }

    /// <summary>By the alphabet, whatever the capitals.</summary>
    public static int ByName(KnownName a, KnownName b)
    {
        var order = string.Compare(a.English, b.English, StringComparison.OrdinalIgnoreCase);
        return order != 0 ? order : a.Id.CompareTo(b.Id);
    }

    /// <summary>What it is sorted by in the language of whoever reads, whatever the capitals: Chinese names by their pinyin.</summary>
    public static string SortKey(string english, string? chinese, string? pinyin)
    {
        if (!Languages.IsChinese || string.IsNullOrEmpty(chinese))
        {
            return english;
        }

        pinyin = string.IsNullOrEmpty(pinyin) ? Text.Words.Pinyin.Of(chinese) : pinyin;
        return Fold(pinyin.Length > 0 ? pinyin : chinese);
    }

    /// <summary>A name without tone marks, accents, spaces and capitals: "gong ye" finds gōngyè.</summary>
    public static string Fold(string name) => string.Concat(Latin.WithoutMarks(name).Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    /// <summary>Whether the words name it.</summary>
    public bool StandsIn(NamedWords words) =>
        (InflectedEnglish.Length > 2 && words.English.Contains(InflectedEnglish, StringComparison.Ordinal))
        || (Initials.Length > 2 && words.Capitals.Contains(Initials))
        || (Chinese is { Length: > 1 } && (words.Text.Contains(Chinese, StringComparison.Ordinal) || IsAbbreviatedIn(words.Text)));

    // 工信部 for 工业和信息化部, 发改委 for 国家发展和改革委员会: its first and its last character with one or two of those between, in order; no part of 部门.
    private bool IsAbbreviatedIn(string text)
    {
        var name = TrimmedChinese;
        if (name.Length < ShortestAbbreviated)
        {
            return false;
        }

        for (var at = text.IndexOf(name[0], StringComparison.Ordinal); at >= 0; at = text.IndexOf(name[0], at + 1))
        {
            for (var length = 3; length <= 4 && at + length <= text.Length; length++)
            {
                if (
                    text[at + length - 1] == name[^1]
                    && (at + length == text.Length || text[at + length] != '门')
                    && IsWithin(text.AsSpan(at, length), name)
                )
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsWithin(ReadOnlySpan<char> abbreviation, string name)
    {
        var from = 0;
        foreach (var c in abbreviation)
        {
            from = name.IndexOf(c, from) + 1;
            if (from == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Words without case, number, possessives and the two ways of spelling, one space between and around them.</summary>
    internal static string Inflected(string words) =>
        $" {string.Join(' ', Words().Matches(words).Select(m => Stem(m.Value.ToLowerInvariant())))} ";

    /// <summary>How many of their words two names share, whatever the order: 0 to 1.</summary>
    /// <param name="a">The parts of one.</param>
    /// <param name="b">The parts of the other, each once.</param>
    internal static double Shared(HashSet<string> a, string[] b) =>
        a.Count == 0 || b.Length == 0 ? 0 : 2.0 * b.Count(a.Contains) / (a.Count + b.Length);

    /// <summary>The words of a name, each once, as <see cref="Inflected"/> has them; in Chinese its characters.</summary>
    internal static string[] Parts(string words) =>
        [
            .. Inflected(words)
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Where(w => !Small.Contains(w))
                .Concat(words.Where(c => c is >= '\u4E00' and <= '\u9FFF').Select(c => c.ToString()))
                .Distinct(),
        ];

    private static string Stem(string word)
    {
        word = word.Replace("isation", "ization", StringComparison.Ordinal).Replace("ising", "izing", StringComparison.Ordinal);
        return word switch
        {
            ['f', 'i', 'b', 'r', 'e', ..] => "fiber",
            ['c', 'e', 'n', 't', 'r', 'e', ..] => "center",
            [.., 'i', 'e', 's'] when word.Length > 4 => word[..^3] + "y",
            [.., 's', 's'] or [.., 'u', 's'] or [.., 'i', 's'] => word,
            [.., 's'] when word.Length > 3 => word[..^1],
            _ => word,
        };
    }

    [GeneratedRegex(@"[A-Za-z0-9]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"^(?:中华人民共和国|国家|中国)|员会$")]
    private static partial Regex ChineseTrim();
}
