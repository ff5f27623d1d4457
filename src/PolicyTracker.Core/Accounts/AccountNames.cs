using System.Globalization;
using System.Text;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Accounts;

/// <summary>
/// What an account may be called. History names editors for good, so a name must be told from every other by eye: it holds
/// nothing that is not seen, mixes no scripts whose letters look alike, and looks like no other name (after Unicode TS #39).
/// </summary>
public static class AccountNames
{
    /// <summary>The most characters, in UTF-16 units.</summary>
    public const int MaxLength = 100;

    // Who edits without an account, and what a reader would take for the tracker itself.
    private static readonly string[] OwnNames =
    [
        Editor.Seed.Name,
        Editor.CommandLine.Name,
        Editor.Anonymous.Name,
        "System",
        "Policy Tracker",
        "Language model",
    ];

    // Marks that names of persons, offices and mail addresses have.
    private const string Marks = " .-_'@+()’·";

    // Letters of one script by their ranges; a letter of none of them is in no name. IPA, full-width and mathematical letters are
    // left out: each looks like another.
    private static readonly (int From, int To, Script Script)[] Letters =
    [
        ('A', 'Z', Script.Latin),
        ('a', 'z', Script.Latin),
        (0x00C0, 0x024F, Script.Latin),
        (0x1E00, 0x1EFF, Script.Latin),
        (0x0370, 0x03FF, Script.Greek),
        (0x1F00, 0x1FFF, Script.Greek),
        (0x0400, 0x052F, Script.Cyrillic),
        (0x0531, 0x0587, Script.Armenian),
        (0x05D0, 0x05EA, Script.Hebrew),
        (0x0620, 0x06FF, Script.Arabic),
        (0x0750, 0x077F, Script.Arabic),
        (0x0900, 0x097F, Script.Devanagari),
        (0x0980, 0x09FF, Script.Bengali),
        (0x0A00, 0x0A7F, Script.Gurmukhi),
        (0x0A80, 0x0AFF, Script.Gujarati),
        (0x0B00, 0x0B7F, Script.Oriya),
        (0x0B80, 0x0BFF, Script.Tamil),
        (0x0C00, 0x0C7F, Script.Telugu),
        (0x0C80, 0x0CFF, Script.Kannada),
        (0x0D00, 0x0D7F, Script.Malayalam),
        (0x0D80, 0x0DFF, Script.Sinhala),
        (0x0E00, 0x0E7F, Script.Thai),
        (0x0E80, 0x0EFF, Script.Lao),
        (0x0F00, 0x0FFF, Script.Tibetan),
        (0x1000, 0x109F, Script.Myanmar),
        (0x10A0, 0x10FF, Script.Georgian),
        (0x1200, 0x137F, Script.Ethiopic),
        (0x1780, 0x17FF, Script.Khmer),
        (0x1820, 0x18AF, Script.Mongolian),
        (0x3005, 0x3007, Script.EastAsian),
        (0x3041, 0x30FF, Script.EastAsian),
        (0x3105, 0x312F, Script.EastAsian),
        (0x3400, 0x4DBF, Script.EastAsian),
        (0x4E00, 0x9FFF, Script.EastAsian),
        (0xAC00, 0xD7A3, Script.EastAsian),
        (0x20000, 0x3134F, Script.EastAsian),
    ];

    // Each group is drawn alike in common type; the first stands for all. Upper case where only that looks alike.
    private static readonly string[] Alike =
    [
        "aаαɑΑА",
        "bƄЬВΒ",
        "cсϲСϹ",
        "dԁ",
        "eеҽЕΕ",
        "gɡ",
        "hһНΗ",
        "iіιɩІΙ",
        "jјЈ",
        "kкκКΚ",
        "l1I|ӏӀ",
        "mМΜ",
        "nпոΝ",
        "o0оοσօОΟՕ",
        "pрρРΡ",
        "qԛզ",
        "rгԻ",
        "sѕЅՏ",
        "tтτТΤ",
        "uυսՍ",
        "vνѵѴ",
        "wԝωшѡ",
        "xхχХΧ",
        "yуγүУΥҮ",
        "zΖ",
        "3з",
        "6б",
        "一ー—",
        "口ロ",
        "二ニ",
        "八ハ",
        "力カ",
        "工エ",
        "夕タ",
        "卜ト",
    ];

    private static readonly Dictionary<char, char> Drawn = Alike
        .SelectMany(g => g.Skip(1).Select(c => (c, First: g[0])))
        .ToDictionary(p => p.c, p => p.First);

    private enum Script
    {
        Latin,
        Greek,
        Cyrillic,
        Armenian,
        Hebrew,
        Arabic,
        Devanagari,
        Bengali,
        Gurmukhi,
        Gujarati,
        Oriya,
        Tamil,
        Telugu,
        Kannada,
        Malayalam,
        Sinhala,
        Thai,
        Lao,
        Tibetan,
        Myanmar,
        Georgian,
        Ethiopic,
        Khmer,
        Mongolian,
        EastAsian,
    }

    /// <summary>What is wrong with a name for a new account, and what to do; null where nothing is.</summary>
    /// <param name="name">The name, without spaces around it.</param>
    /// <param name="taken">The names of the accounts that there are.</param>
    public static Refusal? Fault(string name, IEnumerable<string> taken)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(taken);
        if (string.IsNullOrWhiteSpace(name))
        {
            return Refusal.NameEmpty();
        }

        if (name.Length > MaxLength || name.Contains(',', StringComparison.Ordinal))
        {
            return Refusal.NameTooLong(MaxLength);
        }

        var scripts = new HashSet<Script>();
        var marks = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            marks = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark ? marks + 1 : 0;
            if (marks > 3)
            {
                return Refusal.NameMarks();
            }

            if (
                char.IsAsciiDigit((char)Math.Min(rune.Value, char.MaxValue))
                || Marks.Contains(rune.ToString(), StringComparison.Ordinal)
                || rune.Value is >= 0x0300 and <= 0x036F
            )
            {
                continue;
            }

            if (ScriptOf(rune) is not { } script)
            {
                return Refusal.NameCharacter($"U+{rune.Value:X4}", string.Join(' ', Marks.Trim().Take(6).ToArray()));
            }

            scripts.Add(script);
        }

        if (scripts.Count > 1 && !scripts.SetEquals([Script.Latin, Script.EastAsian]))
        {
            return Refusal.NameOfScripts();
        }

        if (scripts.Count == 0 || char.IsPunctuation(name[0]) || name.Contains("  ", StringComparison.Ordinal))
        {
            return Refusal.NameForm();
        }

        var shape = Shape(name);
        if (OwnNames.Any(own => OwnShape(own) == OwnShape(name)))
        {
            return Refusal.NameReserved(name);
        }

        return taken.FirstOrDefault(t =>
                Shape(t) == shape
                || (IsInCapitals(name) && Shape(t.ToUpperInvariant()) == shape)
                || (IsInCapitals(t) && Shape(name.ToUpperInvariant()) == Shape(t))
            )
                is not { } twin
                ? null
            : string.Equals(twin, name, StringComparison.OrdinalIgnoreCase) ? Refusal.NameTaken(name)
            : Refusal.NameLooksLike(name, twin);
    }

    private static Script? ScriptOf(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
            ? Array.Find(Letters, r => rune.Value >= r.From && rune.Value <= r.To) is { To: > 0 } range
                ? range.Script
                : null
            : null;

    // What is left of a name when letters that look alike are made one, and accents and case are dropped.
    private static string Shape(string name)
    {
        var plain = string.Concat(Latin.WithoutMarks(name).Select(c => Drawn.GetValueOrDefault(c, c))).ToLowerInvariant();
        return string.Concat(plain.Select(c => Drawn.GetValueOrDefault(c, c)))
            .Replace("rn", "m", StringComparison.Ordinal)
            .Replace("vv", "w", StringComparison.Ordinal)
            .TrimEnd(Marks.ToCharArray());
    }

    // In capitals, an i is drawn as an l is in small letters.
    private static bool IsInCapitals(string name) => name.Count(char.IsUpper) > 1;

    // For the few names of the program: whatever could be read as one, whichever of the letters are capitals, figures or left out.
    private static string OwnShape(string name) =>
        Shape(Close(name)).TrimEnd('0', '2', '3', '4', '6', '7', '8', '9').Replace('5', 's').Replace('i', 'l').TrimEnd('l', 'o');

    private static string Close(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}
